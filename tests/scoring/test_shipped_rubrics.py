"""What holds of every rubric that comes with the app, in its latest version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

import scoring.rubric
from scoring.call_type import CallType
from scoring.rubric import Rubric, Skill, default_rubric, latest_shipped, shipped_rubrics
from scoring.tenure import Tenure

LONGEST_NAME_ON_A_TILE = 24
LONGEST_SUMMARY_ON_A_LINE = 60
LONGEST_LEVEL_ON_A_LINE = 75
LONGEST_ITEM_ON_A_LINE = 60
LEVEL_WORDS = ["Not yet", "Sometimes", "Mostly", "Every time"]
FROZEN = {
    "joint-sales-call.1.json": "7b21e828f866b8327519e59a500d7215379bf1aa63bfe0dacae317f6f1f9a360",
}
"""The sums of the files that were ever in use: they never change, not even by a blank."""
QUALITIES = {
    "good",
    "well",
    "nice",
    "professional",
    "confident",
    "proper",
    "properly",
    "effective",
    "clearly",
}
"""Words for what somebody thinks of a behaviour, and not for what was to be seen or heard."""

RUBRICS = {rubric.id: rubric for rubric in latest_shipped()}
SKILLS = {skill.id: skill for rubric in RUBRICS.values() for skill in rubric.skills}

each_rubric = pytest.mark.parametrize("rubric", RUBRICS.values(), ids=list(RUBRICS))
each_skill = pytest.mark.parametrize("skill", SKILLS.values(), ids=list(SKILLS))


def sentences(skill: Skill) -> list[str]:
    levels = (level.sentence for level in skill.levels)
    return [skill.seen, skill.missed, skill.no_chance, *levels, *skill.checklist]


def names(rubric_id: str) -> list[str]:
    return [skill.name for skill in RUBRICS[rubric_id].skills]


def test_the_app_comes_with_six_rubrics() -> None:
    assert {rubric.id: rubric.name for rubric in RUBRICS.values()} == {
        "account-review": "Account review",
        "demo": "Demo",
        "first-call": "First call with a prospect",
        "joint-sales-call": "Joint sales call",
        "negotiation": "Negotiation",
        "phone-call": "Phone call",
    }


def test_a_new_call_starts_with_the_joint_sales_call() -> None:
    assert default_rubric() == RUBRICS["joint-sales-call"]
    assert names("joint-sales-call") == [
        "Opens with purpose",
        "Asks before answering",
        "Listens it out",
        "Finds the real problem",
        "Uses their words",
        "Stays calm",
        "Talks money plainly",
        "Checks understanding",
        "Agrees a next step",
    ]


def test_a_file_is_called_by_what_is_in_it() -> None:
    folder = scoring.rubric._FOLDER
    assert {path.name for path in folder.iterdir()} == {
        f"{rubric.id}.{rubric.version}.json" for rubric in shipped_rubrics()
    }


@pytest.mark.parametrize(("name", "total"), FROZEN.items())
def test_a_file_that_was_in_use_is_frozen(name: str, total: str) -> None:
    assert hashlib.sha256((scoring.rubric._FOLDER / name).read_bytes()).hexdigest() == total


def test_the_second_joint_sales_call_says_what_the_first_says_and_more() -> None:
    first, second = (one for one in shipped_rubrics() if one.id == "joint-sales-call")
    assert (first.version, second.version) == (1, 2)
    assert [skill.id for skill in first.skills] == [skill.id for skill in second.skills]
    assert [skill.wording for skill in first.skills] == [skill.wording for skill in second.skills]
    assert all(not skill.checklist for skill in first.skills)


@each_rubric
def test_a_rubric_is_five_to_nine_skills_and_says_what_it_is_for(rubric: Rubric) -> None:
    assert 5 <= len(rubric.skills) <= 9
    assert rubric.language == "en"
    assert is_sentence(rubric.summary)


@each_rubric
def test_a_rubric_says_nothing_twice(rubric: Rubric) -> None:
    said = [text for skill in rubric.skills for text in (skill.name, skill.summary, *sentences(skill))]
    assert sorted(said) == sorted(set(said))


@each_rubric
def test_a_call_ends_with_a_step_that_commits_the_customer(rubric: Rubric) -> None:
    assert rubric.skills[-1].id == "agrees-a-next-step"


def test_what_does_not_suit_everybody_says_so() -> None:
    led_by_the_rep = (CallType.OBSERVE, CallType.TOGETHER)
    assert {rubric.id: (rubric.call_types, rubric.tenures) for rubric in RUBRICS.values()} == {
        "account-review": (led_by_the_rep, (Tenure.LATER,)),
        "demo": ((), ()),
        "first-call": ((), ()),
        "joint-sales-call": ((), ()),
        "negotiation": (led_by_the_rep, (Tenure.LATER,)),
        "phone-call": ((CallType.OBSERVE, CallType.SHOW), ()),
    }


def test_a_skill_with_one_id_has_one_wording_and_one_name_in_all_rubrics() -> None:
    for rubric in RUBRICS.values():
        assert all(SKILLS[skill.id] == skill for skill in rubric.skills), rubric.id
    assert len({skill.name for skill in SKILLS.values()}) == len(SKILLS)


@each_skill
def test_a_skill_fits_its_place(skill: Skill) -> None:
    assert len(skill.name) <= LONGEST_NAME_ON_A_TILE
    assert len(skill.summary) <= LONGEST_SUMMARY_ON_A_LINE
    assert all(len(level.sentence) <= LONGEST_LEVEL_ON_A_LINE for level in skill.levels)
    assert 3 <= len(skill.checklist) <= 5
    assert all(len(item) <= LONGEST_ITEM_ON_A_LINE for item in skill.checklist)


@each_skill
def test_a_skill_is_written_in_whole_sentences(skill: Skill) -> None:
    assert [level.word for level in skill.levels] == LEVEL_WORDS
    assert [text for text in sentences(skill) if not is_sentence(text)] == []
    assert skill.summary[-1] in ".?"


@each_skill
def test_a_skill_names_what_was_to_be_seen_or_heard_and_no_quality(skill: Skill) -> None:
    assert set(words(skill)) & QUALITIES == set()


def words(skill: Skill) -> Iterator[str]:
    for text in (skill.name, skill.summary, *sentences(skill)):
        yield from "".join(letter if letter.isalpha() else " " for letter in text.lower()).split()


def is_sentence(text: str) -> bool:
    return text.lstrip("“")[0].isupper() and text.endswith(".")
