"""The help says what the program does, since it is printed from it."""

import re

import pytest
from fastapi.testclient import TestClient

from app.access import RIGHTS
from app.measurement.thresholds import DEFAULT

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def page(client: TestClient) -> str:
    return re.sub(r"\s+", " ", client.get("/help").text)


def test_it_prints_the_thresholds_of_the_method(page: str) -> None:
    assert f"each need {DEFAULT.min_activities} activities and {DEFAULT.min_hours} hours" in page
    assert f"{DEFAULT.association_initiatives} initiatives" in page
    assert f"“fewer than {DEFAULT.disclosure_outside}”" in page


def test_every_partner_and_role_has_its_rights(page: str) -> None:
    rights = page[page.index('id="rights"') :]
    assert rights.count("read, log, manage") == 2
    assert rights.count("read, log, manage, see the history") == 1
    assert rights.count("portfolio and publications") == len(RIGHTS[next(reversed(RIGHTS))])
    assert rights.count("see it, register initiatives") == 2
    assert rights.count("see it, register initiatives, administer it") == 1


def test_the_nine_cells_are_named(page: str) -> None:
    for number in range(1, 10):
        assert f'<span class="no">{number}</span>' in page


def test_no_sentence_runs_into_the_next(page: str) -> None:
    text = re.sub(r"<[^>]+>", " ", page)
    assert not re.findall(r"[a-z]\.[A-Z][a-z]+", text)


def test_the_accessibility_page_says_what_is_not_checked(client: TestClient) -> None:
    page = client.get("/accessibility").text
    assert "What is not checked yet" in page
    assert "screen reader" in page
