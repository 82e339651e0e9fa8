"""The rules of docs/architecture.md hold, and each of them would notice if it did not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import architecture
from tests.architecture import Module, missing_tests, parse, read_tree

ROOT = Path(__file__).parent.parent

Rule = Callable[[Module], Iterator[str]]

VIOLATIONS: list[tuple[Rule, str, str]] = [
    (architecture.rooms_import_downwards, "scoring/fold.py", "import ui.theme"),
    (architecture.rooms_import_downwards, "scoring/fold.py", "from exports import summary"),
    (architecture.rooms_import_downwards, "scoring/fold.py", "from PySide6.QtCore import QObject"),
    (architecture.rooms_import_downwards, "scoring/fold.py", "import sqlite_utils"),
    (architecture.rooms_import_downwards, "scoring/fold.py", "def late():\n    import sqlite3"),
    (architecture.rooms_import_downwards, "scoring/settings.py", "import platformdirs"),
    (architecture.rooms_import_downwards, "exports/record.py", "from reportlab.pdfgen import canvas"),
    (architecture.rooms_import_downwards, "exports/record.py", "import uharfbuzz"),
    (architecture.rooms_import_downwards, "exports/record.py", "import icalendar"),
    (architecture.rooms_import_downwards, "exports/record.py", "import wakepy"),
    (architecture.rooms_import_downwards, "exports/record.py", "from ui.demo import run"),
    (architecture.rooms_import_downwards, "ui/screens/page.py", "import pypdfium2"),
    (architecture.rooms_import_downwards, "ui/app.py", "import main"),
    (architecture.rooms_import_downwards, "ui/app.py", "from tests.builders import rep"),
    (architecture.rooms_import_downwards, "ui/app.py", "import numpy"),
    (architecture.screens_stay_apart, "ui/screens/home.py", "from ui.screens.reps import RepsScreen"),
    (architecture.screens_stay_apart, "ui/screens/home.py", "from ui.screens import reps"),
    (architecture.screens_stay_apart, "ui/screens/home.py", "from . import reps"),
    (architecture.screens_stay_apart, "ui/session.py", "import ui.screens.home"),
    (architecture.widgets_and_models_know_no_session, "ui/widgets/tile.py", "from ui.session import Session"),
    (architecture.widgets_and_models_know_no_session, "ui/widgets/tile.py", "from ..session import Session"),
    (architecture.widgets_and_models_know_no_session, "ui/models/reps.py", "import ui.screens.reps"),
    (architecture.only_the_session_touches_the_store, "ui/app.py", "from scoring.store import Store"),
    (architecture.only_the_session_touches_the_store, "ui/app.py", "from scoring import store"),
    (architecture.sql_stands_in_the_store, "scoring/facts.py", "q = 'SELECT * FROM calls'"),
    (architecture.sql_stands_in_the_store, "scoring/facts.py", "q = f'DELETE FROM {table}'"),
    (architecture.sql_stands_in_the_store, "exports/record.py", "database.execute(text)"),
    (
        architecture.migrations_use_no_class_of_today,
        "scoring/store/migrations.py",
        "from scoring.call import Call",
    ),
    (architecture.slots_are_bound_methods, "ui/app.py", "button.clicked.connect(lambda: self.go())"),
    (architecture.slots_are_bound_methods, "ui/app.py", "button.clicked.connect(partial(self.go, 1))"),
    (architecture.nobody_waits, "ui/app.py", "QApplication.processEvents()"),
    (architecture.nobody_waits, "scoring/store/store.py", "time.sleep(1)"),
    (architecture.nobody_waits, "scoring/store/store.py", "from time import sleep\nsleep(1)"),
    (architecture.texts_can_be_translated, "ui/app.py", "def title(n):\n    return tr(f'{n} calls')"),
    (
        architecture.texts_can_be_translated,
        "ui/app.py",
        "def title(one):\n    return trn(one, '{n} calls', 2)",
    ),
    (architecture.texts_can_be_translated, "ui/app.py", "TITLE = tr('Calls')"),
    (architecture.texts_can_be_translated, "ui/app.py", "class A:\n    title = tr('Calls')"),
    (architecture.texts_can_be_translated, "ui/app.py", "def show(title=tr('Calls')):\n    pass"),
]

ALLOWED: list[tuple[Rule, str, str]] = [
    (architecture.rooms_import_downwards, "scoring/store/tables.py", "import sqlite3, sqlite_utils"),
    (
        architecture.rooms_import_downwards,
        "exports/page/draw.py",
        "import reportlab, uharfbuzz, scoring.text",
    ),
    (architecture.rooms_import_downwards, "ui/session.py", "import exports.record, json, PySide6.QtCore"),
    (architecture.screens_stay_apart, "ui/main_window.py", "from ui.screens import home, reps"),
    (architecture.screens_stay_apart, "ui/screens/observe.py", "from ui.screens.observe_keys import KEYS"),
    (architecture.only_the_session_touches_the_store, "ui/session.py", "from scoring.store import Store"),
    (architecture.sql_stands_in_the_store, "scoring/store/store.py", "q = 'SELECT * FROM calls'"),
    (architecture.sql_stands_in_the_store, "ui/app.py", "def ask():\n    tr('Select a rep from the list')"),
    (architecture.sql_stands_in_the_store, "ui/app.py", "'''SELECT is a word here.'''"),
    (architecture.slots_are_bound_methods, "ui/app.py", "button.clicked.connect(self._on_clicked)"),
    (architecture.texts_can_be_translated, "ui/app.py", "def title():\n    return tr('Calls' ' today')"),
]


def test_the_whole_tree_keeps_every_rule() -> None:
    modules = read_tree(ROOT)
    assert [text for rule in architecture.RULES for module in modules for text in rule(module)] == []


def test_every_module_has_its_tests() -> None:
    assert missing_tests(read_tree(ROOT), ROOT) == []


def test_a_module_without_tests_is_found(tmp_path: Path) -> None:
    (tmp_path / "tests/ui").mkdir(parents=True)
    (tmp_path / "tests/ui/test_theme.py").touch()
    modules = [parse("ui/theme.py", ""), parse("ui/app.py", ""), parse("ui/__init__.py", "")]
    assert missing_tests(modules, tmp_path) == ["ui/app.py has no tests/ui/test_app.py"]


@pytest.mark.parametrize(("rule", "path", "source"), VIOLATIONS)
def test_a_violation_is_found(rule: Rule, path: str, source: str) -> None:
    assert list(rule(parse(path, source))), "nothing found"


@pytest.mark.parametrize(("rule", "path", "source"), ALLOWED)
def test_what_is_allowed_passes(rule: Rule, path: str, source: str) -> None:
    assert list(rule(parse(path, source))) == []


def test_every_rule_is_shown_to_work() -> None:
    assert {rule for rule, _, _ in VIOLATIONS} == set(architecture.RULES)
