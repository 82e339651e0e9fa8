from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import scoring.logbook
from scoring.entry import (
    Amended,
    Correctable,
    Entry,
    Floor,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    SteppedIn,
    WordsHeard,
)
from scoring.fold import fold
from scoring.logbook import Logbook
from scoring.people import Rep
from scoring.teeup import StepInReason, Way
from tests.builders import FakeClock, a_rep
from tests.ui.finding import find
from tests.ui.looks import settle
from tests.ui.screens.live import SKILLS, a_running_call
from ui.live_log import PAGE, LiveLog
from ui.session import Session
from ui.sitting import Sitting
from ui.theme import LIVE, wear
from ui.ways import offered_ways
from ui.widgets.live_button import LiveButton
from ui.widgets.log_drawer import LogDrawer
from ui.widgets.log_row import LogButton
from ui.widgets.press_button import SAME_TAP_MS
from ui.widgets.words_field import WordsField


@dataclass(frozen=True, slots=True)
class Desk:
    """A drawer that is kept on the log of a call, and whose hands are told what to do."""

    drawer: LogDrawer
    log: LiveLog
    sitting: Sitting
    clock: FakeClock

    @property
    def book(self) -> Logbook:
        return self.sitting.book

    def lines(self) -> list[str]:
        """:returns: the lines from top to bottom as they are read out."""
        settle()
        buttons = [
            button for button in self.drawer.findChildren(LogButton) if button.isVisibleTo(self.drawer)
        ]
        placed = sorted(buttons, key=lambda button: button.mapTo(self.drawer, button.rect().topLeft()).y())
        return [button.accessibleName() for button in placed]

    def open_line(self, entry: Entry) -> None:
        find(self.drawer, LogButton, f"log.{entry.id}").click()
        settle()

    def press(self, name: str) -> None:
        """Press a button of the drawer that can be seen."""
        buttons = self.drawer.findChildren(LiveButton, name)
        next(button for button in buttons if button.isVisibleTo(self.drawer)).tap()

    def words(self) -> WordsField:
        return find(self.drawer, WordsField, "log.words")

    def what(self, entry: Entry) -> object:
        """:returns: what an entry really was, as far as it is known."""
        return self.sitting.state.standing[entry.id].what

    def amendments(self) -> int:
        return sum(isinstance(item.what, Amended) for item in self.sitting.state.entries.values())


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


@pytest.fixture
def desk(qtbot: QtBot, session: Session, priya: Rep, clock: FakeClock) -> Iterator[Desk]:
    """An open drawer over a call that has gone on for ten minutes."""
    drawer = LogDrawer(clock=clock.monotonic_ms)
    wear(drawer, LIVE)
    qtbot.addWidget(drawer)
    drawer.resize(400, 900)
    sitting = Sitting(session, drawer)
    log = LiveLog(drawer, sitting, drawer)
    sitting.begin(a_running_call(session, priya))
    clock.advance(minutes=10)
    with qtbot.waitActive(drawer):
        drawer.show()
        drawer.activateWindow()
    log.open()
    yield Desk(drawer, log, sitting, clock)
    sitting.rest()


def _logged(desk: Desk, what: Correctable) -> Entry:
    """:returns: the entry of something that was just logged."""
    match what:
        case Marked(skill=skill, seen=seen, words=words):
            entry = desk.book.mark(skill, seen=seen, words=words)
        case FloorTaken(who=who):
            entry = desk.book.floor(who)
        case Introduced(how=how):
            entry = desk.book.introduced(how)
        case WordsHeard(text=text):
            entry = desk.book.words(text)
        case SteppedIn() | HandedBack():
            entry = desk.book.step()
        case _:
            entry = desk.book.moment()
    assert entry is not None
    desk.clock.advance(minutes=1)
    return entry


# Showing


def test_what_is_logged_comes_on_top_at_once(desk: Desk) -> None:
    assert desk.lines() == []
    _logged(desk, Marked(skill=SKILLS[0], seen=True))
    _logged(desk, FloorTaken(who=Floor.ME))
    assert desk.lines() == ["11:00 Me", "10:00 seen Opens with purpose"]


def test_thirty_lines_come_at_first_and_thirty_more_with_each_press(desk: Desk) -> None:
    for _ in range(2 * PAGE + 1):
        _logged(desk, Moment())
    assert len(desk.lines()) == PAGE == 30
    desk.press("log.earlier")
    assert len(desk.lines()) == 2 * PAGE
    desk.clock.advance(seconds=1)
    desk.press("log.earlier")
    assert len(desk.lines()) == 2 * PAGE + 1
    assert not find(desk.drawer, LiveButton, "log.earlier").isVisible()
    desk.log.open()
    assert len(desk.lines()) == PAGE, "the next time it begins with the newest again"


def test_a_closed_drawer_does_nothing_at_a_tap(desk: Desk) -> None:
    desk.log.close()
    _logged(desk, Moment())
    assert desk.lines() == []
    desk.log.open()
    assert desk.lines() == ["10:00 Mark"]


