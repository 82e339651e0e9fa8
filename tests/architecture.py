"""The rules of docs/architecture.md as functions: a tree of modules in, sentences about violations out."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

ROOMS: dict[str, tuple[str, ...]] = {
    "main.py": ("scoring", "exports", "ui"),
    "scoring/*": ("scoring",),
    "exports/*": ("scoring", "exports"),
    "ui/*": ("scoring", "exports", "ui"),
}

STORE_MODULES = ("scoring/store/*",)
MIGRATIONS = ("scoring/store/migrations.py",)

LIBRARIES: dict[str, tuple[str, ...]] = {
    "sqlite3": STORE_MODULES,
    "sqlite_utils": STORE_MODULES,
    "platformdirs": ("scoring/paths.py",),
    "reportlab": ("exports/page/*",),
    "uharfbuzz": ("exports/page/*",),
    "pypdfium2": ("exports/*",),
    "icalendar": ("exports/calendar.py",),
    "PySide6": ("ui/*",),
    "shiboken6": ("ui/*",),
    "wakepy": ("ui/*",),
    "typing_extensions": ("*",),
}

WINDOWED_COMMANDS = ("ui/demo*.py", "ui/replay*.py")
MAY_TOUCH_STORE = ("ui/session*.py", *WINDOWED_COMMANDS)
MAY_KNOW_SCREENS = ("ui/main_window.py", "ui/screen_making.py", *WINDOWED_COMMANDS)
UNKNOWN_TO_WIDGETS = ("ui.session*", "ui.screens*", "ui.main_window*", "ui.app*")

SQL = re.compile(
    r"^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|REPLACE\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s"
    r"|WITH\s.*\sAS\s*\(|(CREATE|ALTER|DROP)\s+(UNIQUE\s+|VIRTUAL\s+|TEMP\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s"
    r"|BEGIN(\s+IMMEDIATE)?\s*;?\s*$|COMMIT\s*;?\s*$|ROLLBACK\s*;?\s*$|VACUUM)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: its path from the top of the tree, with slashes, and what stands in it."""

    path: str
    tree: ast.Module

    def is_one_of(self, patterns: Iterable[str]) -> bool:
        return any(fnmatchcase(self.path, pattern) for pattern in patterns)

    def at(self, node: ast.AST, sentence: str) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)} {sentence}"


@dataclass(frozen=True, slots=True)
class Import:
    """An imported name in full: ``from ui.screens import home`` gives ``ui.screens.home``."""

    name: str
    node: ast.AST

    @property
    def top(self) -> str:
        return self.name.partition(".")[0]


def parse(path: str, source: str) -> Module:
    return Module(path, ast.parse(source))


def read_tree(root: Path) -> list[Module]:
    """:returns: ``main.py`` and every module of the three rooms under ``root``."""
    paths = [
        root / "main.py",
        *(path for room in ("scoring", "exports", "ui") for path in (root / room).rglob("*.py")),
    ]
    return [
        parse(path.relative_to(root).as_posix(), path.read_text("utf-8")) for path in paths if path.exists()
    ]


def imports_of(module: Module) -> Iterator[Import]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            yield from (Import(f"{base}.{alias.name}", node) for alias in node.names)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.path.split("/")[: -node.level]
    return ".".join([*package, node.module] if node.module else package)


