"""Citizens' hours at dated rates, each beside its sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.evaluations.sentences import citizen_time as say
from app.measurement.citizen_time import citizen_time
from app.measurement.records import HourlyRate
from app.vocabulary import Currency
from tests.evaluations.told import known, told
from tests.measurement.builders import activity

DAY = date(2024, 5, 1)
AS_OF = date(2025, 1, 1)
WAGE = HourlyRate(DAY, Currency.CAD, "minimum wage of Québec", Decimal("15.75"), "a source")
RANGE = replace(WAGE, higher=Decimal(30), higher_name="average wage", higher_source="another source")
LATER = activity(citizen_hours="307", happened_on=DAY)
EARLIER = activity(citizen_hours="12", happened_on=date(2024, 4, 30))
FOUND = known(citizen_time([LATER, EARLIER], [WAGE], Currency.CAD, AS_OF))
PAID = known(citizen_time([LATER, EARLIER], [WAGE], Currency.CAD, AS_OF, frozenset({EARLIER.id})))

CITIZEN_TIME = (
    told(
        FOUND,
        say.told,
        "307 h of citizens’ time: at least CA$4,835 at this rate: minimum wage of Québec. 12 h before 1 May "
        "2024 are not valued: no rate with a source is known for then.",
    ),
    told(
        known(citizen_time([LATER], [RANGE], Currency.CAD, AS_OF)),
        say.told,
        "307 h of citizens’ time: CA$4,835 to CA$9,210 at this rate: minimum wage of Québec, up to the "
        "average wage.",
    ),
    told(
        known(citizen_time([LATER], [RANGE], Currency.CAD, AS_OF)).by_rate[0],
        lambda found: say.rate(found, Currency.CAD),
        "307 h at minimum wage of Québec, up to the average wage from 1 May 2024: CA$4,835 to CA$9,210 "
        "(source: a source and another source).",
    ),
    told(
        known(citizen_time([EARLIER], [WAGE], Currency.CAD, AS_OF)),
        say.told,
        "12 h of citizens’ time are not valued: no rate with a source is known for their days.",
    ),
    told(
        citizen_time([], [WAGE], Currency.CAD, AS_OF),
        say.told,
        "Nobody has recorded this. That is not zero.",
    ),
    told(
        PAID.paid,
        say.paid,
        "12 h for which citizens were paid are left out: that is a cost in cash.",
    ),
    told(
        FOUND.by_rate[0],
        lambda found: say.rate(found, Currency.CAD),
        "307 h at minimum wage of Québec from 1 May 2024: at least CA$4,835 (source: a source).",
    ),
    told(
        FOUND.by_month[0],
        lambda found: say.month(found, Currency.CAD),
        "307 h in May 2024: at least CA$4,835.",
    ),
)
