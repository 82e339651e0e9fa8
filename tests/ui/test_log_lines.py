from __future__ import annotations

from collections.abc import Iterator

import pytest
from typing_extensions import override

from scoring.entry import (
    Correctable,
    Floor,
    FloorCorrected,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    Moment,
    Paused,
    SteppedIn,
    What,
    WordsHeard,
)
from scoring.rubric import default_rubric
from scoring.state import Standing
from scoring.teeup import StepInReason
from tests.builders import Log, a_running_log
from ui.log_lines import (
    LogLine,
    chosen_anew,
    introduction_word,
    log_lines,
    reason_word,
    with_words,
)
from ui.widgets.evidence_list import EvidenceLine

RUBRIC = default_rubric()
ASKS = "asks-before-answering"
CALM = "stays-calm"


def _lines(log: Log, most: int = 30) -> list[LogLine]:
    return log_lines(log.state, RUBRIC, most)


def _line(what: What) -> LogLine:
    """:returns: the line of one thing at 04:10."""
    log = a_running_log()
    log.at("04:10", what)
    (line,) = _lines(log)
    return line


@pytest.mark.parametrize(
    ("what", "sign", "words"),
    [
        (Marked(skill=ASKS, seen=True), "+", "Asks before answering"),
        (Marked(skill=ASKS, seen=False, words="Too soon"), "–", "Asks before answering: Too soon"),
        (Marked(skill=ASKS, seen=True, words="  "), "+", "Asks before answering"),
        (Marked(skill="gone", seen=True), "+", "gone"),
        (FloorTaken(who=Floor.CUSTOMER), "", "Customer"),
        (FloorCorrected(who=Floor.ME, from_ms=60_000), "", "Me since 01:00"),
        (FloorCorrected(who=Floor.ME, from_ms=60_000, until_ms=90_000), "", "Me from 01:00 to 01:30"),
        (SteppedIn(), "", "Stepped in"),
        (SteppedIn(reason=StepInReason.ARGUMENT), "", "Stepped in: Calm"),
        (SteppedIn(words="prices"), "", "Stepped in: prices"),
        (HandedBack(), "", "Handed back"),
        (WordsHeard(text="Too steep"), "", "“Too steep”"),
        (Moment(), "", "Mark"),
        (Moment(words="the price"), "", "Mark: the price"),
        (Introduced(how=Introduction.AS_BOSS), "", "Introduction: Otherwise"),
    ],
)
def test_each_thing_reads_as_on_the_neutral_face(what: What, sign: str, words: str) -> None:
    assert _line(what).line == EvidenceLine("04:10", sign, words)


def test_the_newest_comes_first_and_what_cannot_be_corrected_does_not_come() -> None:
    log = a_running_log()
    log.seen("01:00", ASKS)
    log.floor("02:00", Floor.REP)
    log.at("02:30", Paused())
    log.at("03:00", Moment())
    assert [line.line.time for line in _lines(log)] == ["03:00", "02:00", "01:00"]


def test_only_so_many_come_and_they_are_the_latest_of_all_kinds() -> None:
    log = a_running_log()
    for second in range(10):
        log.at(f"00:{second:02}", Moment() if second % 2 else FloorTaken(who=list(Floor)[second % 4]))
    assert [line.line.time for line in _lines(log, 3)] == ["00:09", "00:08", "00:07"]


def test_a_line_shows_what_it_was_corrected_to_and_a_struck_one_is_gone() -> None:
    log = a_running_log()
    mark, moment = log.seen("01:00", ASKS), log.at("02:00", Moment())
    log.amended("03:00", mark, Marked(skill=CALM, seen=False), "02:30")
    log.amended("03:10", moment, None)
    ((line),) = _lines(log)
    assert (line.id, line.line) == (mark.id, EvidenceLine("02:30", "–", "Stays calm"))


@pytest.mark.parametrize(
    ("what", "chosen"),
    [
        (Marked(skill=ASKS, seen=False), ["missed", ASKS]),
        (FloorTaken(who=Floor.NOBODY), ["nobody"]),
        (SteppedIn(), [""]),
        (SteppedIn(reason=StepInReason.OTHER), ["other"]),
        (Introduced(how=Introduction.AS_AGREED), ["as_agreed"]),
        (FloorCorrected(who=Floor.ME, from_ms=0), []),
        (HandedBack(), []),
        (WordsHeard(text="x"), []),
        (Moment(), []),
    ],
)
def test_a_line_knows_what_it_can_be_instead_and_what_it_is(what: What, chosen: list[str]) -> None:
    assert [choices.chosen for choices in _line(what).choices] == chosen


