"""The Archive screen: its tabs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.in_window import a_window, assert_place_can_be_read
from tests.ui.looks import Look, every_look
from ui.screens.archive import ArchiveScreen
from ui.session import Session


@every_look
def test_it_can_be_read(qapp: QApplication, qtbot: QtBot, session: Session, look: Look) -> None:
    assert_place_can_be_read(qapp, qtbot, session, "archive", look)


def test_it_begins_with_the_pages(qtbot: QtBot, session: Session) -> None:
    window = a_window(qtbot, session)
    window.open_place("archive")
    screen = window.current()
    assert isinstance(screen, ArchiveScreen)
    part = screen.current()
    assert part is not None
    assert part.objectName() == "archive.pages"


@pytest.mark.parametrize("key", ["pages", "due", "backups"])
def test_one_comes_back_to_the_part_one_left(qtbot: QtBot, session: Session, key: str) -> None:
    window = a_window(qtbot, session)
    window.open_place("archive")
    screen = window.current()
    assert isinstance(screen, ArchiveScreen)
    screen.open_part(key)
    window.open_place("reps")
    window.open_place("archive")
    part = screen.current()
    assert part is not None
    assert (part.objectName(), part.isVisible()) == (f"archive.{key}", True)
