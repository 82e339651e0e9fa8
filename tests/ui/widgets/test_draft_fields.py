from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from scoring.rubric_draft import clean
from ui.widgets.draft_fields import DraftLine, DraftSentence, is_redo, is_undo

Field = DraftLine | DraftSentence
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Around(QWidget):
    """What stands around a field, and hears what the field leaves to it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard += ["undo"] * is_undo(event) + ["redo"] * is_redo(event)


@pytest.fixture(params=[DraftLine, DraftSentence])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Field]:
    around = Around()
    qtbot.addWidget(around)
    made = request.param(10)
    made.setParent(around)
    with qtbot.waitExposed(around):
        around.show()
    yield made
    around.close()


def test_undo_and_redo_are_left_to_what_stands_around(field: Field) -> None:
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)
    around = field.parentWidget()
    assert isinstance(around, Around)
    assert around.heard == ["undo", "redo", "redo"]
    assert field.text() == "abc"


def test_who_pasted_goes_on_writing_behind_it(field: Field) -> None:
    def show_cleaned(text: str) -> None:
        field.show_text(clean(text, 10))  # as the screen does

    field.edited.connect(show_cleaned)
    field.setFocus()
    QTest.keyClicks(field, "z")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QGuiApplication.clipboard().setText("a\nb\u2028c")
    field.paste()
    QTest.keyClicks(field, "!")
    assert field.text() == "a b c!z"


def test_the_keys_are_taken_behind_what_is_written(field: Field) -> None:
    field.show_text("ab")
    field.take_keys()
    QTest.keyClicks(field, "c")
    assert field.text() == "abc"


def test_showing_a_text_tells_nothing_and_writing_tells_it_all(field: Field) -> None:
    told: list[str] = []
    field.edited.connect(told.append)
    field.show_text("ab")
    assert told == []
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "c ")
    assert told == ["abc", "abc "]


def test_a_blank_that_is_being_typed_stays_under_the_cursor(field: Field) -> None:
    QTest.keyClicks(field, "abc ")
    field.show_text("abc")
    assert field.text() == "abc "


def test_no_more_is_taken_than_is_kept(field: Field) -> None:
    QTest.keyClicks(field, "a" * 12)
    assert field.text() == "a" * 10


def test_what_a_screen_reader_writes_is_told(qtbot: QtBot) -> None:
    field = DraftLine(20)
    qtbot.addWidget(field)
    told: list[str] = []
    field.edited.connect(told.append)
    field.setText("Dictated")  # as Qt's bridge to screen readers does
    assert told == ["Dictated"]


def test_a_sentence_has_no_line_ends(qtbot: QtBot) -> None:
    field = DraftSentence(20)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "ab"


def test_an_empty_sentence_has_room_for_the_usual_words(qtbot: QtBot) -> None:
    field = DraftSentence(400)
    qtbot.addWidget(field)
    field.resize(160, 40)
    with qtbot.waitExposed(field):
        field.show()
    one_line = field.sizeHint().height()
    field.show_usual("Was seen each time it was called for, and even more often.")
    assert field.sizeHint().height() > one_line
    field.show_text("ab")
    assert field.sizeHint().height() == one_line
