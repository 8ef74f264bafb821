"""Who may do what, in words: for the help page in both languages, and for docs/access.md in English.

`python -m app.home.rights > docs/access.md`
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.access import OWN_RIGHTS, RIGHTS, OwnRight, Right
from app.i18n import N_, _
from app.i18n.labels import label
from app.vocabulary import MemberRole, PartnershipRole

NAMES: Mapping[StrEnum, str] = {
    Right.READ: N_("read"),
    Right.LOG: N_("log"),
    Right.MANAGE: N_("manage"),
    Right.EVALUATE: N_("evaluate"),
    Right.AUDIT: N_("see the history"),
}
MEANINGS: Mapping[StrEnum, str] = {
    Right.READ: N_("See the initiative and everything in its log."),
    Right.LOG: N_(
        "Enter and change activities, costs, benefits, observations, claims, proposals, obstacles, "
        "incidents, stories and the links to rate by."
    ),
    Right.MANAGE: N_("Change the initiative, its phases, its partners and its indicators."),
    Right.EVALUATE: N_("Approve or return observations, write findings, publish evaluations."),
    Right.AUDIT: N_("See who changed what, when, and what it was before."),
}
OWN_NAMES: Mapping[StrEnum, str] = {
    OwnRight.READ: N_("see it"),
    OwnRight.REGISTER: N_("register initiatives"),
    OwnRight.ADMINISTER: N_("administer it"),
}
OWN_MEANINGS: Mapping[StrEnum, str] = {
    OwnRight.READ: N_("See its page, who belongs to it, and its portfolio."),
    OwnRight.REGISTER: N_("Register initiatives that it leads."),
    OwnRight.ADMINISTER: N_(
        "Change or archive it, invite people, change their roles, remove them and bring them back, "
        "keep its report templates, and answer for it when it is asked to be a partner. Only administrators "
        "see e-mail addresses."
    ),
}
NOTES = (
    N_("What you may not see looks exactly like what does not exist."),
    N_("Whoever belongs to several organizations has the rights of all of them together."),
    N_(
        "A role that changes holds at once. A partnership that has ended, and an archived organization, "
        "give no rights."
    ),
    N_(
        "A funder reads its portfolio, which holds summaries with small counts masked, and what is "
        "published. It never reads the log."
    ),
)

PAGE = """\
# Who may do what

What somebody may do with an initiative follows from two things: what their organization is to it, and what
they are to their organization. This page is written from the tables in `app/access.py`, which every page and
every address of the API asks; a test fails when the two differ. A route that asks nobody does not start.

## With an initiative

{rights}

{meanings}

## With one's own organization

{own_rights}

{own_meanings}

## And besides

{notes}
"""


@dataclass(frozen=True)
class RightsInWords:
    """In the reader's language. Tables are by role; meanings and notes come in the order to be read in."""

    table: dict[PartnershipRole, dict[MemberRole, str]]
    meanings: list[tuple[str, str]]
    own_table: dict[MemberRole, str]
    own_meanings: list[tuple[str, str]]
    notes: list[str]


def rights_in_words() -> RightsInWords:
    return RightsInWords(
        _table(),
        _defined(NAMES, MEANINGS),
        {role: _named(granted, OWN_NAMES) for role, granted in OWN_RIGHTS.items()},
        _defined(OWN_NAMES, OWN_MEANINGS),
        [_(note) for note in NOTES],
    )


def access_page() -> str:
    """Markdown, in the language of the moment: docs/access.md is written in English."""
    words = rights_in_words()
    return PAGE.format(
        rights="\n".join(_rights_in_markdown(words)),
        meanings=_list(f"**{word}**: {meaning}" for word, meaning in words.meanings),
        own_rights="\n".join(_own_rights_in_markdown(words)),
        own_meanings=_list(f"**{word}**: {meaning}" for word, meaning in words.own_meanings),
        notes=_list(words.notes),
    )


def _table() -> dict[PartnershipRole, dict[MemberRole, str]]:
    """What the organization is to an initiative → what the person is there → what that person may do."""
    return {
        as_partner: {
            role: _named(granted, NAMES) or _("portfolio and publications")
            for role, granted in by_role.items()
        }
        for as_partner, by_role in RIGHTS.items()
    }


def _defined(names: Mapping[StrEnum, str], meant: Mapping[StrEnum, str]) -> list[tuple[str, str]]:
    return [(_(name), _(meant[right])) for right, name in names.items()]


def _named(granted: Iterable[StrEnum], names: Mapping[StrEnum, str]) -> str:
    held = set(granted)
    return ", ".join(_(name) for right, name in names.items() if right in held)


def _rights_in_markdown(words: RightsInWords) -> Iterator[str]:
    yield _row(["The organization is", *map(label, MemberRole)])
    yield _row(["---"] * (len(MemberRole) + 1))
    for as_partner, by_role in words.table.items():
        yield _row([label(as_partner), *(by_role[role] for role in MemberRole)])


def _own_rights_in_markdown(words: RightsInWords) -> Iterator[str]:
    yield _row(["Role", "Rights"])
    yield _row(["---", "---"])
    for role, granted in words.own_table.items():
        yield _row([label(role), granted])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(access_page())
