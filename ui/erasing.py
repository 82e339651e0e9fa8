"""Erasing from a screen: what the panel shows and asks, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from scoring.errors import SecondChairError
from scoring.text import tr
from ui.archiving import Archiving
from ui.long_work import LongWork, Progress, Stopped
from ui.session import Session
from ui.widgets.erase_panel import ErasePanel

if TYPE_CHECKING:
    from datetime import datetime

    from exports.erasing_words import WhatGoes
    from scoring.erasure import Erasure, Receipt


class Erasing(QObject):
    """Leads one erasure at a time through its panel. Nothing waits in the archive meanwhile: what is to be erased must
    not be written there again.

    :signal erased: something is gone; carries the Receipt.
    """

    erased = Signal(object)

    def __init__(self, session: Session, panel: ErasePanel) -> None:
        """:param panel: what it is shown on; it is the parent too."""
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._erasure: Erasure | None = None
        self._goes: WhatGoes | None = None
        self._work = LongWork(self)
        self._work.progressed.connect(panel.say_progress)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._archiving = Archiving.of(session)
        panel.stop_chosen.connect(self._work.stop)
        panel.confirmed.connect(self._on_confirmed)
        panel.left.connect(self.leave)

    def begin(self, erasure: Erasure, title: str) -> None:
        """Look what would go, and show it. Does nothing while something is on its way.

        :param title: what is to be erased, in words.
        """
        if self._work.is_running:
            return
        self._erasure, self._goes = erasure, None
        self._panel.look(title)
        self._work.start(partial(_what_goes, self._session, erasure))

    def leave(self) -> None:
        """The panel or the screen is left: what only looks ends; what erases goes on."""
        if self._work.is_running and self._goes is None:
            self._work.stop()

    def _on_confirmed(self) -> None:
        assert self._erasure is not None, "it was shown"
        self._panel.begin()
        self._archiving.rest(self._on_at_rest)

    def _on_at_rest(self) -> None:
        assert self._erasure is not None, "it was confirmed"
        job = partial(_erased, self._session, self._erasure, self._session.clock.now())
        self._work.start(job)

    def _on_done(self, result: WhatGoes | Receipt | None) -> None:
        if result is None:
            self._stopped()
        elif self._panel.is_erasing:
            self._on_erased(result)
        elif not self._panel.isHidden():
            self._show(result)

    def _stopped(self) -> None:
        if self._panel.is_erasing:
            self._archiving.wake()
            self._panel.tell(tr("Stopped"), tr("Nothing was erased."))
        else:
            self._panel.put_away()

    def _show(self, goes: Any) -> None:
        from exports.erasing_words import goes_lines, stays_lines, word_to_type

        self._goes = goes
        self._panel.show_what_goes(
            [(line.text, line.names) for line in goes_lines(goes)],
            [(line.text, line.names) for line in stays_lines(goes)],
            word_to_type(goes),
        )

    def _on_erased(self, receipt: Any) -> None:
        from exports.receipt_words import receipt_text

        assert self._goes is not None, "it was shown before"
        self._session.forget(call.call_id for call in self._goes.calls)
        self._archiving.wake()
        self._goes = None
        self._panel.tell(tr("It is erased"), receipt_text(receipt))
        self.erased.emit(receipt)

    def _on_failed(self, error: Exception) -> None:
        if self._panel.is_erasing:
            self._archiving.wake()
        if not isinstance(error, SecondChairError):
            self._panel.put_away()
            raise error
        self._panel.tell(error.title, error.message)


# Late, and apart from the window.


def _what_goes(session: Session, erasure: Erasure, progress: Progress, stopped: Stopped) -> WhatGoes | None:
    from exports.erasing import what_goes

    return what_goes(_asking(session), erasure, progress, stopped)


def _erased(
    session: Session, erasure: Erasure, now: datetime, progress: Progress, stopped: Stopped
) -> Receipt | None:
    from exports.erasing import erase

    return erase(_asking(session), erasure, now, progress, stopped)


def _asking(session: Session) -> Callable[[Callable[[Any], Any]], Any]:
    def ask(job: Callable[[Any], Any]) -> Any:
        return session.ask(job)

    return ask
