"""Screens are tested with a real session on a folder of their own, in the look they have in the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.people import Manager
from tests.builders import FakeClock
from ui.session import Session
from ui.theme import apply_theme

if TYPE_CHECKING:
    from ui.demo import Shown


@pytest.fixture
def clock() -> FakeClock:
    """The time of the session: advance it by hand."""
    return FakeClock()


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """An open session of the manager Dana Whitfield, with no reps and no calls."""
    apply_theme(qapp)
    opened = Session(tmp_path / "data", clock)
    with qtbot.waitSignal(opened.opened):
        opened.start()
    opened.save_manager(Manager(name="Dana Whitfield", title="Sales manager", organisation="Larkfield"))
    yield opened
    assert opened.close() == [], "everything logged was written"


@pytest.fixture
def no_button_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an earlier test pressed and never let go: Qt remembers it for the whole program."""
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.NoButton)


AFTERNOON = datetime(2026, 11, 23, 13, 52, tzinfo=timezone(timedelta(hours=1)))
"""When the demo of the tests begins."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo that was given: its data folder, and what it left behind."""

    folder: Path
    shown: Shown


@pytest.fixture(scope="session")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, given once."""
    from ui.demo import demo  # here, because it loads every screen

    apply_theme(qapp)
    place = tmp_path_factory.mktemp("demo")
    return Demo(place / "data", demo(place / "data", place / "out", AFTERNOON))
