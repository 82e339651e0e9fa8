from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui import frame, theme
from ui.frame import Frame
from ui.window_state import WindowState


def test_the_empty_desk_has_the_grounds_of_the_theme() -> None:
    desk = theme.DESK
    assert (desk.ground, desk.side) == (frame.GROUND, frame.SIDE)


def test_it_says_once_when_its_first_picture_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    window = Frame(WindowState(tmp_path))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted):
        window.repaint()


def test_its_content_fills_it_and_gives_it_its_title(qtbot: QtBot, tmp_path: Path) -> None:
    window = Frame(WindowState(tmp_path))
    qtbot.addWidget(window)
    content = QWidget()
    content.setWindowTitle("Notes")
    window.show()
    window.hold(content)
    assert window.windowTitle() == "Notes"
    assert content.geometry() == window.rect()


def test_it_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    first = Frame(WindowState(tmp_path))
    qtbot.addWidget(first)
    first.resize(700, 500)
    first.show()
    first.close()
    second = Frame(WindowState(tmp_path))
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (700, 500)


class _Reluctant(QWidget):
    """Does not want to be closed the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._asked)
        self._asked = True


def test_it_stays_while_its_content_has_something_to_say_first(qtbot: QtBot, tmp_path: Path) -> None:
    window = Frame(WindowState(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.hold(_Reluctant())
    assert not window.close()
    assert window.isVisible()
    assert window.close()
