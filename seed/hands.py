"""Who types the entries of a story."""

from dataclasses import dataclass

from seed.story import Entry


@dataclass(frozen=True)
class Hands:
    """The ids of the people who type, by the side they type for."""

    staff: int
    citizen: int
    evaluator: int

    def of(self, entry: Entry) -> int:
        return self.citizen if entry.entered_by == "citizen" else self.staff
