"""Ireland: the outsider's own initiative, which nobody else of the demo may see."""

from datetime import date

from app import vocabulary as words
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, costs, indicators, phases

GLENMORE = Organization(
    slug="glenmore-rural-transport",
    name="Glenmore Rural Transport",
    type=words.OrganizationType.COOPERATIVE,
    country="IE",
)

INITIATIVE = Initiative(
    slug="glenmore-village-bus",
    name="Village bus, Glenmore",
    summary="Passengers drew the timetable with the drivers and take turns at the wheel on Saturdays.",
    country="IE",
    sector=words.Sector.TRANSPORT,
    place="Glenmore",
    target_population="People without a car in six villages",
    eligible_population=700,
    initiation=words.Initiation.CITIZEN_DRIVEN,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.EUR,
    starts_on=date(2024, 9, 2),
    aims=(ChosenAim(aim=words.Aim.QUALITY, chosen_on=date(2024, 9, 2), chosen_by="Members' meeting"),),
    sources=(),
)

PHASES = phases("""
timetable | design | 2024-09-02 | 2025-01-31 | Timetable | Manager of the cooperative
  claim: 2024-11-12 | together | Members' meeting
bus | delivery | 2025-02-01 | | The bus | Manager of the cooperative
  claim: 2025-05-13 | together | Members' meeting
""")

LOG = activities("""
2024-09-17 | timetable | co_led | jointly | collective | 16 3 | 32 9 | Where do you need to be, and when?
2024-10-15 | timetable | contributed | professionals | group | 5 3 | 8 12 | Licences and insurance
2024-11-12 | timetable | co_led | jointly | collective | 12 3 | 18 9 | Timetable voted
2025-02-08 | bus | co_led | none | collective | 7 3 | 28 44 | Saturday service
  repeat: 18 monthly
  then: 8 3 33 44
""")

COSTS = costs(
    """
2024-12-31 | 21500 | set_up | cash | Glenmore Rural Transport | timetable | Second-hand bus
2025-03-31 | 6200 | running | cash | Glenmore Rural Transport | bus | Fuel, driver, insurance of the quarter
  repeat: 6 quarterly
""",
    words.Currency.EUR,
)

INDICATORS = indicators("""
Journeys | output | quality | journeys a month | up | 0 | | 0 | monthly
  baseline: 140 | 2025-02-28
  target: 300 | 2026-12-31
  monthly: 2025 - 140 162 171 180 192 201 188 214 226 231 209
  monthly: 2026 222 235 247 251 258 263 270 255
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=GLENMORE,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    indicators=INDICATORS,
)
