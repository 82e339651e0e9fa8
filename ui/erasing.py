"""Erasing from a screen: what the panel shows and asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from scoring.errors import SecondChairError
from scoring.text import tr
from ui.eraser import Eraser
from ui.long_work import LongWork, Progress, Stopped
from ui.session import Session
from ui.widgets.erase_panel import ErasePanel

if TYPE_CHECKING:
    from exports.erasing_words import WhatGoes
    from scoring.erasure import Erasure


class Erasing(QObject):
    """Leads one erasure at a time through its panel.

    :signal erased: something is gone; carries the Receipt.
    """

    erased = Signal(object)

    def __init__(self, session: Session, panel: ErasePanel) -> None:
        """:param panel: what it is shown on; it is the parent too."""
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._erasure: Erasure | None = None
        self._looking = LongWork(self)
        self._looking.progressed.connect(panel.say_progress)
        self._looking.done.connect(self._on_looked)
        self._looking.failed.connect(self._on_not_looked)
        self._eraser = Eraser.of(session)
        self._eraser.progressed.connect(self._on_progressed)
        self._eraser.done.connect(self._on_done)
        self._eraser.failed.connect(self._on_failed)
        panel.stop_chosen.connect(self._on_stop)
        panel.confirmed.connect(self._on_confirmed)
        panel.left.connect(self._looking.drop)

    def begin(self, erasure: Erasure, title: str) -> None:
        """Look what would go, and show it.

        :param title: what is to be erased, in words.
        :raises SecondChairError: while something is being erased.
        """
        self._eraser.refuse_if_busy()
        self._looking.drop()  # a share that is away may hold up what was looked for before
        self._erasure = erasure
        self._panel.look(title)
        self._looking.start(partial(_what_goes, self._session, erasure))

    def leave(self) -> None:
        """The screen is left: nothing is asked any more. What erases goes on, and what came of it stays to be read."""
        if self._panel.is_asking:
            self._panel.put_away()

    def _on_stop(self) -> None:
        if self._panel.is_erasing:
            self._eraser.stop()
        else:
            self._panel.put_away()

    def _on_looked(self, goes: WhatGoes) -> None:
        from exports.erasing_words import goes_lines, stays_lines, word_to_type

        self._panel.show_what_goes(
            [(line.text, line.names) for line in goes_lines(goes)],
            [(line.text, line.names) for line in stays_lines(goes)],
            word_to_type(goes),
        )

    def _on_not_looked(self, error: Exception) -> None:
        self._tell_failure(error)
        if not isinstance(error, SecondChairError):
            raise error

    def _on_confirmed(self) -> None:
        assert self._erasure is not None, "it was shown"
        self._eraser.refuse_if_busy()
        self._panel.begin()
        self._eraser.erase(self._erasure)

    # The eraser tells every panel there is; one of them asked for it.

    def _on_progressed(self, done: int, of: int) -> None:
        if self._panel.is_erasing:
            self._panel.say_progress(done, of)

    def _on_done(self, receipt: Any) -> None:
        from exports.receipt_words import receipt_text

        if self._panel.is_erasing and receipt is None:
            self._panel.tell(tr("Stopped"), tr("Nothing was erased."))
        elif self._panel.is_erasing:
            self._panel.tell(tr("It is erased"), receipt_text(receipt))
            self.erased.emit(receipt)

    def _on_failed(self, error: Exception) -> None:
        if self._panel.is_erasing:
            self._tell_failure(error)

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, SecondChairError):
            self._panel.tell(error.title, error.message)
        else:
            self._panel.tell(tr("It did not work"), tr("Something went wrong in Second Chair."))


# Late, and apart from the window.


def _what_goes(session: Session, erasure: Erasure, progress: Progress, stopped: Stopped) -> WhatGoes | None:
    from exports.erasing import what_goes

    return what_goes(session.ask, erasure, progress, stopped)
