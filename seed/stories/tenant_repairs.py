"""England: a landlord says that tenants lead repairs with it. The log does not show it, and waiting grows."""

from datetime import date

from app import vocabulary as words
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

MARLOW_COURT = Organization(
    slug="marlow-court-homes",
    name="Marlow Court Homes",
    type=words.OrganizationType.CHARITY,
    country="GB",
)

INITIATIVE = Initiative(
    slug="repairs-with-tenants",
    name="Repairs with tenants, Marlow Court",
    summary=(
        "A tenant panel meets about repairs and maintenance. The landlord reports that priorities, rules and "
        "work are led together. Invented, after the article's mention of jointly managed housing."
    ),
    country="GB",
    sector=words.Sector.HOUSING,
    place="Marlow Court, 640 homes",
    target_population="Tenants of Marlow Court",
    eligible_population=1480,
    initiation=words.Initiation.PROFESSIONALS,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.GBP,
    starts_on=date(2023, 1, 16),
    aims=(ChosenAim(aim=words.Aim.COST, chosen_on=date(2023, 1, 16), chosen_by="Director of property"),),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2023-04-01 | 2027-03-31 | 40000 | GBP
clearwater-evaluation | evaluator | 2024-04-02
""")

PHASES = phases("""
priorities | commissioning | 2023-01-16 | 2026-03-31 | What to repair first | Director of property
  claim: 2023-04-18 | together | Marlow Court Homes
rules | design | 2023-03-01 | 2024-06-30 | How repairs are ordered | Repairs manager
  claim: 2023-09-19 | together | Marlow Court Homes
work | delivery | 2023-06-01 | | Repairs and inspections | Repairs manager
  claim: 2024-04-16 | together | Marlow Court Homes
review | assessment | 2024-04-02 | | Scrutiny | Marlow Court Homes
  claim: 2025-04-15 | together | Marlow Court Homes
""")

LOG = activities("""
2023-01-24 | priorities | informed | professionals | collective | 22 4 | 33 16 | Panel introduced
2023-04-18 | priorities | contributed | professionals | collective | 9 5 | 18 25 | Panel meeting
  repeat: 12 quarterly
  then: 8 5 14 25
  then: 6 5 11 25
  note: Proposals noted. The works list had been approved.
2023-05-23 | rules | contributed | professionals | group | 6 4 | 12 24 | Wording of the repairs leaflet
2023-09-19 | rules | consulted | professionals | group | 8 4 | 12 20 | Appointment slots
2024-02-20 | rules | contributed | professionals | group | 5 3 | 9 18 | New contractor's call centre
2023-06-20 | work | contributed | professionals | collective | 5 9 | 14 96 | Work of the month
  repeat: 39 monthly
  then: 4 9 12 104
  then: 4 8 11 88
2024-10-15 | review | consulted | professionals | collective | 6 3 | 9 12 | Complaints report presented
  entered: 2024-12-17
2025-04-15 | review | informed | none | collective | 7 3 | 9 9 | Annual figures presented
""")

COSTS = costs(
    """
2023-03-31 | 11200 | set_up | cash | Marlow Court Homes | priorities | Panel recruited, room, website
2023-06-30 | 58000 | running | cash | Marlow Court Homes | work | Contractor, share of the pilot homes
  repeat: 13 quarterly
  then: 61500
  then: 66200
2023-06-30 | 2600 | coproduction_support | cash | Passerelle Fund | priorities | Facilitator and vouchers
  repeat: 6 half_yearly
2025-06-30 | 6400 | evaluation | cash | Passerelle Fund | review | Interviews with tenants
""",
    words.Currency.GBP,
)

BENEFITS = benefits(
    """
2024-03-31 | 52000 | expected | 0.7 | 0.2 | Repairs not ordered twice | Board paper of 2022
  repeat: 3 yearly
2025-03-31 | 30000 | claimed | 0.7 | 0.2 | Repairs not ordered twice | Annual report
""",
    words.Currency.GBP,
)

INDICATORS = indicators("""
Days until a repair is done | outcome | quality | days, median | down | 0 | | 0 | monthly
  baseline: 14 | 2023-05-31
  target: 10 | 2026-03-31
  monthly: 2023 - - - - 14 13 15 14 16 15 17 18
  monthly: 2024 17 16 18 - 19 20 18 21 20 22 21 24
  monthly: 2025 23 22 24 25 23 26 - - 27 26 28 29
  monthly: 2026 27 29 30 28 31 30 29 32 31
Repairs right the first time | outcome | cost | % of repairs | up | 0 | 100 | 0 | half_yearly
  baseline: 71 | 2023-06-30 | 410
  target: 85 | 2026-03-31
  seen: 2023-06-30 | 71 | 410
  seen: 2023-12-31 | 73 | 436
  seen: 2024-06-30 | 70 | 452
  seen: 2024-12-31 | 68 | 441
  seen: 2025-06-30 | 69 | 460
  seen: 2025-12-31 | 66 | 449
Tenants at panel meetings | process | democracy | people | up | 0 | | 0 | quarterly
  baseline: 9 | 2023-04-30 | 9
  target: 15 | 2026-03-31
  seen: 2023-04-30 | 9 | 9
  seen: 2023-10-31 | 6 | 6
  seen: 2024-04-30 | 8 | 8
  seen: 2024-10-31 | 9 | 9
  seen: 2025-04-30 | 6 | 6
  seen: 2026-01-31 | 6 | 6
Rent arrears of tenants with open repairs | impact | cost | GBP a household | down | 0 | | 0 | yearly
  elsewhere: Housing benefit and advice
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=MARLOW_COURT,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=INDICATORS,
)
