"""Pictures are drawn anew by a process apart, so that a hostile one takes down nothing but that process."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from app.evidence.kinds import Refused
from app.evidence.redraw import TOO_HEAVY, TOO_MANY_PIXELS
from app.i18n import N_

BROKEN = N_(
    "This picture is damaged, cut short or takes too much room to open. "
    "Save it again, or take a screenshot of it and add that."
)
TOO_BIG = N_(
    "This picture is too large: a JPEG may have 25 megapixels, a PNG 16, a WebP 10. "
    "Make it smaller and add that."
)
TOO_HEAVY_TO_OPEN = N_(
    "This picture takes more room to open than it is given here. Save it with fewer megapixels and add that."
)
REASONS = {TOO_MANY_PIXELS: TOO_BIG, TOO_HEAVY: TOO_HEAVY_TO_OPEN}

PROGRAM = Path(__file__).with_name("redraw.py")
LONGEST_WAIT = 30
"""Seconds on the clock; its own limit is in seconds of work."""


@dataclass(frozen=True)
class Drawn:
    picture: bytes
    preview: bytes
    """A small one, in WebP."""


def drawn_anew(content: bytes, form: str) -> Drawn:
    """`form` is Pillow's name of the format, in which it is drawn again. Raises Refused."""
    with TemporaryFile() as given, TemporaryFile() as answer:
        given.write(content)
        given.seek(0)
        command = [sys.executable, "-I", str(PROGRAM), form]
        try:
            done = subprocess.run(  # noqa: S603  # our own program, and a word of our own
                command,
                stdin=given,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                timeout=LONGEST_WAIT,
                env={},
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Refused(BROKEN) from error
        if done.returncode:
            raise Refused(REASONS.get(done.returncode, BROKEN))
        answer.seek(0)
        length = int.from_bytes(answer.read(8), "big")
        return Drawn(preview=answer.read(length), picture=answer.read())
