from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.rubric_paper import draw_rubric_paper
from scoring.preferences import Paper, Preferences
from scoring.rubric import Rubric
from tests.sized_rubrics import longest_rubric, sized_rubric
from tests.ui.finding import find, press
from tests.ui.looks import Look, assert_all_can_be_read, every_look, show, worn
from ui.screens.rubric_paper import RubricPaperScreen
from ui.session import Session
from ui.widgets.page_view import PageView
from ui.widgets.text import Text

Opened = Callable[..., RubricPaperScreen]


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Opened:
    session.save_preferences(Preferences(paper=Paper.A4))

    def open_sheet(*versions: Rubric) -> RubricPaperScreen:
        for rubric in versions:
            session.ask(lambda store, kept=rubric: store.rubrics.keep(kept))
        screen = RubricPaperScreen(session)
        show(qtbot, screen)
        with qtbot.waitSignal(screen.page_shown):
            screen.show_version(versions[0].id, versions[0].version)
        return screen

    return open_sheet


def test_the_version_that_was_chosen_is_shown_and_saved(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    first = sized_rubric(3)
    screen = opened(first, replace(first, version=2, name="Our later calls"))
    assert "Our first calls" in find(screen, PageView, "rubricpaper.view").accessibleDescription()
    with qtbot.waitSignal(screen.page_saved):
        screen.save_to(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == draw_rubric_paper(first, "a4").pdf


def test_the_latest_version_is_shown_where_none_was_chosen(qtbot: QtBot, opened: Opened) -> None:
    first = sized_rubric(3)
    screen = opened(first, replace(first, version=2, name="Our later calls"))
    with qtbot.waitSignal(screen.page_shown):
        screen.show_rubric(first.id)
    assert "Our later calls" in find(screen, PageView, "rubricpaper.view").accessibleDescription()


def test_what_found_no_room_is_said_before_it_is_printed(opened: Opened) -> None:
    notes = find(opened(sized_rubric(9)), Text, "rubricpaper.notes").accessibleName()
    assert "Not all of it fits on one sheet." in notes
    assert "Checklists: 27 entries left out" in notes


def test_the_way_back_is_one_press_or_escape_away(qtbot: QtBot, opened: Opened) -> None:
    screen = opened(sized_rubric(1))
    with qtbot.waitSignal(screen.place_requested) as pressed:
        press(qtbot, screen, "back")
    with qtbot.waitSignal(screen.place_requested) as escaped:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Escape)
    assert (pressed.args, escaped.args) == (["list"], ["list"])


@every_look
def test_all_can_be_read(qapp: QApplication, opened: Opened, look: Look) -> None:
    with worn(qapp, look):
        assert_all_can_be_read(opened(longest_rubric(12, "Zusammenfassungsgespräch ", "de")))
