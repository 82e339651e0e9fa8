from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings

from scoring.call_type import CallType
from scoring.codec import BadValueError
from scoring.debrief import Closing, Commitment, Debrief, Kept
from scoring.entry import (
    Cancelled,
    Debriefed,
    Ended,
    Entry,
    HandedBack,
    Introduced,
    Introduction,
    SatIn,
    SteppedIn,
    WithoutRep,
    WordsHeard,
)
from scoring.facts import facts_of
from scoring.fold import fold
from scoring.mirror import Closed, MirrorCall, as_row, from_rows, mirror_call
from scoring.teeup import StepInReason, Way
from tests.builders import NINE, Log, a_call, a_debriefed_call, a_rep, a_running_log, a_tee_up, an_ended_log
from tests.scoring.strategies import nonsense_logs

EARLIER = UUID(int=5)


def _seen(log: Log) -> MirrorCall:
    found = mirror_call(facts_of(replace(a_call(), id=log.call_id), log.state))
    assert found
    return found


def test_a_call_that_did_not_take_place_is_not_in_the_mirror() -> None:
    log = Log()
    log.planned()
    assert mirror_call(facts_of(a_call(), log.state)) is None
    log.at("00:00", Cancelled())
    assert mirror_call(facts_of(a_call(), log.state)) is None


def test_a_call_that_is_still_going_on_is_not_in_it_yet() -> None:
    assert mirror_call(facts_of(a_call(), a_running_log().state)) is None


def test_what_was_logged_is_in_it() -> None:
    call, log = a_debriefed_call(a_rep())
    seen = _seen(log)
    assert (seen.id, seen.when, seen.customer) == (call.id, NINE, "Bergmann & Söhne")
    assert (seen.observed, seen.teed_up, seen.share, seen.margin) == (True, True, pytest.approx(0.2), 5)
    assert (seen.delay_ms, seen.same_day, seen.end_recalled) == (600_000, True, False)
    assert (seen.rep_first, seen.without_rep, seen.debriefed, seen.can_say) == (True, False, True, True)
    assert (seen.strengths, seen.gaps, seen.agreed, seen.closed) == (1, 1, (0,), ())


def test_each_step_in_is_counted_with_how_long_it_took_to_hand_back() -> None:
    log = a_running_log()
    log.at("02:00", SteppedIn(reason=StepInReason.ASKED))
    log.at("02:30", HandedBack())
    log.at("05:00", SteppedIn(reason=StepInReason.FACTS))
    log.ended("06:00")
    log.at("07:00", SteppedIn(reason=StepInReason.FACTS, handed_back=True), recalled=True)
    seen = _seen(log)
    assert (seen.steps, seen.asked, seen.taken_over, seen.recalled) == (3, 1, 2, 1)
    assert (seen.hand_backs, seen.never_back, seen.longest_ms) == ((30_000,), 1, 60_000)


def test_a_share_in_words_is_no_figure() -> None:
    log = an_ended_log()
    assert _seen(log).share is not None
    few = a_running_log()
    few.ended("30:00")
    assert (_seen(few).share, _seen(few).margin) == (None, None)


def test_a_debrief_after_midnight_is_not_on_the_day_of_the_call() -> None:
    log = an_ended_log()
    log.at("14:59:00", WithoutRep())  # the call began at nine
    assert _seen(log).same_day
    late = an_ended_log()
    late.at("15:00:00", WithoutRep())
    assert not _seen(late).same_day


def test_what_is_from_memory_is_known_as_such() -> None:
    log = Log()
    log.planned(a_tee_up(way=Way.NO_DEVICE, call_type=CallType.TOGETHER))
    log.started()
    log.at("45:00", Ended(), recalled=True)
    log.at("46:00", Introduced(how=Introduction.AS_AGREED), recalled=True)
    seen = _seen(log)
    assert (seen.from_memory, seen.end_recalled, seen.introduction_recalled) == (True, True, True)
    assert not seen.observed
    log.at("47:00", SatIn(way=Way.OPEN_LAPTOP))
    assert not _seen(log).from_memory


def test_commitments_are_known_by_the_day_they_are_to_be_checked_on() -> None:
    log = an_ended_log()
    day = (NINE + timedelta(days=30)).date()
    logged = log.seen("11:00")
    remembered = log.at("13:00", WordsHeard(text="Let me ask"), recalled=True)
    evidence = (logged.id, remembered.id)
    closing = Closing(agreed_in=EARLIER, number=1, words="ask", kept=Kept.PARTLY, evidence=evidence)
    agreed = (Commitment(words="wait", check_on=day), Commitment(words=" "))
    log.at("20:00", Debriefed(debrief=Debrief(commitments=agreed, closings=(closing,))))
    seen = _seen(log)
    assert seen.agreed == (day.toordinal(), None)
    assert seen.closed == (Closed(EARLIER.hex, 1, "partly", 1),), "what is remembered is no evidence here"


@settings(max_examples=30)
@given(nonsense_logs())
def test_any_call_can_be_kept_and_read_again(entries: list[Entry]) -> None:
    call = mirror_call(facts_of(a_call(), fold(entries)))
    row = as_row(call)
    assert (row is None) == (call is None)
    if row is not None:
        assert from_rows([row, row]) == [call, call]


@pytest.mark.parametrize("row", ["", "{", "[1]", "1", "null"])
def test_what_is_no_call_is_refused(row: str) -> None:
    with pytest.raises(BadValueError):
        from_rows([row])
