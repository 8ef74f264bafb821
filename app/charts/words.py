"""How much room words take, and how they are cut or broken to fit. Measured for the interface's own font."""

ELLIPSIS = "…"
SHARES = {
    0.3: "ijl.,:;'’|!()[]· \u00a0\u202f",
    0.37: "frt-I/1",
    0.5: "csvxyz–ç«»",
    0.56: "aehknouJFL27éèêàâôûùîï",
    0.61: "bdgpqEPSTZ345689$+",
    0.68: "ABCKRVXY0€£ÉÈÀ",
    0.76: "wDGHNOQU…",
    0.93: "mMW%œŒæÆ@—",
}
SHARE_OF = {letter: share for share, letters in SHARES.items() for letter in letters}
OTHER, OTHER_CAPITAL, IDEOGRAPH = 0.6, 0.7, 1.0
REGULAR = 0.97  # the shares are those of weight 600


def text_width(words: str, size: float, *, strong: bool = False) -> float:
    """In viewBox units; a little generous, so that a fallback font still fits."""
    return sum(_share(letter) for letter in words) * size * (1 if strong else REGULAR)


def shorten(words: str, room: float, size: float, *, strong: bool = False) -> str:
    """The words, or as many letters as fit with an ellipsis; nothing when not even three letters would."""
    if text_width(words, size, strong=strong) <= room:
        return words
    for end in range(len(words) - 1, 2, -1):
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
    """Of the size of the letters."""
    if letter in SHARE_OF:
        return SHARE_OF[letter]
    if ord(letter) > 0x2E80:
        return IDEOGRAPH
    return OTHER_CAPITAL if letter.isupper() else OTHER
