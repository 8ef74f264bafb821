"""The picture of a trend in one of its sizes, for a page or for a file of its own."""

from collections.abc import Iterator

from app.charts.control import Control, ControlSize, LedBand, control
from app.charts.scales import TimeSpan
from app.i18n import N_, _
from app.i18n.formats import format_month_short
from app.measurement.missing import Missing
from app.trends.bands import joined
from app.trends.document import Trend
from app.trends.events import Happenings, within
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
    return control(
        indicator_series(trend.row, trend.record, trend.found, trend.entered),
        format_month_short,
        size=size,
        bands=tuple(led_bands(trend)),
        events=tuple(one.event for one in shown_events(trend).shown),
    )


def shown_events(trend: Trend) -> Happenings:
    """Those between the first and the last value, in the order of their numbers."""
    if not trend.entered:
        return Happenings((), len(trend.events))
    return within(trend.events, TimeSpan(trend.entered[0].on, trend.entered[-1].on))


def led_bands(trend: Trend) -> Iterator[LedBand]:
    """Nothing where the log never says who led: then a sentence says so."""
    if tells_who_led(trend):
        for led in joined(trend.bands):
            known = None if isinstance(led.lead, Missing) else led.lead
            yield LedBand(
                led.starts_on, led.ends_on, known, _(LED[known]) if known else _("Not enough evidence")
            )


def tells_who_led(trend: Trend) -> bool:
    return any(not isinstance(led.lead, Missing) for led in trend.bands)
