"""What taking part in a role lets an organization's people do, said from the table of rights itself."""

from app.access import RIGHTS, Right
from app.i18n import N_, _
from app.i18n.labels import label
from app.vocabulary import PartnershipRole

DEEDS = {
    Right.READ: N_("read"),
    Right.LOG: N_("log"),
    Right.MANAGE: N_("manage"),
    Right.EVALUATE: N_("evaluate"),
    Right.AUDIT: N_("see the history"),
}


def allowed_in(role: PartnershipRole) -> dict[str, list[str]]:
    """What may be done → the members who may do it; those who may do alike stand together."""
    found: dict[str, list[str]] = {}
    for member, granted in RIGHTS[role].items():
        deeds = ", ".join(_(said) for right, said in DEEDS.items() if right in granted)
        found.setdefault(deeds or _("portfolio only"), []).append(label(member))
    return found
