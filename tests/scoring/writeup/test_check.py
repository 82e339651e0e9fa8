"""What the check promises, on clear examples; how well it does on many is measured in docs/write-up.md."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.debrief import Commitment, Observation
from scoring.writeup.check import MOST_PAGE_WORDS, change_kinds, gap_kinds, strength_kinds, weaknesses
from scoring.writeup.hints import Hint, Kind, Part
from tests.bench.writeup import alarmed, good_ones, main, said
from tests.writeups import others, write_ups

SAMPLES = json.loads(Path("ui/samples.json").read_text(encoding="utf-8"))


def test_each_field_says_what_a_reader_would() -> None:
    found = weaknesses(
        strengths=[Observation(words="Held the pause"), Observation(words="Great job!")],
        gaps=[Observation(words="You are lazy")],
        changes=[Commitment(words="Be more confident"), Commitment(words="I ask first", first_tried="Elm")],
        page_words=300,
    )
    assert found == (
        Hint(kind=Kind.EXAMPLE, part=Part.STRENGTHS, number=1),
        Hint(kind=Kind.PERSON, part=Part.GAPS),
        Hint(kind=Kind.WHAT, part=Part.CHANGES),
        Hint(kind=Kind.WHERE, part=Part.CHANGES),
    )


@pytest.mark.parametrize(
    ("words", "long"), [(None, False), (MOST_PAGE_WORDS, False), (MOST_PAGE_WORDS + 1, True)]
)
def test_a_long_page_is_said_once_of_the_whole(words: int | None, long: bool) -> None:
    assert weaknesses(page_words=words) == ((Hint(kind=Kind.LENGTH, part=Part.WHOLE),) if long else ())


def test_the_good_examples_of_the_samples_are_left_alone() -> None:
    changes = [Commitment(words=ride["change"], first_tried=ride["first_tried"]) for ride in SAMPLES["rides"]]
    seen = [Observation(words=words) for heard in SAMPLES["heard"] for words in heard["seen"]]
    missed = [Observation(words=words) for heard in SAMPLES["heard"] for words in heard["missed"]]
    for rep in SAMPLES["reps"]:
        assert weaknesses(strengths=seen, gaps=missed, changes=changes, rep=rep["name"]) == ()


def test_of_the_samples_made_weaker_it_says_what_a_reader_would() -> None:
    assert [text.words for text in others("samples_weak") if said(text) != text.reader] == []


def test_at_most_one_in_twenty_good_ones_gets_a_hint_and_most_weak_ones_do() -> None:
    texts = [*write_ups(), *others("later"), *others("later_still"), *others("unseen")]
    assert len(alarmed(texts)) <= 0.05 * len(good_ones(texts))
    weak = [text for text in texts if text.reader]
    assert len([text for text in weak if said(text) & text.reader]) >= 0.75 * len(weak)


def test_the_docs_show_what_is_measured_today(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    shown = Path("docs/write-up.md").read_text(encoding="utf-8")
    assert [table for table in capsys.readouterr().out.split("\n\n") if table.strip() not in shown] == []


def test_where_there_are_no_lists_no_good_one_gets_a_hint() -> None:
    assert alarmed(others("other_languages"), "xx") == []
    assert alarmed(others("other_languages"), "en") == []


@given(st.text(max_size=200), st.sampled_from(["en", "xx"]), st.text(max_size=20))
def test_any_text_can_be_read_and_gives_the_same_each_time(words: str, language: str, rep: str) -> None:
    observation, change = Observation(words=words), Commitment(words=words)
    for kinds in (strength_kinds, gap_kinds):
        assert kinds(observation, rep, language) == kinds(observation, rep, language)
    assert len(change_kinds(change, rep, language)) == len({*change_kinds(change, rep, language)})


@given(st.lists(st.sampled_from(["Great job!", "Held the pause", "You are lazy", ""]), max_size=4))
def test_one_field_says_nothing_of_another(texts: list[str]) -> None:
    together = weaknesses(strengths=[Observation(words=words) for words in texts])
    apart = [
        Hint(kind=kind, part=Part.STRENGTHS, number=number)
        for number, words in enumerate(texts)
        for kind in strength_kinds(Observation(words=words))
    ]
    assert [*together] == apart
