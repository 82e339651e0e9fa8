"""What would help a rubric, in words."""

from __future__ import annotations

import pytest

from scoring.rubric_advice import Advice, AdviceKind
from scoring.rubric_draft import Place, RubricDraft, SkillDraft
from ui.rubric_advice_words import advice_sentence

LEVEL = Place(field="sentence", skill="s", number=3)
LONGEST_LINE = 90
TEN = RubricDraft(id="ours", skills=tuple(SkillDraft(id=f"s{n}") for n in range(10)))


@pytest.mark.parametrize("kind", AdviceKind)
def test_each_advice_is_one_line_without_blame(kind: AdviceKind) -> None:
    sentence = advice_sentence(Advice(kind=kind, place=LEVEL, found="1"), TEN)
    assert len(sentence) <= LONGEST_LINE
    assert "{" not in sentence
    assert not {"wrong", "bad", "error", "must"} & set(sentence.casefold().split())


def test_what_was_found_is_named() -> None:
    quality = Advice(kind=AdviceKind.QUALITY, place=LEVEL, found="professional")
    assert advice_sentence(quality, TEN).startswith("“professional” is read in many ways.")
    assert "level 1" in advice_sentence(Advice(kind=AdviceKind.ALIKE, place=LEVEL, found="1"), TEN)
    many = Advice(kind=AdviceKind.MANY, place=Place(field="name", skill="s9"))
    assert advice_sentence(many, TEN).startswith("10 skills")
