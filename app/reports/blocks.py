"""A report as a list of blocks: built once, shown as a page and as a PDF, and kept as JSON when published.

Every text is plain: neither markup nor a link is ever read in it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """Below the heading of its section."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: ClassVar[str] = "paragraph"
    text: str
    is_note: bool = False
    """Small print: how something was counted, where it comes from."""


@dataclass(frozen=True, slots=True)
class Points:
    kind: ClassVar[str] = "points"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns at the places `numeric` are set to the right. Every row is as long as the head."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """`svg` is a whole file with its colours in it; `reading` is for those who do not see it."""

    kind: ClassVar[str] = "figure"
    svg: str
    caption: str
    reading: str


Block = Heading | Paragraph | Points | Table | Figure
KINDS: dict[str, type[Block]] = {one.kind: one for one in (Heading, Paragraph, Points, Table, Figure)}


@dataclass(frozen=True, slots=True)
class Section:
    """`name` is a word of ReportSection."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`language` is that of every text in it; `facts` stand on the cover, a name and a value each."""

    language: str
    title: str
    subtitle: str
    as_of: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def as_json(report: Report) -> Json:
    return asdict(report) | {"sections": [_section_as_json(section) for section in report.sections]}


def report_from(found: Json) -> Report:
    """The report that `as_json` made this from; KeyError or TypeError where it is none."""
    return Report(
        **found
        | {
            "facts": tuple((name, value) for name, value in found["facts"]),
            "sections": tuple(_section(section) for section in found["sections"]),
        }
    )


def _section_as_json(section: Section) -> Json:
    blocks = [{"kind": block.kind} | asdict(block) for block in section.blocks]
    return {"name": section.name, "heading": section.heading, "blocks": blocks}


def _section(found: Json) -> Section:
    return Section(found["name"], found["heading"], tuple(_block(block) for block in found["blocks"]))


def _block(found: Json) -> Block:
    fields = {name: _frozen(value) for name, value in found.items() if name != "kind"}
    return KINDS[found["kind"]](**fields)


def _frozen(value: Any) -> Any:
    """Lists of JSON as tuples, at every depth."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_frozen(part) for part in value)
    return value


def figures_of(report: Report) -> list[Figure]:
    """In the order in which they stand."""
    return [block for section in report.sections for block in section.blocks if isinstance(block, Figure)]
