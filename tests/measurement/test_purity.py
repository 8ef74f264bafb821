"""The walls of the mathematics: what it may import, and that it asks no clock and no dice."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "app" / "measurement"
MODULES = sorted(PACKAGE.glob("*.py"))
IMPURE = {"today", "now", "utcnow", "open", "print", "input", "environ", "getenv"}
FORBIDDEN = {"random", "secrets", "time", "os", "pathlib", "sqlite3", "socket", "logging"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def is_allowed(module: str) -> bool:
    first = module.split(".", maxsplit=1)[0]
    if first == "app":
        return module == "app.vocabulary" or module.startswith("app.measurement.")
    return first == "scipy" or (first in sys.stdlib_module_names and first not in FORBIDDEN)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_imports_the_standard_library_the_words_and_scipy_alone(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [module for module in imported(tree) if not is_allowed(module)] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_asks_no_clock_no_file_and_no_environment(path: Path) -> None:
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }
    assert names & IMPURE == set()


def test_the_package_loads_without_scipy_and_numpy() -> None:
    imports = "; ".join(f"import app.measurement.{path.stem}" for path in MODULES if path.stem != "__init__")
    script = f"import sys; {imports}; print(sorted({{'scipy', 'numpy'}} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
