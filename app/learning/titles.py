"""How an entry without a title is called: by how its text begins."""

LONGEST = 80


def in_a_line(text: str, longest: int = LONGEST) -> str:
    """The beginning of a text, up to a word's end."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + "…"
