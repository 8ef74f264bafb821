"""Sweden: relatives care for elders and organize it themselves, which is not co-production."""

from datetime import date

from app import vocabulary as words
from seed.learned import DAY_MADE_UP, obstacles
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, costs, indicators, partnerships, phases

RELATIVES_CIRCLE = Organization(
    slug="relatives-circle-malarby",
    name="Relatives' circle, Mälarby",
    type=words.OrganizationType.COMMUNITY_GROUP,
    country="SE",
)

INITIATIVE = Initiative(
    slug="relatives-care-malarby",
    name="Relatives caring for elders, Mälarby",
    summary=(
        "Sons, daughters and partners care for elders at home and share nights, drives and advice among "
        "themselves. The municipality is told, and lends a room."
    ),
    country="SE",
    sector=words.Sector.AGEING,
    place="Mälarby",
    target_population="People over 75 cared for at home by relatives",
    eligible_population=160,
    initiation=words.Initiation.CITIZEN_OWNED,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.SEK,
    starts_on=date(2022, 3, 1),
    aims=(
        ChosenAim(aim=words.Aim.QUALITY, chosen_on=date(2022, 3, 1), chosen_by="The circle's first meeting"),
    ),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2023-01-01 | 2026-12-31 | 240000 | SEK
""")

PHASES = phases("""
needs | commissioning | 2022-03-01 | 2022-09-30 | Who needs what | The circle
  claim: 2022-09-13 | citizens | The circle
plan | design | 2022-06-01 | 2023-02-28 | Nights, drives, advice | The circle
  claim: 2022-11-08 | citizens | The circle
care | delivery | 2022-10-01 | | Care shared among relatives
  claim: 2023-03-14 | citizens | The circle
""")

LOG = activities("""
2022-03-15 | needs | led_alone | citizens | collective | 14 0 | 28 0 | First meeting in a kitchen
  by: citizen
2022-05-10 | needs | led_alone | citizens | collective | 11 0 | 22 0 | Who is alone at night?
  by: citizen
2022-09-13 | needs | led_alone | citizens | collective | 13 1 | 26 2 | List of needs, municipality informed
  by: citizen
2022-06-14 | plan | led_alone | citizens | group | 9 0 | 18 0 | Rota for nights and drives
  by: citizen
2022-11-08 | plan | led_alone | citizens | group | 10 0 | 20 0 | Rules when somebody falls ill
  by: citizen
2023-02-14 | plan | led_alone | citizens | group | 8 0 | 16 0 | What to do with the grant
  by: citizen
2022-10-11 | care | led_alone | citizens | individual | 16 0 | 212 0 | Nights and drives of the month
  repeat: 48 monthly
  then: 17 0 236 0
  then: 15 0 198 0
  by: citizen
2023-01-19 | care | led_alone | none | group | 12 1 | 24 2 | Evening of relatives, district nurse answers
  repeat: 14 quarterly
  then: 9 0 18 0
  by: citizen
""")

COSTS = costs(
    """
2023-02-28 | 18000 | set_up | cash | Passerelle Fund | plan | Telephones and a shared calendar
2023-03-31 | 14500 | running | cash | Passerelle Fund | care | Petrol and taxis of the quarter
  repeat: 14 quarterly
  then: 15200
2022-12-31 | 7200 | running | in_kind | Municipality | care | Room lent for the evenings
  repeat: 4 yearly
  estimate: yes
2022-12-31 | 96000 | running | volunteer_time | Relatives | care | Hours since October at a replacement wage
  estimate: yes
2023-12-31 | 402000 | running | volunteer_time | Relatives | care | Hours of the year at a replacement wage
  repeat: 3 yearly
  then: 396000
  estimate: yes
""",
    words.Currency.SEK,
)

INDICATORS = indicators("""
Nights somebody was there | output | quality | nights | up | 0 | | 0 | monthly
  baseline: 61 | 2022-10-31
  target: 90 | 2026-12-31
  monthly: 2022 - - - - - - - - - 61 66 58
  monthly: 2023 64 67 70 69 73 71 - - 76 78 80 72
  monthly: 2024 79 81 84 80 86 83 70 - 85 88 87 79
  monthly: 2025 83 86 88 85 - 87 74 76 89 91 90 82
  monthly: 2026 88 90 93 89 94 92 78 80 93
Strain on relatives | outcome | quality | points, 0 to 10 | down | 0 | 10 | 1 | half_yearly
  baseline: 5.4 | 2022-12-31 | 13
  target: 3.5 | 2025-12-31
  seen: 2022-12-31 | 5.4 | 13 | 1.9
  seen: 2023-06-30 | 5.3 | 12 | 2.0
  seen: 2023-12-31 | 5.8 | 14 | 1.8
  seen: 2024-06-30 | 6.1 | 9 | 2.1 | | Nine answers
  seen: 2024-12-31 | 6.4 | 12 | 1.9
  seen: 2025-06-30 | 6.6 | 11 | 1.7
  seen: 2025-12-31 | 6.9 | 8 | 2.0 | | Eight answers
  seen: 2026-06-30 | 7.1 | 10 | 1.8
Hours of municipal home help | impact | cost | hours a month | neutral | 0 | | 0 | yearly
  elsewhere: Municipal home help
""")

OBSTACLES = obstacles(f"""
2022-03-01 | obstacle | policy | | Care by relatives leaves little space for co-production
  source: {DAY_MADE_UP.format(source=ARTICLE)}
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=RELATIVES_CIRCLE,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    indicators=INDICATORS,
    learned=OBSTACLES,
)
