"""A board game to find out what a place needs, after ACEPP Rhône-Alpes: local people wrote it. In French."""

from datetime import date

from app import vocabulary as words
from seed.learned import DAY_MADE_UP, obstacles
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, costs, indicators, partnerships, phases

RELAIS_PARENTS = Organization(
    slug="relais-parents-rhone-alpes",
    name="Relais parents Rhône-Alpes",
    type=words.OrganizationType.ASSOCIATION,
    country="FR",
)

INITIATIVE = Initiative(
    slug="jeu-des-besoins-du-quartier",
    name="Le jeu des besoins du quartier",
    summary=(
        "Un jeu de plateau pour dire ce qui manque ici. Des habitants écrivent les questions, les photos du "
        "plateau changent avec chaque quartier, un artisan fabrique les pions. D’après l’ACEPP Rhône-Alpes."
    ),
    country="FR",
    sector=words.Sector.COMMUNITY,
    place="Rhône-Alpes, trois quartiers",
    target_population="Habitants de trois quartiers",
    eligible_population=6400,
    initiation=words.Initiation.TRANSITIONAL,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.EUR,
    language="fr",
    starts_on=date(2024, 1, 15),
    aims=(
        ChosenAim(
            aim=words.Aim.DEMOCRACY, chosen_on=date(2024, 1, 15), chosen_by="Groupe d’habitants et salariées"
        ),
    ),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2024-03-01 | 2027-02-28 | 18000 | EUR
""")

PHASES = phases("""
besoins | commissioning | 2024-01-15 | 2024-04-30 | Que faut-il demander ? | Coordinatrice du relais
  claim: 2024-04-16 | together | Groupe du jeu
jeu | design | 2024-04-01 | 2025-06-30 | Questions, plateau, pions | Groupe du jeu
  claim: 2024-10-08 | citizens | Groupe du jeu
parties | delivery | 2025-09-01 | | Parties jouées | Coordinatrice du relais
  claim: 2025-10-14 | together | Coordinatrice du relais
""")

LOG = activities("""
2024-01-23 | besoins | co_led | jointly | collective | 13 2 | 26 8 | Première soirée : que manque-t-il ici ?
  support: childcare interpreting
2024-03-12 | besoins | contributed | jointly | collective | 9 2 | 18 10 | Thèmes retenus
2024-04-16 | besoins | co_led | jointly | collective | 10 2 | 15 6 | Choix des trois quartiers
2024-05-14 | jeu | co_led | citizens | group | 8 2 | 24 8 | Questions écrites par les habitants
  by: citizen
  support: childcare
2024-06-11 | jeu | led_alone | citizens | group | 6 0 | 21 0 | Photos du premier quartier
  by: citizen
2024-09-17 | jeu | contributed | professionals | group | 4 2 | 6 14 | Règles et durée d’une partie
2024-10-08 | jeu | co_led | jointly | group | 7 2 | 18 9 | Premier essai du plateau
2024-11-19 | jeu | contributed | jointly | group | 5 2 | 8 10 | Pions avec l’artisan
2025-03-11 | jeu | co_led | jointly | group | 8 2 | 20 8 | Questions récrites après l’essai
2025-05-20 | jeu | contributed | professionals | group | 3 2 | 4 12 | Impression et boîtes
2025-10-14 | parties | co_led | none | collective | 5 2 | 10 5 | Partie au centre social
2026-03-24 | parties | co_led | none | collective | 4 1 | 8 3 | Partie à la sortie de l’école
  entered: 2026-05-19
""")

COSTS = costs(
    """
2024-04-30 | 2100 | coproduction_support | cash | Passerelle Fund | besoins | Garde d’enfants, interprètes
2024-10-31 | 3400 | set_up | cash | Relais parents | jeu | Maquette et photos
2024-11-30 | 4800 | set_up | cash | Passerelle Fund | jeu | Pions faits par un artisan
2025-05-31 | 2650 | set_up | cash | Passerelle Fund | jeu | Impression de douze boîtes
2025-10-31 | 380 | running | cash | Relais parents | parties | Salle et goûter
2026-03-31 | 290 | running | cash | Relais parents | parties | Goûter
2024-12-31 | 1350 | set_up | volunteer_time | Habitants | jeu | Heures au salaire de remplacement
  estimate: yes
""",
    words.Currency.EUR,
)

INDICATORS = indicators("""
Personnes ayant joué | output | democracy | personnes | up | 0 | | 0 | irregular | cumulative
  baseline: 0 | 2025-08-31
  target: 300 | 2026-12-31
  seen: 2025-10-14 | 17 | 17
  seen: 2026-03-24 | 29 | 29
Besoins transmis à la mairie et suivis d’une réponse | outcome | democracy | besoins | up | 0 | | 0 | yearly
  target: 10 | 2026-12-31
  seen: 2025-12-31 | 2
""")

OBSTACLES = obstacles(f"""
2024-01-15 | enabler | culture | | The board is made anew for each area, with its own photographs
  source: {DAY_MADE_UP.format(source=ARTICLE)}
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=RELAIS_PARENTS,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    indicators=INDICATORS,
    learned=OBSTACLES,
)
