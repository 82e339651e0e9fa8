from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from exports.rubric_shelf import ShelvedRubric
from scoring.rubric import DEFAULT_ID, default_rubric
from scoring.rubric_draft import RubricDraft, draft_of
from tests.ui.finding import find, tab_stops
from tests.ui.looks import show
from ui.widgets.button import PaintedButton
from ui.widgets.rubric_doing import RubricDoing

OURS = replace(default_rubric(), id="ours")
FILES = {"rubric.save", "rubric.paper"}


@pytest.mark.parametrize(
    ("rubric", "offered"),
    [
        (ShelvedRubric(id=DEFAULT_ID, latest=default_rubric()), {"rubric.copy_to_change", *FILES}),
        (
            ShelvedRubric(id="ours", latest=OURS, draft=draft_of(OURS), calls=2),
            {"rubric.edit", "rubric.copy", "rubric.calls", "rubric.away", "rubric.throw", *FILES},
        ),
        (ShelvedRubric(id="ours", draft=RubricDraft(id="ours")), {"rubric.edit", "rubric.throw"}),
    ],
    ids=["of the app", "ones own", "only begun"],
)
def test_what_can_be_done_is_offered_and_nothing_else(
    qtbot: QtBot, rubric: ShelvedRubric, offered: set[str]
) -> None:
    doing = RubricDoing()
    show(qtbot, doing)
    doing.show_rubric(rubric)
    doing.offer_files(offered=rubric.latest is not None)
    assert {stop.objectName() for stop in tab_stops(doing)} == offered


def test_the_way_to_its_calls_says_where_it_leads(qtbot: QtBot) -> None:
    doing = RubricDoing()
    show(qtbot, doing)
    for calls, words in ((1, "Show the call"), (2, "Show the calls")):
        doing.show_rubric(ShelvedRubric(id="ours", latest=OURS, calls=calls))
        assert find(doing, PaintedButton, "rubric.calls").text() == words
