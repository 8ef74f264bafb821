"""What a portfolio adds up to, kept in memory until any row behind it changes.

Nothing is kept by time: before each answer one statement asks whether the rows are still the same.
"""

import gc
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlmodel import Session

from app.portfolios.context import Group, groups
from app.portfolios.portfolio import Portfolio, portfolio
from app.portfolios.queries import Stamp, members, stamp
from app.portfolios.wanted import Wanted
from app.vocabulary import PartnershipRole

MOST = 24
"""Portfolios, each with its filters, that one process keeps; the longest unread goes first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What all of them add up to, and by group where groups are asked for."""

    overall: Portfolio
    groups: tuple[Group, ...]


class Shelf:
    def __init__(self) -> None:
        self._lock, self._kept = Lock(), OrderedDict[Hashable, tuple[Stamp, Figures]]()

    def get(self, key: Hashable, stamped: Stamp) -> Figures | None:
        with self._lock:
            known = self._kept.get(key)
            if known is None or known[0] != stamped:
                return None
            self._kept.move_to_end(key)
            return known[1]

    def put(self, key: Hashable, stamped: Stamp, figures: Figures) -> None:
        with self._lock:
            self._kept[key] = stamped, figures
            self._kept.move_to_end(key)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


_shelves: WeakKeyDictionary[Any, Shelf] = WeakKeyDictionary()
"""One for each database."""


def figures(
    session: Session, organization_id: int, role: PartnershipRole, wanted: Wanted, as_of: date
) -> Figures:
    asked = replace(wanted.in_no_order, role=role)
    key, shelf = (organization_id, asked, as_of), _shelves.setdefault(session.get_bind(), Shelf())
    stamped = stamp(session, organization_id, role, asked)
    known = shelf.get(key, stamped)
    if known is None:
        known = _figures(session, organization_id, role, asked, as_of)
        shelf.put(key, stamped, known)
    return known


def _figures(
    session: Session, organization_id: int, role: PartnershipRole, wanted: Wanted, as_of: date
) -> Figures:
    with _nothing_collected():
        some = members(session, organization_id, role, wanted)
        return Figures(portfolio(some, as_of), groups(some, wanted.group) if wanted.group else ())


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Ten thousand summaries are many objects without a cycle: to seek one took as long as to read them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
