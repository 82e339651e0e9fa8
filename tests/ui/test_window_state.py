from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.window_state import FILE, TEXT_PERCENTS, WindowState


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_the_size_of_the_text_is_there_after_a_restart(tmp_path: Path, percent: int) -> None:
    WindowState(tmp_path).text_percent = percent
    assert WindowState(tmp_path).text_percent == percent


@pytest.mark.parametrize(
    "content", ["", "[General]\ntext_percent=7000\n", "[General]\ntext_percent=big\n", "\0\xff{"]
)
def test_what_cannot_be_read_is_simply_not_remembered(qtbot: QtBot, tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    state = WindowState(tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    state.restore(window)
    assert state.text_percent == 100
    assert window.width() >= 480


def test_the_first_window_fits_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    WindowState(tmp_path).restore(window)
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_the_window_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 50, 640, 420)
    WindowState(tmp_path).keep(window)
    other = QWidget()
    qtbot.addWidget(other)
    WindowState(tmp_path).restore(other)
    assert other.geometry() == window.geometry()


def test_a_folder_that_is_not_there_yet_is_no_trouble(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "later")
    assert state.text_percent == 100
    state.text_percent = 150
    assert WindowState(tmp_path / "later").text_percent == 150


def test_nothing_about_people_stands_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    state = WindowState(tmp_path)
    state.text_percent = 125
    state.keep(window)
    del state
    keys = {line.partition("=")[0] for line in (tmp_path / FILE).read_text().splitlines() if "=" in line}
    assert keys == {"geometry", "text_percent"}


def test_a_strip_that_has_become_wider_is_still_on_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    strip = QWidget()
    qtbot.addWidget(strip)
    room = strip.screen().availableGeometry()
    state = WindowState(tmp_path)
    state.restore_strip(strip, 300, 12)
    strip.show()
    state.keep_strip(strip)
    state.restore_strip(strip, 450, 12)
    assert strip.width() == 450
    assert room.contains(strip.geometry())


class _Screen:
    """A screen to the right of the first, as a second monitor is."""

    @staticmethod
    def name() -> str:
        return "Second"

    @staticmethod
    def availableGeometry() -> QRect:  # noqa: N802  Qt's name
        return QRect(2_000, 0, 1_920, 1_080)


def test_the_strip_comes_back_on_the_screen_it_was_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = QWidget()
    qtbot.addWidget(strip)
    strip.show()
    state = WindowState(tmp_path)
    monkeypatch.setattr(strip, "screen", lambda: _Screen)
    state.keep_strip(strip)
    monkeypatch.undo()
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [_Screen])
    state.restore_strip(strip, 300, 12)
    assert _Screen.availableGeometry().contains(strip.geometry())
    monkeypatch.undo()
    state.restore_strip(strip, 300, 12)
    assert strip.screen().availableGeometry().contains(strip.geometry()), "the second one was unplugged"
