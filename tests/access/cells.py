"""The cells of the matrix: every address, asked by everybody, for every thing it could be asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fastapi import FastAPI

from app.vocabulary import MemberRole
from app.web.access_check import routes
from tests.access.needs import MAY, NEEDS, Need, may
from tests.support.everything import ABSENT, Everything, Place

OF_INITIATIVE = set(MAY)
ROW_FIRST = {Need.REVIEW, Need.HISTORY}
"""Here it depends on the row who may; an archived one is still there for them."""

OF_ORGANIZATION = {Need.MEMBER, Need.ADMINISTER}
BRINGS_BACK_A_ROW = re.compile(r"_id\}/restore$|row_id\}/restore$")
BRINGS_BACK_ALL = re.compile(r"/\{(slug|initiative_id)\}/restore$")
SENT_TWICE = re.compile(r"^/initiatives/.*\{(row_id|link_id)\}/(archive|restore|revoke)$")
"""Forms that answer alike whether the row is archived or not, so that one sent twice is no fault."""

TABLES = {"partner": "partnership", "link": "rating_link"}
COLLECTIONS = {
    "locks": "period_lock",
    "activities": "activity",
    "aims": "declared_aim",
    "evidence": "evidence_file",
    "partner-invitations": "partner_invitation",
    "report-templates": "report_template",
    "stories": "story",
    "answers": "warning_answer",
    "warning-answers": "warning_answer",
}
KINDS = {"learning": "proposals", "history": "activity"}
"""What `{kind}` stands for in the addresses below these words."""
CHOSEN: dict[str, str | int] = {"rule": "nobody_accountable", "number": 1}
"""What the parameters stand for that choose from a list and name no row."""

WHOLE = {"slug", "initiative_id", "organization_id"}


class Target(StrEnum):
    """What is asked for, as seen from the organization that leads."""

    OWN = "own"
    OTHERS = "of another organization"
    ARCHIVED = "archived"
    ABSENT = "absent"
    OTHERS_ROW = "own, with a row of another organization"
    ARCHIVED_ROW = "own, with an archived row"
    ABSENT_ROW = "own, with an absent row"


INSIDE = {Target.OTHERS_ROW, Target.ARCHIVED_ROW, Target.ABSENT_ROW}


class Answer(StrEnum):
    IN = "comes in"
    FORBIDDEN = "forbidden"
    ABSENT = "absent"
    SIGN_IN = "sign in first"
    MEANWHILE = "archived meanwhile"
    """Not there, and what was typed comes back: for those who might have changed it."""


@dataclass(frozen=True)
class Address:
    method: str
    path: str

    @property
    def need(self) -> Need:
        return NEEDS[str(self)]

    @property
    def names(self) -> list[str]:
        """The parameters in its path."""
        return re.findall(r"\{(\w+)\}", self.path)

    @property
    def names_row(self) -> bool:
        return any(name not in WHOLE | {"kind"} | CHOSEN.keys() for name in self.names)

    @property
    def is_json(self) -> bool:
        return self.path.startswith("/api/")

    @property
    def is_edit(self) -> bool:
        return self.method == "POST" and self.path.endswith("/edit")

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass(frozen=True)
class Somebody:
    """A person by the organization they belong to and their role there; None is nobody signed in.

    Those of `left` belonged to `lead` once.
    """

    organization: str
    role: MemberRole | None


@dataclass(frozen=True)
class Cell:
    address: Address
    somebody: Somebody
    target: Target
    is_fragment: bool
    """Asked by htmx, for a part of the page."""


def addresses(application: FastAPI) -> Iterator[Address]:
    for route in routes(application):
        for method in sorted(getattr(route, "methods", None) or ()):
            if method != "HEAD" and f"{method} {route.path}" in NEEDS:
                yield Address(method, str(route.path))


def targets(address: Address) -> Iterator[Target]:
    """A thing can be of others, archived or absent; so can a row in it, where the address names one."""
    yield Target.OWN
    if address.need in OF_INITIATIVE | OF_ORGANIZATION:
        yield from (Target.OTHERS, Target.ARCHIVED, Target.ABSENT)
    if address.need in OF_INITIATIVE and address.names_row:
        yield Target.ABSENT_ROW
        if address.need not in ROW_FIRST and not SENT_TWICE.search(address.path):
            yield Target.ARCHIVED_ROW
        if not address.is_json:
            yield Target.OTHERS_ROW


def expected(cell: Cell) -> Answer:
    need, role = cell.address.need, cell.somebody.role
    if need is Need.ANYONE:
        return Answer.IN
    if need is Need.OFF:
        return Answer.ABSENT
    if role is None:
        return Answer.SIGN_IN
    if need is Need.SIGNED_IN:
        return Answer.ABSENT if cell.address.names_row else Answer.IN
    return _of_organization(cell, role) if need in OF_ORGANIZATION else _of_initiative(cell, role)


def _of_organization(cell: Cell, role: MemberRole) -> Answer:
    is_own = cell.target is Target.OWN and cell.somebody.organization not in {"left", "elsewhere"}
    is_enough = cell.address.need is Need.MEMBER or role is MemberRole.ADMIN
    if is_own and is_of_the_past(cell, is_enough):
        return Answer.ABSENT
    return (Answer.IN if is_enough else Answer.FORBIDDEN) if is_own else Answer.ABSENT


def is_of_the_past(cell: Cell, is_enough: bool) -> bool:
    """Only those who may bring it back see an archived organization; what has ended cannot end again."""
    is_ended = cell.somebody.organization == "former" and "partnership_id" in cell.address.names
    return is_ended if is_enough else bool(BRINGS_BACK_ALL.search(cell.address.path))


def _of_initiative(cell: Cell, role: MemberRole) -> Answer:
    """Without the right to read nothing is there; a row that is not there is looked for by those who may."""
    part = cell.somebody.organization
    is_inside = cell.target in INSIDE and not (cell.address.is_json and cell.address.names_row)
    if not (cell.target is Target.OWN or is_inside) or not may(Need.READ, part, role):
        return Answer.ABSENT
    if is_inside and cell.address.need in ROW_FIRST:
        return Answer.ABSENT
    if not may(cell.address.need, part, role):
        return Answer.FORBIDDEN
    if cell.target is Target.ARCHIVED_ROW and cell.address.is_edit:
        return Answer.MEANWHILE
    return Answer.ABSENT if is_inside else Answer.IN


def path_of(cell: Cell, everything: Everything) -> str:
    """The address with what it is asked for filled in."""
    return re.sub(r"\{(\w+)\}", lambda found: str(_filled(found[1], cell, everything)), cell.address.path)


def _filled(name: str, cell: Cell, everything: Everything) -> str | int:
    if cell.address.need in OF_INITIATIVE:
        return _of_place(name, cell, everything)
    if cell.address.need in OF_ORGANIZATION:
        return _of_home(name, cell, everything)
    return "a-token" if name == "token" else ABSENT


def _place(cell: Cell, everything: Everything) -> Place:
    own, gone = everything.own, everything.gone
    if BRINGS_BACK_ALL.search(cell.address.path):
        own, gone = gone, own
    return {Target.OTHERS: everything.others, Target.ARCHIVED: gone}.get(cell.target, own)


def _of_place(name: str, cell: Cell, everything: Everything) -> str | int:
    place = _place(cell, everything)
    if name == "kind":
        return next(kind for word, kind in KINDS.items() if f"/{word}/" in cell.address.path)
    if name in CHOSEN:
        return CHOSEN[name]
    if name == "slug":
        return "nowhere-at-all" if cell.target is Target.ABSENT else place.initiative.slug
    if name == "initiative_id":
        return ABSENT if cell.target is Target.ABSENT else place.initiative.key
    if cell.target in {Target.ABSENT, Target.ABSENT_ROW}:
        return ABSENT
    if cell.target is Target.OTHERS_ROW:
        place = everything.others
    is_about_archived = bool(BRINGS_BACK_A_ROW.search(cell.address.path))
    rows = place.archived if is_about_archived ^ (cell.target is Target.ARCHIVED_ROW) else place.live
    return rows[table_of(name, cell.address.path)]


def table_of(name: str, path: str) -> str:
    """`activity_id` names a row of `activity`; `row_id` one of the collection before it."""
    if name == "invitation_id":
        return "partner_invitation" if "/partner-invitations/" in path else "invitation"
    if name != "row_id":
        word = name.removesuffix("_id")
        return TABLES.get(word, word)
    collection = path.split("/{row_id}", maxsplit=1)[0].rsplit("/", 1)[1]
    if collection == "{kind}":
        return "activity" if "/history/" in path else "proposal"
    return COLLECTIONS.get(collection, collection.removesuffix("s"))


def _of_home(name: str, cell: Cell, everything: Everything) -> str | int:
    if cell.target is Target.ABSENT:
        return "nowhere-at-all" if name == "slug" else ABSENT
    own = "elsewhere" if cell.target is Target.OTHERS else cell.somebody.organization
    own = "lead" if own in {"", "left"} or own == cell.somebody.organization == "elsewhere" else own
    is_gone = (cell.target is Target.ARCHIVED) ^ bool(BRINGS_BACK_ALL.search(cell.address.path))
    organization = (everything.archived if is_gone else everything.organizations)[own]
    if name == "slug":
        return organization.slug
    if name == "organization_id":
        return organization.key
    rows = (everything.of_archived if is_gone else everything.of_organizations)[own]
    if name == "member_id" and BRINGS_BACK_A_ROW.search(cell.address.path):
        return rows["former_member"]
    return rows[table_of(name, cell.address.path)]
