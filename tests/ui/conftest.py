"""Screens are tested with a real session on a folder of their own, in the look they have in the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.people import Manager
from tests.builders import FakeClock
from ui.session import Session
from ui.theme import apply_theme


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
