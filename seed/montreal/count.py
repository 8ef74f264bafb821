"""Count Montréal's green alleys: `python -m seed.montreal.count ruelles-vertes.csv`, run by hand.

The source is the city's open data set "Ruelles vertes": one row a segment, several rows an alley. The rule:

- An alley is one RUELLE_ID. It counts in the year of the earliest valid DATE_AMENA of its rows. A date is
  valid when it is a calendar day written as eight digits. Alleys with no valid date are left out.
- All rows of an alley go with it into that year, those with a later date or with none as well.
- `square_metres` is the surface of the alleys (SUPERFICIE). `greened_square_metres` is SUPERFIC_1, whose
  full name the file cuts off; it is probably the greened part. It is known for `segments_measured` segments
  only, so it is a floor, and the more so in early years.
- A SUPERFIC_1 larger than its segment is no area: alley MHM-H-1000030 holds dates there. It is left out, as
  are blanks and the asterisks that stand for blanks in the older export.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

FACTS = Path(__file__).parent / "facts.csv"
ATTRIBUTION = "Ville de Montréal, données ouvertes, jeu Ruelles vertes (dernière mise à jour 2020-12-18)"

Row = dict[str, str]


@dataclass(frozen=True)
class Fact:
    """What became green in one borough in one year."""

    year: int
    borough: str
    alleys: int
    segments: int
    square_metres: int
    greened_square_metres: int
    segments_measured: int


def count(rows: Iterable[Row]) -> list[Fact]:
    alleys = _rows_by_alley(rows)
    groups: defaultdict[tuple[int, str], list[list[Row]]] = defaultdict(list)
    for segments in alleys.values():
        year = _first_year(segments)
        if year is not None:
            groups[year, _borough(segments)].append(segments)
    return [_fact(year, borough, group) for (year, borough), group in sorted(groups.items())]


def facts() -> list[Fact]:
    """The committed count."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        return [_read(row) for row in csv.DictReader(line for line in file if not line.startswith("#"))]


def _rows_by_alley(rows: Iterable[Row]) -> dict[str, list[Row]]:
    alleys: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["RUELLE_ID"].strip():
            alleys[row["RUELLE_ID"].strip()].append(row)
    return alleys


def _first_year(segments: list[Row]) -> int | None:
    days = [day for row in segments if (day := _day(row["DATE_AMENA"])) is not None]
    return min(days).year if days else None


def _borough(segments: list[Row]) -> str:
    return segments[0]["PROPRIETAI"].strip()


def _fact(year: int, borough: str, alleys: list[list[Row]]) -> Fact:
    segments = [row for alley in alleys for row in alley]
    greened = [area for row in segments if (area := _greened(row)) is not None]
    return Fact(
        year=year,
        borough=borough,
        alleys=len(alleys),
        segments=len(segments),
        square_metres=round(sum(_area(row["SUPERFICIE"]) or 0 for row in segments)),
        greened_square_metres=round(sum(greened)),
        segments_measured=len(greened),
    )


def _day(text: str) -> date | None:
    if len(text.strip()) != len("YYYYMMDD"):
        return None
    try:
        return datetime.strptime(text.strip(), "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _area(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None


def _greened(row: Row) -> Decimal | None:
    greened, whole = _area(row["SUPERFIC_1"]), _area(row["SUPERFICIE"])
    if greened is None or whole is None or greened > whole:
        return None
    return greened


def _read(row: Row) -> Fact:
    numbers = {name: int(value) for name, value in row.items() if name != "borough"}
    return Fact(borough=row["borough"], **numbers)


def _lines(counted: list[Fact]) -> Iterator[tuple[object, ...]]:
    yield tuple(Fact.__dataclass_fields__)
    for fact in counted:
        yield tuple(vars(fact).values())


def write(counted: list[Fact], path: Path = FACTS) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {ATTRIBUTION}\n")
        csv.writer(file, lineterminator="\n").writerows(_lines(counted))


def main() -> None:
    parser = argparse.ArgumentParser(description="Count Montréal's green alleys into facts.csv")
    parser.add_argument("source", type=Path, help="the city's CSV file, UTF-8")
    with parser.parse_args().source.open(encoding="utf-8-sig", newline="") as file:
        write(count(csv.DictReader(file)))


if __name__ == "__main__":
    main()
