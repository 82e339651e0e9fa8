from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Kept
from scoring.rating import Rating
from scoring.rubric import default_rubric
from tests.builders import an_id
from tests.ui.screens.aftercall import everything_said_by, find, press
from ui.screens.debrief_steps.what_was_seen import WhatWasSeen
from ui.seen import SeenCall, SeenSkill
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.closing_field import AskedClosing, ClosingField, Linkable
from ui.widgets.evidence_list import EvidenceLine

SKILL = default_rubric().skills[0]


def _seen(title: str = "Northgate", **changes: object) -> SeenCall:
    rating = Rating(skill=SKILL.id, level=3)
    skill = SeenSkill(
        skill=SKILL,
        is_focus=True,
        standing=rating,
        first=rating,
        own="Sometimes",
        stands_on="",
        ticked=("Waits for the answer",),
        lines=(),
    )
    seen = SeenCall(
        call_id=an_id(),
        title=title,
        strengths=(EvidenceLine("04:10", "", "Asked back"),),
        gaps=(EvidenceLine("18:42", "", "Discount first"),),
        outcome="Best reached",
        declared="Best: a date.",
        skills=(skill,),
    )
    return replace(seen, **changes)  # pyright: ignore[reportArgumentType]  by name


@pytest.fixture
def step(qtbot: QtBot) -> WhatWasSeen:
    made = WhatWasSeen()
    qtbot.addWidget(made)
    made.resize(720, 700)
    made.show()
    return made


def test_strengths_come_before_what_got_in_the_way_and_both_before_the_skills(step: WhatWasSeen) -> None:
    step.show_seen([_seen()], "Priya")
    words = [label.text() for label in step.findChildren(QLabel)]
    places = [words.index(text) for text in ("Asked back", "Discount first")]
    assert places == sorted(places)
    said = everything_said_by(step)
    for text in ("04:10", "18:42", "Best reached", "Best: a date.", SKILL.name, "Mostly", "Priya: Sometimes"):
        assert text in said


def test_nothing_written_is_said_in_words(step: WhatWasSeen) -> None:
    step.show_seen([_seen(strengths=(), gaps=(), outcome="")], "Priya")
    said = everything_said_by(step)
    for text in ("No strengths were written down.", "Nothing was written down.", "Not written down."):
        assert text in said


def test_several_calls_stand_under_their_titles(step: WhatWasSeen) -> None:
    one, two = _seen("One"), _seen("Two")
    step.show_seen([one, two], "Priya")
    assert [t.text() for t in step.findChildren(QLabel) if t.text() in ("One", "Two") and t.isVisibleTo(step)]
    step.show_seen([one], "Priya")
    assert "Two" not in everything_said_by(step).split("\n")


def test_a_changed_level_is_told_with_its_call(step: WhatWasSeen) -> None:
    told: list[tuple[UUID, Rating]] = []

    def hear(call_id: UUID, rating: Rating) -> None:
        told.append((call_id, rating))

    step.rated.connect(hear)
    seen = _seen()
    step.show_seen([seen], "Priya")
    press(step, f"seen.{SKILL.id}.change")
    press(find(step, QWidget, f"seen.{SKILL.id}.levels"), "level.1")
    assert told == [(seen.call_id, Rating(skill=SKILL.id, level=1))]


def _asked(words: str, kept: Kept | None = None) -> AskedClosing:
    line = Linkable("entry", EvidenceLine("04:10", "+", "Asked back"), True)
    return AskedClosing(question=words, kept=kept, linkable=(line,), linked=frozenset())


def test_each_commitment_is_asked_about_and_told_by_its_number(step: WhatWasSeen) -> None:
    told: list[tuple[int, object]] = []

    def hear(number: int, what: object) -> None:
        told.append((number, what))

    step.kept_chosen.connect(hear)
    step.linked.connect(hear)
    step.show_closings([])
    assert not step.findChildren(ClosingField)
    step.show_closings([_asked("I ask first"), _asked("I wait", Kept.NOT_YET)])
    kept = [find(step, ChoiceRow, f"closing.{number}.kept") for number in (0, 1)]
    assert [row.chosen_values() for row in kept] == [[], ["not_yet"]]
    press(kept[0], "choice.kept")
    press(step, "closing.1.link.entry")
    assert told == [(0, Kept.KEPT), (1, "entry")]


def test_the_tab_key_goes_from_the_skills_to_what_is_asked_and_on(step: WhatWasSeen) -> None:
    step.show_seen([_seen()], "Priya")
    step.show_closings([_asked("I ask first", Kept.KEPT)])
    step.next.setFocus()
    step.activateWindow()
    visited: list[str] = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert focus
        QTest.keyClick(focus, Qt.Key.Key_Backtab)
        focus = QApplication.focusWidget()
        visited.append(focus.objectName() if focus else "")
    assert visited == ["closing.0.link.entry", "choice.kept", f"seen.{SKILL.id}.change"]


def test_a_link_at_the_top_leads_to_what_was_agreed_last_time(step: WhatWasSeen) -> None:
    step.show_seen([_seen()], "Priya")
    link = find(step, LinkButton, "debrief.to_asked")
    assert not link.isVisible()
    step.show_closings([_asked("I ask first"), _asked("I wait")])
    assert (link.isVisible(), link.text()) == (True, "Go to the 2 things agreed last time")
    step.activateWindow()
    press(step, "debrief.to_asked")
    focus = QApplication.focusWidget()
    assert focus
    assert find(step, ChoiceRow, "closing.0.kept").isAncestorOf(focus)


def test_what_was_forgotten_is_in_no_widget(step: WhatWasSeen) -> None:
    step.show_seen([_seen()], "Priya")
    step.show_closings([_asked("I ask first", Kept.KEPT)])
    step.forget()
    said = everything_said_by(step)
    for text in ("Asked back", "Discount first", "Best reached", "Mostly", "I ask first"):
        assert text not in said
