"""A standalone SVG of ours drawn as PNG, in our own font, twice as wide for paper and dense screens."""

import resvg_py

from app.charts.marks import tidy
from app.settings import ROOT

FONTS = [str(ROOT / "app" / "static" / f"atkinson-next-{weight}.ttf") for weight in (400, 600)]
FAMILY = "Atkinson Next"
TIMES = 2


def as_png(svg: str, width: float) -> bytes:
    """Letters that our font lacks are taken from the fonts of the machine, if it has any."""
    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=int(tidy(width * TIMES)),
        font_files=FONTS,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return drawn
