from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.call_type import CallType
from scoring.rubric_draft import Place, RubricDraft, suited
from scoring.tenure import Tenure
from tests.ui.finding import find
from ui.screens.edit_rubric_page_whole import WholePart
from ui.widgets.choice_row import Chip


@pytest.fixture
def part(qtbot: QtBot) -> WholePart:
    made = WholePart()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_what_it_suits_is_chosen_and_given_back(qtbot: QtBot, part: WholePart) -> None:
    draft = RubricDraft(id="own")
    told: list[tuple[object, object]] = []

    def note(call_types: tuple[CallType, ...], tenures: tuple[Tenure, ...]) -> None:
        told.append((call_types, tenures))
        part.show_draft(suited(draft, call_types, tenures))

    part.suited.connect(note)
    part.show_draft(draft)
    for value in ("observe", "later", "observe"):
        qtbot.mouseClick(find(part, Chip, f"choice.{value}"), Qt.MouseButton.LeftButton)
    assert told == [
        ((CallType.OBSERVE,), ()),
        ((CallType.OBSERVE,), (Tenure.LATER,)),
        ((), (Tenure.LATER,)),
    ]


@pytest.mark.parametrize(
    ("field", "name"), [("summary", "rubric.summary"), ("tenures", "choice.first_months")]
)
def test_the_keys_go_to_a_place(part: WholePart, field: str, name: str) -> None:
    part.show_draft(RubricDraft(id="own"))
    part.take_keys(Place(field=field))
    now = part.focusWidget()
    assert now is not None
    assert now.objectName() == name
