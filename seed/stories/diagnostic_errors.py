"""USA: patients and doctors deliberate on errors in diagnosis. Planned together, once; nothing delivered."""

from datetime import date

from app import vocabulary as words
from seed.learned import DAY_MADE_UP, obstacles
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, costs, indicators, phases

LAKESIDE_CLINICS = Organization(
    slug="lakeside-clinics",
    name="Lakeside Clinics",
    type=words.OrganizationType.PRIVATE,
    country="US",
)

INITIATIVE = Initiative(
    slug="fewer-diagnostic-errors",
    name="Fewer errors in diagnosis",
    summary=(
        "Patients and health professionals spend three weekends on what patients can do against errors in "
        "diagnosis, and write recommendations. After the study by Jo and Nabatchi that the article cites."
    ),
    country="US",
    sector=words.Sector.HEALTH,
    place="Four clinics in one county",
    target_population="Adult patients of four clinics",
    eligible_population=12500,
    initiation=words.Initiation.PROFESSIONALS,
    status=words.InitiativeStatus.COMPLETED,
    currency=words.Currency.USD,
    starts_on=date(2024, 2, 5),
    ends_on=date(2025, 3, 31),
    aims=(ChosenAim(aim=words.Aim.QUALITY, chosen_on=date(2024, 2, 5), chosen_by="Patient safety board"),),
    sources=(ARTICLE, "Jo, S. and Nabatchi, T. (2018), as cited in the article"),
)

PHASES = phases("""
recommendations | design | 2024-02-05 | 2025-03-31 | Recommendations | Patient safety board
  claim: 2024-06-24 | together | Patient safety board
""")

LOG = activities("""
2024-02-20 | recommendations | informed | professionals | group | 21 4 | 21 20 | What is such an error?
  support: payment
2024-04-13 | recommendations | contributed | jointly | group | 20 5 | 120 40 | First weekend: causes
  support: payment childcare
2024-05-11 | recommendations | contributed | jointly | group | 19 5 | 114 40 | Second weekend: remedies
  support: payment childcare
2024-06-08 | recommendations | co_led | citizens | group | 19 4 | 114 32 | Third weekend: a vote
  support: payment childcare
2024-11-19 | recommendations | consulted | professionals | group | 8 6 | 8 24 | Answer of the clinics
""")

COSTS = costs(
    """
2024-03-31 | 18500 | set_up | cash | Lakeside Clinics | recommendations | Recruitment of patients
2024-06-30 | 22400 | coproduction_support | cash | Lakeside Clinics | recommendations | Payment, childcare
2024-07-31 | 9600 | running | cash | Lakeside Clinics | recommendations | Facilitators and rooms
""",
    words.Currency.USD,
)

INDICATORS = indicators("""
Recommendations taken up | output | quality | recommendations | up | 0 | | 0 | irregular | cumulative
  baseline: 0 | 2024-06-30
  target: 12 | 2025-12-31
  seen: 2024-11-30 | 3
  seen: 2025-03-31 | 5
Asked "what else could it be?" | outcome | quality | % of patients | up | 0 | 100 | 0 | irregular
  baseline: 22 | 2024-02-28 | 21
  target: 50 | 2025-03-31
  seen: 2024-02-28 | 22 | 21
  seen: 2025-02-28 | 47 | 17
""")

OBSTACLES = obstacles(f"""
2024-02-05 | obstacle | culture | | An individualised model. Citizens meet once, and nothing lasts.
  source: {DAY_MADE_UP.format(source=ARTICLE)}
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=LAKESIDE_CLINICS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    indicators=INDICATORS,
    learned=OBSTACLES,
)
