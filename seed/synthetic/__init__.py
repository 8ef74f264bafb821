"""A portfolio of any size to look at and to measure with: wholly invented, and marked so on every row."""
