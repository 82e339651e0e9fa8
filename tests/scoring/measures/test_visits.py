from __future__ import annotations

import pytest
from hypothesis import given

from scoring.facts import CallFacts
from scoring.measures.visits import visits_of
from scoring.state import Phase
from scoring.wordings import Wording
from tests.scoring.measures.builders import OTHER_REP, REP, a_call, mixed_up, rated, some_calls, visits


def test_calls_are_numbered_by_their_time_and_the_first_is_the_baseline() -> None:
    third, first, second = a_call(9), a_call(1), a_call(4)
    found = visits(third, first, second)
    assert [visit.facts for visit in found] == [first, second, third]
    assert [visit.number for visit in found] == [1, 2, 3]
    assert [visit.is_baseline for visit in found] == [True, False, False]


@pytest.mark.parametrize("phase", [Phase.PLANNED, Phase.RUNNING, Phase.CANCELLED, Phase.NO_SHOW, Phase.VOID])
def test_a_call_that_is_not_over_or_did_not_take_place_is_no_visit(phase: Phase) -> None:
    assert [visit.number for visit in visits(a_call(1, phase=phase), a_call(2))] == [1]


def test_a_visit_knows_its_skills_and_its_wording() -> None:
    (visit,) = visits(a_call(1, rated(2, "asks"), rubric_version=7))
    assert visit.skill("asks") == rated(2, "asks")
    assert visit.skill("listens") is None
    assert visit.wording == Wording("joint-sales-call", 7)


@given(calls=some_calls())
def test_the_order_of_the_calls_and_other_reps_change_nothing(calls: list[CallFacts]) -> None:
    mixed = mixed_up([*calls, a_call(3, rep_id=OTHER_REP), a_call(40, rep_id=OTHER_REP)])
    assert visits_of(REP, mixed) == visits_of(REP, calls)
