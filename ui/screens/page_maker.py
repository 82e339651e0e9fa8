"""Making the page of a call while the window stays free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QSizeF, Signal

from ui.background import Background, Work
from ui.session import Session

if TYPE_CHECKING:
    from exports.page.pdf import Drawn
    from exports.page_source import PageSource
    from scoring.preferences import Sheet


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that is ready: how it was drawn, the name of its file without ending, its size in points, its words."""

    drawn: Drawn
    name: str
    points: QSizeF
    words: str


class PageMaker(QObject):
    """Gathers a call in the keeper's thread and draws its page in the background. Only the latest wish is answered.

    :signal made: the page (MadePage).
    :signal failed: there is no page, and the error says why.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background.shared()
        self._sheet: Sheet = "a4"
        self._work: Work | None = None

    def make(self, call_id: UUID, sheet: Sheet) -> None:
        """Make the page of a call; what was being made before is forgotten."""
        from exports.page_source import page_source

        self.forget()
        self._sheet = sheet
        self._work = self._background.follow(self._session.post(lambda store: page_source(store, call_id)))
        self._work.done.connect(self._on_gathered)
        self._work.failed.connect(self.failed)

    def forget(self) -> None:
        """Nobody waits for the page any more."""
        if self._work is not None:
            self._work.drop()

    def _on_gathered(self, source: PageSource) -> None:
        sheet = self._sheet
        self._work = self._background.run(lambda: _draw(source, sheet))
        self._work.done.connect(self.made)
        self._work.failed.connect(self.failed)


def _draw(source: PageSource, sheet: Sheet) -> MadePage:
    from exports.page_file import draw_call, page_name
    from exports.raster import page_size, page_text

    drawn = draw_call(source, sheet)
    return MadePage(drawn, page_name(source), QSizeF(*page_size(drawn.pdf)), page_text(drawn.pdf))
