"""What the list of calls is narrowed down to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoring.call_type import CallType
from scoring.finding import CallQuery, Order, Period, SoughtSkill
from scoring.rubric import Rubric, default_rubric
from tests.builders import a_rep
from tests.ui.finding import find, press
from tests.ui.looks import show
from ui.screens.calls_filter import CallFilter, Sought
from ui.widgets.button import PaintedButton
from ui.widgets.chip_line import ChipLine
from ui.widgets.menu_button import MenuButton
from ui.widgets.spin_fields import WhenField

TODAY = date(2026, 3, 10)
PRIYA = a_rep("Priya Nair")
RUBRIC = default_rubric()
SKILL = RUBRIC.skills[0]


@pytest.fixture
def shown(qtbot: QtBot) -> CallFilter:
    made = CallFilter()
    made.offer([PRIYA, a_rep("Tomás")], [RUBRIC], TODAY)
    made.set_open(opened=True)
    show(qtbot, made)
    return made


def _answer(qtbot: QtBot, shown: CallFilter, question: str, words: str) -> Sought:
    """:returns: what is sought once this answer was chosen."""
    menu = find(shown, MenuButton, f"calls.filter.{question}").menu
    (action,) = [action for action in menu.actions() if action.text() == words]
    with qtbot.waitSignal(shown.changed) as changed:
        action.trigger()
    (sought,) = changed.args or []
    shown.show_sought(sought, found=True)
    return sought


def _chips(shown: CallFilter) -> list[str]:
    line = shown.findChild(ChipLine)
    assert line is not None
    chips = [chip for chip in line.findChildren(PaintedButton) if chip.label.endswith("×")]
    return [chip.label for chip in chips if not chip.isHidden()]


@pytest.mark.parametrize(
    ("question", "words", "query", "chip"),
    [
        ("rep", "Priya Nair", CallQuery(rep_id=PRIYA.id), "Priya Nair ×"),
        ("type", "We sell together", CallQuery(call_type=CallType.TOGETHER), "We sell together ×"),
        (
            "skill",
            f"{SKILL.name}, missed",
            CallQuery(skill=SoughtSkill(skill=SKILL.id, seen=False)),
            f"{SKILL.name}, missed ×",
        ),
        ("time", "This year", CallQuery(since=date(2026, 1, 1), until=date(2026, 12, 31)), "This year ×"),
    ],
)
def test_an_answer_narrows_the_list_and_stands_there_as_a_chip(
    qtbot: QtBot, shown: CallFilter, question: str, words: str, query: CallQuery, chip: str
) -> None:
    assert _answer(qtbot, shown, question, words).on(TODAY) == query
    assert _chips(shown) == [chip]


def test_answers_add_up_and_are_taken_away_one_by_one(qtbot: QtBot, shown: CallFilter) -> None:
    _answer(qtbot, shown, "rep", "Priya Nair")
    _answer(qtbot, shown, "time", "This month")
    with qtbot.waitSignal(shown.changed) as changed:
        press(qtbot, shown, "calls.chip.period")
    assert changed.args == [Sought(query=CallQuery(rep_id=PRIYA.id))]
    with qtbot.waitSignal(shown.cleared):
        press(qtbot, shown, "calls.chip.all")


def test_between_two_days_begins_with_the_days_that_were_sought(qtbot: QtBot, shown: CallFilter) -> None:
    _answer(qtbot, shown, "time", "This year")
    sought = _answer(qtbot, shown, "time", "Between two days")
    assert (sought.query.since, sought.query.until) == (date(2026, 1, 1), date(2026, 12, 31))
    with qtbot.waitSignal(shown.changed) as changed:
        find(shown, WhenField, "calls.filter.since").setDate(QDate(2025, 11, 30))
    (sought,) = changed.args or []
    shown.show_sought(sought, found=True)
    assert sought.on(TODAY) == CallQuery(since=date(2025, 11, 30), until=date(2026, 12, 31))
    assert _chips(shown) == ["30 Nov 2025 to 31 Dec ×"]


def test_what_was_answered_stays_to_be_seen_where_the_questions_are_put_away(
    qtbot: QtBot, shown: CallFilter
) -> None:
    _answer(qtbot, shown, "time", "Between two days")
    shown.set_open(opened=False)
    assert not [part for part in shown.findChildren(MenuButton) if part.isVisible()]
    assert not find(shown, WhenField, "calls.filter.since").isVisible()
    assert len(_chips(shown)) == 1
    shown.show_sought(Sought(), found=True)
    assert not shown.isVisible()


def test_rubrics_are_asked_about_only_where_there_are_several(shown: CallFilter) -> None:
    button = find(shown, MenuButton, "calls.filter.rubric")
    assert not button.isVisible()
    other = Rubric(id="other", name="Other", version=1, language="en", skills=RUBRIC.skills)
    shown.offer([], [RUBRIC, other], TODAY)
    assert button.isVisible()


def _offered(shown: CallFilter, question: str) -> list[str]:
    return [action.text() for action in find(shown, MenuButton, f"calls.filter.{question}").menu.actions()]


def test_once_a_rubric_was_chosen_its_skills_alone_are_asked_about(qtbot: QtBot, shown: CallFilter) -> None:
    first, second, *_ = RUBRIC.skills
    other = replace(RUBRIC, id="other", name="Other", skills=(first,))
    shown.offer([], [RUBRIC, other], TODAY)
    assert len(_offered(shown, "skill")) == 2 * len(RUBRIC.skills)
    _answer(qtbot, shown, "rubric", "Other")
    assert _offered(shown, "skill") == [f"{first.name}, seen", f"{first.name}, missed"]
    shown.show_sought(Sought(), found=True)
    assert f"{second.name}, seen" in _offered(shown, "skill")


@pytest.mark.parametrize("number", [0, 1])
def test_a_skill_that_a_rubric_has_not_is_not_looked_for_in_it(
    qtbot: QtBot, shown: CallFilter, number: int
) -> None:
    other = replace(RUBRIC, id="other", name="Other", skills=RUBRIC.skills[:1])
    shown.offer([], [RUBRIC, other], TODAY)
    had = _answer(qtbot, shown, "skill", f"{RUBRIC.skills[number].name}, seen").query.skill
    sought = _answer(qtbot, shown, "rubric", "Other")
    assert sought.query == CallQuery(rubric_id="other", skill=had if number == 0 else None)


@pytest.mark.parametrize("found", [True, False])
def test_the_way_back_to_all_calls_is_offered_once(shown: CallFilter, found: bool) -> None:
    shown.show_sought(Sought(query=CallQuery(rep_id=PRIYA.id)), found=found)
    assert find(shown, QWidget, "calls.chip.all").isVisible() is found


def test_somebody_who_was_erased_is_still_a_filter_that_can_be_taken_away(shown: CallFilter) -> None:
    shown.show_sought(Sought(query=CallQuery(rep_id=UUID(int=1))), found=False)
    assert _chips(shown) == ["Somebody who is not here any more ×"]


def test_what_is_cleared_keeps_its_order() -> None:
    sought = Sought(query=CallQuery(words="elm", order=Order.REP, descending=False), period=Period.THIS_MONTH)
    assert sought.without_filters() == Sought(query=CallQuery(order=Order.REP, descending=False))
