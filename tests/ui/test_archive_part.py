"""A part of the Archive screen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.looks import show
from ui.archive_part import ArchivePart
from ui.session import Session
from ui.widgets.text import Text


def test_a_part_is_a_page_that_scrolls_on_one_session(qtbot: QtBot, session: Session) -> None:
    part = ArchivePart(session)
    for number in range(200):
        part.column.addWidget(Text(f"Line {number}"))
    show(qtbot, part)
    assert part.session is session
    assert part.verticalScrollBar().maximum() > 0
