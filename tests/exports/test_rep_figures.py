from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from exports.rep_figures import RepOverTime, over_time
from scoring.codec import to_plain
from scoring.debrief import Kept, Nerves, Outcome
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.store.store import Store
from scoring.teeup import Chooser, TeeUp
from tests.builders import a_rep
from tests.exports.builders import MORNING, PRIYA, Told, a_plan, a_view, id_of, started
from tests.exports.rep_calls import ASKS, Ride, keep, rubrics_of_ours

RIDES = (
    Ride(level=1, own=3, nerves=Nerves.A_LOT, agreed="Ask first", parked=("The demo",)),
    Ride(level=2, own=2, kept=Kept.PARTLY, agreed="Send the agenda", outcome=Outcome.LEAST),
    Ride(level=None, own=2, kept=Kept.KEPT, outcome=Outcome.BEST, chosen_by=Chooser.REP),
    Ride(level=2, own=3, marks=(True, False, True)),
    Ride(level=3, own=3, nerves=Nerves.A_LITTLE, agreed="Name the price", marks=()),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path)
    yield opened
    opened.close()


def _told(store: Store) -> RepOverTime:
    keep(store, RIDES)
    return over_time(store, PRIYA.id)


def test_all_the_page_shows_is_gathered_from_the_record(store: Store) -> None:
    over = _told(store)
    assert [visit.visit for visit in over.visits] == [1, 2, 3, 4, 5]
    asks = over.skill(ASKS)
    assert [point.level for point in asks.levels.points] == [1, 2, None, 2, 3]
    assert asks.levels.counted == 4
    assert [gap.gap for gap in over.self_view.gaps] == [2, 0, 1, 0]
    (practice,) = over.practising
    assert (practice.since, practice.counted) == (1, 4)
    assert [(one.outcome, one.calls) for one in over.endings.counts] == [
        (Outcome.BEST, 1),
        (Outcome.LEAST, 1),
    ]
    assert [(one.chosen_by, one.calls) for one in over.choices] == [(Chooser.REP, 1), (None, 4)]
    assert [point.nerves for point in over.nerves] == [Nerves.A_LOT, None, None, None, Nerves.A_LITTLE]
    assert [point.words for point in over.parked] == ["The demo"]
    assert [(one.words, one.kept) for one in over.commitments] == [
        ("Name the price", None),
        ("Send the agenda", Kept.KEPT),
        ("Ask first", Kept.PARTLY),
    ]


def test_the_skills_are_those_of_the_rubric_in_its_order(store: Store) -> None:
    over = _told(store)
    rubric = default_rubric()
    assert [skill.name for skill in over.skills] == [skill.name for skill in rubric.skills]
    assert over.skill(ASKS).level_words == tuple(level.word for level in rubric.skill(ASKS).levels)


def test_a_skill_that_no_rubric_knows_is_told_by_its_id(store: Store) -> None:
    view = a_view(ratings=(Rating(skill="juggling", level=2),))
    started().end().view(view).debrief().keep(store)
    skill = over_time(store, PRIYA.id).skill("juggling")
    assert (skill.name, skill.level_words) == ("juggling", ("1", "2", "3", "4"))
    assert [point.level for point in skill.levels.points] == [2]


def test_a_rubric_that_is_not_here_keeps_nobody_from_the_rep(store: Store) -> None:
    plan = replace(a_plan(), rubric_id="not-here", focus_skills=("juggling",))
    started(plan=plan).end().view(a_view(ratings=())).debrief().keep(store)
    assert [skill.name for skill in over_time(store, PRIYA.id).skills] == ["juggling"]


def test_the_words_of_an_earlier_rubric_are_gathered_too(store: Store) -> None:
    skill = default_rubric().skill(ASKS)
    levels = tuple(replace(level, word=f"then {level.word}") for level in skill.levels)
    store.rubrics.keep(replace(default_rubric(), id="then", skills=(replace(skill, levels=levels),)))
    plan = replace(a_plan(), rubric_id="then", rubric_version=default_rubric().version, focus_skills=())
    started(plan=plan).end().debrief().keep(store)
    started(2, MORNING + timedelta(days=1)).end().debrief().keep(store)
    asks = over_time(store, PRIYA.id).skill(ASKS)
    first, second = asks.levels.points
    assert asks.name == skill.name
    assert asks.words_in(second.wording) == tuple(level.word for level in skill.levels)
    assert asks.words_in(first.wording) == tuple(level.word for level in levels)


def test_a_call_that_nothing_was_planned_for_is_told_in_the_words_of_the_app(store: Store) -> None:
    told = started(plan=TeeUp(customer="Elm Street"))
    told.end().view().debrief().keep(store)
    assert over_time(store, PRIYA.id).skills[0].name == default_rubric().skills[0].name


def test_somebody_else_and_their_calls_change_nothing(store: Store) -> None:
    before = _told(store)
    other = a_rep("Marcus Bell")
    call = Told(number=99, rep=other, plan=a_plan())
    call.book.start()
    call.end().view().debrief().keep(store)
    assert over_time(store, PRIYA.id) == before


def test_what_is_sealed_is_not_told(store: Store) -> None:
    started().end().view().keep(store)
    over = over_time(store, PRIYA.id)
    assert not any(point.rated for skill in over.skills for point in skill.levels.points)


def test_whose_entry_was_merged_is_found_by_either(store: Store) -> None:
    over = _told(store)
    other = a_rep("P. Nair")
    store.reps.save(other)
    store.merge(other.id, PRIYA.id)
    assert over_time(store, other.id) == over


def test_before_the_first_call_there_is_a_rep_and_no_figure(store: Store) -> None:
    store.reps.save(PRIYA)
    over = over_time(store, PRIYA.id)
    assert (over.name, over.visits, over.skills, over.practising) == ("Priya Nair", (), (), ())
    with pytest.raises(KeyError):
        over.skill(ASKS)


def test_somebody_unknown_is_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        over_time(store, id_of(404))


def test_it_is_plain_data(store: Store) -> None:
    plain = json.loads(json.dumps(to_plain(_told(store))))
    assert plain["visits"][0]["visit"] == 1
    assert plain["skills"][1]["levels"]["spread"] == {
        "lowest": 1,
        "highest": 3,
        "low_middle": 2,
        "high_middle": 2,
    }


def test_a_skill_that_the_latest_rubric_does_not_have_keeps_its_own_present_words(store: Store) -> None:
    first, second = rubrics_of_ours(2)
    other = replace(first, id="phone", skills=first.skills[-1:])
    store.rubrics.keep(other)
    keep(store, [Ride(rubric=rubric) for rubric in (first, *(4 * [second]))])
    plan = replace(a_plan(), rubric_id="phone", focus_skills=())
    started(9, MORNING + timedelta(days=90), plan=plan).end().view(a_view(ratings=())).debrief().keep(store)
    asks = over_time(store, PRIYA.id).skill(ASKS)
    assert (asks.name, asks.levels.counted) == ("Asks first", 4)
    assert [one.visit for one in asks.rewordings] == [2]
