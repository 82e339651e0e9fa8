"""What can be done with several calls of the list: copied out as pages, or as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scoring.text import tr, trn
from ui.calls_copying import CallsCopying
from ui.file_opener import FileOpener
from ui.folder_dialog import FolderDialog
from ui.save_dialog import SaveDialog, Saving, last_folder
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from exports.page_copies import Copied


class ChosenCalls(QWidget):
    """Nothing to see until several calls are chosen; then how many, and what can be done with them. What came of it
    stays to be read until it is put away, or something else is done.

    :signal none_chosen: no longer several are to be chosen.
    """

    none_chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._numbers: Sequence[int] = ()
        self._asked_for: Sequence[int] = ()
        self._path = Path()
        self._copying = CallsCopying(session, self)
        self._opener = FileOpener(self)
        self._choice = QWidget()
        self._count = named(Text("", Voice.STRONG), "calls.chosen.count")
        self._pages = named(LinkButton(tr("Save pages")), "calls.chosen.pages")
        self._table = named(LinkButton(tr("Save as table")), "calls.chosen.table")
        self._none = named(LinkButton(tr("Choose none"), quiet=True), "calls.chosen.none")
        self._progress = ProgressLine("calls.chosen.progress")
        self._told = QWidget()
        self._outcome = named(Text(), "calls.chosen.outcome")
        self._show_file = named(LinkButton(tr("Show in folder")), "calls.chosen.show_file")
        self._away = named(LinkButton(tr("Close"), quiet=True), "calls.chosen.close")
        self._assemble()
        self._connect()
        self._tell("")
        self.show_chosen(())

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for place, parts in (
            (self._choice, (self._count, self._pages, self._table, self._none)),
            (self._told, (self._outcome, self._show_file, self._away)),
        ):
            row = QHBoxLayout(place)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(16))
            for part in parts:
                row.addWidget(part, int(isinstance(part, Text)))
        for part in (self._choice, self._progress, self._told):
            column.addWidget(part)

    def _connect(self) -> None:
        self._pages.clicked.connect(self._on_pages)
        self._table.clicked.connect(self._on_table)
        self._none.clicked.connect(self.none_chosen)
        self._progress.stop_chosen.connect(self._copying.stop)
        self._copying.progressed.connect(self._on_progressed)
        self._copying.pages_copied.connect(self._on_pages_copied)
        self._copying.table_written.connect(self._on_table_written)
        self._copying.failed.connect(self._on_failed)
        self._show_file.clicked.connect(self._on_show_file)
        self._away.clicked.connect(self._on_away)
        self._opener.failed.connect(self._on_opener_failed)

    def show_chosen(self, numbers: Sequence[int]) -> None:
        """Say what can be done with the calls with these numbers; nothing with fewer than two."""
        self._numbers = numbers
        count = len(numbers)
        words = trn("{n} chosen", "{n} chosen", count)
        self._count.setText(words.format(n=QLocale().toString(count)))
        self._show_parts()

    def _show_parts(self) -> None:
        busy, told = self._copying.is_running, bool(self._outcome.accessibleName())
        self._choice.setVisible(len(self._numbers) > 1)
        self._pages.setEnabled(not busy)
        self._table.setEnabled(not busy)
        self._told.setVisible(told)
        self.setVisible(len(self._numbers) > 1 or busy or told)

    # Asking where to

    def _on_pages(self) -> None:
        self._asked_for = tuple(self._numbers)
        dialog = FolderDialog(tr("Save the pages"), last_folder(self._session.folder), self)
        dialog.folder_chosen.connect(self._on_folder)
        dialog.open()

    def _on_table(self) -> None:
        self._asked_for = tuple(self._numbers)
        saving = Saving(tr("Save as table"), tr("Tables (*.csv)"), "csv")
        name = tr("{day} joint calls").format(day=self._session.clock.now().date().isoformat())
        dialog = SaveDialog(self._session.folder, name, self, saving)
        dialog.path_chosen.connect(self._on_path)
        dialog.open()

    def _on_folder(self, folder: Path) -> None:
        if self._begin():
            self._copying.copy_pages(self._asked_for, folder)
            self._show_parts()

    def _on_path(self, path: Path) -> None:
        if self._begin():
            self._copying.write_table(self._asked_for, path)
            self._show_parts()

    def _begin(self) -> bool:
        """:returns: False while something else is still on its way."""
        if self._copying.is_running:
            return False
        self._tell("")
        self._progress.begin(tr("Copying …"))
        self._progress.stop.setFocus()
        return True

    # What becomes of it

    def _on_progressed(self, done: int, of: int) -> None:
        words = tr("Copying: call {n} of {of}")
        self._progress.say(words.format(n=min(done + 1, of), of=of), done, of)

    def _on_pages_copied(self, copied: Copied) -> None:
        self._end(_pages_words(copied), copied.paths[0] if copied.paths else None)

    def _on_table_written(self, path: Path, calls: int | None) -> None:
        if calls is None:
            self._end(tr("Stopped. Nothing was written."), None)
            return
        words = trn(
            "{n} call is in {file}, in the folder {folder}.",
            "{n} calls are in {file}, in the folder {folder}.",
            calls,
        )
        self._end(words.format(n=calls, file=path.name, folder=path.parent.name), path)

    def _on_failed(self, error: Exception) -> None:
        self._end("", None)
        raise error

    def _end(self, words: str, path: Path | None) -> None:
        had_keys = self._progress.isAncestorOf(self.window().focusWidget() or self)
        self._progress.end()
        self._path = path or Path()
        self._tell(words, has_file=path is not None)
        if had_keys:
            (self._show_file if path else self._none).setFocus()

    def _tell(self, words: str, *, has_file: bool = False) -> None:
        self._outcome.setText(words)
        self._show_file.setVisible(has_file)
        self._show_parts()

    def _on_away(self) -> None:
        self._tell("")

    def _on_show_file(self) -> None:
        self._opener.show_in_folder(self._path)

    def _on_opener_failed(self, error: Exception) -> None:
        raise error


def _pages_words(copied: Copied) -> str:
    """:returns: what was copied, what was not, and that nobody was given anything by it."""
    count, missing = len(copied.paths), copied.without_page
    folder = copied.paths[0].parent.name if copied.paths else ""
    lie = trn("{n} page lies in the folder {folder}.", "{n} pages lie in the folder {folder}.", count)
    without = trn("{n} call has no page yet.", "{n} calls have no page yet.", missing)
    parts = (
        tr("Stopped.") if copied.stopped else "",
        lie.format(n=count, folder=folder) if count else tr("No page was saved."),
        without.format(n=missing) if missing else "",
        tr("These are copies: nothing was handed over.") if count else "",
    )
    return " ".join(filter(None, parts))
