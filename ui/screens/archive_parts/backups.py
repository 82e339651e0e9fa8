"""The copies of all the data: made, looked into, and put in the place of what is here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from scoring.text import tr
from ui.archive_part import ArchivePart
from ui.archiving import Archiving
from ui.background import Background, Work
from ui.copy_words import changes, contents_words, made_words, reason_words, size_words
from ui.models.word_table import WordRow, Words, WordTable
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.calm_table import CalmTable, Tone
from ui.widgets.copy_panel import CopyPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoring.copies import Copy, Look


class BackupsPart(ArchivePart):
    """The manager makes a copy of everything, looks into one, and goes back to it if that is what is wanted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._now = named(PrimaryButton(tr("Back up now")), "backups.now")
        self._elsewhere = named(SecondaryButton(tr("Copy to another place …")), "backups.elsewhere")
        self._file = named(LinkButton(tr("Look into another file …")), "backups.file")
        self._status = named(Text("", Voice.MUTED), "backups.status")
        self._panel = named(CopyPanel(), "backups.panel")
        self._copies = WordTable([tr("When"), tr("Why"), tr("Size")], self)
        self._table = named(CalmTable(), "backups.table")
        self._empty = named(
            Text(tr("There are no copies yet. The first is made when you close Second Chair."), Voice.MUTED),
            "backups.empty",
        )
        self._looking: Work | None = None
        self._look: Look | None = None
        self._assemble()
        self._connect()
        # What is tried out stays by itself: a copy from elsewhere would bring the archive folder of its data along.
        for way_out in (self._elsewhere, self._file):
            way_out.setVisible(not Archiving.of(session).is_trial)

    def _assemble(self) -> None:
        self._table.setModel(self._copies)
        self._table.setAccessibleName(tr("Copies of everything"))
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=px(12))
        for button in (self._now, self._elsewhere, self._file):
            row.addWidget(button)
        note = tr(
            "A copy of everything is made each time you close Second Chair after a change, and the last ten of "
            "these are kept. A copy made by hand stays until you remove it. Choose one to see what is in it."
        )
        for part in (Text(note, Voice.MUTED), buttons, self._status, self._panel, self._empty, self._table):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._now.clicked.connect(self._on_now)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self._file.clicked.connect(self._on_file)
        self._table.opened.connect(self._on_opened)
        self._panel.close_chosen.connect(self._close_panel)
        self._panel.restore_chosen.connect(self._on_restore)

    @override
    def show_now(self) -> None:
        self._status.hide()
        self._put_panel_away()
        self._show_copies()
        self._now.setFocus()

    @override
    def leave(self) -> None:
        self._put_panel_away()

    def _show_copies(self) -> None:
        from exports.backups import list_copies

        copies = list_copies(self.session.folder)
        self._copies.show_rows(self._rows(copies))
        self._table.setVisible(bool(copies))
        self._empty.setVisible(not copies)

    def _rows(self, copies: Sequence[Copy]) -> list[WordRow]:
        now = self.session.clock.now()
        return [
            WordRow(
                copy.path,
                (
                    Words(made_words(copy.at, now), Tone.STRONG),
                    Words(reason_words(copy.why)),
                    Words(size_words(copy.size), Tone.MUTED),
                ),
            )
            for copy in copies
        ]

    # Making a copy

    def _on_now(self) -> None:
        self._back_up(None)

    def _on_elsewhere(self) -> None:
        from ui.folder_dialog import FolderDialog

        dialog = FolderDialog(tr("Where to put the copy"), Path.home(), self)
        dialog.folder_chosen.connect(self._back_up)
        dialog.open()

    def _back_up(self, folder: Path | None) -> None:
        from exports.backups import back_up

        self._say(tr("Copying everything …"))
        copying = Background.shared().run_apart(partial(back_up, self.session.folder, folder))
        copying.done.connect(self._on_backed_up)
        copying.failed.connect(self._on_failed)

    def _on_backed_up(self, path: Path) -> None:
        self._say(tr("The copy is made: {path}").format(path=path))
        self._show_copies()

    # Looking into one

    def _on_opened(self, row: int) -> None:
        path = self._copies.key_at(row)
        assert isinstance(path, Path)
        self._look_into(path, Background.shared().run)

    def _on_file(self) -> None:
        from ui.copy_dialog import CopyDialog

        dialog = CopyDialog(Path.home(), self)
        dialog.path_chosen.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, path: Path) -> None:
        self._look_into(path, Background.shared().run_apart)  # it may lie on a share that is away

    def _look_into(self, path: Path, run: Callable[[Callable[[], Look]], Work]) -> None:
        from exports.backups import look_into

        self._put_panel_away()
        self._say(tr("Looking into {file} …").format(file=path.name))
        self._looking = run(partial(look_into, path, self.session.folder))
        self._looking.done.connect(self._on_looked)
        self._looking.failed.connect(self._on_failed)

    def _on_looked(self, look: Look) -> None:
        self._say("")
        self._look = look
        now = self.session.clock.now()
        self._panel.show_copy(
            self._name(look.source), contents_words(look.contents), changes(look.comparison, now)
        )
        self._panel.show()
        self._panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._panel)

    def _name(self, path: Path) -> str:
        row = self._copies.row_of(path)
        if row is None:
            return path.name
        when, why = (self._copies.index(row, column).data() for column in range(2))
        return tr("{when}: {why}").format(when=when, why=why)

    def _close_panel(self) -> None:
        self._put_panel_away()
        (self._table if self._table.isVisible() else self._now).setFocus()

    def _put_panel_away(self) -> None:
        """What is being looked into is no longer wanted either."""
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._look = None
        self._panel.hide()

    # Putting it in place

    def _on_restore(self) -> None:
        assert self._look is not None, "the panel shows one"
        self.session.replace_data(self._look.prepared)

    def _say(self, words: str) -> None:
        self._status.setText(words)
        self._status.setVisible(bool(words))

    def _on_failed(self, error: Exception) -> None:
        self._say("")
        raise error
