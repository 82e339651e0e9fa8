"""What stands beside a sheet of paper: what it is, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice

_WIDTH = 352  # px at 100 %
_MARGIN = 26  # px at 100 %


class PaperSide(ScrollPage):
    """The manager saves the paper or prints it, reads what became of it, chooses its size, or goes back.

    What is to be known of the file is added to ``about_file``, which stands right below the buttons; what else there is
    to say or to do to ``own``, which stands below all that.

    :param name: of the paper: ``"page"`` gives its parts the object names ``"page.save"``, ``"page.print"`` …
    :param back: the words on the way back.
    :signal back_chosen: go back.
    :signal sheet_chosen: "a4" or "letter".
    :signal save_chosen: save the PDF.
    :signal print_chosen: print it.
    :signal open_chosen: open the saved file.
    :signal folder_chosen: show the saved file in its folder.
    """

    back_chosen = Signal()
    sheet_chosen = Signal(str)
    save_chosen = Signal()
    print_chosen = Signal()
    open_chosen = Signal()
    folder_chosen = Signal()

    def __init__(self, name: str, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(px(_WIDTH))
        self.back = named(LinkButton(back, quiet=True), "back")
        self._header = PageHeader()
        self._reason = named(Text("", Voice.MUTED), f"{name}.reason")
        self._actions = QWidget()
        self._notes = named(Text("", Voice.LATE), f"{name}.notes")
        self.save = named(PrimaryButton(tr("Save the PDF")), f"{name}.save")
        self.print = named(SecondaryButton(tr("Print")), f"{name}.print")
        self.about_file = QVBoxLayout()
        self._status = named(Text("", Voice.MUTED), f"{name}.status")
        self._saved_links = QWidget()
        self.open = named(LinkButton(tr("Open in viewer")), f"{name}.open")
        self.folder = named(LinkButton(tr("Show in folder")), f"{name}.folder")
        self._not_opened = named(Text("", Voice.LATE), f"{name}.not_opened")
        self._sheets = named(ChoiceRow([("a4", tr("A4")), ("letter", tr("US Letter"))]), f"{name}.paper")
        self.own = QVBoxLayout()
        self._assemble()
        self._connect()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), px(400))

    def _assemble(self) -> None:
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.setContentsMargins(*4 * (px(_MARGIN),))
        self.column.setSpacing(px(14))
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._header, self._reason, self._actions):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._assemble_actions()

    def _assemble_actions(self) -> None:
        links = _row(self.open, self.folder)
        links.setContentsMargins(0, 0, 0, 0)
        self._saved_links.setLayout(links)
        column = QVBoxLayout(self._actions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._notes)
        column.addLayout(_row(self.save, self.print))
        column.addLayout(self.about_file)
        for part in (self._status, self._saved_links, self._not_opened):
            column.addWidget(part)
        column.addWidget(LabelledField(tr("Paper"), self._sheets))
        column.addLayout(self.own)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_chosen)
        self._sheets.chosen.connect(self.sheet_chosen)
        self.save.clicked.connect(self.save_chosen)
        self.print.clicked.connect(self.print_chosen)
        self.open.clicked.connect(self.open_chosen)
        self.folder.clicked.connect(self.folder_chosen)

    def show_head(self, title: str, subtitle: str) -> None:
        """Say what the paper is about."""
        self._header.set_title(title)
        self._header.set_subtitle(subtitle)
        self.verticalScrollBar().setValue(0)

    def show_reason(self, reason: str) -> None:
        """Say why there is nothing to see; nothing can be done with it."""
        self._reason.setText(reason)
        self._reason.show()
        self._actions.hide()

    def show_making(self, sheet: str) -> None:
        """The PDF is on its way; nothing can be done with it yet."""
        self._reason.hide()
        self._actions.show()
        self._sheets.set_chosen([sheet])
        self._show_notes([])
        self._say("")
        self._let_use(ready=False)

    def show_slow(self) -> None:
        """It takes long enough to say so."""
        self._say(tr("Getting it ready …"))

    def show_ready(self, notes: list[str]) -> None:
        """The PDF is there. ``notes`` are to be read before it is printed."""
        self._show_notes(notes)
        self._say("")
        self._let_use(ready=True)

    def show_saving(self) -> None:
        """The file is being written."""
        self._say(tr("Saving …"))

    def show_saved(self, path: Path) -> None:
        """The file is written."""
        self._say(tr("Saved in {folder} as {name}.").format(folder=path.parent, name=path.name))
        self._saved_links.show()

    def show_printing(self) -> None:
        """It is being sent to the printer."""
        self._say(tr("Printing …"))

    def show_printed(self) -> None:
        """The printer has it."""
        self._say(tr("It is on its way to the printer."))

    def show_problem(self, sentence: str) -> None:
        """Something did not work, and this is what to do."""
        self._say(sentence, Voice.LATE)

    def show_not_opened(self, sentence: str) -> None:
        """The saved file was not opened or shown, and this is what to do; it still lies where it was saved."""
        self._not_opened.setText(sentence)
        self._not_opened.show()

    def _show_notes(self, notes: list[str]) -> None:
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def _say(self, sentence: str, voice: Voice = Voice.MUTED) -> None:
        self._status.set_voice(voice)
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))
        self._saved_links.hide()
        self._not_opened.hide()

    def _let_use(self, *, ready: bool) -> None:
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(12))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
