"""How tall the lanes of a strip are, and how wide it is expected to be: large, small, and inside the hero."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StripSize:
    """Heights in pixels; `width` is how wide the strip is expected to be, to judge which words fit."""

    width: float
    lane: float
    part: float
    name: float
    row_gap: float
    inset: float
    radius: float
    letters: float = 0
    name_letters: float = 14
    short_names: bool = False

    @property
    def row(self) -> float:
        return self.name + 2 * self.lane + self.part


LARGE = StripSize(width=1120, lane=25, part=6, name=21, row_gap=12, inset=16, radius=5.2, letters=14)
SMALL = StripSize(width=480, lane=9, part=4, name=0, row_gap=6, inset=8, radius=3)
