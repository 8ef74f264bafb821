"""What files write where nothing was measured: such a cell is missing, and never 0."""

WORDS = {
    *("na", "n/a", "n.a", "n.a.", "#n/a", "#na", "nan", "null", "none", "nil", "nd", "n.d", "n.d.", "n/d"),
    *("s.o", "s.o.", "s/o", "missing", "manquant", "manquante"),
}
SIGNS = frozenset("-–—.…*?_ ")


def is_missing(text: str) -> bool:
    """Empty, a word such as NA, or nothing but dashes, dots or the asterisks of old databases."""
    typed = text.strip().lower()
    return typed in WORDS or all(sign in SIGNS for sign in typed)
