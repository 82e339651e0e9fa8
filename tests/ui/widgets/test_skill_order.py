from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.skill_colours import skill_colour
from ui.widgets.skill_order import OrderedSkill, OrderRow, SkillOrder

ALT, LEFT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
SKILLS = [OrderedSkill(name.lower(), name, f"{n} Q") for n, name in enumerate(("Opens", "Asks", "Closes"), 1)]


@pytest.fixture
def order(qtbot: QtBot) -> SkillOrder:
    made = SkillOrder()
    qtbot.addWidget(made)
    made.resize(260, 180)
    made.show_skills(SKILLS, "asks")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def told(order: SkillOrder) -> list[tuple[str, int]]:
    moves: list[tuple[str, int]] = []

    def note(skill: str, to: int) -> None:
        moves.append((skill, to))

    order.moved.connect(note)
    return moves


def _drag(row: OrderRow, below: OrderRow, *, drop: bool = True) -> None:
    at, to = row.rect().center(), row.mapFromParent(below.mapToParent(QPoint(20, below.height() - 2)))
    QTest.mousePress(row, LEFT, pos=at)
    for step in range(1, 5):
        QTest.mouseMove(row, at + (to - at) * step / 4)
    if drop:
        QTest.mouseRelease(row, LEFT, pos=to)


def test_alt_with_an_arrow_moves_a_skill_and_stops_at_the_ends(
    order: SkillOrder, told: list[tuple[str, int]]
) -> None:
    first, second, _ = order.rows()
    QTest.keyClick(second, Qt.Key.Key_Up, ALT)
    QTest.keyClick(second, Qt.Key.Key_Down, ALT)
    QTest.keyClick(first, Qt.Key.Key_Up, ALT)
    assert told == [("asks", 0), ("asks", 2)]


def test_a_skill_is_dragged_to_where_it_is_let_go(order: SkillOrder, told: list[tuple[str, int]]) -> None:
    first, _, last = order.rows()
    chosen: list[str] = []
    order.chosen.connect(chosen.append)
    _drag(first, last)
    _drag(last, first)
    assert told == [("opens", 2), ("closes", 1)]
    assert chosen == [], "a drag is no press"


def test_escape_leaves_a_dragged_skill_where_it_was(order: SkillOrder, told: list[tuple[str, int]]) -> None:
    first, _, last = order.rows()
    _drag(first, last, drop=False)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    QTest.mouseRelease(first, LEFT, pos=QPoint(20, 150))
    assert told == []


def test_a_press_chooses_and_delete_removes(order: SkillOrder) -> None:
    chosen: list[str] = []
    removed: list[str] = []
    order.chosen.connect(chosen.append)
    order.removed.connect(removed.append)
    QTest.mouseClick(order.rows()[0], LEFT)
    QTest.keyClick(order.rows()[2], Qt.Key.Key_Delete)
    assert (chosen, removed) == (["opens"], ["closes"])


def test_a_skill_that_moved_keeps_the_keys_and_one_arrow_is_one_step(order: SkillOrder) -> None:
    opens, asks, closes = SKILLS
    row = order.rows()[1]
    row.setFocus()
    order.show_skills([asks, opens, closes], "asks")
    assert row.hasFocus()
    assert [one.id for one in order.rows()] == ["asks", "opens", "closes"]
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert order.rows()[1].hasFocus()


def test_a_screen_reader_hears_the_place_and_the_keys(order: SkillOrder) -> None:
    row = order.rows()[1]
    assert (row.accessibleName(), row.accessibleDescription()) == ("Asks", "Skill 2 of 3. Keys 2 Q")


def test_a_screen_reader_finds_the_skills_in_their_order(order: SkillOrder) -> None:
    order.show_skills([*SKILLS[1:], SKILLS[0]], "asks")
    found = QAccessible.queryAccessibleInterface(order)
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert [name for name in names if name] == [skill.name for skill in (*SKILLS[1:], SKILLS[0])]


def test_the_edge_of_colour_is_that_of_the_place_wherever_a_skill_came_from(order: SkillOrder) -> None:
    first, second, *others = [OrderedSkill(row.id, row.label, "") for row in order.rows()]
    order.show_skills([second, first, *others], first.id)
    colours = [row.grab().toImage() for row in order.rows()[:2]]
    for place, picture in enumerate(colours):
        found = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width() // 2)}
        assert skill_colour(place, order) in found
        assert skill_colour(1 - place, order) not in found
