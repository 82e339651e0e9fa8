from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exports.page_file import draw_call
from scoring.errors import KnownError
from tests.exports.builders import a_debriefed_call, source_of
from tests.ui.looks import settle
from ui.importing import Importing, Outcome
from ui.session import Session

HERE = "The call at Northgate Dental with Priya Nair, 23 November 2026 is here now."


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Two pages from another computer."""
    paths: list[Path] = []
    for number in (1, 2):
        source = source_of(tmp_path / f"there {number}", a_debriefed_call(number))
        paths.append(tmp_path / f"page {number}.pdf")
        paths[-1].write_bytes(draw_call(source, "a4").pdf)
    return paths


def bring_in(qtbot: QtBot, session: Session, *paths: Path) -> Outcome:
    importing = Importing(session, session)
    with qtbot.waitSignal(importing.done) as done:
        importing.bring_in(paths)
    assert done.args
    return done.args[0]


def test_a_page_is_brought_in_and_can_be_shown(qtbot: QtBot, session: Session, pages: list[Path]) -> None:
    outcome = bring_in(qtbot, session, pages[0])
    [call] = session.calls()
    assert outcome == Outcome(HERE, call.call_id, False)


def test_several_are_counted(qtbot: QtBot, session: Session, pages: list[Path]) -> None:
    assert bring_in(qtbot, session, *pages).sentence == "2 calls are here now."
    again = bring_in(qtbot, session, *pages)
    assert again == Outcome("2 were here already and were left as they are.", None, False)


def test_one_that_cannot_be_used_holds_up_no_other_and_is_named(
    qtbot: QtBot, session: Session, pages: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"hello")
    outcome = bring_in(qtbot, session, tmp_path / "notes.pdf", pages[0], tmp_path / "gone.pdf")
    assert outcome.sentence.startswith(f"{HERE} 2 files could not be used. notes.pdf: ")
    assert outcome.has_problem
    assert len(session.calls()) == 1


def test_a_full_disk_is_said_and_nothing_is_half_done(
    qtbot: QtBot, session: Session, pages: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_anything: object) -> None:
        raise KnownError("The disk is full", "Make some room.")

    monkeypatch.setattr("scoring.store.tables.Calls.add", full)
    outcome = bring_in(qtbot, session, pages[0])
    settle()
    assert outcome.sentence == "page 1.pdf: The disk is full. Make some room."
    assert (session.calls(), session.reps()) == ([], [])


def test_files_that_come_while_others_are_brought_in_are_told_of_apart(
    qtbot: QtBot, session: Session, pages: list[Path]
) -> None:
    importing = Importing(session, session)
    heard: list[Outcome] = []
    importing.done.connect(heard.append)
    importing.bring_in(pages)
    importing.bring_in(pages[:1])
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0].sentence == "2 calls are here now."
    assert heard[1].sentence.endswith("is here already. Nothing was changed.")


def test_after_a_fault_of_the_app_the_next_file_is_brought_in(
    qtbot: QtBot, session: Session, pages: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    importing = Importing(session, session)
    with monkeypatch.context() as broken:
        broken.setattr("exports.importing.rep_of", None)
        with qtbot.waitSignal(importing.failed):
            importing.bring_in(pages[:1])
    with qtbot.waitSignal(importing.done):
        importing.bring_in(pages[:1])
    assert len(session.calls()) == 1
