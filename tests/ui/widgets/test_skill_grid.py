from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.looks import settle
from tests.ui.widgets.conftest import Stage
from ui.theme import LIVE, TARGET, wear
from ui.widgets.mark_row import MarkRow
from ui.widgets.mark_tile import MarkTile
from ui.widgets.skill_grid import GridSkill, SkillGrid

ROOM = (860, 620)


class Hand:
    """Presses at times of its own, and remembers which skills were told."""

    def __init__(self) -> None:
        self.now = 1_000
        self.told: list[str] = []

    def clock(self) -> int:
        return self.now

    def on_tapped(self, skill: str, _seen: bool) -> None:
        self.told.append(skill)


def _skills(count: int) -> list[GridSkill]:
    return [GridSkill(f"s{n}", f"Skill number {n}", (str(n), "q"), focus=n == 2) for n in range(1, count + 1)]


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def grid(stage: Stage, hand: Hand) -> SkillGrid:
    made = SkillGrid(clock=hand.clock)
    window = stage(made, size=ROOM)
    wear(window, LIVE)
    made.show_skills(_skills(9))
    settle()
    return made


def _tiles(grid: SkillGrid) -> list[MarkTile]:
    return [tile for n in range(len(grid.skill_ids())) if (tile := grid.tile(n))]


def _places(grid: SkillGrid) -> list[QRect]:
    return [tile.geometry() for tile in _tiles(grid)]


@pytest.mark.parametrize(("number", "skill"), [(0, "s1"), (4, "s5"), (8, "s9")])
@pytest.mark.parametrize("seen", [True, False])
def test_a_press_tells_which_half_of_which_skill(
    qtbot: QtBot, grid: SkillGrid, number: int, skill: str, *, seen: bool
) -> None:
    tile = _tiles(grid)[number]
    half = tile.seen if seen else tile.missed
    with qtbot.waitSignal(grid.tapped) as told:
        qtbot.mousePress(half, Qt.MouseButton.LeftButton)
    assert told.args == [skill, seen]


@pytest.mark.parametrize("seen", [True, False])
def test_a_press_that_lasts_asks_for_words(qtbot: QtBot, grid: SkillGrid, *, seen: bool) -> None:
    tile = _tiles(grid)[3]
    half = tile.seen if seen else tile.missed
    with qtbot.waitSignal(grid.held) as told:
        qtbot.mousePress(half, Qt.MouseButton.LeftButton)
    assert told.args == ["s4", seen]


def test_a_bouncing_finger_is_one_tap_and_two_skills_at_once_are_two(
    qtbot: QtBot, grid: SkillGrid, hand: Hand
) -> None:
    grid.tapped.connect(hand.on_tapped)
    first, second = _tiles(grid)[:2]
    for half in (first.seen, second.seen, first.seen):
        qtbot.mouseClick(half, Qt.MouseButton.LeftButton)
    hand.now += 200
    qtbot.mouseClick(first.seen, Qt.MouseButton.LeftButton)
    assert hand.told == ["s1", "s2", "s1"]


def test_a_press_counts_nothing_until_it_is_told_to(qtbot: QtBot, grid: SkillGrid) -> None:
    tile = _tiles(grid)[0]
    qtbot.mouseClick(tile.seen, Qt.MouseButton.LeftButton)
    tile.seen.repaint()
    assert tile.seen.painted_tally == (0, 0)


def test_a_tally_stands_on_its_own_skill_and_half(grid: SkillGrid) -> None:
    grid.set_tally("s3", seen=(4, 1), missed=(2, 0))
    grid.grab()
    painted = {n: (tile.seen.painted_tally, tile.missed.painted_tally) for n, tile in enumerate(_tiles(grid))}
    assert painted.pop(2) == ((4, 1), (2, 0))
    assert set(painted.values()) == {((0, 0), (0, 0))}


def test_a_skill_that_is_not_there_is_not_counted_anywhere(grid: SkillGrid) -> None:
    grid.set_tally("of another rubric", seen=(4, 0), missed=(0, 0))
    grid.grab()
    assert {tile.seen.painted_tally for tile in _tiles(grid)} == {(0, 0)}


