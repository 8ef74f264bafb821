"""A written number and the address of the entries behind it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    text: str
    href: str = ""


NOTHING = Figure("–")
"""Where there is no value: a dash, never a nought."""
