"""Whether the matrix of access notices that a filter is gone: `python -m bench.scope_filters`.

Each filter is taken out of a copy of the program, and the matrix is asked there. One that nobody misses
is a survivor, and there must be none.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("app", "tests", "migrations", "templates", "seed", "bench", "pyproject.toml", "alembic.ini", "docs")


@dataclass(frozen=True, slots=True)
class Filter:
    """What stands in the file, what stands there without the filter, and which cells should notice."""

    says: str
    file: str
    with_it: str
    without_it: str
    cells: str


FILTERS = (
    Filter(
        "whoever may not read an initiative is told that it is absent",
        "app/dependencies.py",
        "    if Right.READ not in granted:\n        raise Absent\n",
        "",
        "own-elsewhere",
    ),
    Filter(
        "whoever may read, but not do this, is refused",
        "app/dependencies.py",
        "    if right not in granted:\n        raise Forbidden\n",
        "",
        "own-evaluator",
    ),
    Filter(
        "rights come from the organizations one belongs to",
        "app/access.py",
        "RIGHTS[as_partner][actor.roles[organization_id]]\n"
        "        for organization_id, as_partner in partnerships\n"
        "        if organization_id in actor.roles\n",
        "RIGHTS[as_partner][next(iter(actor.roles.values()), MemberRole.VIEWER)]\n"
        "        for organization_id, as_partner in partnerships\n",
        "own-elsewhere",
    ),
    Filter(
        "an archived initiative is absent on pages",
        "app/initiatives/queries.py",
        "select(Initiative).where(Initiative.slug == slug, col(Initiative.archived_at).is_(None))",
        "select(Initiative).where(Initiative.slug == slug)",
        "archived-lead",
    ),
    Filter(
        "an archived initiative is absent in the API",
        "app/dependencies.py",
        "if initiative is None or initiative.archived_at:",
        "if initiative is None:",
        "archived-lead",
    ),
    Filter(
        "what is below something archived is absent in the API",
        "app/dependencies.py",
        "        if is_below_archived(session, row):\n            raise Absent\n        require(",
        "        require(",
        "archived-lead",
    ),
    Filter(
        "an archived row is absent in the API",
        "app/dependencies.py",
        "if row is None or row.archived_at or row.initiative_touched is None:",
        "if row is None or row.initiative_touched is None:",
        "archived and row",
    ),
    Filter(
        "a row belongs to the initiative in the address",
        "app/dependencies.py",
        "if row is None or row.initiative_touched != initiative.key:",
        "if row is None:",
        "another and row",
    ),
    Filter(
        "an ended partnership gives nothing",
        "app/initiatives/queries.py",
        "col(Partnership.archived_at).is_(None), col(Partnership.ended_at).is_(None), last_day",
        "col(Partnership.archived_at).is_(None), last_day",
        "own-former",
    ),
    Filter(
        "whoever has left has no role any more",
        "app/organizations/queries.py",
        "            Member.person_id == person_id,\n            col(Member.archived_at).is_(None),\n",
        "            Member.person_id == person_id,\n",
        "own-left",
    ),
    Filter(
        "an organization is there for its members",
        "app/dependencies.py",
        "organization.archived_at or not belongs_to(actor, organization.key):",
        "organization.archived_at:",
        "own-elsewhere",
    ),
    Filter(
        "people and property of an organization are for its administrators",
        "app/dependencies.py",
        "    if administers and not may_administer(actor, organization.key):\n        raise Forbidden\n",
        "",
        "own-funder",
    ),
)


def main() -> None:
    survivors = [each for each in FILTERS if not is_missed(each)]
    print(f"{len(FILTERS) - len(survivors)} of {len(FILTERS)} filters are missed when they are gone")
    sys.exit(1 if survivors else 0)


def is_missed(gone: Filter) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        _copy_into(copy)
        _take_out(gone, copy / gone.file)
        ended = _ask_the_matrix(copy, gone.cells)
    found = ended.returncode == 1 and "faults" in ended.stdout
    print(f"{'missed' if found else 'NOT MISSED'}: {gone.says}", flush=True)
    return found


def _copy_into(folder: Path) -> None:
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)


def _take_out(gone: Filter, file: Path) -> None:
    text = file.read_text()
    if gone.with_it not in text:
        sys.exit(f"{gone.file} does not hold what is to be taken out: {gone.says}")
    file.write_text(text.replace(gone.with_it, gone.without_it))


def _ask_the_matrix(folder: Path, cells: str) -> subprocess.CompletedProcess[str]:
    asked = ["-m", "pytest", "tests/access", "-x", "-p", "no:randomly", "-k", cells]
    return subprocess.run([sys.executable, *asked], cwd=folder, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()
