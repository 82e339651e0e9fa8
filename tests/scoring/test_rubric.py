from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.call_type import CallType
from scoring.errors import KnownError, SecondChairError
from scoring.rubric import (
    FORMAT,
    LONGEST_NAME,
    LONGEST_SENTENCE,
    MOST_SKILLS,
    PLAIN_FORMAT,
    Level,
    Rubric,
    Skill,
    default_rubric,
    shipped_rubrics,
)
from scoring.tenure import Tenure


def a_skill(number: int = 1) -> Skill:
    levels = tuple(Level(number=n, word=f"Word {n}", sentence=f"Sentence {n}.") for n in (1, 2, 3, 4))
    return Skill(
        id=f"skill-{number}",
        name=f"Skill {number}",
        summary="In one line.",
        seen="What is seen.",
        missed="What is missed.",
        levels=levels,
        no_chance="Nothing called for it.",
    )


def a_rubric(skills: int = 2) -> Rubric:
    return Rubric(
        id="field-call",
        name="Field call",
        version=3,
        language="en",
        skills=tuple(a_skill(number) for number in range(1, skills + 1)),
    )


def as_file(rubric: Rubric) -> dict[str, Any]:
    return json.loads(json.dumps(rubric.to_json()))


def refusal(data: object) -> str:
    with pytest.raises(SecondChairError) as caught:
        Rubric.from_json(data)
    return caught.value.message


def refusal_after(change: Callable[[dict[str, Any]], object]) -> str:
    data = as_file(a_rubric())
    change(data)
    return refusal(data)


# --- the shipped rubrics, where a part is missing --------------------------------------------------------------------


def test_a_shipped_rubric_that_is_damaged_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cut.json").write_text('{"format": 1, "id": "joi', encoding="utf-8")
    monkeypatch.setattr("scoring.rubric._FOLDER", tmp_path)
    shipped_rubrics.cache_clear()
    with pytest.raises(
        KnownError, match=r"cut\.json is not as it was installed\. Install Second Chair again"
    ):
        default_rubric()


def test_a_shipped_rubric_that_is_gone_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scoring.rubric._FOLDER", tmp_path)
    shipped_rubrics.cache_clear()
    try:
        with pytest.raises(KnownError, match="Install Second Chair again"):
            default_rubric()
    finally:
        shipped_rubrics.cache_clear()


# --- a skill by its id -----------------------------------------------------------------------------------------------


def test_a_skill_is_found_by_its_id() -> None:
    assert a_rubric().skill("skill-2").name == "Skill 2"


def test_asking_for_a_skill_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError, match="juggles"):
        a_rubric().skill("juggles")


# --- there and back --------------------------------------------------------------------------------------------------

one_line = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=LONGEST_NAME)


@given(one_line, one_line, st.integers(1, MOST_SKILLS), st.integers(1, 1000))
def test_a_rubric_of_any_script_comes_back_as_it_was(
    name: str, words: str, skills: int, version: int
) -> None:
    written = replace(a_rubric(skills), name=name, version=version)
    written = replace(written, skills=tuple(replace(skill, seen=words) for skill in written.skills))
    assert Rubric.from_json(as_file(written)) == written


# --- what is refused -------------------------------------------------------------------------------------------------


def test_a_rubric_from_a_newer_app_is_refused_with_its_own_sentence() -> None:
    data = {**as_file(a_rubric()), "format": FORMAT + 1, "colours": []}
    with pytest.raises(KnownError, match="Update the app"):
        Rubric.from_json(data)


@pytest.mark.parametrize("found", [None, 0, -1, "1", 1.0, True, [1]])
def test_a_rubric_says_its_format(found: object) -> None:
    assert "“format”" in refusal_after(lambda data: data.update(format=found))


@pytest.mark.parametrize("data", [None, [], "rubric", 1, {}])
def test_something_else_is_not_a_rubric(data: object) -> None:
    assert refusal(data).startswith("The rubric: ")


