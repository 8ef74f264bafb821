"""The rules of the house that a reader relies on: which way imports run, and which part knows what."""

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel
from sqlmodel import SQLModel

from app.initiatives.schemas import InitiativeCreate, InitiativePublic
from app.main import create_app
from app.settings import ROOT, Settings
from app.web.access_check import routes

APP = ROOT / "app"
IN_ORDER = (
    {"accounts"},
    {"organizations"},
    {"initiatives"},
    {"ratings"},
    {"evidence"},
    {"activities", "costs", "indicators", "learning"},
    {"contributions"},
    {"history"},
    {"journal"},
    {"findings"},
    {"trends"},
    {"evaluations"},
    {"reports"},
    {"publications", "comparisons"},
    {"portfolios"},
    {"exchange"},
    {"home"},
)
"""Right may import left, never back; those that stand together do not import each other."""

DOMAIN = frozenset().union(*IN_ORDER)
FOUNDATIONS = {"web", "database", "i18n", "charts", "jobs"}
PURE = {"measurement", "charts"}
HTTP = {"fastapi", "starlette"}
HTTP_FILES = {"routes", "api", "demo", "dependencies"}
"""Names of modules of a package that may know HTTP; so may those whose names end in `_routes` or `_api`."""

SQL = {"sqlalchemy", "sqlmodel"}
STATEMENTS = {"select", "insert", "update", "delete", "text"}

STDLIB = sys.stdlib_module_names
MODULES = sorted(path for path in APP.rglob("*.py") if path.read_text())


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def package_of(path: Path) -> str:
    parts = path.relative_to(APP).parts
    return parts[0] if len(parts) > 1 else ""


def in_package(*packages: str) -> list[Path]:
    return [path for path in MODULES if package_of(path) in packages]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def imports(node: ast.AST) -> Iterator[str]:
    """Full names: `app.access.rights` for `from app.access import rights`."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            yield from (alias.name for alias in inner.names)
        elif isinstance(inner, ast.ImportFrom) and inner.module:
            yield from (f"{inner.module}.{alias.name}" for alias in inner.names)


def packages_imported(path: Path) -> set[str]:
    """The packages of the house that a module imports; its own is left out."""
    found = {name.split(".")[1] for name in imports(tree(path)) if name.startswith("app.")}
    return found - {package_of(path)}


def tops_imported(node: ast.AST) -> set[str]:
    return {name.split(".")[0] for name in imports(node)}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def knows_http(path: Path) -> bool:
    return path.stem in HTTP_FILES or path.stem.endswith(("_routes", "_api"))


def left_of(package: str) -> set[str]:
    found: set[str] = set()
    for together in IN_ORDER:
        if package in together:
            return found
        found |= together
    return found


def where(rule: Callable[[Path], bool], paths: Iterable[Path]) -> list[str]:
    """The modules for which the rule does not hold."""
    return [named(path) for path in paths if not rule(path)]


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 100


def test_every_package_has_its_place() -> None:
    known = DOMAIN | FOUNDATIONS | {"", "measurement"}
    assert not where(lambda path: package_of(path) in known, MODULES)


def test_packages_import_to_the_left_only() -> None:
    def holds(path: Path) -> bool:
        return packages_imported(path) & DOMAIN <= left_of(package_of(path))

    assert not where(holds, in_package(*DOMAIN))


def test_foundations_know_no_domain_package() -> None:
    assert not where(lambda path: not packages_imported(path) & DOMAIN, in_package(*FOUNDATIONS))


def test_what_is_pure_knows_neither_database_nor_web_nor_clock() -> None:
    def holds(path: Path) -> bool:
        outside = tops_imported(tree(path)) - STDLIB - {"app", "scipy", "numpy"}
        return packages_imported(path) <= {"vocabulary"} and not outside

    assert not where(holds, in_package(*PURE))


def test_scipy_is_imported_only_inside_the_function_that_needs_it() -> None:
    """It takes seconds and megabytes, which no start should pay."""

    def holds(path: Path) -> bool:
        at_start = [node for node in tree(path).body if not is_definition(node)]
        return not {name for node in at_start for name in tops_imported(node)} & {"scipy", "numpy"}

    assert not where(holds, MODULES)


def test_the_vocabulary_needs_the_standard_library_only() -> None:
    assert tops_imported(tree(APP / "vocabulary.py")) <= STDLIB


def test_only_routes_and_web_know_http() -> None:
    elsewhere = in_package(*DOMAIN, "measurement", "charts", "i18n", "database", "jobs")
    quiet = [path for path in elsewhere if not knows_http(path)]
    assert not where(lambda path: not tops_imported(tree(path)) & HTTP, quiet)


def test_routes_hold_no_sql() -> None:
    def holds(path: Path) -> bool:
        asked = [name.split(".") for name in imports(tree(path))]
        return not any(parts[0] in SQL and parts[-1] in {*STATEMENTS, *SQL} for parts in asked)

    assert not where(holds, filter(knows_http, MODULES))


def test_nothing_commits_outside_the_unit_of_work() -> None:
    outside = [path for path in MODULES if package_of(path) != "database"]
    assert not where(lambda path: ".commit(" not in path.read_text(), outside)


def test_no_first_party_import_hides_in_a_function() -> None:
    def holds(path: Path) -> bool:
        return not any("app" in tops_imported(function) for function in functions(path))

    assert not where(holds, MODULES)


def test_every_module_says_in_one_line_what_belongs_there() -> None:
    def holds(path: Path) -> bool:
        first = (ast.get_docstring(tree(path)) or " ").splitlines()[0]
        return first.endswith((".", "?")) and len(first) <= 110

    assert not where(holds, MODULES)


def test_files_stay_short() -> None:
    """One list of words is longer: it is read as a whole."""
    some = [path for path in MODULES if path.name != "vocabulary.py"]
    assert not where(lambda path: len(path.read_text().splitlines()) <= 300, some)


def test_functions_stay_short() -> None:
    def holds(path: Path) -> bool:
        return all((function.end_lineno or 0) - function.lineno < 40 for function in functions(path))

    assert not where(holds, MODULES)


def test_templates_stay_short() -> None:
    templates = (ROOT / "templates").rglob("*.html")
    assert not where(lambda path: len(path.read_text().splitlines()) <= 120, templates)


def test_no_table_is_a_body_or_an_answer() -> None:
    """Tables validate nothing, and would let out whatever column comes next."""
    application = create_app(Settings(_env_file=None, database_url="sqlite://"))
    models = {model for route in routes(application) for model in models_of(route)}
    application.state.database.close()
    assert InitiativeCreate in models
    assert InitiativePublic in models
    assert not {model.__name__ for model in models if is_table(model)}


def models_of(route: object) -> Iterator[type[BaseModel]]:
    """What the route takes as its body and gives as its answer, with what those are made of."""
    field = getattr(getattr(route, "original_route", route), "body_field", None)
    declared = [
        getattr(getattr(route, "original_route", route), "response_model", None),
        getattr(getattr(field, "field_info", None), "annotation", None),
    ]
    for annotation in declared:
        yield from parts(annotation)


def parts(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for about in annotation.model_fields.values():
            yield from parts(about.annotation)
    for inner in getattr(annotation, "__args__", ()):
        yield from parts(inner)


def is_table(model: type[BaseModel]) -> bool:
    return issubclass(model, SQLModel) and hasattr(model, "__table__")


def is_definition(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
