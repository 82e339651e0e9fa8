from __future__ import annotations

from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from scoring.errors import KnownError, SecondChairError
from tests.ui.finding import press
from ui.messages import Messages
from ui.session import Session

FULL = KnownError("The disk is full", "Make some room.")


@pytest.fixture
def messages(qtbot: QtBot, session: Session) -> Messages:
    shown = Messages(session)
    qtbot.addWidget(shown)
    return shown


def _said(messages: Messages) -> str:
    return messages.bar.message() if messages.isVisible() else ""


def test_undo_takes_back_and_the_offer_goes_away(qtbot: QtBot, messages: Messages) -> None:
    undone: list[str] = []
    messages.offer_undo("The call is cancelled.", lambda: undone.append("cancel"))
    assert _said(messages) == "The call is cancelled."
    press(qtbot, messages, "message.action")
    assert undone == ["cancel"]
    assert _said(messages) == ""


def test_what_can_no_longer_be_undone_is_not_offered(messages: Messages) -> None:
    messages.offer_undo("The call is cancelled.", list)
    messages.end_undo()
    assert _said(messages) == ""
    messages.offer_undo("The call is cancelled.", list)
    messages.show_problem(SecondChairError("That did not work", "Try again."))
    messages.end_undo()
    assert _said(messages) == "That did not work. Try again.", "only offers end"


def test_what_an_undo_has_to_say_stays(qtbot: QtBot, messages: Messages) -> None:
    messages.offer_undo("Retired.", lambda: messages.offer_undo("Back again.", list))
    press(qtbot, messages, "message.action")
    assert _said(messages) == "Back again."


def test_a_message_can_be_put_away(qtbot: QtBot, messages: Messages) -> None:
    messages.show_problem(SecondChairError("That did not work", "Try again."))
    press(qtbot, messages, "message.close")
    assert not messages.isVisible(), "and leaves no empty strip"


def test_trouble_with_saving_stays_until_saving_works(session: Session, messages: Messages) -> None:
    session.trouble_changed.emit(FULL)
    assert _said(messages) == "The disk is full. Make some room."
    messages.clear()
    assert _said(messages) == "The disk is full. Make some room."
    session.trouble_changed.emit(None)
    assert _said(messages) == ""


def test_an_offer_made_during_trouble_is_not_lost_when_the_trouble_ends(
    session: Session, messages: Messages
) -> None:
    session.trouble_changed.emit(FULL)
    messages.offer_undo("The call is cancelled.", list)
    session.trouble_changed.emit(None)
    assert _said(messages) == "The call is cancelled."


def test_trouble_that_began_earlier_is_said_in_a_new_window(qtbot: QtBot, session: Session) -> None:
    session.trouble = FULL
    messages = Messages(session)
    qtbot.addWidget(messages)
    messages.clear()
    assert _said(messages) == "The disk is full. Make some room."


def test_where_a_customer_looks_on_nothing_is_said(session: Session, messages: Messages) -> None:
    messages.offer_undo("The call is cancelled.", list)
    messages.set_quiet(True)
    heard = [_said(messages)]
    messages.offer_undo("Something else.", list)
    heard.append(_said(messages))
    messages.show_problem(SecondChairError("That did not work", "Try again."))
    heard.append(_said(messages))
    session.trouble_changed.emit(FULL)
    heard.append(_said(messages))
    messages.say_throughout("You are looking at sample data.", "Back", list)
    heard.append(_said(messages))
    assert heard == [""] * 5
    messages.set_quiet(False)
    assert _said(messages) == "The disk is full. Make some room."


def test_what_stands_throughout_comes_back_after_another_message(qtbot: QtBot, messages: Messages) -> None:
    messages.say_throughout("You are looking at sample data.", "Back", list)
    messages.offer_undo("The call is cancelled.", list)
    assert _said(messages) == "The call is cancelled."
    press(qtbot, messages, "message.action")
    assert _said(messages) == "You are looking at sample data."


def test_a_bug_during_a_call_is_told_once_the_call_is_over(qtbot: QtBot, messages: Messages) -> None:
    copied: list[str] = []
    messages.set_quiet(True)
    messages.show_bug(lambda: copied.append("details"))
    messages.set_quiet(True)
    assert _said(messages) == ""
    messages.set_quiet(False)
    assert "went wrong" in _said(messages)
    press(qtbot, messages, "message.action")
    assert copied == ["details"]
    messages.set_quiet(False)
    assert _said(messages) == "", "once is enough"


def test_a_bug_says_that_all_is_safe_only_when_it_is(
    qtbot: QtBot, session: Session, messages: Messages
) -> None:
    messages.show_bug(list)
    assert "What you saved is safe" in _said(messages)
    session.pending.add(waiting := uuid4())
    messages.show_bug(list)
    assert _said(messages) == "Something went wrong in Second Chair."
    session.pending.remove(waiting)
    session.trouble_changed.emit(FULL)
    messages.show_bug(list)
    assert _said(messages) == "Something went wrong in Second Chair."


def test_what_was_asked_for_is_said_once_a_customer_no_longer_looks_on(
    qtbot: QtBot, messages: Messages
) -> None:
    shown: list[str] = []
    messages.set_quiet(True)
    messages.say_sooner_or_later("It is here now.", "Show it", lambda: shown.append("it"), problem=False)
    assert _said(messages) == ""
    messages.set_quiet(False)
    assert _said(messages) == "It is here now."
    press(qtbot, messages, "message.action")
    assert (shown, _said(messages)) == (["it"], "")
