from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.entry import Floor
from scoring.errors import KnownError, SecondChairError
from scoring.floor import PARTIES, Span
from scoring.turns import (
    LONGEST_MS,
    MOST_BYTES,
    Speech,
    Tap,
    Turn,
    end_ms,
    observer_taps,
    parse_turns,
    parties,
    read_turns,
    speech_by_party,
    true_shares,
)

MEETINGS = sorted((Path(__file__).parents[1] / "data" / "meetings").glob("*.rttm"))
LAG_MS = 1000


# --- reading ---------------------------------------------------------------------------------------------------------


def line(speaker: str, start: str, length: str, recording: str = "call", channel: str = "1") -> str:
    return f"SPEAKER {recording} {channel} {start} {length} <NA> <NA> {speaker} <NA> <NA>\n"


def turn(speaker: str, start_ms: int, end: int) -> Turn:
    return Turn(speaker=speaker, start_ms=start_ms, end_ms=end)


def written(turns: Iterable[Turn]) -> str:
    return "".join(
        line(one.speaker, f"{one.start_ms / 1000:.3f}", f"{(one.end_ms - one.start_ms) / 1000:.3f}")
        for one in turns
    )


def refusal(text: str) -> str:
    with pytest.raises(SecondChairError) as caught:
        parse_turns(text)
    return caught.value.message


def test_a_turn_is_read_to_the_millisecond() -> None:
    assert parse_turns(line("Ann", "3.34", "0.5405")) == (turn("Ann", 3340, 3880),)


def test_turns_come_back_in_order_of_time_whatever_their_order_in_the_file() -> None:
    text = line("B", "9", "1") + line("A", "2", "4") + line("B", "2", "1")
    assert parse_turns(text) == (turn("B", 2000, 3000), turn("A", 2000, 6000), turn("B", 9000, 10000))


def test_blank_lines_comments_and_other_records_are_passed_over() -> None:
    text = (
        ";; a comment\fwith a form\u2028feed\n\n   \n"
        "SPKR-INFO call 1 <NA> <NA> <NA> adult_male Ann <NA>\n"
        "LEXEME call 1 1.0 0.2 hello lex Ann 0.9\n"
        "A/P call 1 1.5 <NA> <NA> <NA> <NA> <NA>\n" + line("Ann", "1", "1").strip() + " ;; first words\n"
    )
    assert parse_turns(text) == (turn("Ann", 1000, 2000),)


def test_any_white_space_line_end_and_byte_order_mark_will_do() -> None:
    text = (
        "\ufeff\t SPEAKER\tcall  1 1 1 <NA>\t<NA> Ann\r\n"
        "\fSPEAKER call 1 2 1 <NA> <NA> Bo <NA>\r"
        "SPEAKER call 1 5 1 <NA> <NA> Ann"
    )
    assert parse_turns(text) == (turn("Ann", 1000, 2000), turn("Bo", 2000, 3000), turn("Ann", 5000, 6000))


def test_channels_are_laid_over_each_other() -> None:
    text = line("Ann", "1", "1", channel="1") + line("Bo", "1", "1", channel="2")
    assert {one.speaker for one in parse_turns(text)} == {"Ann", "Bo"}


def test_a_speaker_may_have_a_name_of_any_script() -> None:
    assert parse_turns(line("प्रिया", "0", "1"))[0].speaker == "प्रिया"


def test_a_turn_of_no_length_is_kept_and_takes_no_time() -> None:
    turns = parse_turns(line("Ann", "1", "0.000") + line("Bo", "1", "2"))
    talk = speech_by_party(turns, parties(turns, "Bo", "Ann"))
    assert turn("Ann", 1000, 1000) in turns
    assert true_shares(talk) == {Floor.REP: 1, Floor.CUSTOMER: 0, Floor.ME: 0}
    assert taps_of(talk) == [(3500, "rep")]


