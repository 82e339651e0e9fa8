from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect

from scoring.entry import Floor
from scoring.floor import Span
from ui.widgets.floor_drag import Drag, pressed
from ui.widgets.floor_edges import Edge
from ui.widgets.floor_scale import TimeScale

SCALE = TimeScale(Span(0, 100_000), QRect(0, 0, 1_000, 30), mirrored=False)  # a second is ten px
EDGE = Edge(at_ms=50_300, before=Floor.REP, after=Floor.ME, least_ms=20_000, most_ms=80_000)


def _pressed(edge: Edge | None = EDGE) -> Drag:
    return pressed(SCALE, 505, edge, still=4)


def test_a_press_that_trembles_is_no_drag() -> None:
    drag = _pressed().pulled(SCALE, 508)
    assert (drag.has_begun, drag.moving_ms, drag.moved) == (False, None, None)


def test_a_boundary_follows_the_pointer_in_whole_seconds() -> None:
    assert _pressed().pulled(SCALE, 555).moved == (EDGE, 55_000)


def test_it_stops_at_its_neighbours() -> None:
    assert _pressed().pulled(SCALE, 5_000).moving_ms == 80_000


def test_back_where_it_began_nothing_was_moved() -> None:
    drag = _pressed().pulled(SCALE, 600).pulled(SCALE, 505)
    assert (drag.moving_ms, drag.moved) == (50_300, None)


def test_a_step_by_key_moves_by_just_that() -> None:
    drag = Drag(edge=EDGE, to_ms=EDGE.at_ms).stepped(1_000).stepped(1_000)
    assert drag.moved == (EDGE, 52_300)


def test_beside_a_boundary_the_strip_itself_is_pulled() -> None:
    drag = _pressed(None).pulled(SCALE, 405)
    assert (drag.moving_ms, drag.panned_ms(SCALE, 405)) == (None, 10_000)
    assert _pressed().pulled(SCALE, 405).panned_ms(SCALE, 405) == 0


def test_among_new_boundaries_the_same_one_stays_in_the_hand() -> None:
    drag = _pressed().pulled(SCALE, 700)
    nearer = replace(EDGE, most_ms=60_000)
    taken = drag.taken_up([nearer])
    assert taken is not None
    assert taken.moved == (nearer, 60_000)


def test_a_boundary_that_is_gone_is_let_go() -> None:
    drag = _pressed().pulled(SCALE, 600)
    assert drag.taken_up([]) is None
    assert drag.taken_up([replace(EDGE, before=Floor.CUSTOMER)]) is None
