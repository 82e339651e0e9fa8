from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exports.page_file import draw_call
from tests.exports.builders import a_debriefed_call, source_of
from tests.ui.finding import find, press
from ui.bringing_in import BringingIn, files_in
from ui.import_dialog import ImportDialog
from ui.messages import Messages
from ui.session import Session


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def messages(session: Session, window: QWidget) -> Messages:
    return Messages(session, window)


@pytest.fixture
def bringing_in(session: Session, messages: Messages, window: QWidget) -> BringingIn:
    return BringingIn(session, messages, window)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.pdf"
    path.write_bytes(draw_call(source_of(tmp_path / "there", a_debriefed_call()), "a4").pdf)
    return path


def test_what_became_of_a_file_is_said_and_its_call_can_be_shown(
    qtbot: QtBot, bringing_in: BringingIn, messages: Messages, session: Session, page: Path
) -> None:
    with qtbot.waitSignal(bringing_in.brought_in):
        bringing_in.bring_in([page])
        assert messages.bar.message() == "Reading 1 file …"
    assert "is here now" in messages.bar.message()
    with qtbot.waitSignal(bringing_in.call_requested) as requested:
        press(qtbot, messages, "message.action")
    assert requested.args == [session.calls()[0].call_id]


def test_a_file_that_cannot_be_used_leads_nowhere(
    qtbot: QtBot, bringing_in: BringingIn, messages: Messages, tmp_path: Path
) -> None:
    with qtbot.waitSignal(bringing_in.brought_in):
        bringing_in.bring_in([tmp_path / "gone.pdf"])
    assert messages.bar.message().startswith("gone.pdf: Not found. ")
    assert not messages.bar.action.isVisible()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_files_can_be_chosen_in_a_dialog(
    qtbot: QtBot, bringing_in: BringingIn, messages: Messages, window: QWidget, page: Path
) -> None:
    bringing_in.ask()
    dialog = find(window, ImportDialog, "import.dialog")
    with qtbot.waitSignal(bringing_in.brought_in):
        dialog.paths_chosen.emit([page])
    assert "is here now" in messages.bar.message()
    dialog.close()


def test_only_files_count_among_what_is_dragged() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a/page.pdf"), QUrl("about:blank")])
    assert files_in(data) == [Path("/a/page.pdf")]
    assert files_in(QMimeData()) == []
