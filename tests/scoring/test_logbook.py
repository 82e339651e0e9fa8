from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from scoring.acknowledgement import Acknowledgement, Signing, Statement, scan_of
from scoring.clock import SystemClock
from scoring.debrief import Debrief, MyView, SelfView
from scoring.entry import (
    Acknowledged,
    Amended,
    Ended,
    Entry,
    Floor,
    Gap,
    GapReason,
    HandedOver,
    Introduction,
    Marked,
    Moment,
    PageAmended,
    Reopened,
    ScanKept,
    Stated,
    SteppedIn,
    Undone,
    WordsHeard,
)
from scoring.floor import floor_spans, length_ms, step_ins
from scoring.fold import fold
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.logbook import Logbook
from scoring.page_versions import is_handed_over, page_versions
from scoring.people import RepCard
from scoring.preferences import Paper
from scoring.state import CallState, Phase
from scoring.teeup import StepInReason, Way
from tests.builders import NINE, FakeClock, a_self_view, a_tee_up, a_view, an_id

TAPS = 2_000


class Desk:
    """One call being written, with everything that was to be made durable."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.written: list[Entry] = []
        self.call_id = an_id()
        self.book = Logbook(CallState(), self.call_id, self.clock, self.written.append)

    def restart(self) -> Logbook:
        """:returns: the log of the same call in a new copy of the app."""
        return Logbook(fold(self.written), self.call_id, self.clock, self.written.append)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def running(desk: Desk) -> Desk:
    desk.book.plan(a_tee_up())
    desk.book.start()
    return desk


def test_a_call_is_being_logged_where_it_runs_and_only_while_it_is_not_paused(running: Desk) -> None:
    assert running.book.is_logging
    assert not running.restart().is_logging, "another copy of the app has it only to read"
    running.book.pause()
    assert not running.book.is_logging
    running.book.resume()
    assert running.book.is_logging
    running.book.void("the wrong customer")
    assert not running.book.is_logging


def _bring_to_the_end(desk: Desk) -> Logbook:
    desk.clock.advance(minutes=5)
    desk.book.end()
    return desk.book


def test_everything_written_adds_up_to_the_state_that_is_shown(running: Desk) -> None:
    book = running.book
    book.floor(Floor.REP)
    running.clock.advance(minutes=1)
    mark = book.mark("questions", seen=True)
    book.amend(mark.id, Marked(skill="questions", seen=False, words="Almost"))
    book.step()
    book.undo()
    again = fold(running.written)
    assert (again.tallies, again.standing, again.phase) == (
        book.state.tallies,
        book.state.standing,
        book.state.phase,
    )


def test_times_count_from_the_start_of_the_call(running: Desk) -> None:
    running.clock.advance(seconds=90)
    assert running.book.mark("questions", seen=True).offset_ms == 90_000


def test_a_plan_that_is_as_it_was_writes_nothing(desk: Desk) -> None:
    assert desk.book.plan(a_tee_up())
    assert desk.book.plan(a_tee_up()) is None
    assert desk.book.plan(a_tee_up(purpose="Renew"))
    assert len(desk.written) == 2


def _the_rep_has_the_floor(book: Logbook) -> Entry | None:
    return book.floor(Floor.REP)


def _introduced_as_agreed(book: Logbook) -> Entry | None:
    return book.introduced(Introduction.AS_AGREED)


@pytest.mark.parametrize("say", [_the_rep_has_the_floor, _introduced_as_agreed, Logbook.pause])
def test_saying_the_same_again_writes_nothing(running: Desk, say: Callable[[Logbook], Entry | None]) -> None:
    assert say(running.book)
    assert say(running.book) is None


def test_blank_words_and_a_resume_without_a_pause_write_nothing(running: Desk) -> None:
    before = len(running.written)
    assert running.book.words(" \t") is None
    assert running.book.resume() is None
    assert running.book.undo() is None
    assert running.book.redo() is None
    assert len(running.written) == before


def test_words_are_kept_exactly(running: Desk) -> None:
    words = " “We’re fine”\x07 \u202eשלום 🙂 "
    entry = running.book.words(words)
    assert entry
    assert entry.what == WordsHeard(text=words)


def test_the_other_introduction_corrects_the_first(running: Desk) -> None:
    running.book.introduced(Introduction.AS_AGREED)
    running.book.introduced(Introduction.AS_BOSS)
    assert running.book.state.introduction == Introduction.AS_BOSS


def test_stepping_in_and_handing_back_take_turns(running: Desk) -> None:
    states: list[bool] = []
    for _ in range(3):
        running.book.step()
        states.append(running.book.state.is_stepped_in)
    assert states == [True, False, True]


def test_a_reason_given_later_belongs_to_the_time_of_stepping_in(running: Desk) -> None:
    step = running.book.step()
    running.clock.advance(seconds=20)
    running.book.amend(step.id, SteppedIn(reason=StepInReason.FACTS))
    ((standing, what),) = running.book.state.of(SteppedIn)
    assert (standing.offset_ms, what.reason) == (step.offset_ms, StepInReason.FACTS)


def test_undo_and_redo_go_back_and_forth_over_several_steps(running: Desk) -> None:
    book = running.book
    book.mark("questions", seen=True)
    book.mark("questions", seen=True)
    tallies: list[int] = []
    for act in (book.undo, book.undo, book.redo, book.redo):
        act()
        tallies.append(book.state.tally("questions", seen=True))
    assert tallies == [1, 0, 1, 2]


def test_an_entry_that_was_struck_cannot_be_corrected(running: Desk) -> None:
    mark = running.book.mark("questions", seen=True)
    assert running.book.amend(mark.id, None)
    assert running.book.amend(mark.id, Marked(skill="questions", seen=False)) is None


def test_a_correction_that_changes_nothing_writes_nothing(running: Desk) -> None:
    mark = running.book.mark("questions", seen=True)
    assert running.book.amend(mark.id, mark.what, mark.offset_ms) is None  # pyright: ignore[reportArgumentType]


def test_a_call_that_was_running_is_taken_up_with_the_time_between_as_a_gap(running: Desk) -> None:
    running.clock.advance(minutes=3)
    running.book.mark("questions", seen=True)
    running.clock.advance(minutes=2)
    book = running.restart()
    assert book.needs_taking_up
    taken_up = book.take_up()
    assert taken_up is not None
    assert taken_up.what == Gap(length_ms=120_000, reason=GapReason.APP_CLOSED)
    assert not book.needs_taking_up
    running.clock.advance(seconds=1)
    assert book.mark("questions", seen=True).offset_ms == 301_000


def test_a_call_that_was_over_when_the_app_ended_ends_at_its_last_entry(running: Desk) -> None:
    running.clock.advance(minutes=40)
    mark = running.book.mark("questions", seen=True)
    running.clock.advance(minutes=60 * 23)
    book = running.restart()
    end = book.was_over()
    assert (end.at, end.offset_ms, end.recalled) == (mark.at, mark.offset_ms, True)
    assert (book.state.phase, book.state.ended_at, book.state.ended_ms) == (Phase.ENDED, mark.at, 2_400_000)


def test_a_call_said_to_be_over_can_still_go_on(running: Desk) -> None:
    running.clock.advance(minutes=40)
    running.book.mark("questions", seen=True)
    running.clock.advance(minutes=5)
    book = running.restart()
    book.was_over()
    book.reopen()
    assert book.mark("questions", seen=True).offset_ms == 45 * 60_000


def test_a_call_that_is_remembered_to_have_ended_ends_then(running: Desk) -> None:
    running.clock.advance(minutes=90)
    end = running.book.ended_at(NINE + timedelta(minutes=50))
    assert end is not None
    assert (end.offset_ms, end.at, end.recalled) == (50 * 60_000, NINE + timedelta(minutes=50), True)
    assert running.book.state.phase == Phase.ENDED
    later = running.book.recall(Moment())
    assert (later.offset_ms, later.recalled) == (50 * 60_000, True)
    assert later.at - end.at == timedelta(minutes=40), "the delay since the call ended"


def test_a_call_does_not_end_before_what_was_logged_in_it(running: Desk) -> None:
    running.clock.advance(minutes=30)
    running.book.mark("questions", seen=True)
    end = running.book.ended_at(NINE + timedelta(minutes=10))
    assert end is not None
    assert end.offset_ms == 30 * 60_000


def test_a_call_nobody_logged_is_written_down_from_memory(desk: Desk) -> None:
    desk.book.plan(a_tee_up())
    desk.clock.advance(minutes=75)
    desk.book.took_place(NINE, NINE + timedelta(minutes=45))
    desk.book.recall(SteppedIn(reason=StepInReason.ASKED, handed_back=True))
    state = desk.book.state
    assert (state.phase, state.started_at, state.ended_ms) == (Phase.ENDED, NINE, 45 * 60_000)
    (step,) = step_ins(state)
    assert (step.reason, step.handed_back) == (StepInReason.ASKED, True)
    assert not state.is_stepped_in


def test_when_a_call_ended_can_be_said_better_and_the_delay_follows(running: Desk) -> None:
    running.clock.advance(minutes=90)
    running.book.ended_at(NINE + timedelta(minutes=80))
    mark = running.book.recall(Marked(skill="questions", seen=True))
    running.clock.advance(minutes=5)
    assert running.book.state.end_is_recalled
    running.book.ended_at(NINE + timedelta(minutes=50))
    state = running.book.state
    assert (state.phase, state.ended_at, state.ended_ms) == (
        Phase.ENDED,
        NINE + timedelta(minutes=50),
        3_000_000,
    )
    assert mark.id in state.standing
    assert running.book.ended_at(NINE + timedelta(minutes=50)) is None, "that was said already"
    running.book.ended_at(NINE + timedelta(minutes=70))
    assert length_ms(state) == 70 * 60_000, "however often it is said, the last word stands"


def test_an_end_that_was_logged_is_not_remembered_otherwise(running: Desk) -> None:
    _bring_to_the_end(running)
    assert not running.book.state.end_is_recalled
    with pytest.raises(AssertionError, match="as it happened"):
        running.book.ended_at(NINE + timedelta(minutes=8))


def test_a_call_nobody_logged_may_have_ended_before_it_was_planned_here(desk: Desk) -> None:
    desk.clock.advance(minutes=120)
    desk.book.plan(a_tee_up())
    desk.book.took_place(NINE, NINE + timedelta(minutes=45))
    desk.book.ended_at(NINE + timedelta(minutes=30))
    assert desk.book.state.ended_ms == 30 * 60_000


def test_when_a_call_nobody_logged_took_place_can_be_said_better(desk: Desk) -> None:
    desk.book.plan(a_tee_up())
    desk.clock.advance(minutes=120)
    desk.book.took_place(NINE + timedelta(minutes=75), NINE + timedelta(minutes=120))
    mark = desk.book.recall(Marked(skill="questions", seen=True))
    desk.book.took_place(NINE, NINE + timedelta(minutes=45))
    state = desk.book.state
    assert (state.started_at, state.ended_at) == (NINE, NINE + timedelta(minutes=45))
    assert (state.start_is_recalled, state.end_is_recalled, length_ms(state)) == (True, True, 45 * 60_000)
    assert mark.id in state.standing


def test_undo_of_what_is_remembered_never_reaches_what_was_logged(running: Desk) -> None:
    book = running.book
    book.mark("questions", seen=True)
    book.ended_at(NINE + timedelta(minutes=1))
    assert not book.can_undo_recall
    moment = book.recall(Moment())
    book.introduced(Introduction.AS_BOSS, recalled=True)
    assert book.undo_recall() is None, "that is said, and taken back, in my view"
    book.amend(moment.id, Moment(words="The price"))
    assert book.undo_recall()
    assert book.state.standing[moment.id].what == Moment()
    assert book.redo_recall()
    assert book.state.standing[moment.id].what == Moment(words="The price")


def test_undo_takes_back_everything_remembered_and_then_stops(running: Desk) -> None:
    book = running.book
    book.mark("questions", seen=True)
    book.ended_at(NINE + timedelta(minutes=1))
    book.recall(SteppedIn(handed_back=True))
    book.recall(Marked(skill="questions", seen=True))
    assert all((book.undo_recall(), book.undo_recall()))
    assert book.undo_recall() is None
    assert step_ins(book.state) == ()
    assert book.state.tally("questions", seen=True) == 1
    assert all((book.redo_recall(), book.redo_recall()))
    assert book.redo_recall() is None


def _without_device(desk: Desk) -> Logbook:
    desk.book.plan(a_tee_up(way=Way.NO_DEVICE))
    desk.book.start()
    return desk.book


def test_without_a_device_no_time_is_lost_while_the_app_is_closed(desk: Desk) -> None:
    _without_device(desk)
    desk.clock.advance(minutes=40)
    book = desk.restart()
    assert book.take_up() is None
    assert not book.needs_taking_up
    book.sit(Way.OPEN_LAPTOP)
    assert book.mark("questions", seen=True).offset_ms == 40 * 60_000
    assert list(book.state.of(Gap)) == []
    assert length_ms(book.state) == 40 * 60_000


def test_without_a_device_no_time_is_lost_while_the_computer_sleeps(desk: Desk) -> None:
    book = _without_device(desk)
    desk.clock.sleep(seconds=1800)
    book.sit(Way.OPEN_LAPTOP)
    assert list(book.state.of(Gap)) == []
    desk.clock.sleep(seconds=60)
    book.mark("questions", seen=True)
    assert [gap.length_ms for _, gap in book.state.of(Gap)] == [60_000], "from then on it is"


def test_without_a_device_a_call_that_is_not_over_goes_on_as_if_nothing_had_been_said(desk: Desk) -> None:
    book = _without_device(desk)
    desk.clock.advance(minutes=20)
    book.ended_at(NINE + timedelta(minutes=10))
    mark = book.recall(Marked(skill="questions", seen=True))
    desk.clock.advance(minutes=5)
    book.reopen()
    assert (book.state.phase, book.state.ended_at) == (Phase.RUNNING, None)
    assert mark.id in book.state.standing
    desk.clock.advance(minutes=35)
    book.ended_at(NINE + timedelta(minutes=60))
    assert length_ms(book.state) == 60 * 60_000


def test_a_call_that_is_taken_up_again_stands_at_its_own_time_whatever_was_remembered_meanwhile(
    running: Desk,
) -> None:
    _bring_to_the_end(running)
    running.clock.advance(minutes=20)
    running.book.recall(Moment())
    running.clock.advance(minutes=5)
    assert running.book.reopen().offset_ms == 30 * 60_000


def test_the_way_of_sitting_in_changes_and_nothing_is_lost(running: Desk) -> None:
    running.book.mark("questions", seen=True)
    assert running.book.state.way == Way.OPEN_LAPTOP
    assert running.book.sit(Way.OPEN_LAPTOP) is None
    running.book.sit(Way.DISCREET)
    assert (running.book.state.way, running.book.state.tally("questions", seen=True)) == (Way.DISCREET, 1)
    running.book.undo()
    assert running.book.state.way == Way.DISCREET, "undo is for what was logged"


def test_a_corrected_floor_is_one_entry_and_one_undo(running: Desk) -> None:
    running.book.floor(Floor.REP)
    running.clock.advance(minutes=2)
    assert running.book.correct_floor(Floor.REP, 0) is None, "that is so already"
    assert running.book.correct_floor(Floor.ME, 90_000, 90_000) is None, "no stretch at all"
    running.book.correct_floor(Floor.ME, 60_000)
    assert running.book.state.floor == Floor.ME
    running.book.undo()
    assert running.book.state.floor == Floor.REP


def test_that_was_them_all_along_says_something_new_where_somebody_else_has_the_floor_now(
    running: Desk,
) -> None:
    running.book.floor(Floor.REP)
    running.clock.advance(minutes=1)
    running.book.floor(Floor.ME)
    assert running.book.correct_floor(Floor.REP, 30_000) is not None
    assert running.book.state.floor == Floor.REP


def test_who_has_the_floor_now_may_have_got_it_later_than_anything_was_logged(running: Desk) -> None:
    running.book.floor(Floor.REP)
    running.clock.advance(minutes=1)
    running.book.floor(Floor.ME)
    running.clock.advance(minutes=1)
    assert running.book.correct_floor(Floor.ME, 60_000, 90_000) is None, "that is so already"
    running.book.correct_floor(Floor.REP, 60_000, 90_000)
    assert [(span.who, span.end_ms) for span in floor_spans(running.book.state)] == [
        (Floor.REP, 90_000),
        (Floor.ME, 120_000),
    ]


def test_taken_up_after_the_clock_was_set_back_times_stay_in_order(running: Desk) -> None:
    running.clock.advance(minutes=3)
    running.book.mark("questions", seen=True)
    running.clock.set_wall(seconds=-3600)
    book = running.restart()
    book.take_up()
    offsets = [entry.offset_ms for entry in running.written]
    assert offsets == sorted(offsets)
    assert book.mark("questions", seen=True).offset_ms == 180_000


def test_a_laptop_asleep_is_noted_before_the_next_tap(running: Desk) -> None:
    running.clock.advance(minutes=1)
    running.clock.sleep(seconds=600)
    assert running.book.elapsed_ms() == 660_000
    running.book.mark("questions", seen=True)
    *_, gap, mark = running.written
    assert gap.what == Gap(length_ms=600_000, reason=GapReason.ASLEEP)
    assert mark.offset_ms == 660_000


@pytest.mark.parametrize("seconds", [3600, -600])
def test_a_clock_that_was_set_is_noted_and_moves_no_tap(running: Desk, seconds: float) -> None:
    running.clock.advance(minutes=1)
    running.clock.set_wall(seconds=seconds)
    running.book.mark("questions", seen=True)
    *_, gap, mark = running.written
    assert gap.what == Gap(length_ms=round(seconds * 1000), reason=GapReason.CLOCK_CHANGED)
    assert mark.offset_ms == 60_000
    assert length_ms(running.book.state) == 60_000, "no time was lost"


def test_an_end_by_accident_goes_on_and_what_lay_between_does_not_count(running: Desk) -> None:
    book = _bring_to_the_end(running)
    running.clock.advance(minutes=2)
    assert book.reopen().what == Reopened()
    running.clock.advance(minutes=1)
    mark = book.mark("questions", seen=True)
    assert (mark.offset_ms, book.state.phase) == (480_000, Phase.RUNNING)


def test_time_stands_still_once_the_call_is_over(running: Desk) -> None:
    book = _bring_to_the_end(running)
    running.clock.advance(minutes=30)
    assert book.elapsed_ms() == 300_000


@pytest.mark.parametrize("settle", ["cancel", "no_show"])
def test_a_call_that_does_not_take_place_can_be_brought_back(desk: Desk, settle: str) -> None:
    desk.book.plan(a_tee_up())
    getattr(desk.book, settle)()
    assert desk.book.state.phase != Phase.PLANNED
    desk.book.bring_back()
    assert desk.book.state.phase == Phase.PLANNED
    assert desk.book.bring_back() is None


def test_a_void_call_comes_back_where_it_was(running: Desk) -> None:
    book = _bring_to_the_end(running)
    book.void("It was a demo")
    assert (book.state.phase, book.state.reason) == (Phase.VOID, "It was a demo")
    book.bring_back()
    assert book.state.phase == Phase.ENDED


def test_the_coaching_is_over_once_the_rep_can_say_it_and_not_before(running: Desk) -> None:
    book = _bring_to_the_end(running)
    book.finish_view(a_view())
    book.hear_rep(a_self_view())
    phases: list[Phase] = []
    for can_say in (False, True):
        book.agree(Debrief(can_say=can_say))
        phases.append(book.state.phase)
    assert phases == [Phase.DEBRIEFED, Phase.CLOSED]


def test_what_was_handed_over_is_amended_and_never_just_changed(running: Desk) -> None:
    book = _bring_to_the_end(running)
    book.finish_view(a_view())
    book.hear_rep(a_self_view())
    book.agree(Debrief(can_say=False))
    context = PageContext(rep=RepCard(id=UUID(int=7), name="Ada"))
    why = Amendment(reason="It was on another day", author="Dana")
    with pytest.raises(AssertionError):
        book.amend_page(why, Debrief(can_say=True))
    book.hand_over(HandOver.PRINTED, context)
    with pytest.raises(AssertionError):
        book.agree(Debrief(can_say=True))
    assert book.amend_page(why, Debrief(can_say=False)) is None
    book.amend_page(why, Debrief(can_say=True))
    assert book.state.phase == Phase.CLOSED
    amended = book.state.last_of(PageAmended)
    assert amended
    assert (amended.amendment, amended.context) == (why, context)


CONTEXT = PageContext(rep=RepCard(id=UUID(int=7), name="Ada"), language="de")
WHY = Amendment(reason="The sheet came back", author="Dana")
SIGNED = Acknowledgement(how=Signing.SIGNED, on=date(2026, 3, 11))
DECLINED = Acknowledgement(how=Signing.DECLINED, on=date(2026, 3, 11), witness="Jo")
STATEMENT = Statement(text="I saw it otherwise")
SCAN = scan_of(b"%PDF-1.4")


def _hand_over(running: Desk) -> Logbook:
    book = _bring_to_the_end(running)
    book.finish_view(a_view())
    book.hear_rep(a_self_view())
    book.agree(Debrief(can_say=False))
    book.hand_over(HandOver.PRINTED, CONTEXT, Paper.LETTER)
    return book


def test_what_became_of_the_sheet_leads_to_a_page_that_is_filed_at_once(running: Desk) -> None:
    book = _hand_over(running)
    before = len(running.written)
    book.acknowledge(WHY, SIGNED, STATEMENT, SCAN)
    amended, *said, filed = [entry.what for entry in running.written[before:]]
    assert isinstance(amended, PageAmended)
    assert (amended.amendment, amended.context) == (WHY, CONTEXT)
    assert said == [
        Acknowledged(acknowledgement=SIGNED),
        Stated(statement=STATEMENT),
        ScanKept(scan=SCAN),
    ]
    assert filed == HandedOver(how=HandOver.FILED, context=CONTEXT, paper=Paper.LETTER)
    assert is_handed_over(book.state)
    assert (book.state.acknowledgement, book.state.statement, book.state.scan) == (SIGNED, STATEMENT, SCAN)


def test_nobody_acknowledges_what_nobody_has(running: Desk) -> None:
    book = _hand_over(running)
    book.amend_page(WHY, Debrief(can_say=True))
    with pytest.raises(AssertionError):
        book.acknowledge(WHY, SIGNED)


def test_only_what_is_new_of_it_is_written_and_nothing_at_all_if_nothing_is(running: Desk) -> None:
    book = _hand_over(running)
    book.acknowledge(WHY, SIGNED, STATEMENT, SCAN)
    before = len(running.written)
    assert book.acknowledge(WHY, SIGNED, STATEMENT, SCAN) is None
    assert book.acknowledge(WHY, SIGNED) is None
    assert len(running.written) == before
    book.acknowledge(WHY, DECLINED, STATEMENT)
    assert [type(entry.what) for entry in running.written[before:]] == [PageAmended, Acknowledged, HandedOver]
    assert (book.state.acknowledgement, book.state.scan) == (DECLINED, SCAN)


def test_a_statement_can_be_taken_back(running: Desk) -> None:
    book = _hand_over(running)
    book.acknowledge(WHY, SIGNED, STATEMENT)
    book.acknowledge(WHY, SIGNED, Statement())
    assert not book.state.statement.is_given
    assert len(page_versions(running.written)) == 3


def test_what_is_agreed_later_was_signed_by_nobody_and_the_statement_stands(running: Desk) -> None:
    book = _hand_over(running)
    book.acknowledge(WHY, SIGNED, STATEMENT, SCAN)
    book.amend_page(WHY, Debrief(can_say=True))
    assert (book.state.acknowledgement, book.state.scan) == (None, None)
    assert book.state.statement == STATEMENT
    book.hand_over(HandOver.PRINTED, CONTEXT)
    assert book.acknowledge(WHY, SIGNED, STATEMENT, SCAN)
    assert (book.state.acknowledgement, book.state.scan) == (SIGNED, SCAN)


def test_what_became_of_the_sheet_is_neither_undone_nor_corrected(running: Desk) -> None:
    book = _hand_over(running)
    book.acknowledge(WHY, DECLINED, STATEMENT, SCAN)
    for entry in list(running.written):
        if isinstance(entry.what, Acknowledged | Stated | ScanKept):
            book._write(Undone(target=entry.id))
            book._write(Amended(target=entry.id, offset_ms=0, what=None))
    assert (book.state.acknowledgement, book.state.statement, book.state.scan) == (DECLINED, STATEMENT, SCAN)


def test_there_is_nothing_to_hand_over_before_the_debrief(running: Desk) -> None:
    book = _bring_to_the_end(running)
    with pytest.raises(AssertionError):
        book.hand_over(HandOver.SAVED, PageContext(rep=RepCard(id=UUID(int=7), name="Ada")))


def test_a_view_finished_too_early_is_written_on_and_finished_again(running: Desk) -> None:
    book = _bring_to_the_end(running)
    book.finish_view(MyView())
    book.take_back_view()
    assert (book.state.phase, book.state.view) == (Phase.ENDED, None)
    book.finish_view(a_view())
    assert (running.restart().state.phase, running.restart().state.view) == (Phase.VIEWED, a_view())


def test_a_view_that_was_opened_is_not_taken_back(running: Desk) -> None:
    book = _bring_to_the_end(running)
    assert book.take_back_view() is None
    book.finish_view(a_view())
    book.hear_rep(a_self_view())
    assert book.take_back_view() is None
    assert book.state.phase == Phase.VIEWED


def test_nothing_is_agreed_before_the_rep_has_spoken(running: Desk) -> None:
    book = _bring_to_the_end(running)
    book.finish_view(a_view())
    with pytest.raises(AssertionError):
        book.agree(Debrief(can_say=True))
    with pytest.raises(AssertionError):
        book.hear_rep(SelfView())


def test_a_debrief_without_the_rep_says_so(running: Desk) -> None:
    book = _bring_to_the_end(running)
    book.finish_view(a_view())
    book.debrief_alone()
    book.agree(Debrief(can_say=False))
    assert (book.state.without_rep, book.state.phase) == (True, Phase.DEBRIEFED)


def test_a_call_starts_once_and_ends_with_its_last_entry(running: Desk) -> None:
    with pytest.raises(AssertionError):
        running.book.start()
    _bring_to_the_end(running)
    assert running.written[-1].what == Ended()


def test_a_tap_adds_little_to_the_memory_of_a_long_call() -> None:
    book = Logbook(CallState(), an_id(), SystemClock(), _forget)
    book.start()
    book.mark("questions", seen=True)
    tracemalloc.start()
    for number in range(TAPS):
        book.mark("".join(["quest", "ions"]), seen=number % 2 == 0)  # a new text each time, as from a widget
    bytes_a_tap = tracemalloc.get_traced_memory()[0] / TAPS
    tracemalloc.stop()
    assert bytes_a_tap < 450, "20,000 taps are to take less than 9 MB"


def _forget(_entry: Entry) -> None:
    """What was handed over to be written is held by nobody else."""
