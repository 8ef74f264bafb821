"""Montréal: residents turn alleys into gardens. The alleys are counted from the city's open data."""

from collections import Counter
from datetime import date

from app import vocabulary as words
from seed.montreal.count import ATTRIBUTION, Fact, facts
from seed.sources import ARTICLE, PLATEAU_2015, ROSEMONT_2012, VILLERAY_2017
from seed.stories.montreal_findings import FINDINGS
from seed.stories.montreal_learning import LEARNED
from seed.story import ChosenAim, Indicator, Initiative, Observation, Organization, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

FIRST, LAST = 2010, 2020
# The file's last update. Alleys dated 2021 were planned then, so they are no observation.
UPDATED_ON = date(2020, 12, 18)

VILLE_DE_MONTREAL = Organization(
    slug="ville-de-montreal",
    name="Ville de Montréal",
    type=words.OrganizationType.PUBLIC_BODY,
    country="CA",
)

INITIATIVE = Initiative(
    slug="montreal-green-alleys",
    name="Green alleys, Montréal",
    summary=(
        "Residents propose an alley, form a committee and plant. The city gives permits, tools and gardening "
        "advice. The number of alleys and their surface are real, and so are the costs that name a source. "
        "The log ends with the last update of the city's file, in December 2020."
    ),
    country="CA",
    sector=words.Sector.ENVIRONMENT,
    place="Montréal",
    target_population="Residents whose homes adjoin an alley",
    eligible_population=21000,
    initiation=words.Initiation.CITIZEN_DRIVEN,
    status=words.InitiativeStatus.COMPLETED,
    currency=words.Currency.CAD,
    starts_on=date(2010, 1, 12),
    ends_on=date(2020, 12, 31),
    aims=(
        ChosenAim(aim=words.Aim.QUALITY, chosen_on=date(2010, 1, 12), chosen_by="City greening team"),
        ChosenAim(
            aim=words.Aim.DEMOCRACY,
            chosen_on=date(2016, 2, 9),
            chosen_by="Steering committee of city and alley committees",
            reason="Committees asked to choose the alleys themselves.",
        ),
    ),
    sources=(ARTICLE, ATTRIBUTION, ROSEMONT_2012, PLATEAU_2015, VILLERAY_2017),
)

PARTNERSHIPS = partnerships("""
comites-de-ruelle | delivery | 2011-05-01
passerelle-fund | funder | 2016-04-01 | | 180000 | CAD
clearwater-evaluation | evaluator | 2018-01-15
""")

PHASES = phases("""
priorities | commissioning | 2010-01-12 | 2010-09-30 | Hot streets | City greening team
  claim: 2010-09-14 | professionals | City greening team
design-1 | design | 2010-10-01 | 2013-12-31 | First cycle | City greening team
  claim: 2011-03-15 | together | City greening team
delivery-1 | delivery | 2011-05-01 | 2015-12-31 | First cycle | Borough technical services
  claim: 2012-06-12 | together | Steering committee
design-2 | design | 2014-01-01 | 2020-12-31 | Second cycle | Steering committee
  claim: 2016-02-09 | together | Steering committee
delivery-2 | delivery | 2016-01-01 | 2020-12-31 | Second cycle
  claim: 2017-05-16 | citizens | Table of alley committees
assessment | assessment | 2018-01-15 | 2020-12-31 | Survey of residents | Clearwater Evaluation
  claim: 2018-06-05 | together | Steering committee
""")

