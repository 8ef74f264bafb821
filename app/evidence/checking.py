"""One file from outside: recognised, drawn anew where it is a picture, and on the disk. No database."""

from dataclasses import dataclass
from pathlib import Path

from app.evidence.contents import Arrived, arrive
from app.evidence.names import label_for
from app.evidence.pictures import drawn_anew
from app.evidence.recognition import recognise


@dataclass(frozen=True)
class Checked:
    """A file that may be stored, under the name that people see."""

    name: str
    media_type: str
    arrived: Arrived


def check(folder: Path, given_name: str, content: bytes) -> Checked:
    """Raises Refused, with nothing left on the disk."""
    kind = recognise(content)
    name = label_for(given_name, kind)
    if not kind.drawn_as:
        return Checked(name, kind.media_type, arrive(folder, content))
    drawn = drawn_anew(content, kind.drawn_as)
    return Checked(name, kind.media_type, arrive(folder, drawn.picture, drawn.preview))
