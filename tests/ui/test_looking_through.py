"""Going through the whole archive folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exports.archive.lock import prepare_archive
from exports.archive.manifest import MANIFEST
from exports.archive.writing import archive_page
from exports.backups import list_copies, look_into
from exports.importing import take_in
from scoring.store import Store
from tests.builders import NINE, FakeClock
from tests.exports.archive.builders import a_page
from tests.exports.archive.filling import opened, three_calls
from tests.exports.test_importing import an_amended_call
from tests.ui.finding import find, press
from tests.ui.looks import show
from tests.ui.screens.pages import a_handed_over_call
from ui.archiving import Archiving
from ui.eraser import Eraser
from ui.folder_dialog import FolderDialog
from ui.looking_through import LookingThrough
from ui.session import Session
from ui.widgets.button import PaintedButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.found_list import FoundList
from ui.widgets.text import Text
from ui.words import time_words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive of three pages."""
    share = tmp_path / "share"
    share.mkdir()
    prepare_archive(share)
    for number in range(1, 4):
        archive_page(share, a_page(number), "a4", NINE)
    return share


@pytest.fixture
def looking(qtbot: QtBot, session: Session, folder: Path) -> LookingThrough:
    """Looking through that archive."""
    made = LookingThrough(session)
    made.show_folder(folder)
    show(qtbot, made)
    return made


def summary(looking: LookingThrough) -> str:
    return find(looking, Text, "archive.found.summary").text()


def rows(looking: LookingThrough) -> list[tuple[str, str]]:
    model = find(looking, CalmTable, "archive.found.found").model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def check(qtbot: QtBot, looking: LookingThrough) -> None:
    press(qtbot, looking, "archive.check")
    qtbot.waitUntil(looking.check.isEnabled)


def bring_back(qtbot: QtBot, looking: LookingThrough, folder: Path) -> None:
    press(qtbot, looking, "archive.back")
    dialog = find(looking, FolderDialog, "folder.dialog")
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def test_an_archive_that_is_whole_is_said_to_be_and_when(
    qtbot: QtBot, looking: LookingThrough, session: Session
) -> None:
    check(qtbot, looking)
    time = time_words(session.clock.now())
    assert summary(looking) == (
        f"{time}: 3 files were looked at. All of it is there, whole, and as it was written."
    )
    assert rows(looking) == []
    assert looking.rebuild.isHidden()


def test_what_is_wrong_is_listed_file_by_file(qtbot: QtBot, looking: LookingThrough, folder: Path) -> None:
    altered, missing, _ = sorted(folder.rglob("*.pdf"))
    altered.write_bytes(altered.read_bytes() + b" ")
    missing.unlink()
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8\xff")
    check(qtbot, looking)
    assert "3 things are not as they should be:" in summary(looking)
    assert sorted(what for _, what in rows(looking)) == ["altered", "missing", "unknown"]
    assert looking.rebuild.isHidden(), "new lists would tell of neither"


