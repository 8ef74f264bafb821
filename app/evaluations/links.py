"""Where the entries behind a number can be opened."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.vocabulary import CostStage, EntryKind, WarningRule

LONGEST_LIST = 150
"""Ids in an address; a longer list opens the whole page instead, since addresses have limits."""


LEARNING = {
    EntryKind.PROPOSAL: "proposals",
    EntryKind.OBSTACLE: "obstacles",
    EntryKind.INCIDENT: "incidents",
    EntryKind.STORY: "stories",
}
"""Which list below /learning an entry is in."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses below one initiative."""

    slug: str

    @property
    def overview(self) -> str:
        return f"/initiatives/{self.slug}"

    @property
    def findings(self) -> str:
        return f"{self.overview}/findings"

    def finding(self, finding_id: int) -> str:
        return f"{self.findings}/{finding_id}"

    @property
    def evaluation(self) -> str:
        return f"{self.overview}/evaluation"

    def warning(self, rule: WarningRule, phase_id: int | None) -> str:
        """Where the team answers a warning."""
        of_phase = f"?phase_id={phase_id}" if phase_id else ""
        return f"{self.evaluation}/warnings/{rule}{of_phase}"

    @property
    def aims(self) -> str:
        return f"{self.overview}/aims"

    @property
    def ratings(self) -> str:
        """Where people without an account are asked who led."""
        return f"{self.overview}/ratings"

    @property
    def phases(self) -> str:
        return f"{self.overview}/phases"

    def activities(self, ids: Iterable[int] = ()) -> str:
        """Those behind a number, or the whole journal of activities."""
        wanted = _with_ids(f"{self.overview}/activities", ids)
        return wanted if "?" in wanted else f"{self.overview}/journal?kind=activity"

    def activity(self, activity_id: int) -> str:
        return f"{self.overview}/activities/{activity_id}"

    def phase(self, phase_id: int) -> str:
        """The journal of one phase."""
        return f"{self.overview}/journal?kind=activity&phase_id={phase_id}"

    def costs(self, ids: Iterable[int] = ()) -> str:
        return _with_ids(f"{self.overview}/costs", ids)

    def benefits(self, ids: Iterable[int] = ()) -> str:
        return _with_ids(f"{self.overview}/benefits", ids)

    def stage(self, stage: CostStage) -> str:
        return f"{self.overview}/costs?stage={stage}"

    def indicator(self, indicator_id: int, observation_id: int | None = None) -> str:
        anchor = f"#observation-{observation_id}" if observation_id else ""
        return f"{self.overview}/indicators/{indicator_id}{anchor}"

    def learning(self, kind: EntryKind, ids: Iterable[int] = ()) -> str:
        return _with_ids(f"{self.overview}/learning/{LEARNING[kind]}", ids)

    def learned(self, kind: EntryKind, entry: int) -> str:
        """One entry by itself."""
        return f"{self.learning(kind)}/{entry}"

    def entries(self, kind: EntryKind, ids: Iterable[int] = ()) -> str:
        """Of an activity or of anything that is learned."""
        return self.learning(kind, ids) if kind in LEARNING else self.activities(ids)


def _with_ids(path: str, ids: Iterable[int]) -> str:
    wanted = sorted(set(ids))
    if not wanted or len(wanted) > LONGEST_LIST:
        return path
    return f"{path}?ids={','.join(str(number) for number in wanted)}"