@pytest.mark.parametrize(
    "damaged",
    [
        "SPEAKER call 1 3.34 0.5\n",
        "SPEAKER call 1 3.34 0.5 <NA> <NA> Ann Bo Cy <NA>\n",
        "SPEAKER call 1 3.34 0.5 <NA> <NA> <NA> <NA>\n",
        "hello, this is a letter\n",
        *(line("Ann", "1", bad) for bad in ("-0.5", "nan", "inf", "1e999", "1,5", "1_0", "<NA>", "٣")),
        *(line("Ann", bad, "1") for bad in ("-1", "NaN", "Infinity", "00:01", str(LONGEST_MS))),
    ],
)
def test_a_damaged_line_is_refused_by_its_number(damaged: str) -> None:
    message = refusal(";; head\n" + line("Ann", "0", "1") + "\n" + damaged + line("Bo", "9", "1"))
    assert message.startswith("Line 4")


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", ";; nothing\n", "SPKR-INFO call 1 <NA> <NA> <NA> <NA> Ann <NA>", line("Ann", "1", "0")],
)
def test_a_file_without_speech_is_refused(text: str) -> None:
    assert "No speaker turns" in refusal(text)


def test_turns_of_two_recordings_are_not_mixed() -> None:
    message = refusal(line("Ann", "1", "1", recording="monday") + line("Ann", "1", "1", recording="tuesday"))
    assert "monday, tuesday" in message


def test_what_cannot_be_seen_does_not_get_into_a_message() -> None:
    assert (
        refusal("\x1b[31m" + "x" * 1000)
        == "Line 1 is no RTTM record: it begins with “�[31m" + "x" * 35 + "”."
    )


def test_a_file_is_read_with_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "call.rttm"
    path.write_text(line("Ann", "1", "1"), encoding="utf-8-sig")
    assert read_turns(path) == (turn("Ann", 1000, 2000),)


