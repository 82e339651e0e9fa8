from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.errors import SecondChairError
from scoring.rubric import DEFAULT_ID, MOST_SKILLS, default_rubric
from scoring.rubric_draft import Place, RubricDraft, copy_of, new_rubric_id
from tests.builders import a_rep, a_tee_up
from ui.rubric_writing import RubricWriting
from ui.session import Session

NAME = Place(field="name")


@pytest.fixture
def used(session: Session) -> str:
    """A rubric of one's own, in use in version 1."""
    draft = copy_of(default_rubric(), "Our calls")
    session.ask(lambda store: store.put_in_use(draft))
    return draft.id


def test_every_step_is_kept_and_can_be_taken_back(session: Session) -> None:
    writing = RubricWriting(session, new_rubric_id())
    for letters in ("F", "Fi", "First visits"):
        writing.write(NAME, letters)
    skill = writing.add()
    assert session.draft(writing.draft.id, RubricDraft) == writing.draft
    assert writing.undo() == NAME, "the skill is gone, and the rubric itself is what is left"
    assert writing.undo() == NAME
    assert writing.draft.name == "", "typing in one place is one step"
    writing.redo()
    assert writing.redo() == Place(field="name", skill=skill)
    assert session.draft(writing.draft.id, RubricDraft) == writing.draft


def test_nothing_is_left_of_a_rubric_that_no_word_was_written_of(session: Session) -> None:
    writing = RubricWriting(session, new_rubric_id())
    skill = writing.add()
    writing.leave()
    assert session.draft(writing.draft.id, RubricDraft) is None
    writing.write(Place(field="seen", skill=skill), "Asks")
    writing.leave()
    assert session.draft(writing.draft.id, RubricDraft) == writing.draft


def test_what_says_no_more_than_what_is_in_use_is_no_draft(session: Session, used: str) -> None:
    writing = RubricWriting(session, used)
    assert session.draft(used, RubricDraft) is None
    assert not writing.is_changed
    writing.write(NAME, "Our first calls")
    assert writing.is_changed
    assert RubricWriting(session, used).draft.name == "Our first calls"
    writing.drop_changes()
    assert not writing.is_changed
    assert session.draft(used, RubricDraft) is None
    writing.undo()
    assert writing.draft.name == "Our first calls"


def test_putting_in_use_makes_the_next_version_and_leaves_the_one_before(session: Session, used: str) -> None:
    before = session.rubric(used, 1)
    writing = RubricWriting(session, used)
    writing.write(NAME, "Our first calls")
    assert writing.put_in_use().version == 2
    assert session.rubric(used, 1) == before
    assert session.rubric(used, 2).name == "Our first calls"
    assert session.draft(used, RubricDraft) is None
    assert not writing.is_changed


def test_it_says_what_is_missing_yet(session: Session) -> None:
    writing = RubricWriting(session, new_rubric_id())
    assert writing.lacks() == NAME
    writing.write(NAME, "First visits")
    assert writing.lacks() == Place(field="skills")
    skill = writing.add()
    assert writing.lacks() == Place(field="name", skill=skill)
    with pytest.raises(SecondChairError):
        writing.put_in_use()
    writing.write(Place(field="name", skill=skill), "Opens")
    assert writing.lacks() is None
    assert writing.put_in_use().version == 1


def test_a_skill_in_quite_other_words_has_to_be_answered_for(session: Session, used: str) -> None:
    writing = RubricWriting(session, used)
    skill, was = writing.draft.skills[0].id, writing.draft.skills[0].name
    for field in ("name", "summary", "seen", "missed", "no_chance"):
        writing.write(Place(field=field, skill=skill), "Quotes figures nobody knew")
    for number in range(1, 5):
        writing.write(Place(field="sentence", skill=skill, number=number), "Figures came up")
    assert writing.unanswered() == [(skill, was, "Quotes figures nobody knew")]
    writing.say_same(skill)
    assert writing.unanswered() == []
    writing.undo()
    writing.say_new(skill)
    assert writing.unanswered() == []
    assert writing.draft.skills[0].id != skill


def test_the_calls_of_the_version_in_use_are_counted(session: Session, used: str) -> None:
    rep = a_rep()
    session.save_rep(rep)
    session.add_call(rep.id, a_tee_up(rubric_id=used, rubric_version=1))
    assert RubricWriting(session, used).watched_calls() == 1
    assert RubricWriting(session, new_rubric_id()).watched_calls() == 0


def test_a_rubric_of_the_app_is_copied(session: Session) -> None:
    writing = RubricWriting(session, DEFAULT_ID)
    assert writing.is_of_the_app
    copy = RubricWriting(session, writing.copied("Our own"))
    assert not copy.is_of_the_app
    assert (copy.draft.name, copy.draft.skills) == ("Our own", writing.draft.skills)


def test_there_is_an_end_of_skills(session: Session) -> None:
    writing = RubricWriting(session, new_rubric_id())
    for _ in range(MOST_SKILLS):
        writing.add()
    assert not writing.can_add


def test_what_came_with_a_call_is_not_written_on_and_its_number_is_left_out(
    session: Session, used: str
) -> None:
    ours = RubricWriting(session, used).in_use
    assert ours
    theirs = replace(ours, version=2, name="Their calls")
    session.ask(lambda store: store.rubrics.keep(theirs, in_use=False))
    writing = RubricWriting(session, used)
    assert (writing.draft.name, writing.next_version) == ("Our calls", 3)
    writing.write(NAME, "Our own calls")
    assert writing.put_in_use().version == 3
