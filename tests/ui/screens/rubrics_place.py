"""The place of the rubrics as a test opens it, and what is seen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exports.rubric_shelf import Shelf, shelf
from scoring.rubric import Rubric, default_rubric
from scoring.rubric_draft import copy_of, draft_of
from tests.ui.finding import find
from tests.ui.looks import show
from ui.screens.rubrics import RubricsScreen
from ui.session import Session
from ui.widgets.calm_table import CalmTable
from ui.widgets.message_bar import MessageBar
from ui.widgets.text import Text


def the_screen(qtbot: QtBot, session: Session) -> RubricsScreen:
    """:returns: the screen as one comes to it."""
    screen = RubricsScreen(session)
    show(qtbot, screen)
    screen.show_now()
    return screen


def in_use(session: Session, name: str) -> Rubric:
    """:returns: a copy of the app's own rubric, put in use."""
    return session.ask(lambda store: store.put_in_use(copy_of(default_rubric(), name)))


def next_of(session: Session, rubric: Rubric, name: str) -> Rubric:
    """:returns: its next version, under another name."""
    return session.ask(lambda store: store.put_in_use(replace(draft_of(rubric), name=name)))


def shelf_of(session: Session) -> Shelf:
    """:returns: all rubrics as they are stored."""
    return session.ask(shelf)


def rows(screen: RubricsScreen, name: str = "rubrics.table") -> list[list[str]]:
    """:returns: the words of a table; none while it cannot be seen."""
    table = find(screen, CalmTable, name)
    model = table.model()
    shown = range(model.rowCount()) if table.isVisible() else ()
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in shown]


def open_rubric(qtbot: QtBot, screen: RubricsScreen, name: str) -> None:
    """Choose a rubric of the list by keyboard."""
    row = [cells[0] for cells in rows(screen)].index(name)
    table = find(screen, CalmTable, "rubrics.table")
    table.selectRow(row)
    qtbot.keyClick(table, Qt.Key.Key_Return)


def read(screen: RubricsScreen) -> str:
    """:returns: all words that can be seen now."""
    return "\n".join(text.accessibleName() for text in screen.findChildren(Text) if text.isVisible())


def said(screen: RubricsScreen) -> str:
    """:returns: what the screen says became of something."""
    return find(screen, MessageBar, "rubrics.note").message()


def undos_of(screen: RubricsScreen) -> list[Callable[[], object]]:
    """:returns: a list that every undo that is offered from now on comes into."""
    undos: list[Callable[[], object]] = []

    def keep(_sentence: str, undo: Callable[[], object]) -> None:
        undos.append(undo)

    screen.undo_offered.connect(keep)
    return undos
