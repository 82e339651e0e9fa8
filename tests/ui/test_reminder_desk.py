from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Commitment, Debrief
from tests.builders import FakeClock, a_self_view
from tests.ui.finding import find
from tests.ui.looks import show
from tests.ui.screens.aftercall import a_viewed_call, priya
from ui.messages import Messages
from ui.reminder_desk import ReminderDesk
from ui.save_dialog import SaveDialog
from ui.session import Session


def test_where_the_reminder_lies_is_said_or_why_it_does_not(
    qtbot: QtBot, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    call_id = a_viewed_call(session, clock, priya(session))
    session.book(call_id).hear_rep(a_self_view())
    agreed = Commitment(words="I ask for the date", check_on=date(2026, 3, 24))
    session.book(call_id).agree(Debrief(commitments=(agreed,)))
    window = QWidget()
    show(qtbot, window)
    messages = Messages(session, window)
    desk = ReminderDesk(session, messages, window)

    def save(path: Path) -> None:
        desk.ask(call_id, 0)
        dialog = find(window, SaveDialog, "page.save_dialog")
        dialog.fileSelected.emit(str(path))
        dialog.close()

    save(tmp_path / "mine.ics")
    qtbot.waitUntil(lambda: "mine.ics" in messages.bar.message())
    with qtbot.waitSignal(desk.failed):
        save(tmp_path / "nowhere" / "mine.ics")
