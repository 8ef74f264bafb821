"""The organizations that are partners in several stories; each story names its own lead."""

from app.vocabulary import OrganizationType
from seed.story import Organization

PASSERELLE_FUND = Organization(
    slug="passerelle-fund", name="Passerelle Fund", type=OrganizationType.FUNDER, country="BE"
)
CLEARWATER = Organization(
    slug="clearwater-evaluation",
    name="Clearwater Evaluation",
    type=OrganizationType.COOPERATIVE,
    country="GB",
)
BIG_LOTTERY_FUND = Organization(
    slug="big-lottery-fund", name="Big Lottery Fund", type=OrganizationType.FUNDER, country="GB"
)
GOOD_NEIGHBOURS = Organization(
    slug="firth-park-good-neighbours",
    name="Firth Park Good Neighbours",
    type=OrganizationType.COMMUNITY_GROUP,
    country="GB",
)
COMITES_DE_RUELLE = Organization(
    slug="comites-de-ruelle",
    name="Table des comités de ruelle",
    type=OrganizationType.COMMUNITY_GROUP,
    country="CA",
)

PARTNERS = (PASSERELLE_FUND, CLEARWATER, BIG_LOTTERY_FUND, GOOD_NEIGHBOURS, COMITES_DE_RUELLE)
