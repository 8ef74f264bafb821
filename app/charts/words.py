"""How much room words take, and how they are cut or broken to fit. Measured for the interface's own font."""

ELLIPSIS = "…"
NARROW, SLIM, WIDE = set("ijlI.,:;'’|![] \u00a0\u202f"), set("frt()-/1"), set("mwMWGHNOQUD%@œæŒÆ—")
SHARES = {"narrow": 0.3, "slim": 0.4, "wide": 0.84, "capital": 0.68, "other": 0.57}
STRONG = 1.04


def text_width(words: str, size: float, *, strong: bool = False) -> float:
    """In viewBox units; a little generous, so that a fallback font still fits."""
    return sum(_share(letter) for letter in words) * size * (STRONG if strong else 1)


def shorten(words: str, room: float, size: float, *, strong: bool = False) -> str:
    """The words, or as many letters as fit with an ellipsis; nothing when not even two letters would."""
    if text_width(words, size, strong=strong) <= room:
        return words
    for end in range(len(words) - 1, 1, -1):
        cut = words[:end].rstrip(" ,;:.-") + ELLIPSIS
        if text_width(cut, size, strong=strong) <= room:
            return cut
    return ""


def wrap(words: str, room: float, size: float, *, strong: bool = False, most: int = 3) -> tuple[str, ...]:
    """Lines that fit; what does not fit into `most` lines is cut with an ellipsis."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, strong=strong) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(shorten(line, room, size, strong=strong) for line in lines)


def _share(letter: str) -> float:
    if letter in NARROW:
        return SHARES["narrow"]
    if letter in SLIM:
        return SHARES["slim"]
    if letter in WIDE or ord(letter) > 0x2E80:
        return SHARES["wide"]
    return SHARES["capital"] if letter.isupper() or letter in "€$£0" else SHARES["other"]