def test_twenty_thousand_entries_are_not_folded_again_to_be_looked_at(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.log.close()
    at = desk.clock.now()
    entries = [
        Entry(
            id=UUID(int=number),
            call_id=desk.book.call_id,
            offset_ms=number,
            at=at,
            what=Marked(skill=SKILLS[number % 9], seen=True),
        )
        for number in range(20_000)
    ]
    fold(entries, desk.sitting.state)

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("it was folded, or read, again")

    monkeypatch.setattr(scoring.logbook, "fold", refuse)
    monkeypatch.setattr(session, "ask", refuse)
    desk.log.open()
    assert len(desk.lines()) == PAGE
    assert desk.lines()[0] == f"00:19 seen {desk.sitting.rubric.skills[19_999 % 9].name}"


def test_a_tap_with_the_drawer_open_does_not_wait_for_the_disk(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(_job: object) -> NoReturn:
        raise AssertionError("it waited for the disk")

    monkeypatch.setattr(session, "ask", wait)
    entry = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    desk.open_line(entry)
    desk.press("choice.missed")
    assert desk.lines() == ["10:00 missed Opens with purpose"]


# Correcting


@pytest.mark.parametrize(
    ("was", "press", "is_"),
    [
        (Marked(skill=SKILLS[0], seen=True), "choice.missed", Marked(skill=SKILLS[0], seen=False)),
        (Marked(skill=SKILLS[0], seen=True), f"choice.{SKILLS[4]}", Marked(skill=SKILLS[4], seen=True)),
        (FloorTaken(who=Floor.REP), "choice.nobody", FloorTaken(who=Floor.NOBODY)),
        (SteppedIn(), "choice.argument", SteppedIn(reason=StepInReason.ARGUMENT)),
        (
            Introduced(how=Introduction.AS_BOSS),
            "choice.as_agreed",
            Introduced(how=Introduction.AS_AGREED),
        ),
    ],
)
def test_one_press_is_one_amendment_and_undo_takes_it_back_exactly(
    desk: Desk, was: Correctable, press: str, is_: Correctable
) -> None:
    entry = _logged(desk, was)
    before = desk.sitting.state.standing[entry.id]
    count = desk.sitting.state.count
    desk.open_line(entry)
    desk.press(press)
    assert desk.what(entry) == is_
    assert desk.sitting.state.count == count + 1
    assert desk.amendments() == 1
    assert desk.sitting.state.entries[entry.id].what == was, "the original stays"
    desk.sitting.undo()
    assert desk.sitting.state.standing[entry.id] == before
    desk.sitting.redo()
    assert desk.what(entry) == is_


@pytest.mark.parametrize(
    "was",
    [
        Marked(skill=SKILLS[0], seen=True, words="So what?"),
        WordsHeard(text="So what?"),
        Moment(),
        SteppedIn(),
    ],
)
def test_words_are_one_amendment_and_undo_takes_them_back_exactly(
    desk: Desk, qtbot: QtBot, was: Correctable
) -> None:
    entry = _logged(desk, was)
    before = desk.sitting.state.standing[entry.id]
    desk.open_line(entry)
    desk.words().setFocus()
    qtbot.keyClicks(desk.words(), " It stands still")
    qtbot.keyClick(desk.words(), Qt.Key.Key_Return)
    assert desk.amendments() == 1
    assert "It stands still" in desk.lines()[0]
    desk.sitting.undo()
    assert desk.sitting.state.standing[entry.id] == before
    desk.press("log.done")
    assert desk.sitting.state.standing[entry.id] == before, "closing the line does not bring them back"


def test_a_strike_is_one_amendment_and_undo_brings_the_line_back(desk: Desk) -> None:
    first = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    _logged(desk, Moment())
    desk.open_line(first)
    desk.press("log.strike")
    assert desk.lines() == ["11:00 Mark"]
    assert desk.amendments() == 1
    assert first.id in desk.sitting.state.entries
    assert first.id not in desk.sitting.state.standing
    desk.sitting.undo()
    assert desk.lines() == ["11:00 Mark", "10:00 seen Opens with purpose"]


@pytest.mark.parametrize(("step", "time"), [(-10, "09:50"), (-1, "09:59"), (1, "10:01"), (10, "10:10")])
def test_a_step_in_time_is_one_amendment(desk: Desk, step: int, time: str) -> None:
    entry = _logged(desk, Moment())
    desk.open_line(entry)
    desk.press(f"log.move.{step}")
    assert desk.lines() == [f"{time} Mark"]
    assert desk.amendments() == 1
    desk.sitting.undo()
    assert desk.lines() == ["10:00 Mark"]


@pytest.mark.parametrize(("start_ms", "step", "end_ms"), [(4_000, -10, 0), (655_000, 10, 660_000)])
def test_no_time_is_before_the_call_or_still_to_come(
    desk: Desk, start_ms: int, step: int, end_ms: int
) -> None:
    entry = _logged(desk, Moment())
    desk.book.amend(entry.id, Moment(), start_ms)
    desk.open_line(entry)
    for passed in (0, SAME_TAP_MS):
        desk.clock.advance(ms=passed)
        desk.press(f"log.move.{step}")
        expected = end_ms if step < 0 else end_ms + passed
        assert desk.sitting.state.standing[entry.id].offset_ms == expected


@pytest.mark.parametrize(
    ("was", "press"),
    [
        (Marked(skill=SKILLS[0], seen=True), "choice.seen"),
        (Marked(skill=SKILLS[0], seen=True), f"choice.{SKILLS[0]}"),
        (FloorTaken(who=Floor.REP), "choice.rep"),
        (Introduced(how=Introduction.AS_BOSS), "choice.as_boss"),
        (Moment(), "log.done"),
    ],
)
def test_a_correction_that_changes_nothing_writes_nothing(desk: Desk, was: Correctable, press: str) -> None:
    entry = _logged(desk, was)
    count = desk.sitting.state.count
    desk.open_line(entry)
    desk.press(press)
    desk.drawer.close_editor()
    assert desk.sitting.state.count == count


def test_a_line_can_be_corrected_again_and_again(desk: Desk) -> None:
    entry = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    desk.open_line(entry)
    for name in ("choice.missed", f"choice.{SKILLS[3]}", "log.move.-10", "choice.seen"):
        desk.press(name)
    assert desk.what(entry) == Marked(skill=SKILLS[3], seen=True)
    for _ in range(4):
        desk.sitting.undo()
    assert desk.lines() == ["10:00 seen Opens with purpose"]
    assert desk.sitting.state.amendments.get(entry.id)


# While something is open


def test_an_open_line_stays_however_much_is_logged_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    entry = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    desk.open_line(entry)
    desk.words().setFocus()
    qtbot.keyClicks(desk.words(), "So wh")
    for _ in range(PAGE + 5):
        _logged(desk, Moment())
    qtbot.keyClicks(QApplication.focusWidget(), "at?")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.what(entry) == Marked(skill=SKILLS[0], seen=True, words="So what?")


def test_half_typed_words_are_stored_when_the_drawer_is_closed(desk: Desk, qtbot: QtBot) -> None:
    entry = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    desk.open_line(entry)
    qtbot.keyClicks(desk.words(), "So what?")
    desk.log.close()
    assert desk.what(entry) == Marked(skill=SKILLS[0], seen=True, words="So what?")


def test_what_is_struck_with_words_half_typed_comes_back_with_them(desk: Desk, qtbot: QtBot) -> None:
    entry = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    desk.open_line(entry)
    qtbot.keyClicks(desk.words(), "So what?")
    desk.press("log.strike")
    assert desk.lines() == []
    desk.sitting.undo()
    assert desk.what(entry) == Marked(skill=SKILLS[0], seen=True, words="So what?")


def test_words_half_typed_for_what_is_undone_go_on_among_the_words(desk: Desk, qtbot: QtBot) -> None:
    entry = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    desk.open_line(entry)
    desk.words().setFocus()
    qtbot.keyClicks(desk.words(), "So what?")
    with qtbot.waitSignal(desk.sitting.words_wanted):
        desk.sitting.undo()
    assert desk.lines() == []
    assert desk.sitting.begun.text == "So what?"
    desk.sitting.redo()
    desk.sitting.store_words(desk.sitting.begun.text)
    assert desk.what(entry) == Marked(skill=SKILLS[0], seen=True, words="So what?")


def test_words_that_had_no_keys_take_none_when_their_line_is_undone(desk: Desk, qtbot: QtBot) -> None:
    entry = _logged(desk, Marked(skill=SKILLS[0], seen=True))
    desk.open_line(entry)
    qtbot.keyClicks(desk.words(), "So what?")
    with qtbot.assertNotEmitted(desk.sitting.words_wanted):
        desk.sitting.undo()
    assert desk.sitting.begun.text == "So what?"


# The foot


def test_redo_waits_until_there_is_something_to_bring_back(desk: Desk) -> None:
    redo = find(desk.drawer, LiveButton, "log.redo")
    _logged(desk, Moment())
    assert not redo.isEnabled()
    desk.sitting.undo()
    assert redo.isEnabled()
    desk.press("log.redo")
    assert desk.lines() == ["10:00 Mark"]
    assert not redo.isEnabled()


@pytest.mark.parametrize("way", [way for way in Way if way != Way.OPEN_LAPTOP])
def test_another_way_to_sit_in_is_one_press(desk: Desk, qtbot: QtBot, way: Way) -> None:
    assert way in offered_ways()
    with qtbot.waitSignal(desk.log.way_chosen) as told:
        desk.press(f"log.way.{way}")
    assert told.args == [way]
