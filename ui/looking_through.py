"""Going through the whole archive folder: is all of it whole, its lists made anew, its calls brought back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.errors import SecondChairError
from scoring.text import tr
from ui.archiving import Archiving
from ui.eraser import Eraser
from ui.folder_dialog import FolderDialog
from ui.found_words import (
    back_words,
    checked_words,
    found_rows,
    lists_can_be_made,
    lists_words,
    missing_in,
    written_again_words,
)
from ui.long_work import LongWork, Progress, Stopped
from ui.save_dialog import last_folder
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton, SecondaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.found_list import FoundList
from ui.widgets.named import named
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Voice
from ui.words import time_words

if TYPE_CHECKING:
    from datetime import datetime

    from exports.archive.report import Report


@dataclass(frozen=True, slots=True)
class _Errand:
    """Something that goes through the whole folder: the words while it is on its way, and what to say of its report."""

    beginning: str
    going_on: str
    summary: Callable[[Report], str]
    is_way_back: bool = False


class LookingThrough(QWidget):
    """The manager has the archive checked, its lists made anew, or its calls brought back.

    :signal brought_back: there is more, maybe, than before.
    """

    brought_back = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder: Path | None = None
        self._errand = _check()
        self._failed = False
        self._missing: list[str] = []
        self._title = Text(tr("Is it whole?"), Voice.STRONG)
        self._about = Text(
            tr(
                "Checking reads every file, compares it with the sum that was written down for it, and looks for what "
                "is missing."
            ),
            Voice.MUTED,
        )
        self.check = named(SecondaryButton(tr("Check the archive")), "archive.check")
        self.rebuild = named(LinkButton(tr("Make its lists anew")), "archive.rebuild")
        self.write_again = named(LinkButton(tr("Write the missing pages again")), "archive.write_again")
        self.bring_back = named(
            LinkButton(tr("Bring calls back from an archive"), quiet=True), "archive.back"
        )
        self._progress = ProgressLine("archive.progress")
        self._found = FoundList("archive.found")
        self._work = LongWork(self)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        actions = FlowLayout(spacing=px(20))
        for action in (self.check, self.write_again, self.rebuild, self.bring_back):
            actions.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(actions)
        column.addWidget(self._progress)
        column.addWidget(self._found)
        self._offer(None)

    def _connect(self) -> None:
        self.check.clicked.connect(self._on_check)
        self.rebuild.clicked.connect(self._on_rebuild)
        self.write_again.clicked.connect(self._on_write_again)
        self.bring_back.clicked.connect(self._on_bring_back)
        self._progress.stop_chosen.connect(self._work.stop)
        self._work.progressed.connect(self._on_progressed)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    def show_folder(self, folder: Path | None) -> None:
        """Say which folder it is about; where there is none, only bringing back is offered."""
        if folder != self._folder or self._failed:  # what was wrong then may be put right by now
            self._found.hide()
            self._offer(None)
            self._failed = False
        self._folder = folder
        for part in (self._title, self._about, self.check):
            part.setVisible(folder is not None)

    def offer_bringing_back(self, *, offered: bool) -> None:
        """Let calls be brought back, or not: not while one only tries things out."""
        self.bring_back.setVisible(offered)

    # Setting out

    def _on_check(self) -> None:
        assert self._folder is not None, "there is one to check"
        self._set_out(_check(), partial(_verified, self._folder))

    def _on_rebuild(self) -> None:
        assert self._folder is not None, "there is one whose lists can be made"
        self._set_out(_make_lists(), partial(_rebuilt, self._folder))

    def _on_bring_back(self) -> None:
        begin = Archiving.of(self._session).folder_in_reach or last_folder(self._session.folder)
        dialog = FolderDialog(tr("The archive to bring calls back from"), begin, self)
        dialog.folder_chosen.connect(self._on_archive_chosen)
        dialog.open()

    def _on_archive_chosen(self, folder: Path) -> None:
        eraser = Eraser.of(self._session)
        eraser.refuse_if_busy()
        job = partial(_brought_back, folder, self._session, eraser, self._session.clock.now())
        self._set_out(_bring_back(), job)

    def _on_write_again(self) -> None:
        from exports.archive.moving import write_again

        missing = self._missing
        count = self._session.ask(lambda store: write_again(store, missing))
        self._offer(None)
        self._found.show_found(written_again_words(count), [], is_trouble=not count)
        self.check.setFocus()
        Archiving.of(self._session).try_again()

    def _set_out(self, errand: _Errand, job: Callable[[Progress, Stopped], Any]) -> None:
        if self._work.is_running:
            return
        self._errand = errand
        self._let_use(ready=False)
        self._found.hide()
        self._progress.begin(errand.beginning)
        self._progress.stop.setFocus()
        self._work.start(job)

    def _let_use(self, *, ready: bool) -> None:
        for button in (self.check, self.write_again, self.rebuild, self.bring_back):
            button.setEnabled(ready)

    def _offer(self, report: Report | None) -> None:
        """Offer what can be done about what was found in the archive of this data."""
        self._missing = missing_in(report) if report else []
        self.write_again.setVisible(bool(self._missing))
        self.rebuild.setVisible(report is not None and lists_can_be_made(report))

    # On the way, and back

    def _on_progressed(self, done: int, of: int) -> None:
        self._progress.say(self._errand.going_on.format(done=done, of=of), done, of)

    def _on_done(self, report: Report) -> None:
        self._come_back()
        self._found.show_found(self._summary(report), found_rows(report), is_trouble=not report.is_well)
        self._offer(None if self._errand.is_way_back else report)  # another folder is left as it is
        self._give_keys_back()
        if report.calls:
            self._session.read_past_anew()
            self.brought_back.emit()

    def _summary(self, report: Report) -> str:
        """What was found stays to be read while the archive goes on: it is said when it was so."""
        words = self._errand.summary(report)
        if self._errand.is_way_back:
            return words
        time = time_words(self._session.clock.now())
        return tr("{time}: {words}").format(time=time, words=words)

    def _on_failed(self, error: Exception) -> None:
        self._come_back()
        if not isinstance(error, SecondChairError):
            raise error
        self._found.show_found(f"{error.title}. {error.message}", [], is_trouble=True)
        self._failed = True
        self._give_keys_back()

    def _come_back(self) -> None:
        self._progress.end()
        self._let_use(ready=True)

    def _give_keys_back(self) -> None:
        (self.bring_back if self._errand.is_way_back else self.check).setFocus()


def _check() -> _Errand:
    return _Errand(tr("Looking what is there …"), tr("Checking {done} of {of} files …"), checked_words)


def _make_lists() -> _Errand:
    return _Errand(tr("Looking what is there …"), tr("Reading {done} of {of} files …"), lists_words)


def _bring_back() -> _Errand:
    return _Errand(
        tr("Looking what is there …"), tr("Reading {done} of {of} pages …"), back_words, is_way_back=True
    )


# Late, and apart from the window.


def _verified(folder: Path, progress: Progress, stopped: Stopped) -> Report:
    from exports.archive.verify import verify

    return verify(folder, progress=progress, stopped=stopped)


def _rebuilt(folder: Path, progress: Progress, stopped: Stopped) -> Report:
    from exports.archive.rebuild import rebuild

    return rebuild(folder, progress=progress, stopped=stopped)


def _brought_back(
    folder: Path, session: Session, eraser: Eraser, now: datetime, progress: Progress, stopped: Stopped
) -> Report:
    """What is here is copied first, as before each restore. Nothing is erased meanwhile: it would come back."""
    from exports.archive.bringing_back import bring_back
    from scoring.copies import BEFORE_RESTORE

    eraser.is_bringing_back = True
    try:
        session.ask(lambda store: store.back_up(BEFORE_RESTORE))
        return bring_back(folder, session.ask, now=now, progress=progress, stopped=stopped)
    finally:
        eraser.is_bringing_back = False
