"""What the help page prints from the program itself, so that it cannot say something else."""

from collections.abc import Iterable

from app.access import RIGHTS, Right
from app.evaluations.sentences.process import cell_name
from app.i18n import N_, _
from app.vocabulary import MemberRole, PartnershipRole

RIGHT_NAMES = {
    Right.READ: N_("read"),
    Right.LOG: N_("log"),
    Right.MANAGE: N_("manage"),
    Right.EVALUATE: N_("evaluate"),
    Right.AUDIT: N_("see the history"),
}


def rights_table() -> dict[PartnershipRole, dict[MemberRole, str]]:
    """What the organization is to an initiative → what the person is there → what that person may do."""
    return {
        as_partner: {role: _named(granted) for role, granted in by_role.items()}
        for as_partner, by_role in RIGHTS.items()
    }


def cells() -> dict[int, str]:
    return {number: cell_name(number) for number in range(1, 10)}


def _named(granted: Iterable[Right]) -> str:
    held = set(granted)
    return ", ".join(_(said) for right, said in RIGHT_NAMES.items() if right in held) or _("portfolio only")
