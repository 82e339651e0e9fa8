"""Archive: what is kept of the pages that were handed over, for how long, and about whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.archive_part import ArchivePart
from ui.screen import PlaceScreen
from ui.session import Session
from ui.theme import px
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.tab_strip import TabStrip

PartMaker = Callable[[Session], ArchivePart]


class ArchiveScreen(PlaceScreen):
    """The manager, or HR beside them, goes from one matter of the archive to the next by its tabs.

    :signal page_requested: show the page of the call with this UUID.
    """

    LISTS = True

    page_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._makers: dict[str, PartMaker] = {
            "pages": _pages,
            "people": _people,
            "due": _due,
            "backups": _backups,
        }
        self._parts: dict[str, ArchivePart] = {}
        self._header = PageHeader(tr("Archive"))
        tabs = [
            ("pages", tr("Pages")),
            ("people", tr("People")),
            ("due", tr("What is due")),
            ("backups", tr("Copies")),
        ]
        self._tabs = named(TabStrip(tabs), "archive.tabs")
        self._stack = QStackedWidget()
        self._shown = "pages"
        self._assemble()
        self._tabs.chosen.connect(self.open_part)

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(px(34), px(26), px(34), px(8))
        head.setSpacing(px(16))
        head.addWidget(self._header)
        head.addWidget(self._tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    @override
    def title(self) -> str:
        return tr("Archive")

    @override
    def show_now(self) -> None:
        self.open_part(self._shown)

    @override
    def leave(self) -> None:
        part = self.current()
        if part:
            part.leave()

    def current(self) -> ArchivePart | None:
        """:returns: the part that is shown."""
        return self._parts.get(self._shown)

    def open_part(self, key: str) -> None:
        """Go to another part; it is made when it is first needed."""
        self.leave()
        self._shown = key
        if key not in self._parts:
            self._parts[key] = self._made(key)
        part = self._parts[key]
        self._tabs.set_current(key)
        self._stack.setCurrentWidget(part)
        part.show_now()

    def _made(self, key: str) -> ArchivePart:
        part = self._makers[key](self.session)
        part.setObjectName(f"archive.{key}")
        part.undo_offered.connect(self.undo_offered)
        part.call_requested.connect(self.call_requested)
        part.page_requested.connect(self.page_requested)
        part.part_requested.connect(self.open_part)
        self._stack.addWidget(part)
        return part


# Late, because each part loads what it alone needs.


def _pages(session: Session) -> ArchivePart:
    from ui.screens.archive_parts.pages import PagesPart

    return PagesPart(session)


def _people(session: Session) -> ArchivePart:
    from ui.screens.archive_parts.people import PeoplePart

    return PeoplePart(session)


def _due(session: Session) -> ArchivePart:
    from ui.screens.archive_parts.due import DuePart

    return DuePart(session)


def _backups(session: Session) -> ArchivePart:
    from ui.screens.archive_parts.backups import BackupsPart

    return BackupsPart(session)
