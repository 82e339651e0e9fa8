"""What every part of the Archive screen is: one matter of those who keep the pages, behind a tab of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.theme import px
from ui.widgets.scroll_page import ScrollPage


class ArchivePart(ScrollPage):
    """Base of all parts. Widgets go into ``column``, which ends with a stretch.

    A part is made when its tab is first opened, and shown anew each time one comes to it. What fails in a slot may be
    raised as a SecondChairError: the window says it.

    :signal undo_offered: (sentence, callable): say what was done; the callable takes it back.
    :signal call_requested: go to where the call with this UUID goes on.
    :signal page_requested: show the page of the call with this UUID.
    :signal part_requested: go to another part, by its key.
    """

    undo_offered = Signal(str, object)
    call_requested = Signal(object)
    page_requested = Signal(object)
    part_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(px(34), px(18), px(34), px(26))
        self.session = session

    def show_now(self) -> None:
        """Read the record into the widgets, and give the keys to what is wanted first."""
        raise NotImplementedError  # every part says how

    def leave(self) -> None:
        """Another part or screen is about to take the place of this one: keep what is being written."""
