from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from scoring.floor import FloorSpan, Span
from tests.ui.widgets.conftest import Stage
from tests.ui.widgets.touching import Finger
from ui.theme import TARGET
from ui.widgets.floor_edges import Edge, edges_of
from ui.widgets.floor_editor_bar import FloorEditorBar

SPANS = [
    FloorSpan(10_000, 40_000, Floor.REP),
    FloorSpan(40_000, 60_000, Floor.CUSTOMER),
    FloorSpan(80_000, 100_000, Floor.REP),
]
EDGES = edges_of(SPANS, 0, 100_000)
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = SHIFT | Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Ear:
    """What a strip told."""

    def __init__(self, bar: FloorEditorBar) -> None:
        self.picked: list[int] = []
        self.moved: list[tuple[int, int]] = []
        self.panned: list[int] = []
        self.zoomed: list[int] = []
        bar.picked.connect(self._on_picked)
        bar.moved.connect(self._on_moved)
        bar.panned.connect(self._on_panned)
        bar.zoomed.connect(self._on_zoomed)

    def _on_picked(self, number: int) -> None:
        self.picked.append(number)

    def _on_moved(self, edge: Edge, to_ms: int) -> None:
        self.moved.append((edge.at_ms, to_ms))

    def _on_panned(self, ms: int) -> None:
        self.panned.append(ms)

    def _on_zoomed(self, steps: int) -> None:
        self.zoomed.append(steps)


@pytest.fixture
def bar(stage: Stage) -> FloorEditorBar:
    made = FloorEditorBar()
    made.show_stretches(SPANS, EDGES, Span(0, 100_000), None)
    stage(made, size=(1_000, 120))
    made.setFocus()
    return made


@pytest.fixture
def ear(bar: FloorEditorBar) -> Ear:
    return Ear(bar)


def _choose(bar: FloorEditorBar, number: int) -> None:
    bar.show_stretches(SPANS, EDGES, Span(0, 100_000), number)


def _at(bar: FloorEditorBar, ms: int, y: int = 40) -> QPoint:
    return QPoint(bar.x_of(ms), y)


def _drag(bar: FloorEditorBar, *times: int, y: int = 40) -> None:
    QTest.mousePress(bar, LEFT, pos=_at(bar, times[0], y))
    for ms in times[1:]:
        QTest.mouseMove(bar, _at(bar, ms, y))
    QTest.mouseRelease(bar, LEFT, pos=_at(bar, times[-1], y))


def _held(bar: FloorEditorBar, key: Qt.Key, modifiers: Qt.KeyboardModifier, repeats: int) -> None:
    """Hold a key down: the keyboard repeats it."""
    press, release = QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease
    QApplication.sendEvent(bar, QKeyEvent(press, key, modifiers))
    for _ in range(repeats):
        QApplication.sendEvent(bar, QKeyEvent(release, key, modifiers, "", True))
        QApplication.sendEvent(bar, QKeyEvent(press, key, modifiers, "", True))
    QApplication.sendEvent(bar, QKeyEvent(release, key, modifiers))


# Choosing


def test_a_click_chooses_the_stretch_under_it_also_beside_a_boundary(bar: FloorEditorBar, ear: Ear) -> None:
    for ms in (20_000, 41_000, 39_000, 90_000):
        QTest.mouseClick(bar, LEFT, pos=_at(bar, ms))
    assert ear.picked == [0, 1, 0, 2]


def test_a_click_into_unlogged_time_chooses_nothing(bar: FloorEditorBar, ear: Ear) -> None:
    QTest.mouseClick(bar, LEFT, pos=_at(bar, 70_000))
    assert ear.picked == []


def test_a_finger_that_trembles_still_chooses(bar: FloorEditorBar, ear: Ear) -> None:
    finger, at = Finger(bar), _at(bar, 20_000)
    finger.press(at.x(), at.y())
    finger.move(at.x() + 5, at.y() + 3)
    finger.release(at.x() + 5, at.y() + 3)
    assert (ear.picked, ear.moved) == ([0], [])


def test_arrow_keys_go_from_stretch_to_stretch_and_stop_at_the_ends(bar: FloorEditorBar, ear: Ear) -> None:
    QTest.keyClick(bar, Qt.Key.Key_Right)
    _choose(bar, 0)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    _choose(bar, 2)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Home)
    QTest.keyClick(bar, Qt.Key.Key_End)
    assert ear.picked == [0, 1, 0, 2]


def test_arrow_keys_follow_the_direction_of_reading(bar: FloorEditorBar, ear: Ear) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _choose(bar, 1)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert ear.picked == [2]
    QTest.keyClick(bar, Qt.Key.Key_Right, SHIFT)
    assert ear.moved == [(40_000, 39_000)]


