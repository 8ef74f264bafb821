"""The cast of the demo and what each person is to the organizations of the stories."""

from dataclasses import dataclass

from app.vocabulary import MemberRole
from seed.organizations import CLEARWATER, PASSERELLE_FUND
from seed.stories.district_budget import CANAL_DISTRICT
from seed.stories.village_bus import GLENMORE
from seed.story import Member
from seed.world import LEADS


@dataclass(frozen=True)
class Person:
    email: str
    name: str
    locale: str = "en-GB"


STAFF = Person("staff@demo.example", "Sam Okafor")
CITIZEN = Person("citizen@demo.example", "Camille Roy", locale="fr-CA")
EVALUATOR = Person("evaluator@demo.example", "Ewa Lindqvist")
FUNDER = Person("funder@demo.example", "Farah Peeters")
ADMIN = Person("admin@demo.example", "Aoife Martin")
OUTSIDER = Person("outsider@demo.example", "Owen Quill")

# The five who get a sign-in link; the outsider is there to see nothing of the others.
DEMO_PEOPLE = (STAFF, CITIZEN, EVALUATOR, FUNDER, ADMIN)
PEOPLE = (*DEMO_PEOPLE, OUTSIDER)

# The citizen takes part in some initiatives only: whoever co-produces one knows nothing of the others.
CITIZEN_OF = tuple(lead for lead in LEADS if lead not in {CANAL_DISTRICT, GLENMORE})
DEMO_LEADS = tuple(lead for lead in LEADS if lead != GLENMORE)

MEMBERS = (
    *(Member(email=STAFF.email, organization=lead.slug, role=MemberRole.STAFF) for lead in DEMO_LEADS),
    *(Member(email=CITIZEN.email, organization=lead.slug, role=MemberRole.CITIZEN) for lead in CITIZEN_OF),
    *(Member(email=ADMIN.email, organization=lead.slug, role=MemberRole.ADMIN) for lead in DEMO_LEADS),
    Member(email=EVALUATOR.email, organization=CLEARWATER.slug, role=MemberRole.EVALUATOR),
    Member(email=FUNDER.email, organization=PASSERELLE_FUND.slug, role=MemberRole.STAFF),
    Member(email=ADMIN.email, organization=PASSERELLE_FUND.slug, role=MemberRole.ADMIN),
    Member(email=OUTSIDER.email, organization=GLENMORE.slug, role=MemberRole.ADMIN),
)
