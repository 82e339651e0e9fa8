from __future__ import annotations

from dataclasses import replace

from scoring.rubric import default_rubric
from scoring.rubric_draft import Place, draft_of, written
from ui.rubric_advising import RubricAdvising
from ui.session import Session

DRAFT = replace(draft_of(default_rubric()), id="own")
NAME = Place(field="name", skill=DRAFT.skills[0].id)
LONG = "Summarises what everybody wants from the meeting on Wednesday"


def test_a_name_that_does_not_fit_is_spoken_of_until_it_is_left_alone(session: Session) -> None:
    advising = RubricAdvising(session)
    assert advising.hints(DRAFT) == {}
    long = written(DRAFT, NAME, LONG)
    assert list(advising.hints(long)) == [NAME]
    advising.leave(long, NAME)
    assert advising.hints(long) == {}
    assert list(advising.hints(written(long, NAME, LONG[::-1]))) == [NAME], "other words, another hint"


def test_a_sentence_that_judges_is_spoken_of_where_it_stands(session: Session) -> None:
    place = Place(field="sentence", skill=DRAFT.skills[1].id, number=4)
    hints = RubricAdvising(session).hints(written(DRAFT, place, "Is very professional"))
    assert list(hints) == [place]
    assert "professional" in hints[place]