def paths(data: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where the values of a file are; of several skills and levels only the last."""
    if isinstance(data, dict):
        return [
            deeper for key, value in data.items() for deeper in [(*path, key), *paths(value, (*path, key))]
        ]
    if isinstance(data, list):
        last = len(data) - 1
        return [(*path, last), *paths(data[last], (*path, last))]
    return []


def placed(data: Any, path: tuple[Any, ...], value: object) -> Any:
    changed = copy.deepcopy(data)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed


EVERY_VALUE = paths(as_file(a_rubric()))
EVERY_KEY = [path for path in EVERY_VALUE if isinstance(path[-1], str) and path != ("format",)]


def place_of(path: tuple[Any, ...]) -> str:
    return {0: "The rubric: ", 1: "Skill 2: ", 2: "Skill 2, level 4: "}[
        sum(isinstance(step, int) for step in path)
    ]


@pytest.mark.parametrize("path", EVERY_VALUE, ids=str)
@pytest.mark.parametrize("wrong", [None, True, 1.5, {"a": 1}, [], "", " ", 0])
def test_a_value_of_the_wrong_kind_is_refused_with_its_place(path: tuple[Any, ...], wrong: object) -> None:
    assert refusal(placed(as_file(a_rubric()), path, wrong)).startswith(place_of(path))


@pytest.mark.parametrize("path", EVERY_KEY, ids=str)
def test_a_missing_value_is_named_with_its_place(path: tuple[Any, ...]) -> None:
    data = as_file(a_rubric())
    inner: Any = data
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    assert refusal(data) == f"{place_of(path)}“{path[-1]}” is missing."


@pytest.mark.parametrize(
    "path", [("weight",), ("skills", 1, "kind"), ("skills", 1, "levels", 3, "score")], ids=str
)
def test_an_unknown_value_is_named_with_its_place(path: tuple[Any, ...]) -> None:
    data = placed(as_file(a_rubric()), path, 1)
    assert refusal(data) == f"{place_of(path)}“{path[-1]}” is not known here. Check its spelling."


LIMITS = [
    (("name",), LONGEST_NAME),
    (("skills", 1, "name"), LONGEST_NAME),
    (("skills", 1, "levels", 3, "word"), LONGEST_NAME),
    *((("skills", 1, key), LONGEST_SENTENCE) for key in ("summary", "seen", "missed", "no_chance")),
    (("skills", 1, "levels", 3, "sentence"), LONGEST_SENTENCE),
]


@pytest.mark.parametrize(("path", "limit"), LIMITS, ids=str)
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(path: tuple[Any, ...], limit: int) -> None:
    Rubric.from_json(placed(as_file(a_rubric()), path, "ä" * limit))
    message = refusal(placed(as_file(a_rubric()), path, "ä" * (limit + 1)))
    assert message == f"{place_of(path)}“{path[-1]}” is longer than {limit} characters."


@pytest.mark.parametrize(
    "text", ["two\nlines", " spaced", "spaced ", "bell\a", "half \ud83d", "line\u2028end", "\x00"]
)
def test_a_text_is_one_line_that_can_be_stored(text: str) -> None:
    assert "must be one line of text" in refusal_after(lambda data: data.update(name=text))


@pytest.mark.parametrize("slug", ["Sales call", "sales_call", "-sales", "sales--call", "é", "a" * 61])
def test_an_id_is_a_plain_slug(slug: str) -> None:
    assert "“id” must be small letters" in refusal_after(lambda data: data.update(id=slug))


@pytest.mark.parametrize("language", ["english", "e", "en us", "en-", "en-" + "a1-" * 30 + "a1"])
def test_a_language_is_a_tag(language: str) -> None:
    assert "“language” must be a tag" in refusal_after(lambda data: data.update(language=language))


@pytest.mark.parametrize("version", [0, -1, 10**100])
def test_a_version_is_a_number_that_can_be_stored(version: int) -> None:
    assert "“version” must be a whole number" in refusal_after(lambda data: data.update(version=version))


def test_a_rubric_has_one_to_twelve_skills() -> None:
    assert len(Rubric.from_json(as_file(a_rubric(MOST_SKILLS))).skills) == MOST_SKILLS
    data = as_file(a_rubric())
    assert refusal({**data, "skills": []}) == "The rubric: “skills” must be 1 to 12 skills."
    assert refusal({**data, "skills": [{}] * 13}) == "The rubric: “skills” must be 1 to 12 skills."


def test_two_skills_do_not_share_an_id() -> None:
    message = refusal_after(lambda data: data["skills"][1].update(id="skill-1"))
    assert message == "The rubric: Two skills have the same “id”."


@pytest.mark.parametrize("numbers", ["", "123", "12344", "4321", "1224"])
def test_a_skill_has_four_levels_in_order(numbers: str) -> None:
    data = as_file(a_rubric())
    levels = data["skills"][1]["levels"]
    data["skills"][1]["levels"] = [levels[int(number) - 1] for number in numbers]
    message = refusal(data)
    assert message == "Skill 2: “levels” must be four, numbered 1 to 4 in this order."


def test_a_long_unknown_name_is_cut_and_made_visible() -> None:
    message = refusal_after(lambda data: data.update({"\x1b" + "x" * 500: 1}))
    assert message == "The rubric: “�" + "x" * 59 + "” is not known here. Check its spelling."


def test_a_rubric_made_wrongly_in_code_is_a_bug() -> None:
    with pytest.raises(ValueError, match="“name” is empty"):
        replace(a_rubric(), name="")
    with pytest.raises(ValueError, match="1 to 12 skills"):
        replace(a_rubric(), skills=())


# --- what it suits, and what to look for ----------------------------------------------------------------------------


def a_fuller_rubric() -> Rubric:
    first, *others = a_rubric().skills
    return replace(
        a_rubric(),
        skills=(replace(first, checklist=("Says the purpose.", "Asks whether it suits.")), *others),
        summary="For a first talk.",
        call_types=(CallType.OBSERVE, CallType.SHOW),
        tenures=(Tenure.FIRST_MONTHS,),
    )


def test_a_rubric_that_says_nothing_more_is_written_as_before() -> None:
    assert as_file(a_rubric())["format"] == PLAIN_FORMAT
    assert not {"summary", "call_types", "tenures"} & as_file(a_rubric()).keys()


def test_a_rubric_that_says_more_says_so_and_comes_back() -> None:
    written = as_file(a_fuller_rubric())
    assert written["format"] == FORMAT
    assert Rubric.from_json(written) == a_fuller_rubric()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("format", 1, "“format” must be 2"),
        ("call_types", ["show", "observe"], "in their order"),
        ("call_types", ["observe", "observe"], "at most once"),
        ("call_types", ["dance"], "must be of “observe”, “together”, “show”"),
        ("tenures", [1], "must be of “first_months”, “later”"),
        ("tenures", "later", "must be a list"),
        ("summary", " x", "one line of text"),
        ("summary", 5, "must be a text"),
    ],
)
def test_what_it_suits_is_read_strictly(key: str, value: object, said: str) -> None:
    assert said in refusal({**as_file(a_fuller_rubric()), key: value})


@pytest.mark.parametrize(
    ("checklist", "said"),
    [
        (["a", "a"], "the same twice"),
        (["a", ""], "is empty"),
        ([1], "must be a text"),
        ("a", "must be a list"),
        ([str(number) for number in range(7)], "at most 6"),
        (["x" * 121], "longer than 120"),
    ],
)
def test_a_checklist_is_read_strictly(checklist: object, said: str) -> None:
    data = as_file(a_fuller_rubric())
    data["skills"][0]["checklist"] = checklist
    assert said in refusal(data)
    assert "Skill 1" in refusal(data)


def test_a_checklist_is_no_part_of_the_words_a_level_is_given_by() -> None:
    fuller, plain = a_fuller_rubric().skills[0], a_rubric().skills[0]
    assert fuller != plain
    assert fuller.wording == plain.wording
    assert replace(plain, seen="Else.").wording != plain.wording
