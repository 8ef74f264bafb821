"""How much one file may bring."""

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes."""

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_VALUES = 5_000
"""Values stored by one import: they are one transaction."""

KEPT_HOURS = 24
"""How long a file waits for its owner to go on."""
