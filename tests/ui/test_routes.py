from __future__ import annotations

import pytest

from scoring.state import SETTLED_PHASES, CallState, Phase
from scoring.teeup import Way
from tests.builders import a_tee_up
from ui.routes import NAV_ENTRIES, where_it_goes_on
from ui.screen_making import SCREENS


@pytest.mark.parametrize(
    ("way", "screen"),
    [(Way.OPEN_LAPTOP, "observe"), (Way.DISCREET, "observe"), (Way.NO_DEVICE, "away")],
)
def test_a_running_call_goes_on_in_the_way_the_manager_sits_in(way: Way, screen: str) -> None:
    assert where_it_goes_on(CallState(phase=Phase.RUNNING, tee_up=a_tee_up(way=way))) == screen


def test_a_call_that_is_settled_goes_on_nowhere_and_any_other_one_does() -> None:
    nowhere = {phase for phase in Phase if where_it_goes_on(CallState(phase=phase)) is None}
    assert nowhere == set(SETTLED_PHASES)


def test_whatever_is_marked_in_the_side_bar_is_a_screen() -> None:
    assert set(NAV_ENTRIES) <= set(SCREENS)
