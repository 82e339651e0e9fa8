"""Rubrics of one to twelve skills can be used on every face of a small laptop, whatever their skills are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.entry import Marked
from scoring.rubric import Rubric
from scoring.teeup import Way
from tests.builders import FakeClock, a_rep, a_tee_up
from tests.drawings import find_clipped
from tests.sized_rubrics import sized_rubric
from tests.ui.finding import find
from tests.ui.keyboard import strike, tell_places
from tests.ui.looks import SMALL_LAPTOP, Look, assert_all_can_be_read, settle, show, worn
from ui.live_keys import MISSED, SEEN
from ui.screens.myview import MyViewScreen
from ui.screens.observe import ObserveScreen
from ui.screens.strip import Strip
from ui.screens.write_down import WriteDownScreen
from ui.session import Session
from ui.theme import TARGET
from ui.widgets.mark_tile import MarkTile
from ui.widgets.skill_grid import SkillGrid
from ui.window_state import WindowState

LONG = "Zusammenfassungsgespräch mit Bedarfsermittlung"
LONG_ARABIC = "يسأل عن السبب الحقيقي قبل أن يجيب على السؤال"
COUNTS = pytest.mark.parametrize("count", [1, 5, 9, 12])
NAMES = pytest.mark.parametrize("name", ["", LONG, LONG_ARABIC], ids=["usual", "German", "Arabic"])

Begun = Callable[..., UUID]


def named(count: int, name: str) -> Rubric:
    rubric = sized_rubric(count)
    skills = (
        replace(skill, name=f"{name} {n}" if name else skill.name) for n, skill in enumerate(rubric.skills)
    )
    return replace(rubric, skills=tuple(skills))


@pytest.fixture
def begun(session: Session) -> Begun:
    """A call that has just begun, with a rubric."""

    def begin(rubric: Rubric, way: Way = Way.OPEN_LAPTOP) -> UUID:
        rep = a_rep("Priya Nair")
        session.save_rep(rep)
        session.ask(lambda store: store.rubrics.keep(rubric))
        focus = (rubric.skills[0].id,)
        plan = a_tee_up(way=way, rubric_id=rubric.id, rubric_version=rubric.version, focus_skills=focus)
        call_id = session.add_call(rep.id, plan)
        session.book(call_id).start()
        return call_id

    return begin


def tiles(grid: SkillGrid) -> list[MarkTile]:
    return [tile for n in range(len(grid.skill_ids())) if (tile := grid.tile(n))]


def assert_can_be_tapped(grid: SkillGrid, count: int) -> None:
    found = tiles(grid)
    assert len(found) == count
    for tile in found:
        for half in (tile.seen, tile.missed):
            assert half.height() >= TARGET
            assert half.width() >= TARGET


@COUNTS
@NAMES
def test_every_skill_can_be_tapped_and_read_on_the_wide_screen(
    qtbot: QtBot, session: Session, begun: Begun, count: int, name: str
) -> None:
    screen = ObserveScreen(session)
    show(qtbot, screen)
    screen.show_subject(begun(named(count, name)))
    assert_all_can_be_read(screen)
    assert_can_be_tapped(screen.findChildren(SkillGrid)[0], count)


@COUNTS
@pytest.mark.parametrize("name", ["", "Donaudampfschifffahrtsgesellschaft mit langem Namen, 1 2"], ids=len)
def test_every_skill_can_be_tapped_and_read_in_large_text(
    qapp: QApplication, qtbot: QtBot, session: Session, begun: Begun, count: int, name: str
) -> None:
    with worn(qapp, Look(1.5, mirrored=True)):
        screen = ObserveScreen(session)
        show(qtbot, screen)
        screen.show_subject(begun(named(count, name)))
        assert_all_can_be_read(screen)
        assert_can_be_tapped(screen.findChildren(SkillGrid)[0], count)


@COUNTS
@NAMES
def test_every_skill_can_be_tapped_and_read_on_the_strip(
    session: Session, begun: Begun, count: int, name: str
) -> None:
    strip = Strip(session, WindowState(session.folder))
    try:
        strip.show_subject(begun(named(count, name), Way.DISCREET))
        strip.resize(strip.width(), SMALL_LAPTOP[1])
        settle()
        strip.grab()
        assert find_clipped(strip) == []
        assert strip.height() == SMALL_LAPTOP[1]
        assert_can_be_tapped(strip.findChildren(SkillGrid)[0], count)
    finally:
        strip.leave()
        strip.deleteLater()


@COUNTS
@NAMES
def test_every_skill_can_be_read_in_my_view_and_where_a_call_is_written_down(
    qtbot: QtBot, session: Session, clock: FakeClock, begun: Begun, count: int, name: str
) -> None:
    call_id = begun(named(count, name))
    clock.advance(minutes=20)
    session.book(call_id).end()
    for kind in (MyViewScreen, WriteDownScreen):
        screen = kind(session)
        show(qtbot, screen)
        screen.show_subject(call_id)
        assert_all_can_be_read(screen)


def test_a_rubric_of_one_skill_is_no_wall(qtbot: QtBot, session: Session, begun: Begun) -> None:
    screen = ObserveScreen(session)
    show(qtbot, screen)
    screen.show_subject(begun(sized_rubric(1)))
    settle()
    (tile,) = tiles(screen.findChildren(SkillGrid)[0])
    assert tile.height() < SMALL_LAPTOP[1] / 2
    assert tile.width() < SMALL_LAPTOP[0] / 2


def test_each_of_twelve_skills_has_two_keys_of_its_own(
    qtbot: QtBot, session: Session, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_places(monkeypatch)
    rubric = sized_rubric(12)
    call_id = begun(rubric)
    screen = ObserveScreen(session)
    show(qtbot, screen)
    screen.show_subject(call_id)
    for place in SEEN + MISSED:
        strike(screen, place)
    marked = [(mark.skill, mark.seen) for _, mark in session.state(call_id).of(Marked)]
    ids = [skill.id for skill in rubric.skills]
    assert marked == [*((one, True) for one in ids), *((one, False) for one in ids)]
    assert find(screen, MarkTile, "skill.skill-12").seen.accessibleDescription().endswith("Key N")


def test_rows_of_the_strip_stay_rows_however_few_there_are(session: Session, begun: Begun) -> None:
    strip = Strip(session, WindowState(session.folder))
    try:
        strip.show_subject(begun(sized_rubric(1), Way.DISCREET))
        strip.resize(strip.width(), SMALL_LAPTOP[1])
        settle()
        (row,) = tiles(strip.findChildren(SkillGrid)[0])
        assert row.height() <= 100
        assert row.y() == 0
    finally:
        strip.leave()
        strip.deleteLater()
