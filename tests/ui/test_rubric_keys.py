from __future__ import annotations

from dataclasses import replace

from scoring.rubric_draft import RubricDraft, SkillDraft
from ui.rubric_keys import ordered_skills

TWELVE = RubricDraft(id="own", skills=tuple(SkillDraft(id=f"s{n}") for n in range(12)))


def test_skills_have_the_keys_of_their_places() -> None:
    keys = [skill.keys for skill in ordered_skills(TWELVE)]
    assert (keys[0], keys[8], keys[9], keys[11]) == ("1 Q", "9 O", "X C", "N M")


def test_a_skill_without_a_name_is_called_by_its_place() -> None:
    named = replace(TWELVE, skills=(SkillDraft(id="a", name="Asks"), SkillDraft(id="b")))
    assert [skill.name for skill in ordered_skills(named)] == ["Asks", "Skill 2"]
