from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.finding import press
from tests.ui.screens.aftercall import everything_said_by
from ui.call_lines import PageLine, RatingLine
from ui.screens.call_side import CallSide, Seen
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.side_notes import Note

PLAN = [Note("Purpose", "Agree on a trial")]
SEEN = Seen(
    lines=[EvidenceLine("04:10", "+", "SEALED strength")],
    ratings=[
        RatingLine(
            name="Stays calm",
            is_focus=True,
            level=3,
            word="Mostly, first Sometimes",
            stands_on="+ 04:10",
            own="Sometimes",
        )
    ],
    not_rated="Not rated: Uses their words.",
    ended=Note("How it ended", "SEALED outcome", "Purpose: agree"),
    agreed=[Note("To do differently", "“I wait”")],
    pages=[
        PageLine(number=2, words="2: 11 March 2026, 09:00", note="Not handed over yet."),
        PageLine(number=1, words="1: 10 March 2026, 09:00", note="Handed over"),
    ],
)


@pytest.fixture
def side(qtbot: QtBot) -> CallSide:
    made = CallSide()
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.show()
    return made


def test_open_it_says_how_the_skills_were_rated_what_was_agreed_and_which_pages_there_are(
    side: CallSide,
) -> None:
    side.show_open(SEEN, "Priya", PLAN)
    said = everything_said_by(side)
    for words in (
        "Mostly, first Sometimes",
        "+ 04:10",
        "Priya: Sometimes",
        "Not rated: Uses their words.",
        "SEALED strength",
        "SEALED outcome",
        "“I wait”",
        "2: 11 March 2026, 09:00",
        "Agree on a trial",
    ):
        assert words in said, words


@pytest.mark.parametrize("number", [1, 2])
def test_each_page_can_be_shown(qtbot: QtBot, side: CallSide, number: int) -> None:
    side.show_open(SEEN, "Priya", PLAN)
    with qtbot.waitSignal(side.page_chosen) as chosen:
        press(qtbot, side, f"call.page.{number}")
    assert chosen.args == [number]


def test_sealed_it_holds_nothing_of_what_was_open_before(side: CallSide) -> None:
    side.show_open(SEEN, "Priya", PLAN)
    side.show_sealed("Opens after Priya has spoken.", PLAN)
    said = everything_said_by(side)
    assert "SEALED" not in said
    assert {"Opens after Priya has spoken.", "Agree on a trial"} <= set(said.splitlines())


def test_before_my_view_there_is_only_what_was_agreed_before(side: CallSide) -> None:
    side.show_open(SEEN, "Priya", PLAN)
    side.show_not_yet(PLAN)
    assert "Agree on a trial" in everything_said_by(side)
    assert "Ratings" not in everything_said_by(side)
