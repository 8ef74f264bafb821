"""A table is read from the bytes of a file as people's programs write it, or the reason is told."""

import gzip
import io
import zipfile

import pytest

from app.exchange import texts
from app.exchange.limits import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS
from app.exchange.reading import QUOTES, TOO_LONG, TOO_WIDE, read_table
from app.exchange.texts import Unreadable

ACCENTS = "Préférence;Été\n1,5;2\n"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_are_read_in_every_code_that_spreadsheets_write(code: str) -> None:
    assert read_table(ACCENTS.encode(code)).columns == ("Préférence", "Été")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_sign_between_the_cells_is_recognised(delimiter: str) -> None:
    table = read_table(delimiter.join(["place", "value"]).encode() + f"\na b{delimiter}12\n".encode())
    assert table.rows[0].cells == ("a b", "12")


def test_decimal_commas_do_not_make_columns() -> None:
    table = read_table(b"place;mean\nA;1,5\nB;2,25\n")
    assert [row.cells for row in table.rows] == [("A", "1,5"), ("B", "2,25")]


def test_the_word_that_names_the_delimiter_to_excel_is_no_heading() -> None:
    assert read_table(b"sep=;\na;b\n1;2\n").columns == ("a", "b")


def test_a_row_knows_the_line_it_begins_in() -> None:
    table = read_table(b'a,b\n"two\nlines",1\n\nx,2\n')
    assert [row.line for row in table.rows] == [2, 5]


def test_short_rows_are_filled_and_what_overflows_is_kept_apart() -> None:
    short, long = read_table(b"a,b\n1\n1,2,3\n").rows
    assert short.cells == ("1", "")
    assert long.overflow == ("3",)


def test_headings_that_are_missing_or_come_twice_get_a_number() -> None:
    assert read_table(b"a,,a\n1,2,3\n").columns == ("a", "2", "a (3)")


def test_marks_that_nobody_sees_make_no_second_name() -> None:
    table = read_table("place,v\nA\u200f,1\nA,2\n".encode())
    assert {row.cells[0] for row in table.rows} == {"A"}


def packed(content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("xl/workbook.xml", content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", texts.EMPTY),
        (b" \n\n", texts.EMPTY),
        (b"a,b\n" + b"1,2\n" * LARGEST_FILE, texts.TOO_LARGE),
        (packed(b"<workbook/>"), texts.WORKBOOK),
        (b"\xd0\xcf\x11\xe0 old workbook", texts.WORKBOOK),
        (gzip.compress(b"a,b\n1,2\n", mtime=0), texts.PACKED),
        (b"a,b\n1,\x002\n", texts.NO_TEXT),
        (b"\x89PNG\r\n\x1a\n\0\0", texts.NO_TEXT),
        ("a,b\n1,\ud800\n".encode("utf-16", "surrogatepass"), texts.NO_TEXT),
        (b'a,b\n"1,2\n3,4\n', QUOTES),
        (b'a,b\n"1"x,2\n', QUOTES),
        (b'a,b\n"' + b"x" * 200_000 + b'",2\n', QUOTES),
        (",".join("abc" for _ in range(5_000)).encode() + b"\n1\n", TOO_WIDE),
        (b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1), TOO_LONG),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_table(content)
    assert refused.value.reason == reason


def test_as_many_columns_and_rows_as_may_be_are_read() -> None:
    table = read_table(b"a" + b",a" * (MOST_COLUMNS - 1) + b"\n" + b"1\n" * MOST_ROWS)
    assert (len(table.columns), len(table.rows)) == (MOST_COLUMNS, MOST_ROWS)
