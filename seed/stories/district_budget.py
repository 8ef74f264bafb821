"""A Paris district: residents are asked, the council decides. Consultation, whatever the council calls it."""

from datetime import date

from app import vocabulary as words
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, costs, indicators, partnerships, phases

CANAL_DISTRICT = Organization(
    slug="canal-district-council",
    name="Canal District Council",
    type=words.OrganizationType.PUBLIC_BODY,
    country="FR",
)

INITIATIVE = Initiative(
    slug="district-participatory-budget",
    name="Participatory budget of a Paris district",
    summary=(
        "Residents send ideas and mark the ones they like. Offices sort them, the council chooses, firms "
        "build. After the participatory budget of Paris, which itself is run in another way."
    ),
    country="FR",
    sector=words.Sector.COMMUNITY,
    place="Paris, one district",
    target_population="Residents of the district over seven years of age",
    eligible_population=88000,
    initiation=words.Initiation.PROFESSIONALS,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.EUR,
    starts_on=date(2022, 1, 10),
    aims=(
        ChosenAim(aim=words.Aim.DEMOCRACY, chosen_on=date(2022, 1, 10), chosen_by="Canal District Council"),
    ),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
clearwater-evaluation | evaluator | 2023-02-01
""")

PHASES = phases("""
ideas | commissioning | 2022-01-10 | 2025-06-30 | Ideas and choice | Deputy mayor for participation
  claim: 2022-06-21 | together | Canal District Council
plans | design | 2022-07-01 | | Plans | Technical services
works | delivery | 2022-10-01 | | Works | Technical services
  claim: 2022-11-15 | professionals | Canal District Council
""")

LOG = activities("""
2022-01-25 | ideas | informed | professionals | collective | 60 6 | 60 36 | Rules of the budget presented
2022-03-15 | ideas | consulted | professionals | collective | 240 4 | 60 48 | Ideas collected
  repeat: 4 yearly
  then: 310 4 78 50
  then: 275 4 69 46
2022-04-19 | ideas | none | professionals | collective | 0 6 | 0 110 | Ideas sorted by the offices
  repeat: 4 yearly
2022-05-24 | ideas | consulted | professionals | collective | 1900 5 | 160 40 | Favourites marked
  repeat: 4 yearly
  then: 2400 5 200 40
2022-06-21 | ideas | none | professionals | collective | 0 9 | 0 27 | Council chooses the projects
  repeat: 4 yearly
2022-09-13 | plans | consulted | professionals | group | 18 3 | 27 24 | Plans shown on site
  repeat: 8 half_yearly
  then: 11 3 16 24
2022-11-15 | works | none | professionals | collective | 0 8 | 0 320 | Works of the quarter
  repeat: 16 quarterly
  then: 0 6 0 260
2025-05-17 | works | informed | none | collective | 45 4 | 45 12 | Opening of the square
""")

COSTS = costs(
    """
2022-02-28 | 64000 | set_up | cash | Canal District Council | ideas | Platform, leaflets, posters
2022-12-15 | 410000 | running | cash | Canal District Council | works | Works of the half-year
  repeat: 8 half_yearly
  then: 385000
  then: 452000
2022-04-30 | 38000 | running | cash | Canal District Council | ideas | Two officers, one campaign
  repeat: 4 yearly
  then: 41000
2024-03-31 | 12000 | evaluation | cash | Canal District Council | | Survey by telephone
""",
    words.Currency.EUR,
)

INDICATORS = indicators("""
Residents who marked a favourite | output | democracy | people | up | 0 | | 0 | yearly
  baseline: 1900 | 2022-05-31
  target: 4000 | 2025-05-31
  seen: 2022-05-31 | 1900 | 1900
  seen: 2023-05-31 | 2400 | 2400
  seen: 2024-05-31 | 2310 | 2310
  seen: 2025-05-31 | 2650 | 2650
Feels able to influence decisions here | outcome | democracy | % of residents | up | 0 | 100 | 0 | yearly
  baseline: 31 | 2022-03-31 | 402
  target: 40 | 2026-03-31
  seen: 2022-03-31 | 31 | 402
  seen: 2024-03-31 | 29 | 388 | | | No survey in 2023
  seen: 2025-03-31 | 30 | 391
Days from choice to opening | process | quality | days | down | 0 | | 0 | yearly
  baseline: 540 | 2023-12-31
  target: 365 | 2026-12-31
  seen: 2023-12-31 | 540
  seen: 2024-12-31 | 585
  seen: 2025-12-31 | 610
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=CANAL_DISTRICT,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    indicators=INDICATORS,
)
