from __future__ import annotations

from dataclasses import replace

from scoring.rubric import default_rubric
from scoring.wordings import NOTHING_PLANNED, Wording, Wordings
from tests.scoring.measures.builders import a_rubric

FIRST, CHANGED = Wording("joint-sales-call", 1), Wording("joint-sales-call", 2)
COPY = replace(a_rubric(), id="ours", name="Another name")


def test_a_skill_has_the_same_words_in_a_copy_and_with_a_checklist() -> None:
    first, second = a_rubric().skills
    fuller = replace(COPY, skills=(replace(first, checklist=("Asks",)), second))
    wordings = Wordings([a_rubric(), fuller])
    assert wordings.are_same("asks", FIRST, Wording("ours", 1))
    assert wordings.alike("asks", FIRST) == (FIRST, Wording("ours", 1))


def test_one_skill_may_have_other_words_while_another_keeps_them() -> None:
    wordings = Wordings([a_rubric(1), a_rubric(2, asks="Else.")])
    assert not wordings.are_same("asks", FIRST, CHANGED)
    assert wordings.are_same("listens", FIRST, CHANGED)


def test_words_that_are_not_here_are_the_same_within_one_version_alone() -> None:
    unknown = Wording("elsewhere", 1)
    wordings = Wordings([a_rubric()])
    assert wordings.alike("asks", unknown) == (unknown,)
    assert not wordings.are_same("asks", unknown, Wording("elsewhere", 2))
    assert wordings.skill("asks", unknown) is wordings.rubric(unknown) is None


def test_without_a_plan_the_words_are_those_of_the_app() -> None:
    rubric = default_rubric()
    known = Wordings([rubric])
    assert known.rubric(NOTHING_PLANNED) == rubric
    assert known.are_same(rubric.skills[0].id, NOTHING_PLANNED, Wording(rubric.id, rubric.version))
