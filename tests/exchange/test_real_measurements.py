"""The field measurements of Montréal's green alleys, where somebody has them: no licence lets us bring them.

`TANDEM_TEST_MEASUREMENTS` names the file; without it there is no test here.
"""

import os
from pathlib import Path

from app.exchange.remarks import Kind
from tests.exchange.files import run_of

MEASUREMENTS = os.environ.get("TANDEM_TEST_MEASUREMENTS")

if MEASUREMENTS:
    CONTENT = Path(MEASUREMENTS).read_bytes()

    def test_every_cell_of_the_real_measurements_is_a_value_or_missing() -> None:
        run = run_of(CONTENT, observed_on="2024-07-31")
        assert run.indicators == 26
        assert (len(run.values), run.count(Kind.MISSING), run.count(Kind.REFUSED)) == (618, 6, 0)
