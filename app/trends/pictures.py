"""The picture of a trend in one of its sizes, for a page or for a file of its own."""

from collections.abc import Iterator

from app.charts.control import Control, ControlSize, LedBand, control
from app.i18n import N_, _
from app.i18n.formats import format_month_short
from app.measurement.missing import Missing
from app.trends.bands import joined
from app.trends.document import Trend
from app.trends.series import indicator_series
from app.vocabulary import Lead

LED: dict[Lead, str] = {
    Lead.CITIZENS: N_("Citizens led delivery"),
    Lead.TOGETHER: N_("Delivered together"),
    Lead.PROFESSIONALS: N_("Staff led delivery"),
}


def picture(trend: Trend, size: ControlSize) -> Control | None:
    """None without a value of the whole: parts are not added up to one."""
    if not trend.entered:
        return None
    series = indicator_series(trend.row, trend.record, trend.found, trend.entered)
    return control(series, format_month_short, size=size, bands=list(led_bands(trend)))


def led_bands(trend: Trend) -> Iterator[LedBand]:
    for led in joined(trend.bands):
        if not isinstance(led.lead, Missing):
            yield LedBand(led.starts_on, led.ends_on, led.lead, _(LED[led.lead]))