LOG = activities("""
2010-02-16 | priorities | consulted | professionals | collective | 24 5 | 24 50 | Which streets are too hot?
2010-04-13 | priorities | none | professionals | collective | 0 4 | 0 60 | Streets ranked by heat and concrete
2010-05-18 | priorities | informed | professionals | collective | 16 4 | 16 40 | Programme presented
2010-10-12 | design-1 | none | professionals | collective | 0 3 | 0 40 | Standard plan for an alley
2011-03-15 | design-1 | contributed | professionals | group | 8 4 | 14 36 | Plan shown to committees
2012-02-21 | design-1 | contributed | professionals | group | 9 4 | 18 30 | Fire lanes and bins
2013-03-12 | design-1 | contributed | professionals | group | 10 3 | 20 24 | Sixty signatures an alley
2011-05-14 | delivery-1 | contributed | professionals | group | 9 5 | 14 46 | Asphalt lifted and beds laid
  repeat: 12 quarterly
  then: 11 5 18 42
  note: Residents plant on days that the borough sets.
2014-04-26 | delivery-1 | co_led | jointly | group | 14 3 | 38 24 | Planting day with the committees
  repeat: 7 quarterly
  then: 16 3 42 22
  support: training
2014-02-11 | design-2 | co_led | jointly | group | 6 3 | 18 14 | Committees and city read the proposals
  repeat: 12 half_yearly
  then: 7 3 21 13
2014-03-04 | design-2 | contributed | professionals | group | 4 3 | 4 18 | Permits, drains and snow clearing
  repeat: 12 half_yearly
2016-05-14 | delivery-2 | co_led | jointly | group | 17 3 | 40 22 | Planting day with the committees
  repeat: 16 quarterly
  then: 19 3 46 22
  then: 20 3 50 20
  support: training
2016-06-18 | delivery-2 | led_alone | citizens | group | 8 0 | 20 0 | Watering, weeding, repairs
  repeat: 16 quarterly
  then: 9 0 24 0
  by: citizen
2018-06-05 | assessment | contributed | jointly | collective | 7 4 | 14 16 | What to measure, and who asks
2019-11-19 | assessment | consulted | none | collective | 12 3 | 18 12 | Survey results read aloud
2020-01-21 | design-2 | co_led | jointly | group | 5 2 | 10 8 | Proposals of the year read together
2020-02-18 | design-2 | contributed | professionals | group | 4 3 | 6 14 | Permits and fire lanes
2020-03-03 | design-2 | co_led | jointly | group | 5 2 | 10 8 | Alleys of the year chosen
2020-05-12 | design-2 | consulted | professionals | group | 8 2 | 4 12 | Adjoining residents asked by letter
2020-06-09 | design-2 | co_led | jointly | group | 4 2 | 10 10 | Plant list for shade and for salt
2020-09-15 | design-2 | informed | professionals | group | 3 2 | 2 10 | Snow clearing plan
2020-11-10 | design-2 | contributed | professionals | group | 4 2 | 4 12 | Budget of 2021 sketched
2020-05-16 | delivery-2 | co_led | none | group | 14 3 | 42 12 | Planting, alley 4
  entered: 2020-07-10
  note: Attendance sheet found in July.
2020-05-30 | delivery-2 | co_led | none | group | 12 2 | 36 10 | Asphalt lifted, alley 7
2020-06-06 | delivery-2 | co_led | jointly | group | 10 2 | 30 8 | Benches placed
2020-06-20 | delivery-2 | led_alone | citizens | group | 9 0 | 27 0 | Rain barrels and watering rota
  by: citizen
2020-07-04 | delivery-2 | contributed | professionals | group | 4 4 | 10 24 | Contractor lays the drain
2020-07-18 | delivery-2 | led_alone | none | group | 8 0 | 24 0 | Watering through the heat
  by: citizen
2020-08-15 | delivery-2 | co_led | none | group | 9 1 | 27 4 | Beds mended after the storm
2020-08-29 | delivery-2 | contributed | professionals | group | 3 4 | 9 20 | Signs and bollards
2020-09-12 | delivery-2 | co_led | jointly | group | 12 2 | 36 6 | Autumn planting, alley 7
2020-09-26 | delivery-2 | led_alone | citizens | group | 11 0 | 33 0 | Alley day
  by: citizen
  entered: 2020-11-03
2020-10-10 | delivery-2 | co_led | none | group | 12 2 | 36 6 | Beds closed for winter
  entered: 2020-12-01
""")

COSTS = costs(
    f"""
2010-06-30 | 120000 | set_up | cash | City | priorities | Heat map, standard plan, first staff
2011-06-30 | 50000 | set_up | cash | Borough of Rosemont | delivery-1 | Alleys of the year in one borough
  source: {ROSEMONT_2012}
2012-06-30 | 100000 | set_up | cash | Borough of Rosemont | delivery-1 | About ten alleys in one borough
  source: {ROSEMONT_2012}
2015-07-01 | 400000 | set_up | cash | Borough of Le Plateau | delivery-1 | 14 of 21 requests, year uncertain
  source: {PLATEAU_2015}
  estimate: yes
2016-06-30 | 160000 | set_up | cash | Borough of Villeray | delivery-2 | New alleys only, none for upkeep
  source: {VILLERAY_2017}
2011-12-15 | 90000 | running | cash | City | delivery-1 | Plants, tools and contractors of the year
  repeat: 5 yearly
  then: 105000
  then: 120000
2016-12-15 | 148000 | running | cash | City | delivery-2 | Plants, tools and contractors of the year
  repeat: 5 yearly
  then: 155000
  then: 171000
2014-06-15 | 9000 | coproduction_support | cash | City | design-2 | Facilitation, training, snacks
  repeat: 7 yearly
  then: 12500
2018-03-15 | 14000 | evaluation | cash | Passerelle Fund | assessment | Survey of residents
  repeat: 2 yearly
2016-12-31 | 6400 | running | volunteer_time | Residents | delivery-2 | Hours at a replacement wage
  repeat: 5 yearly
  then: 7900
  then: 9300
  estimate: yes
2017-06-15 | 5200 | running | in_kind | Residents | delivery-2 | Plants and soil brought from home
  estimate: yes
""",
    words.Currency.CAD,
)