def test_the_same_skills_again_leave_every_tile_under_its_finger(grid: SkillGrid) -> None:
    tiles, places = _tiles(grid), _places(grid)
    grid.set_tally("s1", seen=(3, 0), missed=(0, 0))
    grid.show_skills(_skills(9))
    settle()
    assert all(now is before for now, before in zip(_tiles(grid), tiles, strict=True))
    assert _places(grid) == places


def test_other_skills_begin_with_an_empty_tally(grid: SkillGrid) -> None:
    grid.set_tally("s1", seen=(3, 0), missed=(0, 0))
    grid.show_skills(_skills(7))
    settle()
    grid.grab()
    assert grid.skill_ids() == [f"s{n}" for n in range(1, 8)]
    assert {tile.seen.painted_tally for tile in _tiles(grid)} == {(0, 0)}
    assert [tile.objectName() for tile in grid.findChildren(MarkTile) if tile.isVisible()] == [
        f"skill.s{n}" for n in range(1, 8)
    ]
    assert grid.tile(7) is None


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_skills_stand_in_call_order_line_by_line(grid: SkillGrid, direction: Qt.LayoutDirection) -> None:
    grid.setLayoutDirection(direction)
    settle()
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    places = [(rect.y(), -rect.x() if mirrored else rect.x()) for rect in _places(grid)]
    assert places == sorted(places)
    assert len({y for y, _ in places}) == 3


@pytest.mark.parametrize("count", range(1, 13))
def test_any_number_of_skills_has_room_for_names_and_fingers(grid: SkillGrid, count: int) -> None:
    grid.show_skills(_skills(count))
    settle()
    assert find_clipped(grid) == []
    halves = [half for tile in _tiles(grid) for half in (tile.seen, tile.missed)]
    assert min(min(half.width(), half.height()) for half in halves) >= TARGET
    for number, rect in enumerate(_places(grid)):
        assert not any(rect.intersects(other) for other in _places(grid)[:number])


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (2, 1), (4, 2), (9, 3), (10, 3), (12, 3)])
def test_no_skill_needs_a_fourth_line(grid: SkillGrid, count: int, lines: int) -> None:
    grid.show_skills(_skills(count))
    settle()
    assert len({rect.y() for rect in _places(grid)}) == lines


def test_after_many_skills_a_few_have_as_much_room_as_before(grid: SkillGrid) -> None:
    places: list[list[QRect]] = []
    for count in (4, 12, 4):
        grid.show_skills(_skills(count))
        settle()
        places.append(_places(grid))
    assert places[2] == places[0]


@pytest.fixture
def rows(stage: Stage, hand: Hand) -> SkillGrid:
    """Two columns of rows: for large text."""
    made = SkillGrid(rows_beside=2, clock=hand.clock)
    window = stage(made, size=ROOM)
    wear(window, LIVE)
    made.show_skills(_skills(9))
    settle()
    return made


def test_rows_stand_in_call_order_two_beside_each_other(rows: SkillGrid) -> None:
    assert all(isinstance(tile, MarkRow) for tile in _tiles(rows))
    places = [(rect.y(), rect.x()) for rect in _places(rows)]
    assert places == sorted(places)
    assert len({y for y, _ in places}) == 5
    assert find_clipped(rows) == []


def test_a_row_tells_the_same_as_a_tile(qtbot: QtBot, rows: SkillGrid) -> None:
    with qtbot.waitSignal(rows.tapped) as told:
        qtbot.mousePress(_tiles(rows)[4].missed, Qt.MouseButton.LeftButton)
    assert told.args == ["s5", False]


def test_numbers_come_to_all_tiles_and_go_again(grid: SkillGrid) -> None:
    for number in range(1, 10):
        grid.set_tally(f"s{number}", seen=(number, 0), missed=(0, 0))
    grid.set_counted(True)
    said = [tile.seen.lettering()[-1].text for tile in _tiles(grid)]
    assert said == [str(number) for number in range(1, 10)]
    grid.set_counted(False)
    assert all(len(tile.seen.lettering()) == 2 for tile in _tiles(grid))
