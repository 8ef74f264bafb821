"""Rosemont, Montréal: a people's restaurant in preparation, not open yet. In French."""

from datetime import date

from app import vocabulary as words
from seed.learned import DAY_MADE_UP, obstacles
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

COMITE_ALIMENTATION = Organization(
    slug="comite-alimentation-rosemont",
    name="Comité d’action en alimentation de Rosemont",
    type=words.OrganizationType.COMMUNITY_GROUP,
    country="CA",
)

INITIATIVE = Initiative(
    slug="restaurant-populaire-rosemont",
    name="Restaurant populaire de Rosemont",
    summary=(
        "Des résidents, des organismes communautaires et le réseau public préparent ensemble un restaurant : "
        "un lieu de rencontre et des repas nourrissants à petit prix. Les repas réguliers n’ont pas commencé."
    ),
    country="CA",
    sector=words.Sector.FOOD,
    place="Montréal, arrondissement de Rosemont",
    target_population="Résidents du quartier à faible revenu",
    eligible_population=5200,
    initiation=words.Initiation.CITIZEN_DRIVEN,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.CAD,
    language="fr",
    starts_on=date(2023, 10, 2),
    aims=(
        ChosenAim(
            aim=words.Aim.QUALITY,
            chosen_on=date(2023, 10, 2),
            chosen_by="Assemblée de quartier sur l’alimentation",
        ),
    ),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2024-04-01 | 2027-03-31 | 75000 | CAD
clearwater-evaluation | evaluator | 2025-01-20
""")

PHASES = phases("""
priorites | commissioning | 2023-10-02 | 2024-05-31 | Consultation du quartier | Coordonnatrice du comité
  claim: 2024-05-14 | together | Comité d’action
conception | design | 2024-05-01 | 2026-06-30 | Menu, local, horaires | Comité d’action
  claim: 2024-11-12 | together | Comité d’action
  claim: 2025-11-18 | citizens | Comité d’action
repas | delivery | 2026-05-01 | | Repas d’essai
""")

LOG = activities("""
2023-10-17 | priorites | consulted | none | collective | 46 5 | 69 25 | Assemblée de quartier
  support: childcare interpreting
2023-11-21 | priorites | consulted | professionals | collective | 31 4 | 31 28 | Tournée des organismes
2024-01-23 | priorites | contributed | jointly | collective | 12 5 | 30 20 | Priorités classées
2024-03-19 | priorites | co_led | jointly | collective | 10 4 | 25 16 | Un restaurant plutôt qu’un comptoir
  note: Le comptoir alimentaire est écarté : « on veut s’asseoir à table ».
2024-05-14 | priorites | co_led | citizens | collective | 11 3 | 22 9 | Comité d’action formé
  by: citizen
2024-06-11 | conception | co_led | jointly | group | 9 3 | 27 12 | Visite de trois restaurants
  support: expenses
2024-09-17 | conception | co_led | jointly | group | 8 3 | 20 12 | Menu, prix et contribution volontaire
2024-11-12 | conception | contributed | professionals | group | 6 4 | 12 24 | Permis, hygiène, assurances
2025-02-18 | conception | co_led | jointly | group | 9 4 | 22 16 | Trois locaux comparés
2025-04-15 | conception | led_alone | citizens | group | 7 0 | 17.5 0 | Recettes essayées à la maison
  by: citizen
2025-09-16 | conception | contributed | professionals | group | 4 3 | 6 21 | Bail et travaux
  entered: 2025-11-25
2025-11-18 | conception | co_led | jointly | group | 10 3 | 25 12 | Horaires et équipes de cuisine
2026-02-17 | conception | co_led | citizens | group | 9 2 | 24 6 | Règles de la salle
  by: citizen
2026-05-21 | repas | co_led | jointly | group | 11 3 | 55 18 | Premier repas d’essai : 38 assiettes
2026-06-18 | repas | co_led | jointly | group | 12 3 | 58 18 | Deuxième repas d’essai : 51 assiettes
  support: training
""")

COSTS = costs(
    """
2023-12-15 | 2400 | coproduction_support | cash | Comité d’action | priorites | Halte-garderie, interprètes
2024-06-30 | 3100 | coproduction_support | cash | Passerelle Fund | conception | Animation, déplacements
  repeat: 5 half_yearly
  then: 2700
2025-10-31 | 38600 | set_up | cash | Arrondissement | conception | Hotte et cuisine
2025-12-15 | 21400 | set_up | cash | Passerelle Fund | conception | Travaux de la salle
2026-03-31 | 12500 | set_up | in_kind | Paroisse | conception | Local prêté pendant les travaux
  estimate: yes
2026-05-31 | 1180 | running | cash | Comité d’action | repas | Denrées du premier repas
2026-06-30 | 1340 | running | cash | Comité d’action | repas | Denrées du deuxième repas
2025-12-31 | 2900 | set_up | volunteer_time | Résidents | conception | Heures au salaire de remplacement
  estimate: yes
""",
    words.Currency.CAD,
)

BENEFITS = benefits(
    """
2027-06-30 | 26000 | expected | 0.5 | 0.3 | Dépannage alimentaire du quartier | Demande de subvention de 2024
  repeat: 2 yearly
""",
    words.Currency.CAD,
)

INDICATORS = indicators("""
Assiettes servies | output | quality | assiettes | up | 0 | | 0 | monthly
  baseline: 0 | 2026-04-30
  target: 400 | 2027-06-30
  seen: 2026-05-31 | 38
  seen: 2026-06-30 | 51
Personnes ayant fait connaissance à table | outcome | quality | personnes | up | 0 | | 0 | irregular
  target: 30 | 2027-06-30
  seen: 2026-05-31 | 7 | 7 | | | Sur 38 personnes à table
  seen: 2026-06-30 | 13 | 13 | | | Sur 51 personnes à table
Membres du comité à faible revenu | process | democracy | personnes | up | 0 | | 0 | half_yearly
  baseline: 4 | 2024-05-31 | 4
  target: 8 | 2026-12-31
  seen: 2024-05-31 | 4 | 4
  seen: 2024-11-30 | 5 | 5
  seen: 2025-05-31 | 5 | 5
  seen: 2025-11-30 | 7 | 7
  seen: 2026-05-31 | 9 | 9
Demandes de dépannage alimentaire | impact | cost | demandes par mois | down | 0 | | 0 | quarterly
  elsewhere: Organismes de dépannage alimentaire
  baseline: 310 | 2024-03-31
""")

OBSTACLES = obstacles(f"""
2023-10-02 | obstacle | policy | | Health care is restructured
  source: {DAY_MADE_UP.format(source=ARTICLE)}
2023-10-02 | obstacle | culture | | What citizens began becomes a service of professionals
  source: {DAY_MADE_UP.format(source=ARTICLE)}
2023-10-02 | obstacle | conflict | | Tensions linked to immigration
  source: {DAY_MADE_UP.format(source=ARTICLE)}
2023-10-02 | enabler | culture | | A tradition of activism, and of working as partners
  source: {DAY_MADE_UP.format(source=ARTICLE)}
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=COMITE_ALIMENTATION,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=INDICATORS,
    learned=OBSTACLES,
)
