from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import press
from tests.ui.looks import Look, every_look, settle, worn
from ui.widgets.commitment_list import FIRST_ROWS, CommitmentList, CommitmentRow

Stage = Callable[..., QWidget]

OPEN = CommitmentRow(
    key="ask",
    day="23 Nov",
    words="Ask what it costs before I answer on price",
    status="Not checked since 3 Dec",
    late=True,
    reminds=True,
    detail="First tried at Elm Street Clinic",
)
KEPT = CommitmentRow(key="agenda", day="4 Nov", words="Send the agenda the day before", status="Kept")


def _shown(stage: Stage, *rows: CommitmentRow) -> CommitmentList:
    made = CommitmentList("Commitments")
    made.show_rows(rows, "Nothing was agreed yet.")
    stage(made, size=(500, 500))
    settle()
    return made


def _said(root: QWidget) -> str:
    return "\n".join(part.accessibleName() for part in root.findChildren(QWidget) if part.isVisible())


def test_a_row_says_when_what_and_what_became_of_it(stage: Stage) -> None:
    said = _said(_shown(stage, KEPT))
    for words in ("4 Nov", "Send the agenda the day before", "Kept"):
        assert words in said
    assert "Nothing was agreed yet." not in said


def test_only_an_open_one_offers_a_reminder(qtbot: QtBot, stage: Stage) -> None:
    made = _shown(stage, OPEN, KEPT)
    first, second = made.rows()
    assert not second.remind.isVisible()
    with qtbot.waitSignal(made.reminder_chosen) as chosen:
        qtbot.mouseClick(first.remind, Qt.MouseButton.LeftButton)
    assert chosen.args == ["ask"]


def test_the_words_lead_to_where_it_was_agreed(qtbot: QtBot, stage: Stage) -> None:
    made = _shown(stage, OPEN, KEPT)
    with qtbot.waitSignal(made.opened) as opened:
        qtbot.mouseClick(made.rows()[1].words, Qt.MouseButton.LeftButton)
    assert opened.args == ["agenda"]


def test_without_any_there_is_a_sentence(stage: Stage) -> None:
    assert "Nothing was agreed yet." in _said(_shown(stage))


def test_of_many_the_latest_are_shown_until_all_are_wanted(qtbot: QtBot, stage: Stage) -> None:
    made = _shown(stage, *[KEPT] * 20)
    assert len(made.rows()) == FIRST_ROWS
    press(qtbot, made, "commitments.all")
    assert len(made.rows()) == 20


@every_look
def test_its_words_are_never_clipped(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        made = CommitmentList("Commitments")
        qtbot.addWidget(made)
        made.show_rows((OPEN, KEPT), "")
        width = max(made.minimumSizeHint().width(), 420)
        made.resize(width, made.heightForWidth(width))
        made.show()
        settle()
        assert find_clipped(made) == []