def test_a_file_that_is_not_utf_8_is_refused_by_the_line(tmp_path: Path) -> None:
    path = tmp_path / "call.rttm"
    path.write_bytes(line("Ann", "1", "1").encode() + line("Bjørn", "1", "1").encode("latin-1"))
    with pytest.raises(SecondChairError, match="Line 2 is not UTF-8"):
        read_turns(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "call.rttm"
    path.write_bytes(b"\n" * (MOST_BYTES + 1))
    with pytest.raises(SecondChairError, match="larger than 20 MB"):
        read_turns(path)


@pytest.mark.parametrize("name", ["absent.rttm", "."])
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_turns(tmp_path / name)
    assert str(tmp_path / name) in caught.value.message


@pytest.mark.parametrize(("speaker", "start", "end"), [("", 0, 1), ("Ann", -1, 1), ("Ann", 2, 1)])
def test_a_turn_that_cannot_be_is_a_bug(speaker: str, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="turn"):
        turn(speaker, start, end)


# --- who is who ------------------------------------------------------------------------------------------------------


def test_everybody_else_is_the_customer() -> None:
    turns = [turn(name, 0, 1) for name in ("Ann", "Bo", "Cy", "Di")]
    assert parties(turns, "Bo", "Di") == {"Ann": "customer", "Bo": "rep", "Cy": "customer", "Di": "me"}
    assert parties(turns, "Bo") == {"Ann": "customer", "Bo": "rep", "Cy": "customer", "Di": "customer"}


@pytest.mark.parametrize(("rep", "me"), [("Zoe", None), ("Bo", "Zoe")])
def test_an_unknown_speaker_is_answered_with_those_who_speak(rep: str, me: str | None) -> None:
    with pytest.raises(SecondChairError, match=r"“Zoe” does not speak here\. The speakers are: Ann, Bo\."):
        parties([turn("Bo", 0, 1), turn("Ann", 0, 1)], rep, me)


def test_at_most_twenty_speakers_are_listed() -> None:
    with pytest.raises(SecondChairError) as caught:
        parties([turn(f"s{number:02}", 0, 1) for number in range(25)], "Zoe")
    assert caught.value.message.endswith("s18, s19 and 5 more.")


def test_the_rep_and_me_are_two_people() -> None:
    with pytest.raises(SecondChairError, match="cannot be both the rep and you"):
        parties([turn("Ann", 0, 1)], "Ann", "Ann")


# --- the truth -------------------------------------------------------------------------------------------------------


def speech(*, rep: str = "", customer: str = "", me: str = "") -> Speech:
    """Draw speech: one letter per 500 ms, "#" talking and "." silent."""
    drawn = {Floor.REP: rep, Floor.CUSTOMER: customer, Floor.ME: me}
    turns = [
        turn(who.value, beat * 500, beat * 500 + 500)
        for who, beats in drawn.items()
        for beat, mark in enumerate(beats)
        if mark == "#"
    ]
    return speech_by_party(turns, {who.value: who for who in drawn})


def test_two_people_of_one_party_talking_at_once_are_counted_once() -> None:
    turns = [turn("Ann", 0, 3000), turn("Ann", 1000, 2000), turn("Bo", 2500, 5000), turn("Cy", 6000, 7000)]
    joined = speech_by_party(turns, dict.fromkeys(["Ann", "Bo", "Cy"], Floor.CUSTOMER))
    assert joined[Floor.CUSTOMER] == (Span(0, 5000), Span(6000, 7000))


def test_two_parties_talking_at_once_both_count() -> None:
    shares = true_shares(speech(rep="####....", customer="..##", me="......##"))
    assert shares == {Floor.REP: 0.5, Floor.CUSTOMER: 0.25, Floor.ME: 0.25}


def test_there_are_no_shares_where_nobody_speaks() -> None:
    assert true_shares(speech()) is None


# --- the observer ----------------------------------------------------------------------------------------------------


def taps_of(talk: Speech) -> list[tuple[int, str]]:
    return [(tap.offset_ms, tap.floor.value) for tap in observer_taps(talk)]


def test_a_party_takes_the_floor_after_speaking_alone_for_long_enough() -> None:
    assert taps_of(speech(rep="###", customer="...##.###")) == [(2500, "rep"), (5500, "customer")]


def test_a_turn_shorter_than_that_changes_nothing() -> None:
    assert taps_of(speech(rep="###..###", customer="...##")) == [(2500, "rep")]


def test_talking_at_once_is_not_talking_alone() -> None:
    assert taps_of(speech(rep="#####", customer="...#####")) == [(2500, "rep"), (5000, "customer")]
    assert taps_of(speech(rep="####", customer="..####")) == []


def test_nobody_has_the_floor_after_a_silence() -> None:
    assert taps_of(speech(rep="###......#", customer="..........###")) == [
        (2500, "rep"),
        (1500 + 3000 + 1000, "nobody"),
        (7500, "customer"),
    ]


def test_a_shorter_silence_stays_with_who_spoke_last() -> None:
    assert taps_of(speech(rep="###.....###")) == [(2500, "rep")]


def test_the_silence_before_the_first_word_is_nobodys() -> None:
    assert taps_of(speech(me="........###")) == [(4000, "nobody"), (6500, "me")]


def test_patience_and_lag_can_be_set() -> None:
    talk = speech(rep="#.##", customer="....##")
    taps = observer_taps(talk, lag_ms=0, ignore_under_ms=1000, silence_ms=500)
    assert taps == (
        Tap(offset_ms=1000, floor=Floor.NOBODY),
        Tap(offset_ms=2000, floor=Floor.REP),
        Tap(offset_ms=3000, floor=Floor.CUSTOMER),
    )


@pytest.mark.parametrize("setting", ["lag_ms", "ignore_under_ms", "silence_ms"])
def test_a_negative_time_of_the_observer_is_a_bug(setting: str) -> None:
    with pytest.raises(ValueError, match="negative"):
        observer_taps(speech(), **{setting: -1})


# --- recorded meetings -----------------------------------------------------------------------------------------------


def logged_shares(taps: Iterable[Tap], until_ms: int) -> dict[Floor, float]:
    """Each tap's party has the floor until the next; the observer ends the call as late as it taps."""
    taps = list(taps)
    times = dict.fromkeys(Floor, 0)
    for tap, end in zip(taps, [*(tap.offset_ms for tap in taps[1:]), until_ms], strict=True):
        times[tap.floor] += end - tap.offset_ms
    return {who: times[who] / sum(times[party] for party in PARTIES) for who in PARTIES}


def errors_in_points(path: Path) -> dict[Floor, float]:
    """The logged minus the true share of each party, with the most talkative as rep and the least as me."""
    turns = read_turns(path)
    times = {one.speaker: 0 for one in turns}
    for one in turns:
        times[one.speaker] += one.end_ms - one.start_ms
    talk = speech_by_party(
        turns, parties(turns, max(times, key=times.__getitem__), min(times, key=times.__getitem__))
    )
    logged, true = logged_shares(observer_taps(talk), end_ms(turns) + LAG_MS), true_shares(talk)
    assert true is not None
    return {who: (logged[who] - true[who]) * 100 for who in PARTIES}


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.stem)
def test_taps_over_a_recorded_meeting_come_within_six_points_of_the_truth(path: Path) -> None:
    assert max(map(abs, errors_in_points(path).values())) <= 6