BENEFITS = benefits(
    """
2011-12-31 | 120000 | expected | 0.6 | 0.2 | Water service: less rain in the sewers | File of 2010
  repeat: 10 yearly
2014-12-31 | 85000 | claimed | 0.6 | 0.2 | Water service: less rain in the sewers | Annual report
  repeat: 7 yearly
  then: 104000
2016-12-31 | 20000 | confirmed | 0.6 | 0.3 | Borough upkeep taken over by residents | Borough accounts
  repeat: 5 yearly
  then: 30000
  then: 40000
""",
    words.Currency.CAD,
)

MEASURED = indicators("""
Satisfaction of adjoining residents | outcome | quality | points, 0 to 10 | up | 0 | 10 | 1 | irregular
  baseline: 6.8 | 2013-10-31 | 240
  target: 7.5 | 2021-12-31
  seen: 2013-10-31 | 6.8 | 240 | 1.9
  seen: 2015-10-31 | 6.9 | 188 | 2.0
  seen: 2017-10-31 | 7.3 | 201 | 1.8
  seen: 2019-10-31 | 7.1 | 164 | 1.9
Committee members born outside Canada | process | democracy | people | up | 0 | | 0 | irregular
  baseline: 6 | 2014-04-30 | 6
  target: 30 | 2021-12-31
  seen: 2014-04-30 | 6 | 6
  seen: 2016-04-30 | 9 | 9
  seen: 2019-04-30 | 14 | 14
Requests about litter to 311 | impact | cost | requests a year | down | 0 | | 0 | yearly
  elsewhere: 311, cleaning
""")


def _year_end(year: int) -> date:
    return min(date(year, 12, 31), UPDATED_ON)


def _counted(year: int, value: int, category: str = "", note: str = "") -> Observation:
    return Observation(
        observed_on=_year_end(year), value=value, category=category, note=note, source=ATTRIBUTION
    )


def _by_year(field: str) -> dict[int, int]:
    totals = Counter[int]()
    for fact in COUNTED:
        totals[fact.year] += getattr(fact, field)
    return {year: totals[year] for year in range(FIRST, LAST + 1)}


def _alleys() -> tuple[Observation, ...]:
    totals = [_counted(year, alleys) for year, alleys in _by_year("alleys").items()]
    return (*totals, *(_counted(fact.year, fact.alleys, fact.borough) for fact in COUNTED))


def _greened() -> tuple[Observation, ...]:
    known = _by_year("segments_measured")
    segments = _by_year("segments")
    return tuple(
        _counted(year, area, note=f"Measured on {known[year]} of {segments[year]} segments: a floor")
        for year, area in _by_year("greened_square_metres").items()
        if known[year]
    )


COUNTED: tuple[Fact, ...] = tuple(fact for fact in facts() if FIRST <= fact.year <= LAST)

ALLEYS = Indicator(
    name="Alleys made green in the year",
    definition=(
        "An alley counts once, in the year of the earliest valid date of any of its segments. Not shown: 40 "
        "alleys dated before 2010, 6 planned for 2021, 2 without a date. The target is illustrative. Taken "
        "as an outcome, since the changed alley is what residents asked for."
    ),
    level=words.IndicatorLevel.OUTCOME,
    aim=words.Aim.QUALITY,
    unit="alleys",
    direction=words.Direction.UP,
    minimum=0,
    frequency=words.Frequency.YEARLY,
    breakdown="Borough",
    baseline_value=16,
    baseline_on=date(2010, 12, 31),
    target_value=45,
    target_on=date(2020, 12, 31),
    observations=_alleys(),
    source=ATTRIBUTION,
)
GREENED = Indicator(
    name="Greened surface of the year's alleys",
    definition=(
        "Sum of the smaller of the file's two areas, probably the greened one, over the alleys that count in "
        "the year. Few early segments were measured, so early years are a floor."
    ),
    level=words.IndicatorLevel.OUTPUT,
    aim=words.Aim.QUALITY,
    unit="square metres",
    direction=words.Direction.UP,
    minimum=0,
    frequency=words.Frequency.YEARLY,
    observations=_greened(),
    source=ATTRIBUTION,
)

STORY = Story(
    initiative=INITIATIVE,
    lead=VILLE_DE_MONTREAL,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=(ALLEYS, GREENED, *MEASURED),
    learned=LEARNED,
    findings=FINDINGS,
)
