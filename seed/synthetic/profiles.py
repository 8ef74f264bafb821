"""The ways in which invented initiatives are co-produced, and what they are about.

How outcomes move is drawn apart from all of it: no relation is built in for anybody to find.
"""

from dataclasses import dataclass
from random import Random

from app.vocabulary import Aim, CitizenRole, Currency, Decision, InfluenceKind, Lead, OrganizationType, Sector

SOURCE = "Synthetic: invented to try out large portfolios"
FUND, OTHER_FUND = "synthetic-fund", "synthetic-trust"

COUNTRIES = {
    "GB": (Currency.GBP, ("Northfield", "Harbour Row", "Millbrook", "Ashdown", "Kelham")),
    "FR": (Currency.EUR, ("Les Tilleuls", "Pont-Neuf", "La Plaine", "Belleroche", "Val-Fleuri")),
    "CA": (Currency.CAD, ("Petite-Rive", "Maple Corner", "Saint-Aubin", "Lakeview", "Côte-Blanche")),
    "SE": (Currency.SEK, ("Björkby", "Norrvik", "Sundhamn", "Lillby", "Ekdal")),
    "NL": (Currency.EUR, ("Waterwijk", "Oosterveld", "De Linde", "Havendijk", "Zonnehof")),
    "BE": (Currency.EUR, ("Vieux-Moulin", "Lindeveld", "Quatre-Vents", "Parkwijk", "Rivage")),
    "US": (Currency.USD, ("Cedar Falls", "Riverside", "Oak Hollow", "East Mill", "Fairview")),
}
KINDS_OF_LEAD = tuple(kind for kind in OrganizationType if kind is not OrganizationType.FUNDER)

WORK: dict[Sector, tuple[str, str, str]] = {
    Sector.AGEING: ("Visiting neighbours", "Loneliness, mean score", "Health service"),
    Sector.CHILDCARE: ("Parents' crèche", "Places filled", "Employment service"),
    Sector.COMMUNITY: ("Neighbourhood assembly", "Say they can influence decisions", "City hall"),
    Sector.CULTURE: ("Museum of our street", "Visits from nearby", "Tourist office"),
    Sector.EDUCATION: ("Homework circle", "Pupils who come back", "Youth service"),
    Sector.ENVIRONMENT: ("Green alley", "Area planted", "Water service"),
    Sector.FOOD: ("Shared kitchen", "Meals shared", "Health service"),
    Sector.HEALTH: ("Walking group", "Well-being, mean score", "Hospital"),
    Sector.HOUSING: ("Tenants' repairs", "Repairs done in time", "Social service"),
    Sector.JUSTICE: ("Fresh start circle", "In work after a year", "Prison service"),
    Sector.SAFETY: ("Street watch", "Feel safe after dark", "Police"),
    Sector.SOCIAL_CARE: ("Carers' plan", "Carers who get a break", "Hospital"),
    Sector.TRANSPORT: ("Village bus", "Journeys", "Ambulance service"),
    Sector.OTHER: ("Open workshop", "Things repaired", "Waste service"),
}
PAYERS = ("Synthetic Fund", "City", "Region", "Members", "")
OBSTACLES = {
    "GB": (InfluenceKind.CONTRACT, InfluenceKind.MONEY, InfluenceKind.CULTURE),
    "FR": (InfluenceKind.RED_TAPE, InfluenceKind.POWER, InfluenceKind.TIME),
    "CA": (InfluenceKind.POLICY, InfluenceKind.CONFLICT, InfluenceKind.FATIGUE),
    "SE": (InfluenceKind.POLICY, InfluenceKind.TIME, InfluenceKind.ACCESS),
    "NL": (InfluenceKind.FATIGUE, InfluenceKind.SKILLS, InfluenceKind.TRUST),
    "BE": (InfluenceKind.TRUST, InfluenceKind.RED_TAPE, InfluenceKind.TURNOVER),
    "US": (InfluenceKind.MONEY, InfluenceKind.ACCESS, InfluenceKind.TURNOVER),
}


@dataclass(frozen=True)
class Profile:
    """How far citizens take part: their hours for each of professionals, what they do, what is claimed."""

    hours: float
    roles: tuple[CitizenRole, ...]
    decisions: tuple[Decision, ...]
    claims: tuple[Lead, ...]


PROFILES = (
    Profile(
        1.2,
        (CitizenRole.CO_LED, CitizenRole.CO_LED, CitizenRole.CONTRIBUTED),
        (Decision.JOINTLY, Decision.JOINTLY, Decision.NONE),
        (Lead.TOGETHER,),
    ),
    Profile(
        0.4,
        (CitizenRole.CONTRIBUTED, CitizenRole.CO_LED, CitizenRole.CONSULTED),
        (Decision.JOINTLY, Decision.PROFESSIONALS, Decision.NONE),
        (Lead.TOGETHER, Lead.PROFESSIONALS),
    ),
    Profile(
        0.04,
        (CitizenRole.CONSULTED, CitizenRole.INFORMED),
        (Decision.PROFESSIONALS, Decision.NONE),
        (Lead.TOGETHER, Lead.CITIZENS, Lead.PROFESSIONALS),
    ),
    Profile(0.05, (CitizenRole.NONE, CitizenRole.INFORMED), (Decision.PROFESSIONALS,), (Lead.PROFESSIONALS,)),
    Profile(
        14.0,
        (CitizenRole.LED_ALONE, CitizenRole.CO_LED),
        (Decision.CITIZENS, Decision.JOINTLY),
        (Lead.CITIZENS,),
    ),
)
AIMS = tuple(Aim)


def profile(random: Random) -> Profile:
    return random.choices(PROFILES, (30, 30, 20, 10, 10))[0]


def chance(random: Random, share: float) -> bool:
    """True for so large a part of all draws."""
    return random.random() < share
