from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.rubric import MOST_SKILLS
from tests.ui.test_theme import contrast
from ui.skill_colours import EDGE, ON_DESK, ON_LIVE, paint_edge, skill_colour
from ui.theme import DESK, LIVE, px, wear


@pytest.mark.parametrize(
    ("colours", "grounds"),
    [
        (ON_DESK, (DESK.ground, DESK.card, DESK.chosen)),
        (ON_LIVE, (LIVE.ground, LIVE.card, LIVE.raised)),
    ],
    ids=["desk", "live"],
)
def test_every_skill_has_a_colour_that_stands_out_from_every_ground(
    colours: tuple[str, ...], grounds: tuple[str, ...]
) -> None:
    assert len(set(colours)) == MOST_SKILLS
    for colour in colours:
        for ground in grounds:
            assert contrast(colour, ground) >= 3, (colour, ground)


def test_no_skill_looks_like_a_party_or_a_warning() -> None:
    assert not set(ON_DESK) & {DESK.rep, DESK.customer, DESK.me, DESK.late, DESK.accent}
    assert not set(ON_LIVE) & {LIVE.rep, LIVE.customer, LIVE.me, LIVE.late, LIVE.accent}


def test_an_edge_is_painted_for_the_face_it_stands_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert _painted(window, 2) == QColor(ON_DESK[2])
    wear(window, LIVE)
    assert _painted(window, 11) == QColor(skill_colour(11, window)) == QColor(ON_LIVE[11])


def _painted(widget: QWidget, place: int) -> QColor:
    picture = QPixmap(px(EDGE), 20)
    painter = QPainter(picture)
    paint_edge(painter, picture.rect(), place, widget)
    painter.end()
    return picture.toImage().pixelColor(1, 10)
