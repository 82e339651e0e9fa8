from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from exports.rewording_words import reworded_words, rewording_lines
from scoring.measures.rewordings import Rewording
from scoring.rubric import Skill
from tests.scoring.measures.builders import a_rubric

SKILL = a_rubric().skill("asks")


def _lines(was: Skill | None, now: Skill | None) -> list[str]:
    return rewording_lines(Rewording(visit=2, call_id=UUID(int=1), was=was, now=now))


def test_the_call_is_named() -> None:
    assert reworded_words("12 Oct, Northgate Dental") == "Wording changed: 12 Oct, Northgate Dental"


def test_only_what_changed_is_said_as_it_was_and_as_it_is() -> None:
    levels = (replace(SKILL.levels[0], sentence="They did not."), *SKILL.levels[1:])
    assert _lines(SKILL, replace(SKILL, name="Asks first", levels=levels)) == [
        "Name: was “Asks”, is “Asks first”",
        "Level 1 · Sentence: was “They did.”, is “They did not.”",
    ]


@pytest.mark.parametrize("part", ["name", "summary", "seen", "missed", "no_chance"])
def test_no_part_of_the_wording_changes_unsaid(part: str) -> None:
    (line,) = _lines(SKILL, replace(SKILL, **{part: "Something else."}))
    assert "is “Something else.”" in line


def test_where_words_are_not_here_that_is_said() -> None:
    (line,) = _lines(None, SKILL)
    assert "not known" in line