def test_without_a_choice_the_keys_begin_with_what_is_seen(bar: FloorEditorBar, ear: Ear) -> None:
    bar.show_stretches(SPANS, EDGES, Span(45_000, 75_000), None)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert ear.picked == [1]


# Dragging a boundary


def test_a_dragged_boundary_moves_once_when_it_is_let_go(bar: FloorEditorBar, ear: Ear) -> None:
    QTest.mousePress(bar, LEFT, pos=_at(bar, 40_000))
    for ms in (42_000, 46_000, 50_000):
        QTest.mouseMove(bar, _at(bar, ms))
    assert ear.moved == []
    assert bar.moving_ms == 50_000
    QTest.mouseRelease(bar, LEFT, pos=_at(bar, 50_000))
    assert ear.moved == [(40_000, 50_000)]
    assert ear.picked == []


def test_while_it_is_dragged_its_time_is_said(bar: FloorEditorBar) -> None:
    QTest.mousePress(bar, LEFT, pos=_at(bar, 40_000))
    QTest.mouseMove(bar, _at(bar, 52_000))
    assert "00:52" in [letters.text for letters in bar.lettering()]
    QTest.mouseRelease(bar, LEFT, pos=_at(bar, 52_000))
    assert "00:52" not in [letters.text for letters in bar.lettering()]


def test_a_boundary_beside_unlogged_time_is_dragged_into_it(bar: FloorEditorBar, ear: Ear) -> None:
    _drag(bar, 60_000, 70_000)
    _drag(bar, 80_000, 75_000)
    assert ear.moved == [(60_000, 70_000), (80_000, 75_000)]


def test_it_stops_at_the_stretches_beside_it(bar: FloorEditorBar, ear: Ear) -> None:
    _drag(bar, 40_000, 95_000)
    _drag(bar, 40_000, 2_000)
    assert ear.moved == [(40_000, 59_000), (40_000, 11_000)]


def test_a_drag_that_ends_where_it_began_moves_nothing(bar: FloorEditorBar, ear: Ear) -> None:
    _drag(bar, 40_000, 55_000, 40_000)
    assert (ear.moved, ear.picked) == ([], [])


def test_escape_takes_a_drag_back(bar: FloorEditorBar, ear: Ear) -> None:
    QTest.mousePress(bar, LEFT, pos=_at(bar, 40_000))
    QTest.mouseMove(bar, _at(bar, 55_000))
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    QTest.mouseMove(bar, _at(bar, 50_000))
    QTest.mouseRelease(bar, LEFT, pos=_at(bar, 50_000))
    assert (bar.moving_ms, ear.moved, ear.picked) == (None, [], [])


def test_it_can_be_grabbed_anywhere_over_more_than_the_height_of_a_finger(
    bar: FloorEditorBar, ear: Ear
) -> None:
    for y in (1, bar.height() - 2):
        _drag(bar, 40_000, 50_000, y=y)
    assert ear.moved == [(40_000, 50_000)] * 2
    assert bar.height() - 3 >= TARGET


@pytest.mark.parametrize("beside", [-20, 0, 20])
def test_a_finger_drags_a_boundary_it_does_not_hit_exactly(
    bar: FloorEditorBar, ear: Ear, beside: int
) -> None:
    start, end = _at(bar, 40_000) + QPoint(beside, 0), _at(bar, 50_000) + QPoint(beside, 0)
    Finger(bar).drag(start, end)
    assert ear.moved == [(40_000, 50_000)]
    assert ear.picked == []


def test_where_boundaries_crowd_that_of_the_chosen_stretch_is_grabbed(bar: FloorEditorBar, ear: Ear) -> None:
    crowd = [
        FloorSpan(0, 50_000, Floor.ME),
        *(
            FloorSpan(ms, ms + 300, who)
            for ms, who in zip(range(50_000, 53_000, 300), _turns(), strict=False)
        ),
    ]
    edges = edges_of(crowd, 0, 100_000)
    bar.show_stretches(crowd, edges, Span(0, 100_000), 0)
    _drag(bar, 50_700, 40_000)
    assert ear.moved[0][0] == 50_000
    bar.show_stretches(crowd, edges, Span(0, 100_000), None)
    _drag(bar, 50_900, 40_000)
    assert ear.moved[1:] == [], "of the others the nearest is grabbed, and it has nowhere to go"


def _turns() -> list[Floor]:
    return [Floor.REP, Floor.CUSTOMER] * 5


def test_what_changes_meanwhile_leaves_the_boundary_in_the_hand_while_it_is_there(
    bar: FloorEditorBar, ear: Ear
) -> None:
    QTest.mousePress(bar, LEFT, pos=_at(bar, 40_000))
    QTest.mouseMove(bar, _at(bar, 50_000))
    longer = [*SPANS[:2], FloorSpan(80_000, 99_000, Floor.REP)]
    bar.show_stretches(longer, edges_of(longer, 0, 100_000), Span(0, 100_000), None)
    assert bar.moving_ms == 50_000
    bar.show_stretches(SPANS[2:], edges_of(SPANS[2:], 0, 100_000), Span(0, 100_000), None)
    assert bar.moving_ms is None
    QTest.mouseRelease(bar, LEFT, pos=_at(bar, 50_000))
    assert ear.moved == []