def test_pages_that_were_replaced_are_counted_and_not_listed(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    with opened(tmp_path / "others") as store:
        three_calls(store, tmp_path / "kept")
    looking = LookingThrough(session)
    looking.show_folder(tmp_path / "kept")
    show(qtbot, looking)
    check(qtbot, looking)
    assert summary(looking).endswith("and as it was written. 2 pages were replaced by later ones.")
    assert rows(looking) == []


def test_a_page_that_is_missing_is_written_again(
    qtbot: QtBot, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    share = tmp_path / "own"
    share.mkdir()
    prepare_archive(share)
    session.save_archive_folder(share)
    archiving = Archiving.of(session)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.pages == 1 and not archiving.state.is_busy)
    (page,) = share.rglob("*.pdf")
    before = page.read_bytes()
    page.unlink()
    looking = LookingThrough(session)
    looking.show_folder(share)
    show(qtbot, looking)
    check(qtbot, looking)
    press(qtbot, looking, "archive.write_again")
    assert summary(looking) == "1 page is written again as it was. Check once more in a moment."
    qtbot.waitUntil(page.is_file)
    assert page.read_bytes() == before


def test_what_cannot_be_made_again_is_said(qtbot: QtBot, looking: LookingThrough, folder: Path) -> None:
    min(folder.rglob("*.pdf")).unlink()
    check(qtbot, looking)
    press(qtbot, looking, "archive.write_again")
    assert summary(looking).startswith("None of them can be made again")


def test_nothing_is_brought_back_while_something_is_erased(
    qtbot: QtBot, looking: LookingThrough, session: Session, folder: Path
) -> None:
    Eraser.of(session).is_busy = True
    with qtbot.captureExceptions() as told:
        bring_back(qtbot, looking, folder)
    assert [str(error) for _, error, _ in told] == [
        "Something is being erased: Wait until it is done, then try again."
    ]
    assert session.calls() == []


def test_an_archive_with_nothing_in_it_is_not_said_to_be_whole(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    prepare_archive(empty)
    looking = LookingThrough(session)
    looking.show_folder(empty)
    show(qtbot, looking)
    check(qtbot, looking)
    assert summary(looking).endswith("There is nothing in it yet.")


def test_lists_that_are_lost_are_made_anew(qtbot: QtBot, looking: LookingThrough, folder: Path) -> None:
    before = (folder / MANIFEST).read_bytes()
    (folder / MANIFEST).unlink()
    check(qtbot, looking)
    press(qtbot, looking, "archive.rebuild")
    qtbot.waitUntil(looking.rebuild.isEnabled)
    assert sorted((folder / MANIFEST).read_bytes().splitlines()) == sorted(before.splitlines())
    assert summary(looking).endswith(": The lists say what is there now: 3 files.")


def test_calls_are_brought_back(
    qtbot: QtBot, looking: LookingThrough, session: Session, folder: Path
) -> None:
    with qtbot.waitSignal(looking.brought_back):
        bring_back(qtbot, looking, folder)
    assert summary(looking) == "3 calls were brought back."
    assert looking.focusWidget() is looking.bring_back
    assert len(session.calls()) == 3


def test_of_an_archive_that_calls_were_brought_back_from_no_lists_are_made(
    qtbot: QtBot, looking: LookingThrough, folder: Path
) -> None:
    """It may be another one than that of this data, which may have none."""
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8\xff")
    looking.show_folder(None)
    with qtbot.waitSignal(looking.brought_back):
        bring_back(qtbot, looking, folder)
    assert rows(looking) == [("holiday.jpg", "unknown")]
    assert looking.rebuild.isHidden()
    assert looking.write_again.isHidden()


def test_what_is_here_is_copied_before_calls_are_brought_back(
    qtbot: QtBot, looking: LookingThrough, session: Session, folder: Path
) -> None:
    with qtbot.waitSignal(looking.brought_back):
        bring_back(qtbot, looking, folder)
    (copy,) = list_copies(session.folder)
    assert look_into(copy.path, session.folder).contents.calls == 0


def test_a_call_that_was_looked_at_before_says_what_came_with_the_archive(
    qtbot: QtBot, looking: LookingThrough, session: Session, tmp_path: Path
) -> None:
    with closing(Store.open(tmp_path / "there")) as there:
        first, amended = an_amended_call(there)
    session.ask(lambda store: take_in(store, first, NINE))
    call_id, before = first.call.id, session.state(first.call.id).count
    share = tmp_path / "other share"
    share.mkdir()
    prepare_archive(share)
    archive_page(share, amended, "a4", NINE)
    with qtbot.waitSignal(looking.brought_back):
        bring_back(qtbot, looking, share)
    assert session.state(call_id).count > before


def test_a_folder_that_is_gone_is_said(qtbot: QtBot, looking: LookingThrough, folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    check(qtbot, looking)
    assert "is not there" in summary(looking)
    assert looking.check.hasFocus()
    looking.show_folder(folder)
    assert looking.findChildren(FoundList)[0].isHidden(), "it may be there again"


def test_where_there_is_no_folder_calls_can_still_be_brought_back(
    qtbot: QtBot, looking: LookingThrough
) -> None:
    looking.show_folder(None)
    assert find(looking, PaintedButton, "archive.check").isHidden()
    assert find(looking, PaintedButton, "archive.back").isVisible()
