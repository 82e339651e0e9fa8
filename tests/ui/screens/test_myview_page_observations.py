from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.debrief import Observation
from tests.builders import an_id
from tests.ui.screens.aftercall import everything_said_by, find, press, write
from ui.screens.myview_page_observations import MOST_OFFERED, ObservationsPart, Offer
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.hint_line import Check, HintLine

Make = Callable[[int], ObservationsPart]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    """A part that shows what it tells, as the screen lets it, with so many entries to pick."""

    def make_part(offers: int) -> ObservationsPart:
        part = ObservationsPart("part", "What went well")
        qtbot.addWidget(part)
        part.set_offers([_offer(number) for number in range(offers)])
        part.show_observations(())
        part.edited.connect(part.show_observations)
        with qtbot.waitActive(part):
            part.show()
            part.activateWindow()
        return part

    return make_part


def _offer(number: int) -> Offer:
    line = EvidenceLine(f"0{number % 10}:00", "+", f"entry {number}")
    return Offer(line=line, observation=Observation(words=f"words {number}", entry=an_id()))


def _picks(part: ObservationsPart) -> list[QAbstractButton]:
    everything_said_by(part)  # lets what was removed go
    return [button for button in part.findChildren(QAbstractButton) if ".pick." in button.objectName()]


def test_writing_in_the_empty_line_begins_an_observation_and_keeps_the_keys(make: Make) -> None:
    part = make(0)
    part.last_line().setFocus()
    write(part, "part.0", "Asked back")
    focus = QApplication.focusWidget()
    assert isinstance(focus, GrowingText)
    assert focus.text() == "Asked back"
    assert part.last_line().text() == ""
    assert part.last_line() is not focus


def test_a_picked_entry_is_offered_no_more_until_it_is_removed(make: Make) -> None:
    part = make(3)
    press(part, _picks(part)[1].objectName())
    assert [button.text() for button in _picks(part)] == ["entry 0", "entry 2"]
    assert find(part, GrowingText, "part.0").text() == "words 1"
    press(part, "part.0.remove")
    assert [button.text() for button in _picks(part)] == ["entry 0", "entry 1", "entry 2"]


def test_removing_one_of_several_leaves_the_others_in_order(make: Make) -> None:
    part = make(0)
    for number in range(3):
        write(part, f"part.{number}", "abc"[number])
    told: list[tuple[Observation, ...]] = []
    part.removed.connect(told.append)
    press(part, "part.1.remove")
    assert [find(part, GrowingText, f"part.{n}").text() for n in range(3)] == ["a", "c", ""]
    assert [item.words for item in told[0]] == ["a", "b", "c"]


def test_undo_in_the_empty_line_writes_nothing(make: Make) -> None:
    part = make(0)
    told: list[tuple[Observation, ...]] = []
    part.edited.connect(told.append)
    QTest.keyClick(part.last_line(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all(observations == () for observations in told)


def test_a_very_long_log_offers_what_a_person_can_look_through(make: Make) -> None:
    assert len(_picks(make(MOST_OFFERED + 5))) == MOST_OFFERED


def _said_of(part: ObservationsPart, name: str) -> str:
    return next(line.hint for line in part.findChildren(HintLine) if line.findChild(QWidget, f"{name}.hint"))


def _leave(part: ObservationsPart, name: str) -> None:
    find(part, GrowingText, name).setFocus()
    part.last_line().setFocus()


@pytest.fixture
def left(make: Make) -> tuple[ObservationsPart, list[str]]:
    """A part in which every observation but those with a digit gets a hint, and which words were left alone."""
    part, left = make(1), list[str]()

    def leave(observation: Observation) -> None:
        left.append(observation.words)

    part.set_check(Check(hint=_hint_unless_digit, leave=leave))
    return part, left


def _hint_unless_digit(observation: Observation) -> str:
    return "" if any(letter.isdigit() for letter in observation.words) else "An example would help."


def _ignore(_observation: Observation) -> None:
    pass


Left = tuple[ObservationsPart, list[str]]


@pytest.mark.usefixtures("no_button_down")
def test_a_hint_comes_after_leaving_and_goes_while_the_words_change(qtbot: QtBot, left: Left) -> None:
    part, _ = left
    write(part, "part.0", "Good")
    write(part, "part.1", "Nice")
    assert _said_of(part, "part.0") == ""
    _leave(part, "part.0")
    qtbot.waitUntil(lambda: _said_of(part, "part.0") != "")
    assert _said_of(part, "part.1") == "", "this one was not left yet"
    assert part.last_line().hasFocus()
    field = find(part, GrowingText, "part.0")
    assert field.accessibleDescription() == "An example would help."
    write(part, "part.0", "!")
    assert _said_of(part, "part.0") != "", "it still holds"
    write(part, "part.0", "1")
    assert _said_of(part, "part.0") == ""
    assert field.accessibleDescription() == ""


@pytest.mark.usefixtures("no_button_down")
def test_leaving_the_words_alone_gives_the_keys_back_to_them(qtbot: QtBot, left: Left) -> None:
    part, words = left
    write(part, "part.0", "Good")
    _leave(part, "part.0")
    qtbot.waitUntil(lambda: _said_of(part, "part.0") != "")
    press(part, "part.0.hint.leave")
    assert words == ["Good"]
    assert _said_of(part, "part.0") == ""
    assert find(part, GrowingText, "part.0").hasFocus()


@pytest.mark.usefixtures("no_button_down")
def test_words_that_were_logged_in_the_call_get_no_hint_until_they_are_changed(
    qtbot: QtBot, make: Make
) -> None:
    part = make(0)
    offer = Offer(
        line=EvidenceLine("01:00", "+", "Good"), observation=Observation(words="Good", entry=an_id())
    )
    part.set_offers([offer])
    part.show_observations(())
    part.set_check(Check(hint=_hint_unless_digit, leave=_ignore))
    press(part, _picks(part)[0].objectName())
    write(part, "part.1", "Nice")
    _leave(part, "part.0")
    _leave(part, "part.1")
    qtbot.waitUntil(lambda: _said_of(part, "part.1") != "")
    assert _said_of(part, "part.0") == ""
    write(part, "part.0", "!")
    _leave(part, "part.0")
    qtbot.waitUntil(lambda: _said_of(part, "part.0") != "")
