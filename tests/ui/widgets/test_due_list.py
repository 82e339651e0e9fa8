"""The calls that have been kept for long enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from exports.keeping import Keeping
from scoring.facts import CallFacts, facts_of
from scoring.holds import place_hold
from scoring.retention import Retention, due
from tests.builders import NINE, a_call, a_rep, a_running_log
from tests.ui.finding import find, press, texts
from ui.widgets.calm_table import CalmTable
from ui.widgets.due_list import DueList

PRIYA = a_rep("Priya Nair")
LARKFIELD = Retention().keeping("Larkfield", 12)


def calls(count: int) -> list[CallFacts]:
    facts = [facts_of(a_call(PRIYA), a_running_log().state) for _ in range(count)]
    return [replace(one, started_at=NINE + timedelta(days=day)) for day, one in enumerate(facts)]


def keeping(*facts: CallFacts, held: CallFacts | None = None) -> Keeping:
    holds = (place_hold("A lawsuit", NINE, call_id=held.call_id),) if held else ()
    names = {one.call_id: "Larkfield" for one in facts}
    return Keeping(
        organisations=("Larkfield",),
        retention=LARKFIELD,
        due=tuple(due(facts, names, LARKFIELD, (NINE + timedelta(days=900)).date(), holds)),
        holds=holds,
        reps={PRIYA.id: PRIYA},
        calls=facts,
        receipts=(),
    )


@pytest.fixture
def shown(qtbot: QtBot) -> DueList:
    shown = DueList()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_all_that_may_go_is_chosen_at_once_and_told(qtbot: QtBot, shown: DueList) -> None:
    facts = calls(3)
    shown.show_due(keeping(*facts, held=facts[1]))
    assert (
        "3 calls have been kept for long enough. Choose those that may go. 1 of them is under a legal hold."
        in texts(shown)
    )
    press(qtbot, shown, "due.all")
    with qtbot.waitSignal(shown.erase_chosen) as chosen:
        press(qtbot, shown, "due.erase")
    assert chosen.args == [sorted([facts[0].call_id, facts[2].call_id])]


def test_what_is_gone_or_held_meanwhile_is_not_chosen_any_more(qtbot: QtBot, shown: DueList) -> None:
    facts = calls(3)
    shown.show_due(keeping(*facts))
    press(qtbot, shown, "due.all")
    shown.show_due(keeping(*facts[1:], held=facts[1]))
    with qtbot.waitSignal(shown.erase_chosen) as chosen:
        press(qtbot, shown, "due.erase")
    assert chosen.args == [[facts[2].call_id]]


def test_where_nothing_is_due_nothing_can_be_erased(shown: DueList) -> None:
    shown.show_due(keeping())
    assert not find(shown, CalmTable, "due.table").isVisible()
    assert any(words.startswith("Nothing is due.") for words in texts(shown))
