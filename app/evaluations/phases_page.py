"""What the page of the phases shows: who led each by claim, log and views, and what was said about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from app.evaluations.document import Evaluation, evaluate
from app.evaluations.links import Links
from app.evaluations.phase_rows import PhaseRow, phase_rows
from app.initiatives.models import Claim, Initiative, Phase
from app.initiatives.queries import claims_of, phases_of


@dataclass(frozen=True, slots=True)
class ToldPhase:
    """A phase with its claims, the newest first: the first is the one that holds."""

    phase: Phase
    claims: Sequence[Claim]
    is_begun: bool


@dataclass(frozen=True, slots=True)
class PhasesPage:
    """`phases` are those begun, as the evaluation has them; `told` are all of them, with what was claimed."""

    evaluation: Evaluation
    links: Links
    phases: Sequence[PhaseRow]
    told: Sequence[ToldPhase]

    @property
    def holding(self) -> Mapping[int, Claim]:
        """Phase id → the claim that holds."""
        return {one.phase.key: one.claims[0] for one in self.told if one.claims}


def phases_page(session: Session, initiative: Initiative, as_of: date) -> PhasesPage:
    evaluation, links = evaluate(session, initiative, as_of), Links(initiative.slug)
    claims = claims_of(session, initiative.key)
    return PhasesPage(
        evaluation=evaluation,
        links=links,
        phases=phase_rows(evaluation, links),
        told=[
            ToldPhase(
                phase,
                [claim for claim in claims if claim.phase_id == phase.key],
                is_begun=phase.key in evaluation.phases,
            )
            for phase in phases_of(session, initiative.key)
        ],
    )
