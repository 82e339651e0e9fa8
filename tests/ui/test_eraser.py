"""Erasing goes on whatever becomes of the window, one erasure at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from pytestqt.qtbot import QtBot

from exports import erasing
from scoring.debrief import MyView
from scoring.entry import Floor
from scoring.erasure import Erasure
from scoring.errors import KnownError, SecondChairError
from scoring.people import Rep
from tests.builders import a_rep
from tests.ui.finding import find
from tests.ui.in_window import a_window
from ui.archiving import Archiving
from ui.eraser import Eraser
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.field import LineEdit
from ui.window_state import WindowState


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


@pytest.fixture
def goes_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Until this is set, what is being erased is not finished."""
    goes_on = Event()
    real = erasing._erase_from_copies

    def wait(*given: Any, **rest: Any) -> Any:
        goes_on.wait()
        return real(*given, **rest)

    monkeypatch.setattr(erasing, "_erase_from_copies", wait)
    yield goes_on
    goes_on.set()


def of(rep: Rep) -> Erasure:
    return Erasure(rep_ids=frozenset({rep.id}))


def said(window: MainWindow) -> str:
    return window.messages.bar.message()


def test_what_is_begun_is_finished_where_the_window_is_made_anew(
    qtbot: QtBot, session: Session, priya: Rep, goes_on: Event
) -> None:
    window = MainWindow(session, WindowState(session.folder))
    Eraser.of(session).erase(of(priya))
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    anew = a_window(qtbot, session)
    anew.open_place("settings")
    with qtbot.waitSignal(Eraser.of(session).done):
        goes_on.set()
    assert session.reps() == []
    assert "It is erased" in said(anew)


def test_of_two_erasures_the_second_is_refused(
    qtbot: QtBot, session: Session, priya: Rep, goes_on: Event
) -> None:
    eraser = Eraser.of(session)
    eraser.erase(of(priya))
    with pytest.raises(SecondChairError, match="Something is being erased"):
        eraser.erase(of(a_rep("Sam Lee")))
    with qtbot.waitSignal(eraser.done):
        goes_on.set()
    assert not eraser.is_busy


def test_stopped_while_a_page_is_on_its_way_it_never_begins(
    qtbot: QtBot, session: Session, priya: Rep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that is away may hold that page up for minutes."""
    resting: list[Callable[[], None]] = []
    monkeypatch.setattr(Archiving.of(session), "rest", resting.append)
    eraser = Eraser.of(session)
    eraser.erase(of(priya))
    with qtbot.waitSignal(eraser.done) as done:
        QTimer.singleShot(0, eraser.stop)
    assert done.args == [None]
    assert not eraser.is_busy
    assert session.reps() == [priya]


def test_what_went_wrong_is_told_wherever_one_is(
    qtbot: QtBot, session: Session, priya: Rep, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise KnownError("The archive is in use", "Try again later.")

    monkeypatch.setattr(erasing, "_erase_from_copies", refuse)
    window = a_window(qtbot, session)
    window.open_place("reps")
    with qtbot.waitSignal(Eraser.of(session).failed):
        Eraser.of(session).erase(of(priya))
    assert "The archive is in use" in said(window)


def test_the_screen_of_somebody_who_is_erased_closes_without_keeping_anything(
    qtbot: QtBot, session: Session, priya: Rep, goes_on: Event
) -> None:
    """It would bring them back."""
    window = a_window(qtbot, session)
    window.open_place("reps")
    Eraser.of(session).erase(of(priya))
    window.open_subject("editrep", priya.id)
    qtbot.keyClicks(find(window, LineEdit, "rep.team"), "North")
    with qtbot.waitSignal(Eraser.of(session).done):
        goes_on.set()
    screen = window.current()
    assert screen is not None
    assert screen.objectName() == "screen.reps"
    window.open_place("home")
    assert session.reps() == []


def test_what_was_done_before_cannot_be_taken_back_afterwards(
    qtbot: QtBot, session: Session, priya: Rep
) -> None:
    """A hold that is put back would name somebody who is gone."""
    window = a_window(qtbot, session)
    window.open_place("archive")
    window.messages.offer_undo("The hold is lifted.", session.reps)
    with qtbot.waitSignal(Eraser.of(session).done):
        Eraser.of(session).erase(of(priya))
    assert window.messages.isHidden()


def test_a_call_that_was_added_meanwhile_is_not_written_any_more(
    qtbot: QtBot, session: Session, priya: Rep, goes_on: Event
) -> None:
    eraser = Eraser.of(session)
    eraser.erase(of(priya))
    call_id = session.new_call(priya.id)
    session.keep_draft(call_id, MyView(outcome_words="A draft"))
    with qtbot.waitSignal(eraser.done):
        goes_on.set()
    assert session.draft(call_id, MyView) is None
    assert not session.has(call_id)


def test_a_call_that_is_begun_meanwhile_is_logged_to_its_end(
    qtbot: QtBot, session: Session, priya: Rep, goes_on: Event
) -> None:
    """Otherwise its taps would find nothing to be written to."""
    eraser = Eraser.of(session)
    eraser.erase(of(priya))
    book = session.book(session.new_call(priya.id))
    book.start()
    with qtbot.waitSignal(eraser.failed) as failed:
        goes_on.set()
    assert "A call is under way" in str((failed.args or [""])[0])
    book.floor(Floor.REP)
    qtbot.waitUntil(lambda: not session.pending)
    book.end()
    qtbot.waitUntil(lambda: not session.pending)
    with qtbot.waitSignal(eraser.done):
        eraser.erase(of(priya))
    assert session.reps() == []
