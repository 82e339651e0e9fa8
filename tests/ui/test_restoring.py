from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from exports.backups import back_up
from scoring.errors import KnownError
from tests.builders import a_rep
from ui.restoring import Restoring
from ui.session import Session


def test_a_copy_is_put_in_place_and_what_is_done_is_said(qtbot: QtBot, session: Session) -> None:
    copy = back_up(session.folder)
    session.save_rep(a_rep("Priya Nair"))
    restoring = Restoring(session, copy, session)
    with qtbot.waitSignals([restoring.began, session.replaced]):
        restoring.restore()
    assert session.reps() == []


def test_a_copy_that_is_gone_is_said_to_be_gone(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    restoring = Restoring(session, tmp_path / "gone.db", session)
    with qtbot.waitSignal(restoring.failed) as failed:
        restoring.restore()
    assert isinstance((failed.args or [])[0], KnownError)
