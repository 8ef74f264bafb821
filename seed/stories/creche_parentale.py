"""A parent crèche of the kind ACEPP brings together: parents govern and take turns. In French."""

from datetime import date

from app import vocabulary as words
from seed.learned import DAY_MADE_UP, obstacles
from seed.sources import ARTICLE
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

PETITS_PAVES = Organization(
    slug="creche-les-petits-paves",
    name="Crèche parentale Les Petits Pavés",
    type=words.OrganizationType.ASSOCIATION,
    country="FR",
)

INITIATIVE = Initiative(
    slug="creche-parentale-les-petits-paves",
    name="Crèche parentale Les Petits Pavés",
    summary=(
        "Une crèche associative de 18 places, sur le modèle des crèches parentales de l’ACEPP. Parents et "
        "professionnelles décident ensemble, et les parents assurent permanences, ménage et goûters."
    ),
    country="FR",
    sector=words.Sector.CHILDCARE,
    place="Lyon, quartier de la Guillotière",
    target_population="Familles du quartier ayant un enfant de moins de trois ans",
    eligible_population=410,
    initiation=words.Initiation.CITIZEN_DRIVEN,
    status=words.InitiativeStatus.ACTIVE,
    currency=words.Currency.EUR,
    language="fr",
    starts_on=date(2022, 9, 5),
    aims=(
        ChosenAim(
            aim=words.Aim.DEMOCRACY,
            chosen_on=date(2022, 9, 5),
            chosen_by="Assemblée générale de l’association",
        ),
    ),
    sources=(ARTICLE,),
)

PARTNERSHIPS = partnerships("""
passerelle-fund | funder | 2023-01-01 | 2026-12-31 | 45000 | EUR
""")

PHASES = phases("""
priorites | commissioning | 2022-09-05 | 2023-01-31 | Projet d’établissement | Présidente de l’association
  claim: 2023-01-24 | together | Conseil d’administration
conception | design | 2022-11-01 | 2023-06-30 | Vie quotidienne | Directrice de la crèche
  claim: 2023-05-30 | together | Conseil d’administration
accueil | delivery | 2023-03-01 | | Accueil des enfants | Directrice de la crèche
  claim: 2023-09-19 | together | Conseil d’administration
bilan | assessment | 2024-06-01 | | Bilan annuel | Conseil d’administration
  claim: 2024-06-25 | together | Conseil d’administration
""")

LOG = activities("""
2022-09-20 | priorites | co_led | jointly | collective | 15 3 | 30 9 | Assemblée : quel accueil voulons-nous ?
  support: childcare
2022-10-18 | priorites | co_led | citizens | collective | 8 2 | 24 8 | Tarifs et places réservées
  by: citizen
  note: Six places pour des familles en insertion.
2022-11-15 | priorites | contributed | professionals | collective | 5 3 | 10 15 | Normes d’encadrement
  note: Le taux d’encadrement est fixé par la réglementation.
2023-01-24 | priorites | co_led | jointly | collective | 12 4 | 24 12 | Projet d’établissement voté
  support: childcare
2022-11-29 | conception | co_led | jointly | group | 9 4 | 27 16 | Journée type et permanences
2023-02-07 | conception | contributed | jointly | group | 7 4 | 14 16 | Repas, siestes, allergies
2023-05-30 | conception | led_alone | citizens | group | 6 0 | 15 0 | Planning des parents
  by: citizen
2023-03-07 | accueil | co_led | none | group | 14 5 | 52 96 | Permanences des parents
  repeat: 42 monthly
  then: 15 5 58 92
  then: 13 5 47 99
  support: training
2023-03-25 | accueil | led_alone | citizens | group | 9 0 | 27 0 | Grand ménage du samedi
  repeat: 14 quarterly
  then: 7 0 21 0
  by: citizen
2023-06-13 | accueil | co_led | jointly | collective | 7 3 | 14 7 | Conseil de crèche
  repeat: 13 quarterly
2024-06-25 | bilan | co_led | jointly | collective | 13 4 | 26 12 | Bilan lu et discuté en assemblée
2025-06-24 | bilan | co_led | jointly | collective | 11 4 | 22 12 | Bilan lu et discuté en assemblée
2026-06-23 | bilan | co_led | jointly | collective | 10 4 | 20 12 | Bilan lu et discuté en assemblée
""")

