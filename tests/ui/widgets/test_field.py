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


def test_what_is_wrong_stands_beside_the_answer_and_is_heard_first(qtbot: QtBot) -> None:
    field = LabelledField("Witness", LineEdit(), "Who was there")
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint().height()
    field.set_problem("Write their name.")
    answer = QAccessible.queryAccessibleInterface(field.answer)
    assert answer.text(QAccessible.Text.Description) == "Write their name. Who was there"
    assert field.sizeHint().height() > before
    field.set_problem("")
    assert answer.text(QAccessible.Text.Description) == "Who was there"
    assert field.sizeHint().height() == before


def test_a_very_long_line_is_kept_whole(qtbot: QtBot) -> None:
    edit = LineEdit()
    qtbot.addWidget(edit)
    edit.setText("a" * 100_000)
    assert len(edit.text()) == 100_000
