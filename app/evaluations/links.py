"""Where the entries behind a number can be opened."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.vocabulary import CostStage

LONGEST_LIST = 150
"""Ids in an address; a longer list opens the whole page instead, since addresses have limits."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses below one initiative."""

    slug: str

    @property
    def overview(self) -> str:
        return f"/initiatives/{self.slug}"

    @property
    def evaluation(self) -> str:
        return f"{self.overview}/evaluation"

    @property
    def phases(self) -> str:
        return f"{self.overview}/phases"

    def activities(self, ids: Iterable[int] = ()) -> str:
        return _with_ids(f"{self.overview}/activities", ids)

    def activity(self, activity_id: int) -> str:
        return f"{self.overview}/activities/{activity_id}"

    def phase(self, phase_id: int) -> str:
        """The journal of one phase."""
        return f"{self.overview}/activities?phase={phase_id}"

    def costs(self, ids: Iterable[int] = ()) -> str:
        return _with_ids(f"{self.overview}/costs", ids)

    def stage(self, stage: CostStage) -> str:
        return f"{self.overview}/costs?stage={stage}"

    def indicator(self, indicator_id: int, observation_id: int | None = None) -> str:
        anchor = f"#observation-{observation_id}" if observation_id else ""
        return f"{self.overview}/indicators/{indicator_id}{anchor}"


def _with_ids(path: str, ids: Iterable[int]) -> str:
    wanted = sorted(set(ids))
    if not wanted or len(wanted) > LONGEST_LIST:
        return path
    return f"{path}?ids={','.join(str(number) for number in wanted)}"
