"""What the page of a portfolio costs with 100, 1,000 and 10,000 initiatives, on both databases.

`python -m bench.portfolio [SIZES ...]`. Side by side in one run: the page when its sums are kept and when
they are not, a filter nobody asked for before, and bare SQL for a part of it over the summaries and the logs.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import sqlalchemy as sa
from fastapi.testclient import TestClient

from app.accounts.service import sign_in
from app.database.engine import Database
from app.database.migrate import upgrade
from app.main import create_app
from app.organizations.queries import organization_by_slug
from app.organizations.service import add_member
from app.portfolios import kept
from app.settings import Settings
from app.vocabulary import MemberRole
from seed.synthetic.plant import plant_synthetic
from seed.synthetic.profiles import FUND
from tests.support.people import make_person
from tests.support.postgresql import postgresql_url
from tests.support.statements import statements_for

SIZES, TIMES = (100, 1_000, 10_000), 7
_numbers = count()

MEMBERS = """
  FROM partnership p JOIN initiative i ON i.id = p.initiative_id
  JOIN initiative_summary s ON s.initiative_id = i.id
  WHERE p.organization_id = :fund AND p.role = 'funder' AND p.archived_at IS NULL AND i.archived_at IS NULL
"""
COUNTS = "SELECT s.cell, s.aim, count(*), sum(s.claims), sum(s.claims_evidenced)" + MEMBERS
PAGE = "SELECT i.id, i.name, s.phases, s.outcome" + MEMBERS
HOURS = """
SELECT a.citizen_role, sum(a.citizens), sum(a.citizen_hours), sum(a.professional_hours)
FROM activity a WHERE a.initiative_id IN (SELECT i.id
"""
MONEY = "SELECT c.currency, c.payer, sum(c.amount) FROM cost c WHERE c.initiative_id IN (SELECT i.id"
LATEST = """
SELECT k.id, (SELECT o.value FROM observation o WHERE o.indicator_id = k.id AND o.category = ''
              ORDER BY o.observed_on DESC, o.id DESC LIMIT 1)
FROM indicator k WHERE k.initiative_id IN (SELECT i.id
"""
BY_SUMMARIES = (COUNTS + " GROUP BY s.cell, s.aim", PAGE + " ORDER BY i.starts_on, i.id LIMIT 51")
BY_LOGS = (
    HOURS + MEMBERS + ") GROUP BY a.citizen_role",
    MONEY + MEMBERS + ") GROUP BY c.currency, c.payer",
    LATEST + MEMBERS + ")",
)
"""The newest value is sought indicator by indicator, which is the fastest way."""


def main(*sizes: int) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        server = stack.enter_context(postgresql_url())
        for url in (f"sqlite:///{folder / 'portfolio.sqlite3'}", server):
            _measure(Settings(_env_file=None, database_url=url, data_dir=folder), sizes or SIZES)


def _measure(settings: Settings, sizes: tuple[int, ...]) -> None:
    upgrade(settings)
    application = create_app(settings)
    database: Database = application.state.database
    print(settings.url_of_database.split(":")[0])
    with TestClient(application, base_url=settings.base_url) as client:
        for size in sizes:
            seconds = _seconds(lambda size=size: plant_synthetic(database, size))  # type: ignore[misc]
            fund = _come_in(client, database)
            _analyze(database)
            _report(client, database, fund, size, seconds)
    database.close()


def _report(client: TestClient, database: Database, fund: int, size: int, planted: float) -> None:
    page = f"/portfolios/{FUND}"
    statements = statements_for(database, lambda: client.get(page))
    warm = _median(lambda: client.get(page))
    cold = _median(lambda: client.get(f"{page}?begun_from=1990-01-{next(_numbers) % 28 + 1:02}"), _forget)
    narrowed = _median(lambda: client.get(f"{page}?country=FR"), _forget)
    summaries = _median(lambda: _ask(database, BY_SUMMARIES, fund))
    logs = _median(lambda: _ask(database, BY_LOGS, fund))
    null = _median(lambda: client.get("/healthz"))
    print(
        f"  {size:>6,} initiatives, planted to there in {planted:.1f} s, {len(statements)} statements a page"
    )
    print(
        f"         page kept {warm:7.1f} ms, not kept {cold:7.1f} ms, one country not kept {narrowed:7.1f} ms"
    )
    print(f"         bare SQL: summaries {summaries:7.1f} ms, logs {logs:7.1f} ms; /healthz {null:.1f} ms")
    print(
        f"         kept / summaries {warm / summaries:.1f}, not kept / summaries {cold / summaries:.1f}, ",
        end="",
    )
    print(f"kept / logs {warm / logs:.2f}, not kept / logs {cold / logs:.2f}")


def _come_in(client: TestClient, database: Database) -> int:
    """As somebody of the fund."""
    with database.writing() as session:
        fund = organization_by_slug(session, FUND)
        assert fund is not None
        person = make_person(session, f"Bench{next(_numbers)}")
        add_member(session, fund, person, MemberRole.STAFF)
        client.cookies.set("sid", sign_in(session, person))
        return fund.key


def _analyze(database: Database) -> None:
    with database.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")  # as both do by themselves after a while


def _forget() -> None:
    kept._shelves.clear()  # noqa: SLF001  # as a process that has just started


def _ask(database: Database, questions: tuple[str, ...], fund: int) -> None:
    with database.reading() as session:
        for question in questions:
            session.execute(sa.text(question), {"fund": fund}).all()


def _median(act: Callable[[], object], before: Callable[[], None] = lambda: None) -> float:
    """Milliseconds."""
    taken = []
    for _time in range(TIMES):
        before()
        taken.append(_seconds(act))
    return median(taken) * 1000


def _seconds(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
