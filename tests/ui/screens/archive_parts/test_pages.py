"""The pages of the archive: where they are kept, and what waits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exports.archive.lock import prepare_archive
from tests.builders import FakeClock
from tests.ui.finding import find, press
from tests.ui.looks import show
from tests.ui.screens.pages import a_handed_over_call
from ui.archiving import Archiving
from ui.folder_dialog import FolderDialog
from ui.screens.archive_parts.pages import PagesPart
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.text import Text


@pytest.fixture
def part(qtbot: QtBot, session: Session) -> PagesPart:
    """The part as one finds it when one first comes to it."""
    made = PagesPart(session)
    show(qtbot, made)
    made.show_now()
    return made


def words(part: PagesPart, name: str) -> str:
    return find(part, Text, name).text().replace("\u200b", "")


def a_share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    prepare_archive(folder)
    return folder


def test_the_folder_that_was_chosen_is_kept(
    qtbot: QtBot, part: PagesPart, session: Session, tmp_path: Path
) -> None:
    chosen = tmp_path / "share"
    chosen.mkdir()
    press(qtbot, part, "empty.action")
    dialog = find(part, FolderDialog, "folder.dialog")
    dialog.fileSelected.emit(str(chosen))
    dialog.close()
    qtbot.waitUntil(lambda: words(part, "archive.folder") == str(chosen))
    assert session.archive_folder == chosen
    assert words(part, "archive.status").startswith("Nothing is in it yet")
    assert part.window().focusWidget() is find(part, PaintedButton, "archive.open")


def test_one_sees_how_many_pages_are_kept(
    qtbot: QtBot, part: PagesPart, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    session.save_archive_folder(a_share(tmp_path))
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: words(part, "archive.status") == "1 page is kept there; nothing waits.")
    assert find(part, CalmTable, "archive.waiting").isHidden()


def test_one_sees_what_waits_and_why_and_can_try_again(
    qtbot: QtBot, part: PagesPart, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    folder = a_share(tmp_path)
    session.save_archive_folder(folder)
    away = folder.rename(tmp_path / "away")
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: find(part, PaintedButton, "archive.again").isVisible())
    assert "is not there" in words(part, "archive.status")
    assert "1 waits here" in words(part, "archive.status")
    model = find(part, CalmTable, "archive.waiting").model()
    assert [model.index(0, column).data() for column in range(3)] == [
        "Priya Nair",
        "Northgate Dental",
        "page 1",
    ]
    away.rename(folder)
    press(qtbot, part, "archive.again")
    qtbot.waitUntil(lambda: words(part, "archive.status") == "1 page is kept there; nothing waits.")
    assert find(part, PaintedButton, "archive.again").isHidden()


def test_what_waits_without_a_folder_is_shown_too(
    qtbot: QtBot, part: PagesPart, session: Session, clock: FakeClock
) -> None:
    call_id = a_handed_over_call(session, clock)
    table = find(part, CalmTable, "archive.waiting")
    qtbot.waitUntil(table.isVisible)
    with qtbot.waitSignal(part.page_requested) as asked:
        table.setFocus()
        table.selectRow(0)
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [call_id]


def test_using_no_folder_can_be_undone(
    qtbot: QtBot, part: PagesPart, session: Session, tmp_path: Path
) -> None:
    folder = a_share(tmp_path)
    session.save_archive_folder(folder)
    part.show_now()
    with qtbot.waitSignal(part.undo_offered) as offered:
        press(qtbot, part, "archive.none")
    assert session.archive_folder is None
    assert offered.args
    sentence, undo = offered.args
    assert str(folder) in sentence
    undo()
    qtbot.waitUntil(lambda: session.archive_folder == folder)


def test_a_folder_that_is_only_tried_out_stays(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    Archiving.of(session).is_trial = True
    session.save_archive_folder(a_share(tmp_path))
    part = PagesPart(session)
    show(qtbot, part)
    part.show_now()
    assert find(part, PaintedButton, "archive.other").isHidden()
    assert find(part, PaintedButton, "archive.none").isHidden()


def test_a_first_folder_that_cannot_be_used_is_said_to_be(
    qtbot: QtBot, part: PagesPart, session: Session, tmp_path: Path
) -> None:
    Archiving.of(session).use_folder(tmp_path / "gone")
    refused = find(part, Text, "archive.refused")
    qtbot.waitUntil(refused.isVisible)
    assert "gone" in words(part, "archive.refused")
    Archiving.of(session).use_folder(a_share(tmp_path))
    qtbot.waitUntil(lambda: session.archive_folder is not None)
    qtbot.waitUntil(refused.isHidden)


def test_nothing_is_listed_while_nobody_looks(
    qtbot: QtBot, part: PagesPart, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    """A thousand pages that go to the archive must not slow down another screen."""
    part.hide()
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: len(Archiving.of(session).state.waiting) == 1)
    assert find(part, CalmTable, "archive.waiting").model().rowCount() == 0
    part.show()
    part.show_now()
    assert find(part, CalmTable, "archive.waiting").model().rowCount() == 1
