"""Files to keep: CSV that runs nothing in a spreadsheet, and names with accents."""

import csv
from io import StringIO

import pytest

from app.web.csv import BYTE_ORDER_MARK, csv_lines, harmless
from app.web.downloads import as_attachment


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(1)", "-"])
def test_a_cell_that_would_run_becomes_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "12", "-5", "+5", "-12.5", "-12,5", "2025-04-12"])
def test_texts_and_numbers_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["-5\n=1", "-5,5,5"])
def test_what_only_begins_like_a_number_is_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_a_file_begins_with_the_mark_and_reads_back_as_it_was() -> None:
    cells = ['a "quoted", cell', "two\nlines", "é"]
    written = "".join(csv_lines(["one", "two", "three"], [cells]))
    assert written.startswith(BYTE_ORDER_MARK)
    assert list(csv.reader(StringIO(written.removeprefix(BYTE_ORDER_MARK), newline="")))[1] == cells


def test_a_name_with_accents_is_given_both_ways() -> None:
    header = as_attachment('été "2025".csv')["Content-Disposition"]
    plain = 'attachment; filename="_t_ _2025_.csv"'
    assert header == f"{plain}; filename*=UTF-8''%C3%A9t%C3%A9%20%222025%22.csv"
