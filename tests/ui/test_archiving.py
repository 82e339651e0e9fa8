"""What is handed over goes into the archive by itself."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from exports.archive import moving, outbox
from exports.archive.lock import prepare_archive
from exports.backups import back_up, look_into
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile
from tests.builders import FakeClock
from tests.ui.apart import until_all_is_told
from tests.ui.screens.aftercall import priya
from tests.ui.screens.pages import a_handed_over_call
from ui.archiving import ArchiveState, Archiving
from ui.background import Background
from ui.session import Session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive folder that is in use."""
    path = tmp_path / "share"
    path.mkdir()
    prepare_archive(path)
    return path


def pages_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.pdf"))


def until_quiet(qtbot: QtBot, archiving: Archiving) -> None:
    """Wait until all that can be archived is, or until there is trouble."""

    def is_quiet() -> bool:
        state = archiving.state
        return not state.is_busy and (not state.waiting or state.trouble is not None)

    qtbot.waitUntil(is_quiet)


def test_a_page_lies_in_the_archive_soon_after_it_was_handed_over(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path
) -> None:
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    call_id = a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    until_quiet(qtbot, archiving)
    (name,) = pages_in(folder)
    assert "Northgate Dental" in name
    (file,) = session.ask(lambda store: store.archived.of(call_id))
    assert (folder / file.path).is_file()


def test_without_a_folder_it_waits_until_one_is_chosen(
    qtbot: QtBot, session: Session, clock: FakeClock, tmp_path: Path
) -> None:
    archiving = Archiving.of(session)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: len(archiving.state.waiting) == 1)
    assert archiving.state.trouble is None
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    archiving.use_folder(chosen)
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    assert session.archive_folder == chosen
    assert len(pages_in(chosen)) == 1


def test_what_a_share_that_is_away_keeps_waiting_goes_there_when_it_is_back(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path
) -> None:
    session.save_archive_folder(folder)
    away = folder.rename(folder.with_name("away"))
    archiving = Archiving.of(session)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.trouble is not None)
    assert len(archiving.state.waiting) == 1
    assert not folder.exists(), "an archive of its own in the place of the share"
    away.rename(folder)
    archiving.try_again()
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    until_quiet(qtbot, archiving)
    assert archiving.state.trouble is None


def test_nothing_is_archived_while_a_call_is_logged(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path
) -> None:
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    next_call = session.new_call(priya(session).id)
    book = session.book(next_call)
    book.start()
    a_handed_over_call(session, clock)
    archiving.try_again()
    qtbot.waitUntil(lambda: not session.pending)
    assert session.ask(lambda store: store.archived.all()) == []
    assert pages_in(folder) == []
    book.end()
    qtbot.waitUntil(lambda: archiving.state.pages == 1)


def test_what_another_folder_lacks_is_written_there_again(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path, tmp_path: Path
) -> None:
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    until_quiet(qtbot, archiving)
    other = tmp_path / "other"
    other.mkdir()
    archiving.use_folder(other)
    qtbot.waitUntil(lambda: pages_in(other) == pages_in(folder))
    until_quiet(qtbot, archiving)
    assert session.archive_folder == other


def test_a_folder_that_moved_with_all_its_pages_is_taken_as_it_is(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path
) -> None:
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    call_id = a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    until_quiet(qtbot, archiving)
    before = session.ask(lambda store: store.archived.of(call_id))
    moved = folder.rename(folder.with_name("moved"))
    archiving.use_folder(moved)
    qtbot.waitUntil(lambda: session.archive_folder == moved)
    until_quiet(qtbot, archiving)
    assert session.ask(lambda store: store.archived.of(call_id)) == before


def test_a_folder_that_cannot_be_used_leaves_the_one_before(
    qtbot: QtBot, session: Session, folder: Path, tmp_path: Path
) -> None:
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    archiving.use_folder(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: archiving.state.trouble is not None)
    assert session.archive_folder == folder


def test_what_is_wrong_with_one_page_holds_up_no_other_and_is_told_once(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save_archive_folder(folder)
    broken, whole = a_handed_over_call(session, clock), a_handed_over_call(session, clock)
    real = outbox.write

    def write(place: Path, ready: outbox.Ready, *rest: Any) -> ArchivedFile:
        if ready.source.call.id == broken:
            raise ValueError("a flaw of the app")
        return real(place, ready, *rest)

    monkeypatch.setattr(outbox, "write", write)
    archiving = Archiving.of(session)
    with qtbot.captureExceptions() as told:
        for _ in range(2):
            archiving.try_again()
            with qtbot.waitSignal(archiving.changed):
                pass
            qtbot.waitUntil(lambda: archiving.state.trouble is not None and not archiving.state.is_busy)
    assert [str(error) for _, error, _ in told] == ["a flaw of the app"]
    assert session.ask(lambda store: store.archived.of(whole)) != []
    assert [waiting.call_id for waiting in archiving.state.waiting] == [broken]


def test_what_is_on_its_way_when_the_session_closes_does_no_harm(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path
) -> None:
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.is_busy)
    session.close()
    until_all_is_told(qtbot)
    again = Session(session.folder, clock)
    with qtbot.waitSignal(again.opened):
        again.start()
    reopened = Archiving.of(again)
    qtbot.waitUntil(lambda: reopened.state.pages == 1 and not reopened.state.is_busy)
    assert len(pages_in(folder)) == 1
    again.close()


