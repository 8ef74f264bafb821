"""Citizens' hours and what they are worth at dated rates: apart from cash, and never more than is known."""

from decimal import Decimal

from app.evaluations.sentences.costs import amount
from app.evaluations.sentences.figures import together
from app.evaluations.sentences.lists import all_of
from app.evaluations.sentences.missing import why
from app.i18n import _
from app.i18n.formats import format_day, format_hours, format_month
from app.measurement.citizen_time import CitizenTime, Hours, MonthOfTime, RatedHours
from app.measurement.missing import Missing
from app.vocabulary import Currency


def told(found: CitizenTime | Missing) -> str:
    """All that is known of them, one sentence after the other."""
    if isinstance(found, Missing):
        return why(found)
    return together(
        valued(found) if found.by_rate else "",
        unvalued(found) if found.unvalued.entries else "",
        paid(found.paid) if found.paid.entries else "",
    )


def valued(found: CitizenTime) -> str:
    """At least so much, or a range where every rate has a higher figure."""
    assert not isinstance(found.low, Missing)
    hours, at = format_hours(found.valued.hours), all_of(dict.fromkeys(map(rate_name, found.by_rate)))
    low = amount(found.low, found.currency)
    if found.high is None:
        return _("{hours} h of citizens’ time: at least {low} at this rate: {rate}.").format(
            hours=hours, low=low, rate=at
        )
    return _("{hours} h of citizens’ time: {low} to {high} at this rate: {rate}.").format(
        hours=hours, low=low, high=amount(found.high, found.currency), rate=at
    )


def unvalued(found: CitizenTime) -> str:
    """Before the first known rate, or in a country without one."""
    hours = format_hours(found.unvalued.hours)
    if not found.by_rate:
        text = _("{hours} h of citizens’ time are not valued: no rate with a source is known for their days.")
        return text.format(hours=hours)
    return _("{hours} h before {day} are not valued: no rate with a source is known for then.").format(
        hours=hours, day=format_day(found.by_rate[0].rate.starts_on)
    )


def paid(found: Hours) -> str:
    return _("{hours} h for which citizens were paid are left out: that is a cost in cash.").format(
        hours=format_hours(found.hours)
    )


def rate_name(rated: RatedHours) -> str:
    """In the reader's language where it is one that Tandem brings along."""
    name, higher = rated.rate.name, rated.rate.higher_name
    if not higher:
        return _(name)
    return _("{rate}, up to the {higher_rate}").format(rate=_(name), higher_rate=_(higher))


def rate(rated: RatedHours, currency: Currency) -> str:
    """Hours and value of one rate, with its source."""
    return _("{hours} h at {rate} from {day}: {value} (source: {source}).").format(
        hours=format_hours(rated.given.hours),
        rate=rate_name(rated),
        day=format_day(rated.rate.starts_on),
        value=worth(rated.low, rated.high, currency),
        source=all_of(sources(rated)),
    )


def sources(rated: RatedHours) -> list[str]:
    """Of both figures, each once."""
    return list(dict.fromkeys(filter(None, (rated.rate.source, rated.rate.higher_source))))


def month(found: MonthOfTime, currency: Currency) -> str:
    return _("{hours} h in {month}: {value}.").format(
        hours=format_hours(found.given.hours),
        month=format_month(found.starts_on),
        value=worth(found.low, found.high, currency),
    )


def worth(low: Decimal, high: Decimal | None, currency: Currency) -> str:
    if high is None:
        return _("at least {low}").format(low=amount(low, currency))
    return _("{low} to {high}").format(low=amount(low, currency), high=amount(high, currency))


def twice(entered: str) -> str:
    """Where costs in volunteers' time are entered as well."""
    return _(
        "{amount} of volunteers’ time is also entered as a cost. That may be the same hours: read one or "
        "the other, never both."
    ).format(amount=entered)


def how_counted() -> str:
    return _(
        "Each hour counts at the rate of its day. A minimum wage probably understates what the time is "
        "worth, a median or an average may overstate it; no figure is shown without a source. Nobody spent "
        "this money: it is in no sum, no cost per participant and no break-even."
    )
