"""Whether a skill still means what it meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.rubric import Rubric, Skill, default_rubric, shipped_rubrics
from scoring.rubric_draft import Place, RubricDraft, SkillDraft, copy_of, draft_of, finished, text_at, written
from scoring.rubric_identity import as_new_skill, as_same_skill, looks_changed, source_of

NINE = default_rubric()
ASKS = "asks-before-answering"

JAPANESE = (
    "お客様が質問したら、まず理由を尋ねる。",
    "お客様が質問したら、すぐに答える。",
    "すぐに答える。",
    "簡単な質問では先に尋ねる。",
    "値段の質問でも先に尋ねて待つ。",
    "尋ねて待ち、聞いた言葉で答える。",
)
TOUCHED_UP = tuple(text.replace("お客様", "顧客").replace("尋ねる", "聞く") for text in JAPANESE)
SOMETHING_ELSE = (
    "金額をはっきり述べて、黙って待つ。",
    "金額を言わずに話を続ける。",
    "金額を言わない。",
    "金額を言って、言い訳をする。",
    "金額を言い、返事を待つ。",
    "金額を守り、見返りを求める。",
)


def with_words_of(skill: Skill, other: Skill) -> RubricDraft:
    draft = draft_of(Rubric(id="ours", name="Ours", version=1, language="en", skills=(skill,)))
    return replace(draft, skills=(replace(draft_of(NINE).skill(other.id), id=skill.id),))


def in_house_words(draft: RubricDraft) -> RubricDraft:
    words = {"customer": "client", "rep": "adviser", "says": "tells", "Says": "Tells", "call": "meeting"}
    for skill in draft.skills:
        for field, number in (("seen", 0), ("missed", 0), *(("sentence", n) for n in range(1, 5))):
            place = Place(field=field, skill=skill.id, number=number)
            said = [words.get(word, word) for word in text_at(draft, place).split(" ")]
            draft = written(draft, place, " ".join(said))
    return draft


def in_japanese(texts: tuple[str, ...], name: str = "先に聞く") -> RubricDraft:
    draft = RubricDraft(id="ours", name="営業", language="ja", skills=(SkillDraft(id="s", name=name),))
    places = (("seen", 0), ("missed", 0), *(("sentence", n) for n in range(1, 5)))
    for (field, number), text in zip(places, texts, strict=True):
        draft = written(draft, Place(field=field, skill="s", number=number), text)
    return draft


def rewritten(draft: RubricDraft, skill_id: str, text: str) -> RubricDraft:
    places = [Place(field=field, skill=skill_id) for field in ("name", "seen", "missed")]
    places += [Place(field="sentence", skill=skill_id, number=n) for n in range(1, 5)]
    for place in places:
        draft = written(draft, place, f"{text} {place.field} {place.number}")
    return draft


@pytest.mark.parametrize("rubric", shipped_rubrics(), ids=lambda rubric: f"{rubric.id} {rubric.version}")
def test_nobody_is_asked_where_a_house_puts_in_words_of_its_own(rubric: Rubric) -> None:
    draft = in_house_words(draft_of(rubric))
    assert draft != draft_of(rubric)
    assert looks_changed(rubric, draft) == ()


def test_nobody_is_asked_where_only_the_name_is_another() -> None:
    draft = draft_of(NINE)
    for skill in draft.skills:
        draft = written(draft, Place(field="name", skill=skill.id), "Quite another name")
    assert looks_changed(NINE, draft) == ()


@pytest.mark.parametrize("skill", NINE.skills, ids=lambda skill: skill.id)
def test_another_skill_under_the_same_id_is_asked_about(skill: Skill) -> None:
    before = replace(NINE, skills=(skill,))
    others = [other for other in NINE.skills if other != skill]
    assert all(looks_changed(before, with_words_of(skill, other)) == (skill.id,) for other in others)


def test_a_script_without_blanks_is_read_letter_by_letter() -> None:
    before = finished(in_japanese(JAPANESE), 1)
    assert looks_changed(before, in_japanese(TOUCHED_UP)) == ()
    assert looks_changed(before, in_japanese(SOMETHING_ELSE, "金額を言う")) == ("s",)


def test_to_fill_in_what_was_silent_changes_no_meaning() -> None:
    before = finished(
        RubricDraft(id="ours", name="Ours", skills=(SkillDraft(id=ASKS, name="Asks first"),)), 1
    )
    draft = replace(draft_of(NINE), skills=(replace(draft_of(NINE).skill(ASKS), name="Asks first"),))
    assert looks_changed(before, draft) == ()


def test_a_skill_that_is_only_here_is_not_asked_about() -> None:
    assert looks_changed(replace(NINE, skills=NINE.skills[:1]), draft_of(NINE)) == ()


def test_an_answer_holds_for_its_words_and_not_for_ever() -> None:
    draft = rewritten(draft_of(NINE), ASKS, "tells a story of another customer before the talk")
    assert looks_changed(NINE, draft) == (ASKS,)
    answered = as_same_skill(draft, ASKS)
    assert looks_changed(NINE, answered) == ()
    a_little = written(answered, Place(field="seen", skill=ASKS), "tells a story of another client first")
    assert looks_changed(NINE, a_little) == ()
    anew = rewritten(answered, ASKS, "names who decides, and by which day they will")
    assert looks_changed(NINE, anew) == (ASKS,)
    assert looks_changed(NINE, as_same_skill(anew, ASKS)) == ()


def test_a_new_skill_stands_where_the_other_one_did() -> None:
    draft = as_same_skill(draft_of(NINE), ASKS)
    new = as_new_skill(draft, ASKS)
    assert new.same == ()
    assert [skill.name for skill in new.skills] == [skill.name for skill in draft.skills]
    changed = [here.id for here, there in zip(draft.skills, new.skills, strict=True) if here.id != there.id]
    assert changed == [ASKS]


def test_a_copy_is_compared_with_what_it_was_made_of_until_it_is_in_use() -> None:
    copy = copy_of(NINE, "Ours")
    other = replace(NINE, id="other", skills=NINE.skills[:2])
    assert source_of(copy, [other, NINE]) == NINE
    in_use = finished(replace(copy, skills=copy.skills[:1]), 1)
    assert source_of(copy, [other, NINE, in_use]) == in_use
    assert source_of(RubricDraft(id="new", skills=(SkillDraft(id="s"),)), [NINE]) is None
