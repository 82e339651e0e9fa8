"""The pages that were handed over: where they are kept, what waits, whether all of it is whole, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from exports.wording import moment_text
from scoring.errors import SecondChairError
from scoring.text import tr, trn
from ui.archive_part import ArchivePart
from ui.archiving import Archiving
from ui.file_opener import FileOpener
from ui.folder_dialog import FolderDialog
from ui.looking_through import LookingThrough
from ui.models.word_table import WordRow, Words, WordTable
from ui.save_dialog import last_folder
from ui.session import Session
from ui.widgets.calm_table import CalmTable, Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.folder_card import FolderCard
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from scoring.archived import Waiting

MOST_WAITING = 30
"""Nobody reads more of them, and they are listed anew with every page; the words above count them all."""


class PagesPart(ArchivePart):
    """The manager chooses the folder, sees what waits for it and why, has it checked, or brings calls back from it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._archiving = Archiving.of(session)
        self._opener = FileOpener(self)
        self._empty = named(
            EmptyState(
                tr(
                    "Choose a folder that will be there for years, such as a shared drive. Every page you hand over is "
                    "kept in it too, under a name people can read, with a list of what lies there."
                ),
                tr("Choose a folder"),
            ),
            "archive.empty",
        )
        self._refused = named(Text("", Voice.LATE), "archive.refused")
        self._card = FolderCard()
        self._rows = WordTable((tr("Waiting"), tr("Customer"), tr("What"), tr("Handed over")), self)
        self._waiting = named(CalmTable(), "archive.waiting")
        self._more = Text("", Voice.SMALL)
        self._looking = LookingThrough(session)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._waiting.setModel(self._rows)
        self._waiting.setAccessibleName(tr("What waits for the archive"))
        for part in (self._empty, self._refused, self._card, self._waiting, self._more, self._looking):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._archiving.changed.connect(self._on_changed)
        self._empty.action_chosen.connect(self._on_choose)
        self._card.other_chosen.connect(self._on_choose)
        self._card.none_chosen.connect(self._on_none)
        self._card.again_chosen.connect(self._archiving.try_again)
        self._card.open_chosen.connect(self._on_open)
        self._opener.failed.connect(self._on_not_opened)
        self._looking.brought_back.connect(self._archiving.look)
        self._waiting.opened.connect(self._on_row_opened)

    @override
    def show_now(self) -> None:
        self._show_state()
        self._archiving.look()
        if self.session.archive_folder is None:
            self._empty.button.setFocus()
        else:
            self._card.take_keys()

    # How it stands

    def _on_changed(self) -> None:
        if self.isVisible():
            self._show_state()

    def _show_state(self) -> None:
        folder, state = self.session.archive_folder, self._archiving.state
        was_choosing = self.window().focusWidget() is self._empty.button
        self._empty.setVisible(folder is None)
        self._card.setVisible(folder is not None)
        if was_choosing and folder is not None:
            self._card.take_keys()
        if folder is not None:
            self._card.show_folder(folder, is_ours=not self._archiving.is_trial)
        self._card.show_status(self._status(), is_trouble=state.trouble is not None)
        self._show_refused(state.trouble if folder is None else None)
        self._show_waiting(state.waiting if folder is not None or state.waiting else ())
        self._looking.show_folder(folder)
        self._looking.offer_bringing_back(offered=not self._archiving.is_trial)

    def _show_refused(self, trouble: SecondChairError | None) -> None:
        """Why the first folder that was chosen cannot be used."""
        self._refused.setText(f"{trouble.title}. {trouble.message}" if trouble else "")
        self._refused.setVisible(trouble is not None)

    def _status(self) -> str:
        state = self._archiving.state
        waiting = len(state.waiting)
        if state.trouble is not None:
            return self._trouble_words(state.trouble, waiting)
        if state.is_busy:
            return trn("Writing {n} page or scan …", "Writing {n} pages and scans …", waiting).format(
                n=waiting
            )
        if not state.pages:
            return tr("Nothing is in it yet. What you hand over from now on goes there by itself.")
        words = trn(
            "{n} page is kept there; nothing waits.", "{n} pages are kept there; nothing waits.", state.pages
        )
        return words.format(n=state.pages)

    def _trouble_words(self, trouble: SecondChairError, waiting: int) -> str:
        sentence = f"{trouble.title}. {trouble.message}"
        if not waiting:
            return sentence
        words = trn(
            "{trouble} {n} waits here, and is tried again every minute.",
            "{trouble} {n} wait here, and are tried again every minute.",
            waiting,
        )
        return words.format(trouble=sentence, n=waiting)

    def _show_waiting(self, waiting: tuple[Waiting, ...]) -> None:
        self._rows.show_rows([_row(one) for one in waiting[:MOST_WAITING]])
        self._waiting.setVisible(bool(waiting))
        left = len(waiting) - MOST_WAITING
        self._more.setText(trn("and {n} more", "and {n} more", left).format(n=left))
        self._more.setVisible(left > 0)

    # What can be done

    def _on_choose(self) -> None:
        begin = self._archiving.folder_in_reach or last_folder(self.session.folder)
        dialog = FolderDialog(tr("Where the pages are kept"), begin, self)
        dialog.folder_chosen.connect(self._archiving.use_folder)
        dialog.open()

    def _on_none(self) -> None:
        before = self.session.archive_folder
        assert before is not None, "there is one, or it could not be left"
        self._archiving.use_none()
        self._empty.button.setFocus()
        self.undo_offered.emit(
            tr("Pages are kept in no folder any more. What lies in {folder} stays there.").format(
                folder=before
            ),
            partial(self._archiving.use_folder, before),
        )

    def _on_open(self) -> None:
        assert self.session.archive_folder is not None, "there is a folder to open"
        self._opener.open(self.session.archive_folder)

    def _on_not_opened(self, error: SecondChairError) -> None:
        raise error

    def _on_row_opened(self, row: int) -> None:
        key = self._rows.key_at(row)
        self.page_requested.emit(key)


def _row(waiting: Waiting) -> WordRow:
    what = (
        tr("scan of the signed page")
        if waiting.what == "scan"
        else tr("page {number}").format(number=waiting.page)
    )
    cells = (
        Words(waiting.rep, Tone.STRONG),
        Words(waiting.customer),
        Words(what),
        Words(moment_text(waiting.since)),
    )
    return WordRow(waiting.call_id, cells)
