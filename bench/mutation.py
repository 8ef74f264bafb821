"""How many small faults in app/measurement its tests notice: `python -m bench.mutation [MODULE ...]`.

The tests are collected once. For each fault a child is forked, puts the faulty code in the place of the sound
one, and runs the tests, those of its subject first, until one fails. A fault that all let pass is a survivor.
"""

import ast
import copy
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "app" / "measurement"
TESTS = ROOT / "tests" / "measurement"
# Of these nothing can be exchanged in a running program, or a test compares the whole with a file.
LEFT_OUT = {"__init__", "method", "missing", "records", "thresholds"}
# Where a module's tests do not bear its own name.
SUBJECTS = {
    "axes": ["test_cell", "test_claims"],
    "months": ["test_series", "test_break_even"],
    "movement": ["test_progress", "test_pairs"],
    "outcome": ["test_process"],
    "runs": ["test_series", "test_control_chart", "test_run_chart"],
}
PROPERTIES = "test_properties"
# A loop without end is a fault that is noticed.
CPU_SECONDS = 60
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor"}


@dataclass(frozen=True, slots=True)
class Fault:
    module: str
    line: int
    words: str
    tree: ast.Module


@dataclass(slots=True)
class Hunt:
    """A pytest plugin: in place of running the tests once, it runs them for each fault."""

    modules: Sequence[str]
    made: int = 0
    survivors: list[Fault] = field(default_factory=list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if not _passes(session, None, [item for item in session.items if not _searches(item)]):
            raise SystemExit("the tests fail without any fault")
        for module in self.modules:
            self.hunt(session, module)
        print(f"{self.made - len(self.survivors)} of {self.made} faults were noticed", flush=True)
        return True

    def hunt(self, session: pytest.Session, module: str) -> None:
        items = sorted(_asked(session.items, module), key=lambda item: _rank(item, module))
        found = list(faults(module))
        survivors = [fault for fault in found if _passes(session, fault, items)]
        for fault in survivors:
            print(f"survived: {fault.module}.py:{fault.line}: {fault.words}", flush=True)
        print(f"{module}: {len(found) - len(survivors)} of {len(found)}", flush=True)
        self.made += len(found)
        self.survivors += survivors


def faults(module: str) -> Iterator[Fault]:
    """One fault at each place of the module that can have one."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text("utf-8"))
    silent = _unread(tree)
    for place, node in enumerate(ast.walk(tree)):
        if id(node) not in silent:
            for choice, words in enumerate(_choices(node)):
                yield Fault(module, getattr(node, "lineno", 0), words, _made(tree, place, choice))


def main(modules: Sequence[str]) -> None:
    names = modules or sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem not in LEFT_OUT)
    # -s: nothing is captured, so that what is printed here is seen.
    options = ["-q", "-s", "--noconftest", "-p", "no:cacheprovider", "--hypothesis-profile=ci"]
    pytest.main([*options, str(TESTS)], plugins=[Hunt(names)])


def _asked(items: Sequence[pytest.Item], module: str) -> list[pytest.Item]:
    """All examples, and of the searching tests those of the subject and the properties of everything."""
    own = {*_subject(module), PROPERTIES}
    return [item for item in items if not _searches(item) or item.path.stem in own]


def _rank(item: pytest.Item, module: str) -> tuple[bool, bool]:
    return _searches(item), item.path.stem not in _subject(module)


def _subject(module: str) -> list[str]:
    return SUBJECTS.get(module, [f"test_{module}"])


def _searches(item: pytest.Item) -> bool:
    return item.get_closest_marker("hypothesis") is not None


def _passes(session: pytest.Session, fault: Fault | None, items: Sequence[pytest.Item]) -> bool:
    child = os.fork()
    if not child:
        os._exit(_failures(session, fault, items))
    _, status = os.waitpid(child, 0)
    return status == 0


def _failures(session: pytest.Session, fault: Fault | None, items: Sequence[pytest.Item]) -> int:
    """In the child: 1 as soon as a test fails, or when the faulty module cannot even be loaded."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        if fault:
            _put_in_place(fault)
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                return 1
    except BaseException:  # noqa: BLE001 - whatever it is, the fault was noticed
        return 1
    return 0


def _put_in_place(fault: Fault) -> None:
    """Exchange the code within the functions and the constants wherever they were imported to."""
    name = f"app.measurement.{fault.module}"
    sound, faulty = sys.modules[name], ModuleType(name)
    exec(compile(fault.tree, f"{fault.module}.py", "exec"), faulty.__dict__)  # noqa: S102 - our own code
    for key, new in vars(faulty).items():
        old = vars(sound).get(key)
        if isinstance(old, FunctionType) and old.__module__ == name:
            _exchange(old, new)
        elif isinstance(old, type) and old.__module__ == name:
            _exchange_methods(old, new)
        elif key.isupper() and old != new:
            _rebind(key, old, new)


def _exchange(old: FunctionType, new: FunctionType) -> None:
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def _exchange_methods(old: type, new: type) -> None:
    for key, method in vars(new).items():
        sound = vars(old).get(key)
        if isinstance(sound, property) and isinstance(method, property):
            _exchange(sound.fget, method.fget)  # type: ignore[arg-type]
        elif isinstance(sound, FunctionType) and sound.__code__.co_filename.startswith(str(PACKAGE)):
            _exchange(sound, method)


def _rebind(key: str, old: object, new: object) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("app.measurement.") and vars(module).get(key) is old:
            setattr(module, key, new)


def _made(tree: ast.Module, place: int, choice: int) -> ast.Module:
    faulty = copy.deepcopy(tree)
    node = next(node for at, node in enumerate(ast.walk(faulty)) if at == place)
    _make(node, choice)
    return ast.fix_missing_locations(faulty)


def _choices(node: ast.AST) -> list[str]:  # noqa: PLR0911 - one answer a kind of fault
    """The faults that a node can have, in words; `_make` makes them by their number."""
    match node:
        case ast.Compare(ops=ops):
            return [f"{type(op).__name__} -> {SWAPS[type(op)].__name__}" for op in ops]
        case ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.AugAssign(op=op) if type(op) in SWAPS:
            return [f"{type(op).__name__} -> {SWAPS[type(op)].__name__}"]
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            return [f"{type(node.op).__name__} left out"]
        case ast.Constant(value=bool(value)):
            return [f"{value} -> {not value}"]
        case ast.Constant(value=int(value) | float(value)):
            return [f"{value} -> {value + 1}"]
        case ast.Name(id=name) if name in NAMES:
            return [f"{name} -> {NAMES[name]}"]
        case ast.IfExp():
            return ["the two answers exchanged"]
        case ast.If():
            return ["if -> if not"]
        case ast.comprehension(ifs=[_, *_]):
            return ["filter left out"]
    return []


def _make(node: ast.AST, choice: int) -> None:
    match node:
        case ast.Compare():
            node.ops[choice] = SWAPS[type(node.ops[choice])]()  # type: ignore[call-overload]
        case ast.BinOp() | ast.BoolOp() | ast.AugAssign():
            node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
        case ast.UnaryOp():
            node.op = ast.UAdd() if isinstance(node.op, ast.USub) else ast.Not()
            if isinstance(node.op, ast.Not):
                node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant(value=value):
            node.value = not value if isinstance(value, bool) else value + 1  # type: ignore[operator]
        case ast.Name():
            node.id = NAMES[node.id]
        case ast.IfExp():
            node.body, node.orelse = node.orelse, node.body
        case ast.If():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.comprehension():
            node.ifs = []


def _unread(tree: ast.Module) -> set[int]:
    """Nodes that only the type checker reads, and the decorators of classes, which cannot be exchanged."""
    apart: list[ast.AST] = []
    for node in ast.walk(tree):
        apart += [
            note for note in (getattr(node, "annotation", None), getattr(node, "returns", None)) if note
        ]
        apart += node.decorator_list if isinstance(node, ast.ClassDef) else []
    return {id(part) for note in apart for part in ast.walk(note)}


if __name__ == "__main__":
    main(sys.argv[1:])
