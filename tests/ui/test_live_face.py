"""What both live faces show, and show alike."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoring.entry import Floor
from tests.builders import FakeClock, a_rep
from tests.ui.finding import find
from tests.ui.screens.aftercall import everything_said_by
from tests.ui.screens.live import SKILLS, a_running_call
from ui.live_face import LiveFace
from ui.session import Session
from ui.sitting import Sitting
from ui.theme import LIVE, wear
from ui.widgets.corner import Corner
from ui.widgets.floor_tile import FloorTile
from ui.widgets.floor_tiles import FloorTiles
from ui.widgets.mark_tile import MarkTile
from ui.widgets.save_state import SaveState
from ui.widgets.skill_grid import SkillGrid


class Ground(QWidget):
    """The widgets of a face, and nothing around them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        wear(self, LIVE)
        self.sitting = Sitting(session, self)
        clock, saved, floor, skills = Corner(), SaveState(), FloorTiles("ASDF"), SkillGrid()
        column = QVBoxLayout(self)
        for part in (clock, saved, floor, skills):
            column.addWidget(part)
        self.face = LiveFace(session, self.sitting, clock=clock, saved=saved, floor=floor, skills=skills)


@pytest.fixture
def call_id(session: Session) -> UUID:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return a_running_call(session, rep)


@pytest.fixture
def ground(qtbot: QtBot, session: Session) -> Ground:
    made = Ground(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_shows_what_was_logged_and_that_it_is_saved(
    qtbot: QtBot, session: Session, call_id: UUID, ground: Ground, clock: FakeClock
) -> None:
    ground.face.begin(call_id, neutral=True, keys=[("1", "Q")])
    ground.sitting.tap(SKILLS[0], True)
    ground.sitting.floor(Floor.ME)
    clock.advance(minutes=18)
    qtbot.waitUntil(lambda: not session.pending)
    ground.face.show_state()
    ground.grab()
    assert find(ground, MarkTile, f"skill.{SKILLS[0]}").seen.painted_tally == (1, 0)
    assert find(ground, FloorTile, "observe.me").isChecked()
    assert "18 min" in everything_said_by(ground)
    assert find(ground, SaveState, "save.state").text() == "All saved"


def test_skills_beyond_the_keys_have_none(session: Session, call_id: UUID, ground: Ground) -> None:
    ground.face.begin(call_id, neutral=True, keys=[("1", "Q"), ("2", "W")])
    keys = [find(ground, MarkTile, f"skill.{skill}").seen.has_key for skill in SKILLS]
    assert keys == [True, True, *[False] * (len(SKILLS) - 2)]


@pytest.mark.parametrize("neutral", [True, False])
def test_names_are_there_only_where_they_were_asked_for(
    session: Session, call_id: UUID, ground: Ground, neutral: bool
) -> None:
    ground.face.begin(call_id, neutral=neutral)
    ground.face.show_time()
    assert ("Priya" in everything_said_by(ground)) != neutral


def test_the_focus_skill_is_set_apart(session: Session, call_id: UUID, ground: Ground) -> None:
    ground.face.begin(call_id, neutral=True)
    bold = [find(ground, MarkTile, f"skill.{skill}").title_font().bold() for skill in SKILLS]
    assert bold == [skill == SKILLS[1] for skill in SKILLS]