def test_taps_over_the_recorded_meetings_come_within_two_points_on_average() -> None:
    errors = [abs(error) for path in MEETINGS for error in errors_in_points(path).values()]
    assert len(errors) == 6 * 3
    assert sum(errors) / len(errors) <= 2


# --- whatever was said -----------------------------------------------------------------------------------------------

names = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@st.composite
def turns_of(draw: st.DrawFn, speakers: st.SearchStrategy[str], shortest_ms: int = 0) -> Turn:
    start_ms = draw(st.integers(0, 60_000))
    return turn(draw(speakers), start_ms, start_ms + draw(st.integers(shortest_ms, 12_000)))


turn_lists = st.lists(turns_of(st.sampled_from(["Ann", "Bo", "Cy", "Di"])), max_size=30)
PARTY_OF = {"Ann": Floor.REP, "Bo": Floor.CUSTOMER, "Cy": Floor.CUSTOMER, "Di": Floor.ME}
patience = st.integers(0, 4000)


def in_order(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    return tuple(sorted(turns, key=lambda one: (one.start_ms, one.end_ms, one.speaker)))


def shifted(turns: Iterable[Turn], by_ms: int) -> list[Turn]:
    return [turn(one.speaker, one.start_ms + by_ms, one.end_ms + by_ms) for one in turns]


def from_first_party(taps: tuple[Tap, ...]) -> list[tuple[int, Floor]]:
    first = next((place for place, tap in enumerate(taps) if tap.floor in PARTIES), len(taps))
    return [(tap.offset_ms, tap.floor) for tap in taps[first:]]


@given(st.lists(turns_of(names, shortest_ms=1), min_size=1))
def test_turns_that_were_written_are_read_again(turns: list[Turn]) -> None:
    assert parse_turns(written(turns)) == in_order(turns)


@given(st.text())
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    refused = None
    try:
        assert parse_turns(text)
    except SecondChairError as error:
        refused = error.message
    assert refused is None or refused.endswith((".", "?"))


@given(turn_lists)
def test_shares_are_parts_of_one(turns: list[Turn]) -> None:
    shares = true_shares(speech_by_party(turns, PARTY_OF))
    assert (shares is None) == (not any(one.end_ms > one.start_ms for one in turns))
    assert shares is None or sum(shares.values()) == pytest.approx(1)


@given(turn_lists, patience, patience, patience)
def test_taps_come_in_order_before_the_end_and_never_twice_for_the_same(
    turns: list[Turn], lag: int, ignore_under: int, silence: int
) -> None:
    taps = observer_taps(
        speech_by_party(turns, PARTY_OF), lag_ms=lag, ignore_under_ms=ignore_under, silence_ms=silence
    )
    offsets = [tap.offset_ms for tap in taps]
    assert offsets == sorted(offsets)
    assert all(lag <= offset <= end_ms(turns) + lag for offset in offsets)
    assert all(one.floor != following.floor for one, following in pairwise(taps))


@given(turn_lists, st.integers(0, 100_000))
def test_a_talk_that_begins_later_is_tapped_later_and_else_alike(turns: list[Turn], by_ms: int) -> None:
    now = from_first_party(observer_taps(speech_by_party(turns, PARTY_OF)))
    later = from_first_party(observer_taps(speech_by_party(shifted(turns, by_ms), PARTY_OF)))
    assert later == [(offset + by_ms, floor) for offset, floor in now]