def test_a_mark_can_be_of_every_skill_of_the_rubric() -> None:
    _, skills = _line(Marked(skill=ASKS, seen=True)).choices
    assert [text for _, text in skills.options] == [skill.name for skill in RUBRIC.skills]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (Marked(skill=ASKS, seen=True, words="So what?"), "So what?"),
        (SteppedIn(), ""),
        (Moment(), ""),
        (WordsHeard(text="Too steep"), "Too steep"),
        (FloorTaken(who=Floor.REP), None),
        (FloorCorrected(who=Floor.ME, from_ms=0), None),
        (HandedBack(), None),
        (Introduced(how=Introduction.AS_BOSS), None),
    ],
)
def test_a_line_knows_whether_it_can_have_words(what: What, words: str | None) -> None:
    assert _line(what).words == words


def test_a_corrected_stretch_has_its_times_in_itself_and_is_not_moved() -> None:
    assert not _line(FloorCorrected(who=Floor.ME, from_ms=0)).movable
    assert _line(FloorTaken(who=Floor.ME)).movable


@pytest.mark.parametrize(
    ("what", "value", "after"),
    [
        (
            Marked(skill=ASKS, seen=True, words="w"),
            "missed",
            Marked(skill=ASKS, seen=False, words="w"),
        ),
        (Marked(skill=ASKS, seen=False, words="w"), CALM, Marked(skill=CALM, seen=False, words="w")),
        (FloorTaken(who=Floor.REP), "me", FloorTaken(who=Floor.ME)),
        (
            SteppedIn(words="w"),
            "asked",
            SteppedIn(reason=StepInReason.ASKED, words="w"),
        ),
        (Introduced(how=Introduction.AS_BOSS), "as_agreed", Introduced(how=Introduction.AS_AGREED)),
    ],
)
def test_what_is_chosen_anew_leaves_the_rest_as_it_was(
    what: Correctable, value: str, after: Correctable
) -> None:
    assert chosen_anew(what, value) == after


def test_choosing_what_it_is_already_changes_nothing() -> None:
    for what in (
        Marked(skill=ASKS, seen=True, words="w"),
        FloorTaken(who=Floor.REP),
        SteppedIn(reason=StepInReason.FACTS),
        Introduced(how=Introduction.AS_BOSS),
    ):
        for choices in _line(what).choices:
            assert chosen_anew(what, choices.chosen) == what


@pytest.mark.parametrize(
    ("what", "words", "after"),
    [
        (Marked(skill=ASKS, seen=True), "So what?", Marked(skill=ASKS, seen=True, words="So what?")),
        (Moment(words="x"), "", Moment()),
        (SteppedIn(), "prices", SteppedIn(words="prices")),
        (WordsHeard(text="Too steep"), "Too cheap", WordsHeard(text="Too cheap")),
        (WordsHeard(text="Too steep"), "  ", WordsHeard(text="Too steep")),
        (HandedBack(), "x", HandedBack()),
    ],
)
def test_other_words_are_put_in_the_place_of_the_old_ones(
    what: Correctable, words: str, after: Correctable
) -> None:
    assert with_words(what, words) == after


def test_every_word_is_harmless_to_read_from_across_the_table() -> None:
    assert [introduction_word(how) for how in Introduction] == ["As agreed", "Otherwise"]
    assert [reason_word(reason) for reason in StepInReason] == ["Asked", "Facts", "Calm", "Other"]


class _EndOnly(list[Standing]):
    """The end can be taken; nobody walks through all of it."""

    @override
    def __iter__(self) -> Iterator[Standing]:
        raise AssertionError("every entry was looked at")


def test_a_long_log_is_looked_at_from_its_end_alone() -> None:
    log = a_running_log()
    for second in range(50):
        log.seen(f"00:{second:02}", ASKS)
    state = log.state
    state.by_type[Marked] = _EndOnly(state.by_type[Marked])
    assert [line.line.time for line in log_lines(state, RUBRIC, 2)] == ["00:49", "00:48"]
