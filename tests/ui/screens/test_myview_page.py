from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.rubric import default_rubric
from tests.ui.looks import settle, show
from tests.ui.screens.aftercall import everything_said_by, find
from ui.screens.myview_page import ViewPage
from ui.screens.myview_page_words import FLOOR, GAPS, INTRODUCTION, OUTCOME, STRENGTHS
from ui.widgets.button import PrimaryButton

SKILL = default_rubric().skills[0]


@pytest.fixture
def page(qtbot: QtBot) -> ViewPage:
    made = ViewPage()
    made.skill.show_skill(SKILL, None, [])
    show(qtbot, made, (700, 300))
    return made


def _open_part(page: ViewPage, key: str) -> QWidget:
    page.show_part(key, "Heading", "", "Next")
    parts = (page.skill, page.floor, page.outcome, page.strengths, page.gaps, page.introduction)
    [shown] = [part for part in parts if part.isVisibleTo(page)]
    return shown


def test_one_part_is_shown_at_a_time(page: ViewPage) -> None:
    parts = [_open_part(page, key) for key in (SKILL.id, FLOOR, OUTCOME, STRENGTHS, GAPS, INTRODUCTION)]
    assert parts == [page.skill, page.floor, page.outcome, page.strengths, page.gaps, page.introduction]


def test_heading_summary_and_the_way_on_are_those_of_the_part(page: ViewPage) -> None:
    page.show_part(SKILL.id, "Asks", "A question back.", "Next skill")
    said = everything_said_by(page)
    for words in ("Asks", "A question back.", "Next skill"):
        assert words in said


def test_notes_from_the_curtain_are_read_again_as_they_were_written(page: ViewPage) -> None:
    page.show_curtain_notes("Parking at the back\n<b>Two</b> chairs\n")
    said = everything_said_by(page)
    assert "Your notes from the curtain" in said
    assert "Parking at the back\n<b>Two</b> chairs" in said
    page.show_curtain_notes(" \n")
    assert "curtain" not in everything_said_by(page)


@pytest.mark.parametrize("key", [STRENGTHS, GAPS, INTRODUCTION])
def test_the_keys_never_rest_on_the_button_of_a_part_that_may_be_the_last(page: ViewPage, key: str) -> None:
    part = _open_part(page, key)
    page.take_keys(key)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert part.isAncestorOf(focus)


def test_from_a_skill_return_goes_on_and_arrows_step(page: ViewPage, qtbot: QtBot) -> None:
    _open_part(page, SKILL.id)
    page.take_keys(SKILL.id)
    button = find(page, PrimaryButton, "myview.next")
    assert button.hasFocus()
    with qtbot.waitSignal(page.next_chosen):
        QTest.keyClick(button, Qt.Key.Key_Return)
    steps: list[int] = []
    page.stepped.connect(steps.append)
    QTest.keyClick(button, Qt.Key.Key_Down)
    QTest.keyClick(button, Qt.Key.Key_Up)
    assert steps == [1, -1]


def test_a_part_is_read_from_its_top(page: ViewPage) -> None:
    _open_part(page, SKILL.id)
    settle()
    page.take_keys(SKILL.id)
    top = page.skill.mapTo(page, page.skill.rect().topLeft()).y()
    page.to_top()
    assert page.skill.mapTo(page, page.skill.rect().topLeft()).y() > top