COSTS = costs(
    """
2022-12-15 | 31500 | set_up | cash | CAF | conception | Travaux et mobilier
2023-02-15 | 8200 | set_up | in_kind | Ville | conception | Local mis à disposition avant l’ouverture
  estimate: yes
2023-03-31 | 47800 | running | cash | CAF, Ville et familles | accueil | Salaires et repas du trimestre
  repeat: 15 quarterly
  then: 49100
  then: 50600
2023-06-30 | 1450 | coproduction_support | cash | Passerelle Fund | accueil | Formation des parents, garde
  repeat: 7 half_yearly
2023-12-31 | 9400 | running | volunteer_time | Familles | accueil | Heures au salaire de remplacement
  repeat: 3 yearly
  then: 10100
  estimate: yes
2025-09-30 | 2800 | evaluation | cash | Passerelle Fund | bilan | Enquête auprès des familles
""",
    words.Currency.EUR,
)

BENEFITS = benefits(
    """
2023-12-31 | 21000 | expected | 1 | 0.2 | Ménage et remplacements non achetés | Budget prévisionnel 2022
  repeat: 4 yearly
2024-12-31 | 15400 | claimed | 1 | 0.2 | Ménage et remplacements non achetés | Rapport d’activité
  repeat: 2 yearly
2024-12-31 | 9700 | confirmed | 1 | 0.2 | Ménage et remplacements non achetés | Comptes certifiés
""",
    words.Currency.EUR,
)

INDICATORS = indicators("""
Heures données par les parents | process | democracy | heures par mois | up | 0 | | 0 | monthly
  baseline: 52 | 2023-03-31
  target: 60 | 2026-12-31
  monthly: 2023 - - 52 58 47 55 31 - 61 57 60 49
  monthly: 2024 56 59 62 54 63 58 33 - 64 66 61 52
  monthly: 2025 60 63 59 - 66 62 35 - 65 68 63 55
  monthly: 2026 64 61 67 62 69 60 38 - 66
Les parents se sentent entendus | outcome | democracy | points, 0 à 10 | up | 0 | 10 | 1 | yearly
  baseline: 7.1 | 2022-10-31 | 17
  target: 8.5 | 2026-10-31
  seen: 2022-10-31 | 7.1 | 17 | 1.6
  seen: 2023-10-31 | 7.4 | 18 | 1.5
  seen: 2024-10-31 | 7.9 | 16 | 1.4
  seen: 2025-10-31 | 8.0 | 9 | 1.3 | | Neuf réponses sur 18 familles
Participation à l’assemblée générale | process | democracy | % des familles | up | 0 | 100 | 0 | yearly
  baseline: 83 | 2022-09-30 | 18
  target: 90 | 2026-09-30
  seen: 2022-09-30 | 83 | 18
  seen: 2023-09-30 | 78 | 18
  seen: 2024-09-30 | 72 | 18
  seen: 2025-09-30 | 61 | 18
  seen: 2026-09-30 | 56 | 18
Retour à l’emploi des parents en insertion | impact | quality | personnes par an | up | 0 | | 0 | yearly
  elsewhere: Service public de l’emploi
  seen: 2024-12-31 | 4 | 4
  seen: 2025-12-31 | 5 | 5
""")

OBSTACLES = obstacles(f"""
2022-09-05 | enabler | culture | | Co-production is built into what the association is
  source: {DAY_MADE_UP.format(source=ARTICLE)}
2022-09-05 | enabler | policy | | The social economy has a place for it
  source: {DAY_MADE_UP.format(source=ARTICLE)}
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=PETITS_PAVES,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=INDICATORS,
    learned=OBSTACLES,
)
