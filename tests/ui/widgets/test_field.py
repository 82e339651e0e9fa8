from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.field import LabelledField, LineEdit


def test_a_screen_reader_hears_the_question_and_the_hint(qtbot: QtBot) -> None:
    field = LabelledField("Customer", LineEdit(), "Who you visit")
    qtbot.addWidget(field)
    answer = QAccessible.queryAccessibleInterface(field.answer)
    assert answer.text(QAccessible.Text.Name) == "Customer"
    assert answer.text(QAccessible.Text.Description) == "Who you visit"


def test_an_empty_hint_takes_no_room(qtbot: QtBot) -> None:
    field = LabelledField("Customer", LineEdit(), "Who you visit")
    qtbot.addWidget(field)
    field.show()
    with_hint = field.sizeHint().height()
    field.set_hint("")
    assert field.sizeHint().height() < with_hint


def test_a_very_long_line_is_kept_whole(qtbot: QtBot) -> None:
    edit = LineEdit()
    qtbot.addWidget(edit)
    edit.setText("a" * 100_000)
    assert len(edit.text()) == 100_000
