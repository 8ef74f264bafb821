"""Where an entry of the journal is seen and changed, below the address of its initiative."""

from collections.abc import Mapping

from app.journal.queries import Entry
from app.vocabulary import EntryKind

SEEN_AT: Mapping[EntryKind, str] = {
    EntryKind.ACTIVITY: "activities/{entry.id}",
    EntryKind.COST: "costs/{entry.id}",
    EntryKind.BENEFIT: "benefits/{entry.id}",
    EntryKind.OBSERVATION: "observations/{entry.id}",
    EntryKind.PROPOSAL: "learning/proposals/{entry.id}",
    EntryKind.OBSTACLE: "learning/obstacles/{entry.id}",
    EntryKind.INCIDENT: "learning/incidents/{entry.id}",
    EntryKind.STORY: "learning/stories/{entry.id}",
    EntryKind.CLAIM: "phases#phase-{entry.phase_id}",
}
CHANGED_AT: Mapping[EntryKind, str] = {
    EntryKind.ACTIVITY: "activities/{entry.id}/edit",
    EntryKind.COST: "costs/{entry.id}/edit",
    EntryKind.BENEFIT: "benefits/{entry.id}/edit",
    EntryKind.OBSERVATION: "observations/{entry.id}/edit",
    EntryKind.PROPOSAL: "learning/proposals/{entry.id}/edit",
    EntryKind.OBSTACLE: "learning/obstacles/{entry.id}/edit",
    EntryKind.INCIDENT: "learning/incidents/{entry.id}/edit",
    EntryKind.STORY: "learning/stories/{entry.id}/edit",
}
"""A claim is not changed: a new one is made."""

LIKE: Mapping[EntryKind, str] = {
    EntryKind.ACTIVITY: "log?like={entry.id}",
    EntryKind.COST: "costs/new?like={entry.id}",
    EntryKind.OBSERVATION: "indicators/{entry.figures[indicator_id]}/observations/new?like={entry.id}",
}
"""The form for another entry like this one."""


def seen_at(entry: Entry) -> str:
    return SEEN_AT[entry.kind].format(entry=entry)


def changed_at(entry: Entry) -> str:
    return CHANGED_AT.get(entry.kind, "").format(entry=entry)


def like(entry: Entry) -> str:
    return LIKE.get(entry.kind, "").format(entry=entry)
