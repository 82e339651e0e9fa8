from __future__ import annotations

from uuid import UUID

from tests.builders import an_id
from ui.trail import Stop, Trail
from ui.whereabouts import Whereabouts

AT = Whereabouts(keys=None, by_keyboard=False, scrolled=())
REP, CALL = an_id(), an_id()


def _there(_subject: UUID) -> bool:
    return True


def _gone(subject: UUID) -> bool:
    return subject == REP


def _walked(*stops: tuple[str, UUID]) -> Trail:
    trail = Trail()
    for name, subject in stops:
        trail.add(Stop(name, subject, AT))
    return trail


def test_one_goes_back_the_way_one_came() -> None:
    trail = _walked(("rep", REP), ("call", CALL))
    names = [stop.name if stop else None for stop in (trail.back(_there) for _ in range(3))]
    assert names == ["call", "rep", None]


def test_what_is_gone_is_passed_over() -> None:
    stop = _walked(("rep", REP), ("call", CALL)).back(_gone)
    assert stop is not None
    assert stop.name == "rep"


def test_a_form_is_no_stop() -> None:
    assert _walked(("editrep", REP), ("debrief", CALL)).back(_there) is None


def test_coming_to_a_stop_again_is_no_longer_a_way() -> None:
    trail = _walked(("rep", REP), ("call", CALL))
    trail.arrive("rep", REP)
    assert trail.back(_there) is None


def test_whoever_goes_to_another_place_begins_anew() -> None:
    trail = _walked(("rep", REP))
    trail.begin(None)
    assert trail.back(_there) is None
    assert trail.place == "home", "a place that is no list is none to go back to"
    trail.begin("calls")
    assert trail.place == "calls"


def test_where_one_was_in_a_list_is_told_once() -> None:
    trail = Trail()
    trail.leave_place(AT)
    assert [trail.take_place(), trail.take_place()] == [AT, None]
    trail.leave_place(AT)
    trail.begin("calls")
    assert trail.take_place() is None
