"""What the tests of pictures share: a plain template environment, and phases with their words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.charts.lanes import StripPhase
from app.charts.strip import StripWords
from app.vocabulary import Lead, PhaseKind

TEMPLATES = Path(__file__).parents[2] / "templates"

Draw = Callable[..., ET.Element]


@pytest.fixture(scope="session")
def environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


@pytest.fixture
def draw(environment: Environment) -> Draw:
    """Draws a macro and reads it back as XML: `draw("strip.html", "strip", geometry, "a", "Title")`."""

    def drawn(template: str, macro: str, *arguments: Any, **named: Any) -> ET.Element:
        module = environment.get_template(f"charts/{template}").module
        return ET.fromstring(str(getattr(module, macro)(*arguments, **named)))  # noqa: S314  # our own

    return drawn


@pytest.fixture
def words() -> StripWords:
    return StripWords(
        leads={lead: lead.value.capitalize() for lead in Lead},
        not_enough="Not enough evidence",
        no_claim="No claim",
        sentence=lambda phase: f"{phase.name}: claimed {phase.claimed}, log shows {phase.evidenced}",
        today="today",
    )


@pytest.fixture
def phases() -> list[StripPhase]:
    """One cycle, with every way in which claim and log may stand to each other."""
    return [
        _phase(PhaseKind.COMMISSIONING, (2015, 1), (2016, 1), Lead.TOGETHER, Lead.TOGETHER),
        _phase(PhaseKind.DESIGN, (2016, 1), (2017, 1), Lead.CITIZENS, Lead.PROFESSIONALS),
        _phase(PhaseKind.DELIVERY, (2016, 7), (2019, 1), Lead.NOBODY, None),
        _phase(PhaseKind.ASSESSMENT, (2018, 1), (2019, 1), None, Lead.CITIZENS),
    ]


def _phase(
    kind: PhaseKind,
    start: tuple[int, int],
    end: tuple[int, int],
    claimed: Lead | None,
    evidenced: Lead | None,
) -> StripPhase:
    name = kind.value.capitalize()
    return StripPhase(name, name[:6], kind, date(*start, 1), date(*end, 1), claimed, evidenced)
