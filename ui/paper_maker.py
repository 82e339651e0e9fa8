"""Making a PDF while the window stays free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QSizeF, Signal

from ui.background import Background, Work
from ui.session import Session

if TYPE_CHECKING:
    from exports.page.pdf import Drawn
    from exports.page_source import PageSource
    from scoring.preferences import Sheet
    from scoring.rubric import Rubric


Subject = TypeVar("Subject", UUID, str)
Source = TypeVar("Source", "PageSource", "Rubric")


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A PDF that is ready: what it was made from, on which sheet and how it was drawn, the name of its file without
    ending, its size in points, its words."""

    source: PageSource | Rubric
    sheet: Sheet
    drawn: Drawn
    name: str
    points: QSizeF
    words: str


class PaperMaker(QObject, Generic[Subject, Source]):
    """Gathers a call or a rubric in the keeper's thread and draws its PDF in the background. Only the latest wish is
    answered.

    :param gather: what is told of the subject (its id) and of the number; called in the keeper's thread with the store.
    :param draw: draws what was gathered on a sheet; called in the background.
    :param name: names its file, without ending; called in the background too.
    :signal made: the PDF (MadePaper).
    :signal failed: there is none, and the error says why.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        gather: Callable[[Subject, int | None, Any], Source],
        draw: Callable[[Source, Sheet], Drawn],
        name: Callable[[Source], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._gather = gather
        self._draw = draw
        self._name = name
        self._background = Background.shared()
        self._sheet: Sheet = "a4"
        self._work: Work | None = None

    def make(self, subject: Subject, sheet: Sheet, number: int | None = None) -> None:
        """Make the PDF of a call or a rubric; what was being made before is forgotten.

        :param number: which of its pages or versions, from 1; None is the one as it stands.
        """
        self.forget()
        self._sheet = sheet
        gathering = self._session.post(partial(self._gather, subject, number))
        self._work = self._background.follow(gathering)
        self._work.done.connect(self._on_gathered)
        self._work.failed.connect(self.failed)

    def forget(self) -> None:
        """Nobody waits for the PDF any more."""
        if self._work is not None:
            self._work.drop()

    def _on_gathered(self, source: Source) -> None:
        draw, name, sheet = self._draw, self._name, self._sheet
        self._work = self._background.run(lambda: _made(source, sheet, draw(source, sheet), name(source)))
        self._work.done.connect(self.made)
        self._work.failed.connect(self.failed)


def gather_call(call_id: UUID, number: int | None, store: Any) -> PageSource:
    """:returns: what the page of a call, or its call sheet, is made from."""
    from exports.page_source import page_source  # in the keeper's thread, which has the time

    return page_source(store, call_id, number)


def _made(source: PageSource | Rubric, sheet: Sheet, drawn: Drawn, name: str) -> MadePaper:
    from exports.raster import page_size, page_text

    return MadePaper(source, sheet, drawn, name, QSizeF(*page_size(drawn.pdf)), page_text(drawn.pdf))
