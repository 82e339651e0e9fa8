from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.screens.aftercall import everything_said_by
from ui.screens.debrief_side import DebriefSide
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.sealed_panel import SealedPanel
from ui.widgets.side_notes import Note


@pytest.fixture
def side(qtbot: QtBot) -> DebriefSide:
    made = DebriefSide()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_when_the_view_opens_and_holds_nothing_of_it_until_then(side: DebriefSide) -> None:
    side.show_open([EvidenceLine("04:10", "+", "SEALED")])
    assert "SEALED" in everything_said_by(side)
    side.show_sealed("Priya")
    assert "Opens after Priya has spoken." in everything_said_by(side)
    assert "SEALED" not in everything_said_by(side)


def test_once_open_the_box_is_gone(side: DebriefSide) -> None:
    side.show_open([EvidenceLine("04:10", "+", "Asked back")])
    assert not any(box.isVisibleTo(side) for box in side.findChildren(SealedPanel))


def test_the_notes_stand_below(side: DebriefSide) -> None:
    side.show_notes([Note("How Priya likes it", detail="Ask, do not tell.")])
    assert "Ask, do not tell." in everything_said_by(side)