def test_after_a_copy_took_the_place_of_the_data_its_pages_are_looked_after(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path
) -> None:
    empty = look_into(back_up(session.folder), session.folder).prepared
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    until_quiet(qtbot, archiving)
    with qtbot.waitSignal(session.replaced) as replaced:
        session.replace_data(empty)
    assert session.archive_folder is None
    assert archiving.state == ArchiveState()
    (before,) = replaced.args or []
    with qtbot.waitSignal(session.replaced):
        session.replace_data(look_into(before, session.folder).prepared)
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    assert len(pages_in(folder)) == 1


@pytest.mark.parametrize("step", ["prepare", "write"])
def test_a_page_on_its_way_when_the_data_is_replaced_is_neither_lost_nor_there_twice(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    session.save_archive_folder(folder)
    prepared = look_into(back_up(session.folder), session.folder).prepared
    archiving = Archiving.of(session)
    begun = Event()
    original = getattr(outbox, step)

    def told(*given: Any) -> Any:
        begun.set()
        return original(*given)

    monkeypatch.setattr(outbox, step, told)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(session.replaced) as replaced:
        session.replace_data(prepared)
    qtbot.waitUntil(lambda: not archiving.state.is_busy)
    (before,) = replaced.args or []
    with qtbot.waitSignal(session.replaced):
        session.replace_data(look_into(before, session.folder).prepared)
    qtbot.waitUntil(lambda: archiving.state.pages == 1)
    until_quiet(qtbot, archiving)
    assert archiving.state.trouble is None
    assert len(pages_in(folder)) == 1


def hold_up(monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[Event, Event]:
    """Let ``folder`` be a share that holds up whoever writes there.

    :returns: whether somebody does, and what lets them go on.
    """
    begun, goes_on = Event(), Event()
    real = outbox.write

    def write(place: Path, *rest: Any) -> ArchivedFile:
        if place == folder:
            begun.set()
            goes_on.wait()
        return real(place, *rest)

    monkeypatch.setattr(outbox, "write", write)
    return begun, goes_on


def test_another_folder_can_be_chosen_while_the_one_before_hangs(
    qtbot: QtBot,
    session: Session,
    clock: FakeClock,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, goes_on = hold_up(monkeypatch, folder)
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    a_handed_over_call(session, clock)
    qtbot.waitUntil(begun.is_set)
    other = tmp_path / "other"
    other.mkdir()
    archiving.use_folder(other)
    qtbot.waitUntil(lambda: len(pages_in(other)) == 1)
    until_quiet(qtbot, archiving)
    goes_on.set()
    assert (session.archive_folder, archiving.state.pages) == (other, 1)


def test_use_no_folder_holds_where_another_one_was_just_being_moved_to(
    qtbot: QtBot, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, goes_on = Event(), Event()

    def compare(*_: object, **__: object) -> list[str]:
        begun.set()
        goes_on.wait()
        return []

    monkeypatch.setattr(moving, "move_in", compare)
    archiving = Archiving.of(session)
    archiving.use_folder(folder)
    qtbot.waitUntil(begun.is_set)
    archiving.use_none()
    goes_on.set()
    until_all_is_told(qtbot)
    assert session.archive_folder is None
    assert session.ask(lambda store: store.settings.get(ARCHIVE_FOLDER, str, "")) == ""


def test_a_folder_that_is_chosen_while_something_is_erased_is_used_afterwards(
    qtbot: QtBot, session: Session, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is erased from the one before must not be written into another one meanwhile."""
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    archiving.rest(lambda: None)
    other = tmp_path / "other"
    other.mkdir()
    is_over = Event()
    moved_afterwards: list[bool] = []
    real = moving.move_in

    def move(*values: Any, **named: Any) -> list[str]:
        moved_afterwards.append(is_over.is_set())
        return real(*values, **named)

    monkeypatch.setattr(moving, "move_in", move)
    archiving.use_folder(other)
    with qtbot.waitSignal(Background.shared().follow(session.post(lambda _store: None)).done):
        pass  # by now it would have begun
    until_all_is_told(qtbot)
    is_over.set()
    archiving.wake()
    qtbot.waitUntil(lambda: session.archive_folder == other)
    assert moved_afterwards == [True]


def test_no_copy_takes_the_place_of_the_data_while_something_is_erased(
    qtbot: QtBot, session: Session
) -> None:
    """It would bring back what is being erased, and the archive would rest for good."""
    prepared = look_into(back_up(session.folder), session.folder).prepared
    archiving = Archiving.of(session)
    archiving.rest(lambda: None)
    with qtbot.waitSignal(session.not_replaced) as refused:
        session.replace_data(prepared)
    assert "Something is being erased" in str((refused.args or [""])[0])
    archiving.wake()
    with qtbot.waitSignal(session.replaced):
        session.replace_data(prepared)


def test_no_dialog_begins_in_a_folder_that_is_away(
    qtbot: QtBot, session: Session, clock: FakeClock, folder: Path
) -> None:
    session.save_archive_folder(folder)
    archiving = Archiving.of(session)
    assert archiving.folder_in_reach == folder
    folder.rename(folder.with_name("away"))
    a_handed_over_call(session, clock)
    qtbot.waitUntil(lambda: archiving.state.trouble is not None)
    assert archiving.folder_in_reach is None