# Moving a boundary by keys


def test_shift_moves_the_beginning_and_ctrl_shift_the_end_by_a_second(bar: FloorEditorBar, ear: Ear) -> None:
    _choose(bar, 1)
    QTest.keyClick(bar, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(bar, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(bar, Qt.Key.Key_Left, CTRL_SHIFT)
    QTest.keyClick(bar, Qt.Key.Key_Right, CTRL_SHIFT)
    assert ear.moved == [(40_000, 39_000), (40_000, 41_000), (60_000, 59_000), (60_000, 61_000)]
    assert ear.picked == []


def test_a_key_that_is_held_moves_once_when_it_is_let_go(bar: FloorEditorBar, ear: Ear) -> None:
    _choose(bar, 1)
    _held(bar, Qt.Key.Key_Right, SHIFT, repeats=6)
    assert ear.moved == [(40_000, 47_000)]


def test_keys_out_and_back_again_move_nothing(bar: FloorEditorBar, ear: Ear) -> None:
    _choose(bar, 1)
    QTest.keyPress(bar, Qt.Key.Key_Right, SHIFT)
    QTest.keyPress(bar, Qt.Key.Key_Left, SHIFT)
    QTest.keyRelease(bar, Qt.Key.Key_Left, SHIFT)
    assert ear.moved == []


def test_escape_and_going_elsewhere_take_a_held_key_back(bar: FloorEditorBar, ear: Ear) -> None:
    _choose(bar, 1)
    for leave in (bar.clearFocus, None):
        bar.setFocus()
        QTest.keyPress(bar, Qt.Key.Key_Right, SHIFT)
        assert bar.moving_ms == 41_000
        leave() if leave else QTest.keyClick(bar, Qt.Key.Key_Escape)
        assert bar.moving_ms is None
        QTest.keyRelease(bar, Qt.Key.Key_Right, SHIFT)
    assert ear.moved == []


def test_without_a_chosen_stretch_there_is_nothing_to_move(bar: FloorEditorBar, ear: Ear) -> None:
    QTest.keyClick(bar, Qt.Key.Key_Left, SHIFT)
    assert (ear.moved, ear.picked) == ([], [])


def test_other_keys_are_left_to_what_is_around(bar: FloorEditorBar) -> None:
    for key, modifiers in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
    ):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers)
        bar.keyPressEvent(event)
        assert not event.isAccepted(), key


# Looking


def test_plus_and_minus_and_ctrl_with_the_wheel_come_closer_and_go_wider(
    bar: FloorEditorBar, ear: Ear
) -> None:
    QTest.keyClick(bar, Qt.Key.Key_Plus)
    QTest.keyClick(bar, Qt.Key.Key_Minus)
    _turn(bar, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    assert ear.zoomed == [1, -1, 1]


def test_dragging_between_boundaries_pulls_the_strip_along(bar: FloorEditorBar, ear: Ear) -> None:
    bar.show_stretches(SPANS, EDGES, Span(0, 50_000), None)
    _drag(bar, 25_000, 15_000)
    assert sum(ear.panned) == pytest.approx(10_000, abs=100)
    assert (ear.picked, ear.moved) == ([], [])


def test_the_wheel_sideways_pans_and_up_and_down_is_for_the_page_around(
    bar: FloorEditorBar, ear: Ear
) -> None:
    assert _turn(bar, QPoint(-120, 0)).isAccepted()
    assert ear.panned
    assert ear.panned[0] > 0
    assert not _turn(bar, QPoint(0, -120)).isAccepted()
    assert len(ear.panned) == 1


def _turn(
    bar: FloorEditorBar, angle: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> QWheelEvent:
    at = QPointF(100, 40)
    event = QWheelEvent(
        at,
        bar.mapToGlobal(at),
        QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    bar.wheelEvent(event)
    return event


def test_the_pointer_tells_where_a_boundary_can_be_grabbed(qtbot: QtBot, bar: FloorEditorBar) -> None:
    qtbot.mouseMove(bar, _at(bar, 40_000))
    assert bar.cursor().shape() == Qt.CursorShape.SplitHCursor
    qtbot.mouseMove(bar, _at(bar, 25_000))
    assert bar.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_screen_reader_can_put_its_keys_there(bar: FloorEditorBar) -> None:
    bar.setAccessibleName("Who had the floor")
    found = QAccessible.queryAccessibleInterface(bar)
    assert found.text(QAccessible.Text.Name) == "Who had the floor"
    assert bar.focusPolicy() & Qt.FocusPolicy.TabFocus
