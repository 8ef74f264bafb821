"""What a file would store, and row by row what it would not and why."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.exchange import remarks
from app.exchange.remarks import Kind
from app.exchange.rows import Locked
from tests.exchange.files import ALLEYS, indicator, known, log_with, run_of, said

DAY = "2024-07-31"
ON = date(2024, 7, 31)
LENGTH = known(indicator(7, "Length", breakdown="alley", minimum=Decimal(0), maximum=Decimal(100)))


def test_the_dirt_of_field_measurements_is_told_row_by_row() -> None:
    run = run_of(ALLEYS, observed_on=DAY)
    assert said(run) == [
        (3, "area_m2", "20190202", "refused"),
        (6, "area_m2", "about 20", "refused"),
        (5, "length_m", "116.3", "present"),
        (5, "area_m2", "661.5", "present"),
        (5, "mean ACI", "148.9571242", "present"),
        (3, "mean ACI", "NA", "missing"),
        (4, "area_m2", "********", "missing"),
        (4, "mean ACI", "", "missing"),
        (6, "length_m", "n/a", "missing"),
    ]
    assert (len(run.values), run.indicators, run.rounded) == (6, 3, 1)


def test_a_value_is_of_its_part_and_day_and_says_its_source() -> None:
    value = run_of(ALLEYS, observed_on=DAY, source="alleys.csv").values[0].new
    assert (value.category, value.observed_on, value.value) == ("RPP_H_1", ON, Decimal("116.3"))
    assert value.source == "alleys.csv"


def test_people_deviation_note_and_source_come_from_their_columns() -> None:
    content = b"date;part;value;n;sd;note;source\n2024-01-31;North;4,5;1 200;1,1;wet;survey\n"
    value = run_of(content).values[0].new
    assert (value.n, value.sd, value.note, value.source) == (1200, Decimal("1.1"), "wet", "survey")


def test_a_number_of_people_that_is_none_refuses_the_value() -> None:
    run = run_of(b"value,n\n4,12.5\n5,-1\n6,many\n7,\n", observed_on=DAY)
    assert [remark.why for remark in run.remarks] == [remarks.WHOLE, remarks.NEGATIVE, remarks.WHOLE]


def test_a_value_outside_the_range_is_refused() -> None:
    run = run_of(b"p,length\nA,101\nB,100\n", LENGTH, observed_on=DAY)
    assert [remark.why for remark in run.remarks] == [remarks.OUTSIDE]
    assert len(run.values) == 1


def test_a_date_after_today_or_that_is_none_refuses_its_row() -> None:
    content = b"date,a,b\n2025-06-02,1,2\n2024-02-30,1,2\n,1,2\n2024-02-28,1,2\n"
    run = run_of(content, use_0="day")
    assert [remark.why for remark in run.remarks] == [remarks.FUTURE, remarks.UNREADABLE_DAY, remarks.NO_DAY]
    assert (run.count(Kind.REFUSED), len(run.values)) == (6, 2)


def test_a_locked_period_takes_no_value() -> None:
    run = run_of(b"a\n1\n", log=log_with(locked=(Locked(ON, ON, "Cleo locked it."),)), observed_on=DAY)
    assert [remark.why for remark in run.remarks] == ["Cleo locked it."]


def test_what_is_there_is_never_written_over() -> None:
    there = {(1, ON, "A"): Decimal("5.0"), (1, ON, "B"): Decimal(6)}
    run = run_of(b"p,length\nA,5\nB,7\nC,8\n", LENGTH, log=log_with(there), observed_on=DAY)
    assert said(run) == [(3, "length", "7", "refused"), (2, "length", "5", "present")]
    assert [value.new.category for value in run.values] == ["C"]


def test_lines_that_contradict_each_other_are_both_refused() -> None:
    run = run_of(b"p,length\nA,5\nA,6\n", LENGTH, observed_on=DAY)
    assert [remark.why for remark in run.remarks] == [
        remarks.OTHER_LINE.format(line=3),
        remarks.OTHER_LINE.format(line=2),
    ]
    assert not run.values


def test_long_numbers_among_long_numbers_are_no_dates() -> None:
    run = run_of(b"p,v\nA,20190202\nB,34567890\n", observed_on=DAY)
    assert len(run.values) == 2


def test_a_percentage_is_taken_only_where_the_unit_is_percent() -> None:
    percent = known(indicator(1, "share", unit="%"))
    assert run_of(b"share\n45%\n", percent, observed_on=DAY).values[0].new.value == 45
    assert run_of(b"share\n45%\n", known(indicator(1, "share")), observed_on=DAY, use_0="indicator-1").remarks


def test_a_row_with_too_many_cells_is_refused_whole() -> None:
    run = run_of(b"a,b\n1,2,3\n1,2\n", observed_on=DAY)
    assert [remark.why for remark in run.remarks] == [remarks.OVERFLOW]
    assert run.count(Kind.REFUSED) == 2


def test_a_formula_is_text_and_no_number() -> None:
    run = run_of(b"p,length\n=1+1,=2+2\nB,3\n", LENGTH, observed_on=DAY, use_1="indicator-7")
    assert said(run) == [(2, "length", "=2+2", "refused")]


@given(st.lists(st.sampled_from(["1", "NA", "x", "20190202", "1.5", "", "500"]), min_size=1, max_size=20))
def test_every_cell_is_stored_or_remarked_on(cells: list[str]) -> None:
    content = "p,length\n" + "".join(f"row {index},{cell}\n" for index, cell in enumerate(cells))
    run = run_of(content.encode(), LENGTH, observed_on=DAY, use_1="indicator-7")
    assert len(run.values) + sum(run.count(kind) for kind in Kind) == len(cells)
    assert run.count(Kind.MISSING) == cells.count("NA") + cells.count("")


def test_two_runs_that_promise_the_same_have_one_fingerprint() -> None:
    once, again = (run_of(ALLEYS, observed_on=DAY) for _ in range(2))
    other = run_of(ALLEYS, observed_on="2024-07-30")
    assert once.fingerprint == again.fingerprint != other.fingerprint
