"""A story as the records that the evaluation reads, so that its cell can be worked out without a database."""

from datetime import date
from decimal import Decimal

from app.measurement import records
from app.measurement.cell import Cell, cell
from app.measurement.claims import PhaseLead, phase_leads
from app.vocabulary import Side
from seed.story import Activity, Number, Story
from seed.world import STORIES

END = date(2026, 11, 1)
SIDES = {"staff": Side.PROFESSIONALS, "citizen": Side.CITIZENS}


def story(slug: str) -> Story:
    by_slug = {told.initiative.slug: told for told in STORIES}
    return by_slug[slug]


def cell_of(slug: str) -> Cell:
    return cell(activities_of(story(slug)), END)


def leads_of(slug: str) -> dict[str, PhaseLead]:
    told = story(slug)
    phases = [
        records.Phase(number, phase.kind, phase.name, phase.starts_on, phase.ends_on, phase.accountable)
        for number, phase in enumerate(told.phases)
    ]
    claims = [
        records.Claim(number, claim.lead, claim.claimed_on)
        for number, phase in enumerate(told.phases)
        for claim in phase.claims
    ]
    found = phase_leads(phases, activities_of(told), claims, END)
    return {told.phases[lead.phase_id].key: lead for lead in found}


def activities_of(told: Story) -> list[records.Activity]:
    numbers = {phase.key: number for number, phase in enumerate(told.phases)}
    return [
        _record(number, activity, numbers[activity.phase], told)
        for number, activity in enumerate(told.activities)
    ]


def _record(number: int, activity: Activity, phase: int, told: Story) -> records.Activity:
    return records.Activity(
        id=number,
        phase_id=phase,
        phase_kind=told.phases[phase].kind,
        happened_on=activity.happened_on,
        citizen_role=activity.citizen_role,
        decision=activity.decision,
        level=activity.level,
        citizens=activity.citizens,
        professionals=activity.professionals,
        citizen_hours=_decimal(activity.citizen_hours),
        professional_hours=_decimal(activity.professional_hours),
        other_hours=_decimal(activity.other_hours),
        entered_on=activity.known_on,
        entered_by_side=SIDES[activity.entered_by],
    )


def _decimal(number: Number | None) -> Decimal | None:
    return None if number is None else Decimal(number)
