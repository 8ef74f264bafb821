"""The Netherlands: residents patrol with the police, on routes and rules that the police drew up."""

from datetime import date

from app import vocabulary as words
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

POLICE_TEAM = Organization(
    slug="police-team-waterkant",
    name="Police team Waterkant",
    type=words.OrganizationType.PUBLIC_BODY,
    country="NL",
)

INITIATIVE = Initiative(
    slug="neighbourhood-watch-waterkant",
    name="Neighbourhood watch, Waterkant",
    summary=(
        "Residents walk in pairs on two evenings a week and report to the police officer of the district. "
        "The police set routes and rules."
    ),
    country="NL",
    sector=words.Sector.SAFETY,
    place="Waterkant",
    target_population="Residents of four streets by the harbour",
    eligible_population=3100,
    initiation=words.Initiation.PROFESSIONALS,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.EUR,
    starts_on=date(2023, 2, 1),
    aims=(ChosenAim(aim=words.Aim.QUALITY, chosen_on=date(2023, 2, 1), chosen_by="Police team Waterkant"),),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2023-06-01 | 2027-05-31 | 25000 | EUR
""")

PHASES = phases("""
rules | design | 2023-02-01 | 2023-06-30 | Routes and rules | District police officer
  claim: 2023-06-06 | together | Police team Waterkant
patrols | delivery | 2023-05-01 | | Patrols | District police officer
  claim: 2023-10-03 | together | Police team Waterkant
review | assessment | 2024-09-01 | | Review | Police team Waterkant
  claim: 2025-01-14 | together | Police team Waterkant
""")

LOG = activities("""
2023-02-14 | rules | none | professionals | collective | 0 3 | 0 18 | Routes drawn from incident maps
2023-03-21 | rules | consulted | professionals | collective | 26 3 | 39 9 | Evening in the harbour school
2023-04-18 | rules | none | professionals | collective | 0 4 | 0 28 | Rules, vests, telephone line
2023-06-06 | rules | informed | professionals | collective | 19 2 | 19 6 | Rules handed out
2023-05-16 | patrols | co_led | none | collective | 12 2 | 84 22 | Patrols of the month
  repeat: 41 monthly
  then: 13 2 91 22
  then: 10 2 70 24
  then: 9 2 63 20
  by: citizen
2023-09-12 | patrols | contributed | professionals | collective | 11 3 | 22 12 | Briefing with the police
  repeat: 12 quarterly
2023-11-18 | patrols | contributed | professionals | group | 9 2 | 27 12 | Training: talk, do not chase
  repeat: 3 yearly
  support: training
2025-01-14 | review | consulted | professionals | collective | 10 3 | 15 12 | Two years of figures discussed
  entered: 2025-03-04
""")

COSTS = costs(
    """
2023-05-31 | 5400 | set_up | cash | Police | rules | Vests, torches, telephone line
2023-06-30 | 2100 | running | cash | Passerelle Fund | patrols | Insurance, coffee, batteries of the half-year
  repeat: 7 half_yearly
2023-09-30 | 3900 | running | in_kind | Police | patrols | Hours of the district officer
  repeat: 6 half_yearly
  estimate: yes
2023-12-31 | 7600 | running | volunteer_time | Residents | patrols | Hours of the year at a replacement wage
  repeat: 3 yearly
  then: 10400
  then: 9100
  estimate: yes
""",
    words.Currency.EUR,
)

BENEFITS = benefits(
    """
2023-12-31 | 45000 | expected | 0.5 | 0.3 | Households and insurers: losses avoided | Proposal to the mayor
  repeat: 4 yearly
2024-12-31 | 30000 | claimed | 0.5 | 0.3 | Households and insurers: losses avoided | Police annual report
  repeat: 2 yearly
2025-12-31 | 12000 | confirmed | 0.5 | 0.4 | Households and insurers: losses avoided | Count of one insurer
""",
    words.Currency.EUR,
)

INDICATORS = indicators("""
Reported break-ins and thefts | outcome | quality | reports a month | down | 0 | | 0 | monthly
  baseline: 19 | 2023-04-30
  target: 12 | 2026-12-31
  monthly: 2023 - - - 19 21 18 20 17 22 19 24 21
  monthly: 2024 18 20 16 17 19 15 18 16 17 - 20 19
  monthly: 2025 15 17 14 16 13 15 17 12 14 16 18 15
  monthly: 2026 13 15 12 14 16 13 15 14 13
Residents who patrol | process | quality | people | up | 0 | | 0 | quarterly
  baseline: 24 | 2023-06-30 | 24
  target: 30 | 2026-06-30
  seen: 2023-06-30 | 24 | 24
  seen: 2023-12-31 | 27 | 27
  seen: 2024-06-30 | 23 | 23
  seen: 2024-12-31 | 18 | 18
  seen: 2025-06-30 | 14 | 14
  seen: 2025-12-31 | 11 | 11
  seen: 2026-06-30 | 9 | 9
Feels safe in the evening | outcome | quality | % of residents | up | 0 | 100 | 0 | yearly
  baseline: 58 | 2023-03-31 | 164
  target: 70 | 2026-03-31
  seen: 2023-03-31 | 58 | 164
  seen: 2024-03-31 | 61 | 151
  seen: 2025-03-31 | 66 | 139
  seen: 2026-03-31 | 65 | 142
Calls about young people on the quay | impact | quality | calls a year | neutral | 0 | | 0 | yearly
  elsewhere: Youth work
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=POLICE_TEAM,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=INDICATORS,
)
