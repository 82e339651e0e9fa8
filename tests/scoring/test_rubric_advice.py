"""What would help a rubric while it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.rubric import Rubric, default_rubric, shipped_rubrics
from scoring.rubric_advice import Advice, AdviceKind, advice, name_advice
from scoring.rubric_draft import Place, RubricDraft, SkillDraft, added, draft_of, written

NINE = draft_of(default_rubric())
FIRST = NINE.skills[0].id
NAME = Place(field="name", skill=FIRST)
ITEM = Place(field="checklist", skill=FIRST, number=1)


def sentence(number: int) -> Place:
    return Place(field="sentence", skill=FIRST, number=number)


def said_of(place: Place, text: str) -> list[tuple[AdviceKind, str]]:
    """:returns: what is said of a shipped rubric in which this text stands at this place."""
    found = advice(written(NINE, place, text))
    assert all(one.place == place for one in found)
    return [(one.kind, one.found) for one in found]


@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: f"{rubric.id} {rubric.version}")
def test_a_shipped_rubric_needs_no_advice(rubric: Rubric) -> None:
    assert advice(draft_of(rubric)) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Is professional and friendly.", "professional"),
        ("Handles objections well.", "well"),
        ("Asks good questions.", "good"),
        ("Comes across as confident.", "confident"),
        ("Excellent listening.", "excellent"),
    ],
)
def test_a_quality_is_pointed_at_by_its_word(text: str, word: str) -> None:
    assert (AdviceKind.QUALITY, word) in said_of(sentence(3), text)
    assert (AdviceKind.QUALITY, word) in said_of(ITEM, text)


@pytest.mark.parametrize(
    "text",
    [
        "Asks on price as well, and waits.",
        "Asks “is that good for you?” and waits.",
        "Says good morning to everybody in the room.",
    ],
)
def test_what_can_be_seen_or_heard_is_no_quality(text: str) -> None:
    assert said_of(sentence(3), text) == []


@pytest.mark.parametrize(
    ("text", "joiner"),
    [
        ("Listens and sums up", "and"),
        ("Asks & listens", "&"),
        ("Presents/closes", "/"),
        ("Handling and closing", "and"),
    ],
)
def test_two_behaviours_in_one_name_or_item_are_pointed_at(text: str, joiner: str) -> None:
    assert said_of(NAME, text) == [(AdviceKind.TWO, joiner)]
    assert said_of(ITEM, text) == [(AdviceKind.TWO, joiner)]


@pytest.mark.parametrize(
    "text", ["Question and answer", "Talks price and terms", "Q&A", "Time and place", "Takes a no, and asks"]
)
def test_one_behaviour_with_an_and_in_it_is_left_alone(text: str) -> None:
    assert said_of(NAME, text) == []


def test_levels_that_say_the_same_are_pointed_at() -> None:
    first = NINE.skills[0].levels[0].sentence
    assert said_of(sentence(3), first.upper()) == [(AdviceKind.ALIKE, "1")]
    assert said_of(Place(field="word", skill=FIRST, number=2), "Not yet") == [(AdviceKind.ALIKE, "1")]


def test_a_level_that_is_not_described_yet_is_said_once_a_skill() -> None:
    draft = RubricDraft(id="ours", name="Ours", skills=(SkillDraft(id="s", name="Asks first"),))
    assert advice(draft) == (
        Advice(kind=AdviceKind.UNLABELLED, place=Place(field="sentence", skill="s", number=1)),
    )
    assert said_of(sentence(2), "") == [(AdviceKind.UNLABELLED, "")]


def test_the_usual_word_of_a_level_is_good_enough() -> None:
    assert said_of(Place(field="word", skill=FIRST, number=1), "") == []


def test_a_tenth_skill_is_more_than_there_are_keys_for() -> None:
    tenth = replace(NINE.skills[0], id="tenth")
    assert advice(added(NINE, tenth)) == (
        Advice(kind=AdviceKind.MANY, place=Place(field="name", skill="tenth")),
    )


def test_in_another_language_only_what_needs_no_words_is_said() -> None:
    draft = replace(NINE, language="de")
    judged = written(written(draft, NAME, "Fragt und hört zu"), sentence(1), "good")
    assert advice(judged) == ()
    assert [one.kind for one in advice(written(draft, sentence(1), ""))] == [AdviceKind.UNLABELLED]


def test_a_name_that_does_not_fit_is_said_of_the_tile_and_of_the_strip() -> None:
    assert name_advice(FIRST, fits_tile=True, fits_strip=True) == ()
    assert name_advice(FIRST, fits_tile=False, fits_strip=False) == (
        Advice(kind=AdviceKind.TILE, place=NAME),
        Advice(kind=AdviceKind.STRIP, place=NAME),
    )
