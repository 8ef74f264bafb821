"""Sheffield: older people mentor people who are isolated. Staff planned it, both sides deliver it."""

from datetime import date

from app import vocabulary as words
from seed.learned import DAY_MADE_UP, obstacles
from seed.sources import ARTICLE
from seed.stories.sheffield_loneliness import DON_VALLEY
from seed.story import ChosenAim, Initiative, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

INITIATIVE = Initiative(
    slug="sheffield-peer-mentoring",
    name="Peer mentoring, Sheffield",
    summary=(
        "Older people who know loneliness visit and phone people who are isolated now. "
        "Staff wrote the programme, train the mentors and make the matches."
    ),
    country="GB",
    sector=words.Sector.AGEING,
    place="Sheffield",
    target_population="People over 50 who seldom leave home",
    eligible_population=1900,
    initiation=words.Initiation.PROFESSIONALS,
    status=words.InitiativeStatus.COMPLETED,
    currency=words.Currency.GBP,
    starts_on=date(2017, 1, 9),
    ends_on=date(2020, 12, 18),
    aims=(
        ChosenAim(
            aim=words.Aim.QUALITY, chosen_on=date(2017, 1, 9), chosen_by="Programme team, Don Valley Homes"
        ),
    ),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2017-01-01 | 2020-12-31 | 60000 | GBP
firth-park-good-neighbours | delivery | 2017-04-01
""")

PHASES = phases("""
design | design | 2017-01-09 | 2017-04-30 | Programme | Programme manager
  claim: 2017-04-18 | together | Programme team
delivery | delivery | 2017-05-01 | 2020-12-18 | Matches and visits | Programme manager
  claim: 2017-09-12 | together | Programme team
""")

LOG = activities("""
2017-01-17 | design | none | professionals | group | 0 4 | 0 22 | Programmes of other cities compared
2017-02-07 | design | consulted | professionals | group | 11 3 | 16 15 | What would you want from a mentor?
  support: expenses
2017-03-14 | design | none | professionals | group | 0 3 | 0 30 | Handbook and checks for volunteers
2017-04-18 | design | informed | professionals | group | 14 3 | 14 12 | Programme presented
2017-05-16 | delivery | contributed | professionals | group | 12 3 | 48 24 | Training of new mentors
  repeat: 6 half_yearly
  then: 9 3 36 24
  support: training expenses
2017-06-13 | delivery | co_led | jointly | individual | 13 3 | 58 31 | Visits and calls of the month
  repeat: 34 monthly
  then: 15 3 66 30
  then: 14 2 61 27
  support: expenses
2017-07-20 | delivery | contributed | professionals | individual | 2 2 | 3 14 | Matching
  repeat: 14 quarterly
2020-05-19 | delivery | led_alone | citizens | individual | 16 0 | 44 0 | Calls through the lockdown
  repeat: 6 monthly
  by: citizen
""")

COSTS = costs(
    """
2017-02-28 | 9600 | set_up | cash | Passerelle Fund | design | Handbook, checks, training room
2017-06-30 | 11800 | running | cash | Don Valley Homes | delivery | Coordinator and travel of the quarter
  repeat: 14 quarterly
  then: 12400
2017-06-30 | 1900 | coproduction_support | cash | Passerelle Fund | delivery | Fares and training of mentors
  repeat: 7 half_yearly
2018-12-31 | 5100 | running | volunteer_time | Mentors | delivery | Hours of the year at a replacement wage
  repeat: 3 yearly
  then: 5700
  estimate: yes
""",
    words.Currency.GBP,
)

BENEFITS = benefits(
    """
2018-06-30 | 14000 | expected | 0.5 | 0.3 | Adult social care | Application of 2016
  repeat: 3 yearly
2019-06-30 | 6500 | claimed | 0.5 | 0.4 | Adult social care | Annual report
""",
    words.Currency.GBP,
)

INDICATORS = indicators("""
People with a mentor | output | quality | people | up | 0 | | 0 | quarterly
  baseline: 0 | 2017-03-31
  target: 60 | 2020-12-31
  seen: 2017-06-30 | 9 | 9
  seen: 2017-09-30 | 17 | 17
  seen: 2017-12-31 | 24 | 24
  seen: 2018-03-31 | 31 | 31
  seen: 2018-06-30 | 36 | 36
  seen: 2018-12-31 | 44 | 44 | | | September not counted: the coordinator was away
  seen: 2019-03-31 | 47 | 47
  seen: 2019-06-30 | 52 | 52
  seen: 2019-09-30 | 51 | 51
  seen: 2019-12-31 | 55 | 55
  seen: 2020-03-31 | 54 | 54
  seen: 2020-09-30 | 41 | 41
Loneliness of people with a mentor | outcome | quality | points, 3 to 9 | down | 3 | 9 | 1 | half_yearly
  instrument: UCLA 3-item loneliness scale
  respondents: different_people
  baseline: 7.2 | 2017-06-30 | 9
  target: 6.0 | 2020-06-30
  seen: 2017-06-30 | 7.2 | 9 | 1.3 | | Nine people: read with care
  seen: 2018-06-30 | 6.6 | 27 | 1.5
  seen: 2018-12-31 | 6.3 | 31 | 1.5
  seen: 2019-06-30 | 6.2 | 34 | 1.6
  seen: 2019-12-31 | 6.4 | 29 | 1.6
""")

OBSTACLES = obstacles(f"""
2017-01-09 | obstacle | contract | | Contract specifications and payment by results
  source: {DAY_MADE_UP.format(source=ARTICLE)}
2017-01-09 | enabler | culture | | Its parent project is co-produced at every level
  source: {DAY_MADE_UP.format(source=ARTICLE)}
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=DON_VALLEY,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=INDICATORS,
    learned=OBSTACLES,
)
