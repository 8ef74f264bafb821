"""The panel of one indicator: its values as entered, with baseline, target, limits and signals."""

from app.charts.series import Series
from app.charts.story import Absent
from app.evaluations.document import IndicatorResult
from app.i18n import _
from app.trends.series import indicator_series


def indicator_panel(hero: IndicatorResult | None) -> Series | Absent:
    if hero is None or not hero.within:
        return Absent(_("Outcome"), _("No outcome has been observed yet. That is not zero."))
    return indicator_series(hero.indicator, hero.record, hero.found, hero.within)
