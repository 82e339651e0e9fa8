"""A talk plays in a practice call: line by line, on the clock of the call, waiting where the call waits."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

import scoring.text
from scoring.closeness import Behaviour
from scoring.entry import Floor
from scoring.state import Phase
from tests.builders import FakeClock
from tests.ui.looks import LongWords
from ui.practice_data import Line, Talk, practice_talk
from ui.practise import Director, add_practice_call, party_names, write_practice
from ui.session import Session


def _talk(*lengths: int) -> Talk:
    """:returns: a talk in which rep and customer take turns; each line says its number."""
    starts = [0]
    for length in lengths:
        starts.append(starts[-1] + length)
    lines = tuple(
        Line(who=(Floor.REP, Floor.CUSTOMER)[number % 2], start_ms=start, end_ms=end, words=str(number))
        for number, (start, end) in enumerate(pairwise(starts))
    )
    marks = (Behaviour(skill="asks-before-answering", seen=True, at_ms=0),)
    return Talk(rep="R", customer="C", introduction="", lines=lines, behaviours=marks)


class Listener(QObject):
    """Hears a director."""

    def __init__(self, director: Director) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.parties: list[str] = []
        self.overs = 0
        director.said.connect(self.on_said)
        director.over.connect(self.on_over)

    def on_said(self, party: str, words: str) -> None:
        self.parties.append(party)
        self.heard.append(words)

    def on_over(self) -> None:
        self.overs += 1


@pytest.fixture
def call_id(qtbot: QtBot, session: Session) -> UUID:
    return write_practice(session).result()


@pytest.fixture
def director(session: Session, call_id: UUID) -> Director:
    """Follows a call that has not begun; three lines of four seconds each."""
    made = Director(session, _talk(4_000, 4_000, 4_000))
    made.follow(call_id)
    return made


@pytest.fixture
def listener(director: Director) -> Listener:
    return Listener(director)


def _pass(clock: FakeClock, director: Director, ms: int) -> None:
    clock.advance(ms=ms)
    director.go_on()


def test_it_begins_with_the_call_and_says_each_line_once(
    session: Session, clock: FakeClock, call_id: UUID, director: Director, listener: Listener
) -> None:
    _pass(clock, director, 60_000)
    assert listener.heard == []
    session.book(call_id).start()
    for _ in range(11):
        _pass(clock, director, 1_000)
    assert listener.heard == ["0", "1", "2"]
    assert listener.parties == ["rep", "customer", "rep"]
    assert listener.overs == 0


def test_it_is_over_with_the_last_word_and_only_once(
    session: Session, clock: FakeClock, call_id: UUID, director: Director, listener: Listener
) -> None:
    book = session.book(call_id)
    book.start()
    _pass(clock, director, 12_000)
    _pass(clock, director, 12_000)
    book.moment()
    assert listener.overs == 1


def test_it_comes_back_by_itself_when_the_next_line_is_due(
    qtbot: QtBot, session: Session, clock: FakeClock, call_id: UUID
) -> None:
    director = Director(session, _talk(20, 20, 60_000))
    listener = Listener(director)
    director.follow(call_id)
    session.book(call_id).start()
    clock.advance(ms=40)
    qtbot.waitUntil(lambda: listener.heard == ["0", "2"])
    director.stop()


def test_it_waits_in_a_pause_and_goes_on_where_it_stood(
    session: Session, clock: FakeClock, call_id: UUID, director: Director, listener: Listener
) -> None:
    book = session.book(call_id)
    book.start()
    _pass(clock, director, 5_000)
    book.pause()
    _pass(clock, director, 60_000)
    assert listener.heard == ["0", "1"]
    assert not [timer for timer in director.findChildren(QTimer) if timer.isActive()]
    book.resume()
    _pass(clock, director, 2_900)
    assert listener.heard == ["0", "1"]
    _pass(clock, director, 200)
    assert listener.heard == ["0", "1", "2"]


def test_a_call_that_is_ended_early_hears_no_more(
    session: Session, clock: FakeClock, call_id: UUID, director: Director, listener: Listener
) -> None:
    book = session.book(call_id)
    book.start()
    book.end()
    _pass(clock, director, 60_000)
    assert listener.heard == ["0"]
    assert listener.overs == 0


def test_once_stopped_it_is_silent(
    session: Session, clock: FakeClock, call_id: UUID, director: Director, listener: Listener
) -> None:
    session.book(call_id).start()
    director.stop()
    _pass(clock, director, 60_000)
    session.book(call_id).moment()
    assert (listener.heard, listener.overs) == (["0"], 0)


def test_it_is_silent_once_the_data_is_closed(
    session: Session, clock: FakeClock, call_id: UUID, director: Director, listener: Listener
) -> None:
    session.book(call_id).start()
    session.close()
    _pass(clock, director, 60_000)
    assert (listener.heard, listener.overs) == (["0"], 0)


def test_it_begins_anew_with_another_call(
    session: Session, clock: FakeClock, call_id: UUID, director: Director, listener: Listener
) -> None:
    session.book(call_id).start()
    again = add_practice_call(session, session.call(call_id).rep_id)
    director.follow(again)
    session.book(again).start()
    assert listener.heard == ["0", "0"]
    session.book(call_id).moment()
    _pass(clock, director, 4_000)
    assert listener.heard == ["0", "0", "1"]


def test_captions_are_translated(session: Session, call_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    director = Director(session, practice_talk())
    listener = Listener(director)
    director.follow(call_id)
    monkeypatch.setattr(scoring.text, "_catalogue", LongWords())
    session.book(call_id).start()
    assert listener.heard != [practice_talk().lines[0].words]
    director.stop()


def test_the_call_to_practise_on_is_teed_up_with_the_shipped_rubric(session: Session, call_id: UUID) -> None:
    state = session.state(call_id)
    assert state.phase == Phase.PLANNED
    skills = {skill.id for skill in session.rubric_of(call_id).skills}
    assert {behaviour.skill for behaviour in practice_talk().behaviours} <= skills
    assert session.rep_of(call_id).name == practice_talk().rep


def test_every_party_has_a_name() -> None:
    assert list(party_names()) == [floor.value for floor in Floor]
