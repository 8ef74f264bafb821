"""Small files with the dirt of real ones, and how tests read them."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from app.exchange.checking import DryRun, dry_run
from app.exchange.plans import Known, plan
from app.exchange.reading import Table, read_table
from app.exchange.rows import Locked, Log, Place
from app.exchange.uses import guess
from app.indicators.models import Indicator
from app.vocabulary import Aggregation, Direction, EffectService, Frequency, IndicatorLevel
from app.web.forms import Form

TODAY = date(2025, 6, 1)

ALLEYS = (
    b"\xef\xbb\xbf"
    b"RuelleID,length_m,area_m2,mean ACI\r\n"
    b"RPP_H_1,116.3,661.5,148.9571242\r\n"
    b"RPP_H_2,237.8,20190202,NA\r\n"
    b"RPP_H_3,70.4,********,\r\n"
    b"RPP_H_1,116.3,661.5,148.9571242\r\n"
    b"RPP_H_4,n/a,about 20,12\r\n"
)
"""As field measurements come: marked UTF-8, NA, a name with a space, a date among areas, a row twice."""


def indicator(number: int = 1, name: str = "Length", **changed: Any) -> Indicator:
    fields: dict[str, Any] = {
        "id": number,
        "initiative_id": 1,
        "name": name,
        "level": IndicatorLevel.OUTCOME,
        "direction": Direction.UP,
        "frequency": Frequency.IRREGULAR,
        "aggregation": Aggregation.PER_PERIOD,
        "effect_service": EffectService.OWN,
    }
    return Indicator(**fields | changed)


def known(*indicators: Indicator, may_define: bool = True) -> Known:
    return Known({row.key: row for row in indicators}, may_define)


def guesses(table: Table, has: Known, wanted: int | None = None) -> list[str]:
    names = {key: row.name for key, row in has.indicators.items()}
    return guess(table, names, may_define=has.may_define, wanted=wanted)


def form_of(table: Table, has: Known, **typed: str) -> Form:
    """What the columns seem to hold, and what is `typed`: `name_1` for the field `name-1`."""
    guessed = {f"use-{index}": [use] for index, use in enumerate(guesses(table, has))}
    return Form(guessed | {re.sub(r"_(\d+)$", r"-\1", name): [text] for name, text in typed.items()})


def run_of(content: bytes, has: Known | None = None, *, log: Log | None = None, **typed: str) -> DryRun:
    table, has = read_table(content), has or known()
    return dry_run(table, plan(form_of(table, has, **typed), table, has), log or log_with())


def log_with(values: dict[Place, Decimal] | None = None, locked: tuple[Locked, ...] = ()) -> Log:
    return Log(values or {}, locked, TODAY)


def said(run: DryRun) -> list[tuple[int, str, str, str]]:
    """Line, column, what was found, and the kind of each remark."""
    return [(remark.line, remark.column, remark.found, remark.kind.value) for remark in run.remarks]
