"""Who had the floor."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.entry import (
    Entry,
    Floor,
    FloorCorrected,
    FloorTaken,
    Gap,
    GapReason,
    HandedBack,
    Marked,
    Paused,
    Reopened,
    Resumed,
    SatIn,
    SteppedIn,
)
from scoring.floor import (
    PARTIES,
    Band,
    FloorFigures,
    FloorSpan,
    Span,
    away_spans,
    band,
    end_ms,
    floor_figures,
    floor_spans,
    has_floor,
    length_ms,
    longest_ms,
    step_ins,
    untapped_spans,
    whole_percents,
)
from scoring.fold import fold
from scoring.state import CallState
from scoring.teeup import StepInReason, Way
from tests.builders import Log, a_running_log, an_ended_log, ms
from tests.scoring.strategies import nonsense_logs


def drawn(state: CallState) -> str:
    """:returns: the strip, such as ``"rep 00:00-00:30, customer 00:30-01:00"``."""
    return ", ".join(
        f"{span.who.value} {clock(span.start_ms)}-{clock(span.end_ms)}" for span in floor_spans(state)
    )


def clock(offset_ms: int) -> str:
    return f"{offset_ms // 60_000:02}:{offset_ms // 1000 % 60:02}"


def a_talk() -> Log:
    """:returns: a running call: the rep from 00:10, the customer from 01:00."""
    log = a_running_log()
    log.floor("00:10", Floor.REP)
    log.floor("01:00", Floor.CUSTOMER)
    return log


def test_each_has_the_floor_until_the_next_and_the_last_until_the_end() -> None:
    log = a_talk()
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-02:00"


def test_while_the_call_runs_the_last_span_reaches_the_latest_entry() -> None:
    log = a_talk()
    log.seen("01:30")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:30"


def test_tapping_the_same_floor_again_is_one_span() -> None:
    log = a_talk()
    log.floor("01:30", Floor.CUSTOMER)
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-02:00"


def test_a_pause_counts_for_nobody() -> None:
    log = a_talk()
    log.at("01:20", Paused())
    log.at("01:40", Resumed())
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:20, customer 01:40-02:00"


def test_a_pause_that_was_never_ended_reaches_the_end() -> None:
    log = a_talk()
    log.at("01:20", Paused())
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:20"


def test_pausing_twice_is_one_pause() -> None:
    log = a_talk()
    log.at("01:20", Paused())
    log.at("01:30", Paused())
    log.at("01:40", Resumed())
    log.at("01:50", Resumed())
    log.ended("02:00")
    assert away_spans(log.state) == [Span(ms("01:20"), ms("01:40"))]


def test_the_time_the_laptop_slept_counts_for_nobody() -> None:
    log = a_talk()
    log.at("01:50", Gap(length_ms=20_000, reason=GapReason.ASLEEP))
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:30, customer 01:50-02:00"


def test_a_clock_set_back_takes_nothing_away() -> None:
    log = a_talk()
    log.at("01:50", Gap(length_ms=-20_000, reason=GapReason.CLOCK_CHANGED))
    log.ended("02:00")
    assert away_spans(log.state) == []


def test_from_an_accidental_end_to_its_reopening_nobody_has_the_floor() -> None:
    log = a_talk()
    log.ended("01:30")
    log.at("01:45", Reopened())
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:30, customer 01:45-02:00"
    assert length_ms(log.state) == ms("01:45")


def test_a_pause_that_goes_on_through_a_sleep_is_counted_once() -> None:
    log = a_talk()
    log.at("01:10", Paused())
    log.at("01:40", Gap(length_ms=20_000, reason=GapReason.ASLEEP))
    log.at("01:45", Resumed())
    log.ended("02:00")
    assert away_spans(log.state) == [Span(ms("01:10"), ms("01:45"))]
    assert length_ms(log.state) == ms("01:25")


def test_what_was_recalled_gives_no_span_and_no_figure() -> None:
    log = a_running_log()
    log.at("00:10", FloorTaken(who=Floor.REP), recalled=True)
    log.ended("20:00")
    assert floor_spans(log.state) == ()
    assert floor_figures(log.state) is None


def test_a_corrected_tap_moves_the_spans_on_both_sides() -> None:
    log = a_talk()
    log.ended("02:00")
    tap = next(entry for entry in log.entries if entry.what == FloorTaken(who=Floor.CUSTOMER))
    log.amended("02:10", tap, FloorTaken(who=Floor.ME), really="00:40")
    assert drawn(log.state) == "rep 00:10-00:40, me 00:40-02:00"


@pytest.mark.parametrize(
    ("who", "stretch", "strip"),
    [
        (Floor.ME, ("00:30", "01:30"), "rep 00:10-00:30, me 00:30-01:30, customer 01:30-02:00"),
        (Floor.REP, ("00:50", "01:20"), "rep 00:10-01:20, customer 01:20-02:00"),
        (Floor.NOBODY, ("00:00", "03:00"), "nobody 00:00-02:00"),
        (Floor.ME, ("01:45", None), "rep 00:10-01:00, customer 01:00-01:45, me 01:45-02:00"),
    ],
)
def test_a_stretch_can_be_given_to_somebody_else(
    who: Floor, stretch: tuple[str, str | None], strip: str
) -> None:
    log = a_talk()
    start, end = stretch
    log.ended("02:00")
    log.at("02:00", FloorCorrected(who=who, from_ms=ms(start), until_ms=ms(end) if end else None))
    assert drawn(log.state) == strip


def test_that_was_me_since_lasts_until_the_next_tap() -> None:
    log = a_talk()
    log.at("01:30", FloorCorrected(who=Floor.ME, from_ms=ms("01:10")))
    assert log.state.floor == Floor.ME
    log.floor("01:40", Floor.REP)
    assert log.state.floor == Floor.REP
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:10, me 01:10-01:40, rep 01:40-02:00"


def test_a_stretch_in_the_past_does_not_move_the_floor_of_now() -> None:
    log = a_talk()
    log.at("01:30", FloorCorrected(who=Floor.ME, from_ms=ms("01:10"), until_ms=ms("01:20")))
    assert log.state.floor == Floor.CUSTOMER


def test_a_later_correction_lies_over_an_earlier_one_and_striking_it_brings_that_back() -> None:
    log = a_talk()
    log.ended("02:00")
    log.at("02:00", FloorCorrected(who=Floor.ME, from_ms=ms("00:30"), until_ms=ms("01:30")))
    over = log.at("02:00", FloorCorrected(who=Floor.NOBODY, from_ms=ms("00:40"), until_ms=ms("00:50")))
    assert "me 00:30-00:40, nobody 00:40-00:50, me 00:50-01:30" in drawn(log.state)
    log.amended("02:10", over, None)
    assert drawn(log.state) == "rep 00:10-00:30, me 00:30-01:30, customer 01:30-02:00"


def test_a_corrected_stretch_does_not_count_in_a_pause() -> None:
    log = a_talk()
    log.at("01:20", Paused())
    log.at("01:40", Resumed())
    log.ended("02:00")
    log.at("02:00", FloorCorrected(who=Floor.ME, from_ms=ms("01:10"), until_ms=ms("01:50")))
    assert drawn(log.state).endswith("me 01:10-01:20, me 01:40-01:50, customer 01:50-02:00")


def test_corrections_alone_make_no_figure_because_nothing_was_tapped() -> None:
    log = a_running_log()
    log.ended("20:00")
    log.at("20:00", FloorCorrected(who=Floor.REP, from_ms=0, until_ms=ms("15:00")))
    assert floor_figures(log.state) is None


def test_who_had_all_of_a_stretch() -> None:
    log = a_talk()
    log.ended("02:00")
    assert has_floor(log.state, Floor.REP, Span(ms("00:20"), ms("01:00")))
    assert not has_floor(log.state, Floor.REP, Span(ms("00:20"), ms("01:01")))
    assert not has_floor(log.state, Floor.REP, Span(0, ms("00:30"))), "nobody had it before the first tap"


def test_shares_are_of_the_time_one_of_the_three_spoke() -> None:
    figures = floor_figures(an_ended_log().state)
    assert figures is not None
    assert [figures.share(who) for who in PARTIES] == [0.5, 0.3, 0.2]
    assert (figures.logged_ms, figures.taps) == (720_000, 48)
    assert figures.band == Band.FIVE


def test_silence_is_logged_and_has_no_share() -> None:
    log = a_running_log()
    log.floor("00:00", Floor.REP)
    log.floor("05:00", Floor.NOBODY)
    log.ended("15:00")
    figures = floor_figures(log.state)
    assert figures is not None
    assert (figures.rep, figures.logged_ms) == (1.0, 900_000)


def test_a_call_in_which_nobody_spoke_has_no_shares() -> None:
    log = a_running_log()
    log.floor("00:00", Floor.NOBODY)
    log.ended("15:00")
    assert floor_figures(log.state) is None


@pytest.mark.parametrize(
    ("taps", "minutes", "expected"),
    [
        (45, 15, Band.FIVE),
        (44, 15, Band.EIGHT),
        (15, 15, Band.EIGHT),
        (14, 15, Band.WORDS),
        (1, 60, Band.WORDS),
        (30, 10, Band.FIVE),
        (300, 9.999, Band.NONE),
        (0, 0, Band.NONE),
    ],
)
def test_figures_are_as_exact_as_the_floor_was_tapped(taps: int, minutes: float, expected: Band) -> None:
    assert band(taps, round(minutes * 60_000)) == expected


def test_rounding_favours_whoever_is_nearest_to_the_next_per_cent() -> None:
    figures = FloorFigures(rep=0.506, customer=0.492, me=0.002, logged_ms=1, taps=3, band=Band.FIVE)
    assert whole_percents(figures) == {Floor.REP: 51, Floor.CUSTOMER: 49, Floor.ME: 0}


def test_thirds_still_add_up_to_a_hundred() -> None:
    third = FloorFigures(rep=1 / 3, customer=1 / 3, me=1 / 3, logged_ms=1, taps=3, band=Band.FIVE)
    assert sorted(whole_percents(third).values()) == [33, 33, 34]


@given(st.tuples(*[st.integers(0, 10_000_000)] * 3).filter(any))
def test_whole_per_cents_add_up_to_a_hundred_and_lie_within_one_of_the_share(spoken: tuple[int, ...]) -> None:
    rep, customer, me = (part / sum(spoken) for part in spoken)
    figures = FloorFigures(rep=rep, customer=customer, me=me, logged_ms=1, taps=3, band=Band.FIVE)
    whole = whole_percents(figures)
    assert sum(whole.values()) == 100
    assert all(abs(whole[who] - 100 * figures.share(who)) < 1 for who in PARTIES)
    assert all(percent >= 0 for percent in whole.values())


def test_the_longest_stretch_of_one_party() -> None:
    spans = [FloorSpan(0, 10, Floor.REP), FloorSpan(10, 15, Floor.ME), FloorSpan(15, 40, Floor.REP)]
    assert longest_ms(spans, Floor.REP) == 25
    assert longest_ms(spans, Floor.CUSTOMER) is None


def test_a_step_in_lasts_until_the_floor_goes_back() -> None:
    log = a_running_log()
    log.at("03:00", SteppedIn(reason=StepInReason.ARGUMENT, words="about the contract"))
    log.at("04:00", HandedBack())
    (step,) = step_ins(log.state)
    assert (step.start_ms, step.end_ms, step.handed_back) == (180_000, 240_000, True)
    assert (step.reason, step.words) == (StepInReason.ARGUMENT, "about the contract")


def test_a_step_in_that_was_never_handed_back_lasts_to_the_end_and_says_so() -> None:
    log = a_running_log()
    log.at("03:00", SteppedIn())
    log.at("03:30", SteppedIn())
    log.ended("10:00")
    (step,) = step_ins(log.state)
    assert (step.start_ms, step.end_ms, step.handed_back) == (180_000, 600_000, False)


def test_handing_back_what_was_not_taken_is_nothing() -> None:
    log = a_running_log()
    log.at("03:00", HandedBack())
    assert step_ins(log.state) == ()


def test_a_struck_step_in_did_not_happen() -> None:
    log = a_running_log()
    step = log.at("03:00", SteppedIn())
    log.at("04:00", HandedBack())
    log.amended("05:00", step, None)
    assert step_ins(log.state) == ()


def test_every_remembered_step_in_stands_by_itself_behind_the_logged_ones() -> None:
    log = a_running_log()
    log.at("03:00", SteppedIn())
    log.ended("10:00")
    log.at("10:00", SteppedIn(reason=StepInReason.FACTS, handed_back=False), recalled=True)
    log.at("10:00", SteppedIn(reason=StepInReason.ASKED, handed_back=True), recalled=True)
    log.at("10:00", SteppedIn(), recalled=True)
    logged, *remembered = step_ins(log.state)
    assert (logged.end_ms, logged.handed_back, logged.recalled) == (600_000, False, False)
    assert [(step.reason, step.handed_back) for step in remembered] == [
        (StepInReason.FACTS, False),
        (StepInReason.ASKED, True),
        (None, True),
    ]
    assert all(step.recalled and step.start_ms == step.end_ms for step in remembered)


def test_nobody_has_the_floor_while_the_manager_sits_in_without_a_device() -> None:
    log = a_talk()
    log.at("01:20", SatIn(way=Way.NO_DEVICE))
    log.at("01:50", SatIn(way=Way.OPEN_LAPTOP))
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:20, customer 01:50-02:00"
    assert length_ms(log.state) == ms("02:00"), "the call went on all the same"


def test_a_floor_tapped_before_the_laptop_was_closed_does_not_reach_to_the_end() -> None:
    log = a_talk()
    log.at("01:20", SatIn(way=Way.NO_DEVICE))
    log.ended("30:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-01:20"


def test_a_tap_that_was_moved_behind_the_end_ends_nothing_there() -> None:
    log = a_talk()
    log.ended("02:00")
    late = log.floor("02:05", Floor.ME)
    log.amended("02:30", late, FloorTaken(who=Floor.ME), really="02:20")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-02:00"


def test_what_is_written_after_the_end_does_not_lengthen_the_call() -> None:
    log = a_talk()
    log.ended("02:00")
    log.at("30:00", Marked(skill="questions", seen=True), recalled=True)
    assert length_ms(log.state) == ms("02:00")


def test_marks_do_not_move_the_floor() -> None:
    log = a_talk()
    log.at("01:30", Marked(skill="questions", seen=True))
    log.ended("02:00")
    assert drawn(log.state) == "rep 00:10-01:00, customer 01:00-02:00"


# Whatever is in a log


@given(nonsense_logs())
def test_floor_and_absence_never_overlap_and_fit_into_the_call(entries: list[Entry]) -> None:
    state = fold(entries)
    spans, away, end = floor_spans(state), away_spans(state), end_ms(state)
    for each in (spans, away):
        assert all(span.start_ms < span.end_ms for span in each)
        assert all(one.end_ms <= other.start_ms for one, other in pairwise(each))
    assert all(span.start_ms >= 0 and span.end_ms <= end for span in spans)
    for span in spans:
        untapped = untapped_spans(state)
        assert all(span.end_ms <= gone.start_ms or gone.end_ms <= span.start_ms for gone in untapped)
    gone_ms = sum(max(0, min(gone.end_ms, end) - gone.start_ms) for gone in away)
    assert sum(span.length_ms for span in spans) + gone_ms <= end
    assert length_ms(state) == end - gone_ms


@given(nonsense_logs())
def test_the_spans_of_the_strip_add_up_to_the_logged_time(entries: list[Entry]) -> None:
    state = fold(entries)
    figures = floor_figures(state)
    if figures is None:
        assert not any(span.who in PARTIES for span in floor_spans(state))
        return
    assert figures.logged_ms == sum(span.length_ms for span in floor_spans(state))
    assert figures.rep + figures.customer + figures.me == pytest.approx(1)


@given(nonsense_logs())
def test_step_ins_come_in_order_and_do_not_overlap(entries: list[Entry]) -> None:
    steps = [step for step in step_ins(fold(entries)) if not step.recalled]
    assert all(step.start_ms <= step.end_ms for step in steps)
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(steps))
