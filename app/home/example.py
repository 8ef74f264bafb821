"""An invented initiative whose strip the front page explains: two of its four claims are not borne out."""

from datetime import date

from app.charts.lanes import StripPhase, span_of
from app.charts.strip import Strip, strip
from app.charts.strip_sizes import LARGE, SMALL, StripSize
from app.i18n.labels import label
from app.vocabulary import Lead, PhaseKind
from app.web.strips import strip_words

PHASES = (
    (PhaseKind.COMMISSIONING, date(2018, 1, 1), date(2018, 7, 1), Lead.TOGETHER, Lead.TOGETHER),
    (PhaseKind.DESIGN, date(2018, 7, 1), date(2019, 3, 1), Lead.CITIZENS, Lead.PROFESSIONALS),
    (PhaseKind.DELIVERY, date(2019, 3, 1), date(2020, 8, 1), Lead.TOGETHER, Lead.TOGETHER),
    (PhaseKind.ASSESSMENT, date(2020, 8, 1), date(2021, 1, 1), Lead.CITIZENS, None),
)


def example_strip(size: StripSize) -> Strip:
    phases = [
        StripPhase(label(kind), label(kind), kind, first, last, claimed, evidenced)
        for kind, first, last, claimed, evidenced in PHASES
    ]
    return strip(phases, span_of(phases, PHASES[-1][2]), strip_words(), size=size)


def example_strips() -> tuple[Strip, Strip]:
    """For a desk and for a phone."""
    return example_strip(LARGE), example_strip(SMALL)
