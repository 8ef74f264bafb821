"""What is said of a file row by row: what is refused, what is there already, what is missing."""

from dataclasses import dataclass
from enum import StrEnum

from app.i18n import N_


class Kind(StrEnum):
    REFUSED = "refused"
    PRESENT = "present"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Remark:
    """`found` stands in the cell; `why` is in the reader's language; `values` is how many it concerns."""

    kind: Kind
    line: int
    column: str
    found: str
    why: str
    values: int = 1


MISSING = N_("Nothing was measured. It stays missing, and is not 0.")
OVERFLOW = N_("The row has more cells than there are headings, so nobody knows which belongs where.")
NO_DAY = N_("There is no date in this row.")
UNREADABLE_DAY = N_("This is no date that can be read.")
FUTURE = N_("This date is after today.")
YEAR = N_("This year lies outside 1900 to 2200.")
NO_NUMBER = N_("This is not a number.")
PERCENT = N_("This is a percentage, and the unit of the indicator is another one.")
DATE = N_("This looks like a date, not like a number.")
OUTSIDE = N_("This lies outside what the indicator can measure.")
WHOLE = N_("This is not a whole number.")
NEGATIVE = N_("This is below 0.")
THERE = N_("This value is there already.")
OTHER_THERE = N_("Another value is there for this date and part: {value}. It stays.")
OTHER_THERE_WHOLE = N_("Another value is there for this date: {value}. It stays.")
SAME_LINE = N_("Line {line} says the same.")
OTHER_LINE = N_("Line {line} has another value for the same date and part, so neither is taken.")
OTHER_LINE_WHOLE = N_("Line {line} has another value for the same date, so neither is taken.")
