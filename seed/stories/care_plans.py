"""The Netherlands: carers and municipality write care plans together; carers do almost all the work."""

from datetime import date

from app import vocabulary as words
from seed.learned import DAY_MADE_UP, obstacles
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

OOSTWIJK = Organization(
    slug="municipality-of-oostwijk",
    name="Municipality of Oostwijk",
    type=words.OrganizationType.PUBLIC_BODY,
    country="NL",
)

INITIATIVE = Initiative(
    slug="care-plans-oostwijk",
    name="Care plans with informal carers, Oostwijk",
    summary=(
        "Family carers, neighbours and the neighbourhood team write one care plan for each household. "
        "Carers carry it out, with a professional on call."
    ),
    country="NL",
    sector=words.Sector.SOCIAL_CARE,
    place="Oostwijk",
    target_population="Households where somebody depends on unpaid care",
    eligible_population=640,
    initiation=words.Initiation.ENFORCED,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.EUR,
    starts_on=date(2022, 11, 1),
    aims=(
        ChosenAim(aim=words.Aim.COST, chosen_on=date(2022, 11, 1), chosen_by="Municipal executive"),
        ChosenAim(
            aim=words.Aim.QUALITY,
            chosen_on=date(2025, 3, 4),
            chosen_by="Municipal executive and carers' council",
            reason="The saving had not come, and carers asked for rest.",
        ),
    ),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2023-01-01 | 2026-12-31 | 90000 | EUR
clearwater-evaluation | evaluator | 2023-09-01
""")

PHASES = phases("""
reform | commissioning | 2022-11-01 | 2023-03-31 | What the reform asks | Alderman for care
  claim: 2023-02-14 | professionals | Alderman for care
plans | design | 2023-01-15 | | Plans household by household | Neighbourhood team
  claim: 2023-06-13 | together | Neighbourhood team
  claim: 2025-03-04 | together | Carers' council
care | delivery | 2023-04-01 | | Care at home | Neighbourhood team
  claim: 2023-09-12 | together | Neighbourhood team
review | assessment | 2024-04-01 | | Yearly review | Clearwater Evaluation
  claim: 2024-05-14 | together | Clearwater Evaluation
""")

LOG = activities("""
2022-11-15 | reform | none | professionals | collective | 0 5 | 0 30 | What moves to the municipality
2023-01-17 | reform | consulted | professionals | collective | 34 4 | 51 20 | Evening with carers
  support: access
2023-02-14 | reform | informed | professionals | collective | 20 3 | 20 12 | Decision explained
2023-02-21 | plans | co_led | jointly | individual | 9 4 | 27 22 | Plans written at kitchen tables
  repeat: 14 quarterly
  then: 11 4 32 24
  then: 8 3 25 19
2023-06-13 | plans | co_led | jointly | group | 12 4 | 24 14 | What every plan must hold
2025-03-04 | plans | co_led | jointly | collective | 14 4 | 35 16 | Respite put into every plan
2023-04-18 | care | led_alone | citizens | individual | 38 0 | 340 0 | Care of the month, from the diaries
  repeat: 42 monthly
  then: 41 0 372 0
  then: 44 0 391 0
  by: citizen
2023-05-09 | care | co_led | jointly | individual | 12 4 | 40 27 | Home visits by the neighbourhood team
  repeat: 41 monthly
  then: 13 4 44 30
  then: 12 5 41 33
2024-05-14 | review | contributed | jointly | collective | 12 4 | 18 16 | Review with the carers' council
2025-05-13 | review | co_led | jointly | collective | 13 3 | 26 12 | Review with the carers' council
2026-05-12 | review | co_led | jointly | collective | 12 3 | 24 12 | Review with the carers' council
""")

COSTS = costs(
    """
2023-01-31 | 46000 | set_up | cash | Municipality | reform | Training, software, two coordinators
2023-03-31 | 12500 | set_up | cash | Passerelle Fund | plans | Plan form and its tests
2023-06-30 | 38200 | running | cash | Municipality | care | Neighbourhood team of the quarter
  repeat: 14 quarterly
  then: 39400
  then: 41100
2023-06-30 | 4200 | coproduction_support | cash | Passerelle Fund | plans | Replacement care during meetings
  repeat: 7 half_yearly
  then: 5600
2024-06-30 | 9800 | evaluation | cash | Passerelle Fund | review | Survey of carers
  repeat: 3 yearly
2023-12-31 | 61000 | running | volunteer_time | Carers | care | Hours of the year at a replacement wage
  repeat: 3 yearly
  then: 68500
  estimate: yes
""",
    words.Currency.EUR,
)

BENEFITS = benefits(
    """
2023-12-31 | 110000 | expected | 0.5 | 0.2 | Professional home care | Council proposal of 2022
  repeat: 4 yearly
2024-12-31 | 58000 | claimed | 0.5 | 0.3 | Professional home care | Budget report of the municipality
  repeat: 2 yearly
2025-12-31 | 17500 | confirmed | 0.5 | 0.3 | Professional home care | Invoices counted by the auditor
""",
    words.Currency.EUR,
)

INDICATORS = indicators("""
Professional home care per household | outcome | cost | hours a month | down | 0 | | 1 | quarterly
  baseline: 18.4 | 2023-03-31 | 212
  target: 14.0 | 2026-12-31
  seen: 2023-03-31 | 18.4 | 212 | 7.1
  seen: 2023-06-30 | 18.1 | 220 | 7.0
  seen: 2023-09-30 | 17.2 | 231 | 7.3
  seen: 2023-12-31 | 16.9 | 228 | 6.8
  seen: 2024-03-31 | 16.1 | 240 | 6.9
  seen: 2024-06-30 | 15.8 | 236 | 7.2
  seen: 2024-12-31 | 15.9 | 244 | 7.0 | | Third quarter lost when the software changed
  seen: 2025-03-31 | 16.2 | 251 | 6.6
  seen: 2025-06-30 | 16.0 | 248 | 7.1
  seen: 2025-12-31 | 15.7 | 255 | 6.9
  seen: 2026-03-31 | 15.5 | 259 | 7.0
  seen: 2026-06-30 | 15.6 | 252 | 7.2
Strain on carers | outcome | quality | points, 0 to 10 | down | 0 | 10 | 1 | half_yearly
  baseline: 4.8 | 2023-03-31 | 96
  target: 3.5 | 2026-12-31
  seen: 2023-03-31 | 4.8 | 96 | 2.1
  seen: 2023-09-30 | 5.1 | 88 | 2.2
  seen: 2024-03-31 | 5.6 | 91 | 2.1
  seen: 2024-09-30 | 6.0 | 79 | 2.3
  seen: 2025-03-31 | 6.3 | 84 | 2.0
  seen: 2025-09-30 | 6.1 | 80 | 2.2
  seen: 2026-03-31 | 6.4 | 76 | 2.1
Unplanned admissions | impact | cost | per 100 households, a year | down | 0 | | 0 | yearly
  elsewhere: Regional hospital
  baseline: 22 | 2023-12-31 | 640
  seen: 2023-12-31 | 22 | 640
  seen: 2024-12-31 | 23 | 651
  seen: 2025-12-31 | 21 | 660
""")

OBSTACLES = obstacles(f"""
2022-11-01 | obstacle | policy | | The stress on individual responsibility weakens the democratic aim
  source: {DAY_MADE_UP.format(source=ARTICLE)}
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=OOSTWIJK,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=INDICATORS,
    learned=OBSTACLES,
)
