"""Every part of the Archive screen by the Tab key alone, from the top down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.holds import place_hold
from tests.builders import NINE, a_rep
from tests.ui.finding import find
from tests.ui.in_window import a_window
from ui.main_window import MainWindow
from ui.screens.archive import ArchiveScreen
from ui.session import Session
from ui.widgets.calm_table import CalmTable

KEPT, OTHER, TWIN = a_rep("Priya Nair"), a_rep("P. Nair"), a_rep("priya naïr")


def at_part(window: MainWindow, key: str) -> ArchiveScreen:
    window.open_place("archive")
    screen = window.current()
    assert isinstance(screen, ArchiveScreen)
    screen.open_part(key)
    return screen


def stops_from_here() -> list[str]:
    """:returns: the names of all that the Tab key visits, once round."""
    found: list[str] = []
    while True:
        here = QApplication.focusWidget()
        assert here is not None, "something has the keys"
        if not found or here.objectName() != found[0]:
            found.append(here.objectName())
        if len(found) > 60 or (here.objectName() == found[0] and len(found) > 1):
            return found
        QTest.keyClick(here, Qt.Key.Key_Tab)


def test_what_is_due_can_be_gone_through(qtbot: QtBot, session: Session) -> None:
    session.save_rep(KEPT)
    session.ask(lambda store: store.holds.save(place_hold("A claim", NINE, rep_id=KEPT.id)))
    at_part(a_window(qtbot, session), "due")
    stops = stops_from_here()
    assert stops == ["due.months.0", "holds.table", "holds.place", "nav.archive", "step.due"]


def test_people_can_be_gone_through(qtbot: QtBot, session: Session) -> None:
    for rep in (KEPT, OTHER, TWIN):
        session.save_rep(rep)
    session.merge_reps(OTHER.id, KEPT.id)
    session.ask(lambda store: store.holds.save(place_hold("A claim", NINE, rep_id=KEPT.id)))
    screen = at_part(a_window(qtbot, session), "people")
    stops = stops_from_here()
    assert stops == ["people.filter", "people.table", "nav.archive", "step.people", "doubles.look.0"]
    part = screen.current()
    assert part is not None
    table = find(part, CalmTable, "people.table")
    rows = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    table.opened.emit(rows.index(KEPT.name))
    stops = stops_from_here()
    buttons, above = stops[:4], stops[-3:]
    assert buttons == ["person.pack", "person.merge", "person.hold", "person.erase"]
    assert above == ["person.back", "person.lift.0", "entries.apart.0"]