def calls_in(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """:returns: every call with the last part of the name called: ``a.b.connect(…)`` gives ``connect``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, _last_name(node.func)


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def rooms_import_downwards(module: Module) -> Iterator[str]:
    """A room imports itself, the rooms below it and the libraries it may use; nobody imports ``main`` or the tests."""
    allowed = next((rooms for pattern, rooms in ROOMS.items() if fnmatchcase(module.path, pattern)), ())
    for found in imports_of(module):
        if found.top in LIBRARIES:
            fine = module.is_one_of(LIBRARIES[found.top])
        else:
            fine = found.top in allowed or found.top in sys.stdlib_module_names
        if not fine:
            yield module.at(found.node, f"may not import {found.name}")


def screens_stay_apart(module: Module) -> Iterator[str]:
    """Only the main window knows the screens; a screen knows its own parts (``observe`` may use ``observe_keys``)."""
    if module.is_one_of(MAY_KNOW_SCREENS):
        return
    own = "ui.screens." + Path(module.path).stem if module.is_one_of(["ui/screens/*"]) else None
    for found in imports_of(module):
        if found.name.startswith("ui.screens") and not (own and found.name.startswith(own + "_")):
            yield module.at(found.node, f"may not know the screen {found.name}")


def widgets_and_models_know_no_session(module: Module) -> Iterator[str]:
    if not module.is_one_of(["ui/widgets/*", "ui/models/*"]):
        return
    for found in imports_of(module):
        if any(fnmatchcase(found.name, pattern) for pattern in UNKNOWN_TO_WIDGETS):
            yield module.at(found.node, f"may not know {found.name}")


def only_the_session_touches_the_store(module: Module) -> Iterator[str]:
    if not module.is_one_of(["ui/*"]) or module.is_one_of(MAY_TOUCH_STORE):
        return
    for found in imports_of(module):
        if found.name.startswith("scoring.store"):
            yield module.at(found.node, f"may not touch the store ({found.name})")


def sql_stands_in_the_store(module: Module) -> Iterator[str]:
    if module.is_one_of(STORE_MODULES):
        return
    docstrings = set(_docstrings(module.tree))
    for node in ast.walk(module.tree):
        if _is_sql(node) and node not in docstrings:
            yield module.at(node, "holds SQL, which belongs in the store")
    for call, name in calls_in(module.tree):
        if name in {"execute", "executemany", "executescript"} and call.args:
            yield module.at(call, "runs SQL, which belongs in the store")


def _is_sql(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(SQL.match(node.value))


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr):
                yield first.value


def migrations_use_no_class_of_today(module: Module) -> Iterator[str]:
    if not module.is_one_of(MIGRATIONS):
        return
    for found in imports_of(module):
        if found.top in {"scoring", "exports", "ui"}:
            yield module.at(found.node, f"may not use {found.name}: a migration must mean the same for ever")


def slots_are_bound_methods(module: Module) -> Iterator[str]:
    """A lambda or partial that holds ``self`` keeps a closed widget alive."""
    for call, name in calls_in(module.tree):
        if name == "connect" and any(_is_closure(argument) for argument in call.args):
            yield module.at(call, "connects a lambda or partial; give it a bound method")


def _is_closure(node: ast.expr) -> bool:
    return isinstance(node, ast.Lambda) or (isinstance(node, ast.Call) and _last_name(node.func) == "partial")


def nobody_waits(module: Module) -> Iterator[str]:
    """No event pumping and no sleeping: the window would stand still or run a slot inside a slot."""
    for call, name in calls_in(module.tree):
        if name in {"processEvents", "qWait", "sleep", "msleep", "usleep"}:
            yield module.at(call, f"calls {name}")


def texts_can_be_translated(module: Module) -> Iterator[str]:
    """``tr`` and ``trn`` get literals, and are called when the text is needed, not while modules load."""
    for call, name in calls_in(module.tree):
        literals = call.args[: {"tr": 1, "trn": 2}.get(name, 0)]
        if not all(isinstance(argument, ast.Constant) for argument in literals):
            yield module.at(call, f"{name}() needs a literal")
    for call, name in _calls_at_import(module.tree):
        if name in {"tr", "trn"}:
            yield module.at(call, f"{name}() runs before the language is chosen")


def _calls_at_import(node: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Calls that run while the module loads: outside function bodies, but in class bodies and default values."""
    if isinstance(node, ast.Call):
        yield node, _last_name(node.func)
    for child in _run_at_import(node):
        yield from _calls_at_import(child)


def _run_at_import(node: ast.AST) -> Iterable[ast.AST]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [
                *node.decorator_list,
                *node.args.defaults,
                *(default for default in node.args.kw_defaults if default),
            ]
        case ast.Lambda():
            return [*node.args.defaults, *(default for default in node.args.kw_defaults if default)]
        case _:
            return ast.iter_child_nodes(node)


def missing_tests(modules: Iterable[Module], root: Path) -> list[str]:
    """``scoring/fold.py`` is tested in ``tests/scoring/test_fold.py``, and so on for every module of the rooms."""
    mirrors = {
        module.path: Path("tests", module.path).with_name(f"test_{Path(module.path).name}")
        for module in modules
        if Path(module.path).name != "__init__.py"
    }
    return [
        f"{path} has no {mirror.as_posix()}"
        for path, mirror in mirrors.items()
        if not (root / mirror).exists()
    ]


RULES: tuple[Callable[[Module], Iterator[str]], ...] = (
    rooms_import_downwards,
    screens_stay_apart,
    widgets_and_models_know_no_session,
    only_the_session_touches_the_store,
    sql_stands_in_the_store,
    migrations_use_no_class_of_today,
    slots_are_bound_methods,
    nobody_waits,
    texts_can_be_translated,
)
