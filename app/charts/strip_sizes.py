"""How tall the lanes of a strip are and how wide it may be: on a desk, on a phone, in a list, in the hero."""

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
SMALL = StripSize(width=320, lane=9, part=4, name=0, row_gap=6, inset=8, radius=3)
PHONE = StripSize(
    width=328, lane=13, part=4, name=17, row_gap=8, inset=9, radius=3.6, name_letters=12, short_names=True
)
HERO_WIDE = StripSize(width=862, lane=23, part=6, name=18, row_gap=12, inset=14, radius=4.8, letters=13.5)
HERO_NARROW = StripSize(
    width=224, lane=13, part=4, name=17, row_gap=6, inset=9, radius=3.6, name_letters=12, short_names=True
)
