"""Helpers for the screens of a running call: a call that has just begun, hands on its keys, and a disk with moods."""

from __future__ import annotations

from threading import Event
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.entry import Entry, Floor, FloorTaken, Marked, WordsHeard
from scoring.errors import KnownError
from scoring.people import Rep
from scoring.rubric import default_rubric
from scoring.state import CallState
from scoring.store import Store
from scoring.teeup import StepInReason
from tests.builders import a_tee_up
from tests.ui.finding import find
from tests.ui.keyboard import NONE
from tests.ui.looks import show
from ui.screens.observe import ObserveScreen
from ui.session import Session
from ui.widgets.curtain import Curtain
from ui.widgets.mark_tile import MarkTile
from ui.widgets.press_button import PressButton
from ui.widgets.words_field import WordsField

SKILLS = [skill.id for skill in default_rubric().skills]
LEFT = Qt.MouseButton.LeftButton
NAMES = ("Priya", "Nair", "Northgate", "Dental", "Dana", "Whitfield", "Larkfield", "Trial", "Second Chair")
"""What nobody across the table is to read: everybody and everything ``a_running_call`` is about."""


def a_running_call(session: Session, rep: Rep) -> UUID:
    """:returns: a call that has just begun; asked and facts are agreed as reasons to step in."""
    plan = a_tee_up(
        customer="Northgate Dental",
        rubric_id=default_rubric().id,
        focus_skills=(SKILLS[1],),
        step_in_reasons=(StepInReason.ASKED, StepInReason.FACTS),
    )
    call_id = session.add_call(rep.id, plan)
    session.book(call_id).start()
    return call_id


def shown(qtbot: QtBot, session: Session, call_id: UUID) -> ObserveScreen:
    """:returns: the live screen, on show and with the keys."""
    screen = ObserveScreen(session)
    show(qtbot, screen)
    screen.show_subject(call_id)
    return screen


class Gate:
    """A disk that keeps everybody waiting, or refuses, until it is opened."""

    def __init__(self, append: object) -> None:
        self.append = append
        self.error: KnownError | None = None
        self.open = Event()
        self.open.set()

    def shut(self, error: KnownError | None = None) -> None:
        """Let nothing be saved; with ``error`` it is refused instead of waiting."""
        self.error = error
        self.open.clear()

    def let_through(self, store: Store, entries: list[Entry]) -> None:
        """In place of ``Store.append``."""
        if self.error and not self.open.is_set():
            raise self.error
        self.open.wait()
        self.append(store, entries)  # pyright: ignore[reportCallIssue]  the store's own


# What was logged


def state_of(screen: ObserveScreen) -> CallState:
    """:returns: what the log adds up to."""
    return screen.session.state(screen.subject)


def marks(screen: ObserveScreen) -> list[tuple[int, bool, str]]:
    """:returns: (number of the skill, seen, words) of every mark that stands, in order of time."""
    return [(SKILLS.index(mark.skill) + 1, mark.seen, mark.words) for _, mark in state_of(screen).of(Marked)]


def floors(screen: ObserveScreen) -> list[Floor]:
    """:returns: who took the floor, in order of time."""
    return [taken.who for _, taken in state_of(screen).of(FloorTaken)]


def heard(screen: ObserveScreen) -> list[str]:
    """:returns: the words that were heard, in order of time."""
    return [words.text for _, words in state_of(screen).of(WordsHeard)]


# Parts of the screen


def tile(screen: ObserveScreen, number: int) -> MarkTile:
    """:returns: the tile of a skill, 1 for the first."""
    return find(screen, MarkTile, f"skill.{SKILLS[number - 1]}")


def words_field(screen: ObserveScreen) -> WordsField:
    """:returns: where words heard are written."""
    return find(screen, WordsField, "observe.words")


def curtain_of(screen: ObserveScreen) -> Curtain:
    """:returns: the curtain, drawn or not."""
    (curtain,) = screen.findChildren(Curtain)
    return curtain


# Hands


def hit(qtbot: QtBot, screen: ObserveScreen, name: str) -> None:
    """Press a button of the live screen that can be seen."""
    button = next(b for b in screen.findChildren(PressButton, name) if b.isVisible())
    qtbot.mousePress(button, LEFT)
    qtbot.mouseRelease(button, LEFT)


def write(qtbot: QtBot, screen: ObserveScreen, words: str) -> None:
    """Type wherever the keys go now."""
    qtbot.keyClicks(screen.focusWidget(), words)


def press(qtbot: QtBot, screen: ObserveScreen, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key wherever the keys go now."""
    qtbot.keyClick(screen.focusWidget() or screen, key, modifiers)


def all_saved(qtbot: QtBot, session: Session) -> None:
    """Wait until everything logged is durable."""
    qtbot.waitUntil(lambda: not session.pending)
