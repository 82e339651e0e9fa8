from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.drawings import find_clipped
from tests.ui.widgets.conftest import Stage
from ui.widgets.words_field import WordsField


@pytest.fixture
def field(stage: Stage) -> WordsField:
    made = WordsField("Words you heard (Enter)")
    stage(made)
    made.setFocus()
    return made


def test_return_stores_the_words_as_they_are(qtbot: QtBot, field: WordsField) -> None:
    qtbot.keyClicks(field, "  What would make this a no?")
    with qtbot.waitSignal(field.stored) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["  What would make this a no?"]


@pytest.mark.parametrize("words", ["", "   "])
def test_return_without_words_only_leaves(qtbot: QtBot, field: WordsField, words: str) -> None:
    field.setText(words)
    with qtbot.assertNotEmitted(field.stored), qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_escape_leaves_and_keeps_what_was_written(qtbot: QtBot, field: WordsField) -> None:
    field.setText("half a thou")
    with qtbot.assertNotEmitted(field.stored), qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "half a thou"


def test_keys_with_control_go_on_to_the_screen_except_for_editing(qtbot: QtBot) -> None:
    class Screen(QWidget):
        heard: list[int]

        @override
        def keyPressEvent(self, event: QKeyEvent) -> None:
            if event.key() != Qt.Key.Key_Control:
                self.heard.append(event.key())

    screen = Screen()
    screen.heard = []
    qtbot.addWidget(screen)
    field = WordsField("", screen)
    screen.show()
    for key in (Qt.Key.Key_1, Qt.Key.Key_V, Qt.Key.Key_A):
        qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert screen.heard == [Qt.Key.Key_1, Qt.Key.Key_A]


@pytest.mark.parametrize(("key", "sign"), [(Qt.Key.Key_Q, "@"), (Qt.Key.Key_E, "€")])
def test_what_altgr_writes_on_windows_is_written(field: WordsField, key: Qt.Key, sign: str) -> None:
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, altgr, sign)
    QCoreApplication.sendEvent(field, event)
    assert field.text() == sign


def test_a_screen_reader_hears_what_belongs_there(field: WordsField) -> None:
    found = QAccessible.queryAccessibleInterface(field)
    assert found.text(QAccessible.Text.Name) == "Words you heard (Enter)"


def test_what_belongs_here_can_be_read_however_little_room_there_is(field: WordsField) -> None:
    field.set_placeholder("What was heard, or seen, in a few words (Enter)")
    field.resize(field.minimumSizeHint())
    assert find_clipped(field) == []
