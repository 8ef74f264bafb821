"""The method in words says what the constants are."""

from dataclasses import Field, fields, replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.measurement.method import method_page
from app.measurement.thresholds import DEFAULT, Thresholds

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_in_docs_is_the_one_that_the_constants_write() -> None:
    message = "write it again: python -m app.measurement.method > docs/method.md"
    assert (DOCS / "method.md").read_text("utf-8") == method_page(), message


def test_the_page_follows_the_thresholds() -> None:
    page = method_page(replace(DEFAULT, sole_share=Decimal("0.15"), min_activities=17))
    assert "s below 15 %" in page
    assert "s above 85 %" in page
    assert "fewer than 17 activities" in page


@pytest.mark.parametrize("threshold", fields(Thresholds), ids=lambda field: field.name)
def test_every_threshold_is_listed_with_its_reason_and_its_weakness(threshold: Field[object]) -> None:
    assert threshold.metadata["why"]
    assert threshold.metadata["weakness"]
    assert f"| `{threshold.name}` |" in method_page()
