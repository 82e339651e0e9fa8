"""What every screen is that shows a PDF as it will be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.paper import sheet_for
from exports.raster import picture
from scoring.errors import SecondChairError
from scoring.files import write_whole
from scoring.handing_over import HandOver
from scoring.preferences import Paper
from ui.background import Background, Work
from ui.file_opener import FileOpener
from ui.paper_maker import MadePaper, PaperMaker
from ui.printing import Printing, as_image
from ui.save_dialog import SaveDialog
from ui.screen import Screen
from ui.session import Session
from ui.widgets.page_view import Fit, PageView
from ui.widgets.paper_side import PaperSide
from ui.widgets.zoom_bar import ZoomBar

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QImage

    from exports.page.pdf import Drawn
    from scoring.preferences import Sheet

PATIENCE_MS = 1000
S = TypeVar("S", bound=PaperSide)


class PaperScreen(Screen, Generic[S]):
    """The person looks at one sheet of paper about a call or a rubric, chooses its size, saves it, or prints it.

    The sheet is the real PDF. A subclass is a screen about a call or about a rubric too: told which, it calls ``make``,
    or ``show_no_paper`` where there is none. It says where one goes back to (``go_back``) and what is to be read before
    it is printed (``notes_on``). ``number`` is which of several pages of the call, or which version of the rubric, from
    1; None is the one as it stands.

    :param name: of the paper, for its parts: ``"page"`` gives ``"page.view"``.
    :param side: what stands beside the sheet.
    :param maker: makes the PDF; it becomes part of this screen.
    :param patience_ms: how long the PDF may take before the screen says that it is being made.
    :signal page_shown: the sheet can be seen, in this size for the first time.
    :signal page_saved: the PDF lies at this Path.
    """

    BARE = True

    page_shown = Signal()
    page_saved = Signal(object)

    def __init__(
        self,
        session: Session,
        name: str,
        side: S,
        maker: PaperMaker[Any, Any],
        parent: QWidget | None = None,
        *,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(session, parent)
        self.side = side
        self._made: MadePaper | None = None
        self._saved: Path | None = None
        self._sheet: Sheet | None = None
        self._about: UUID | str | None = None
        self._sheet_is_for: UUID | str | None = None
        self.number: int | None = None
        self._drawing: Work | None = None
        self._saving: Work | None = None
        self._view = PageView()
        self._view.setObjectName(f"{name}.view")
        self._zoom = ZoomBar(self._view)
        self._beside = QWidget()
        self._maker = maker
        self._maker.setParent(self)
        self._printing = Printing(self)
        self._opener = FileOpener(self)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._assemble()
        self._connect_side()
        self._connect_work()
        self._connect_keys()

    def _assemble(self) -> None:
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._zoom)
        column.addWidget(self._view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._beside, 1)
        row.addStretch(0)

    def _connect_side(self) -> None:
        self.side.back_chosen.connect(self.go_back)
        self.side.sheet_chosen.connect(self._on_sheet_chosen)
        self.side.save_chosen.connect(self.ask_where_to_save)
        self.side.print_chosen.connect(self.ask_how_to_print)
        self.side.open_chosen.connect(self._on_open)
        self.side.folder_chosen.connect(self._on_folder)

    def _connect_work(self) -> None:
        self._view.picture_wanted.connect(self._on_picture_wanted)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_not_made)
        self._printing.done.connect(self._on_printed)
        self._printing.failed.connect(self._on_failed)
        self._opener.failed.connect(self._on_not_opened)
        self._patience.timeout.connect(self.side.show_slow)

    def _connect_keys(self) -> None:
        keys = {
            QKeySequence(QKeySequence.StandardKey.Save): self.ask_where_to_save,
            QKeySequence(QKeySequence.StandardKey.Print): self.ask_how_to_print,
            QKeySequence(Qt.Key.Key_Escape): self.go_back,
            QKeySequence(QKeySequence.StandardKey.ZoomIn): self._zoom.nearer.click,
            QKeySequence(QKeySequence.StandardKey.ZoomOut): self._zoom.farther.click,
            QKeySequence("Ctrl+0"): self._on_whole_page,
        }
        for sequence, do in keys.items():
            QShortcut(sequence, self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What a subclass says

    def go_back(self) -> None:
        """Go where one came from."""
        raise NotImplementedError  # every paper says where

    def notes_on(self, drawn: Drawn) -> list[str]:
        """:returns: what is to be read before the sheet is printed."""
        raise NotImplementedError  # every paper says what

    def paper_before(self) -> Paper:
        """:returns: the paper it left the app on before; AUTO if it did not, or that is not known."""
        return Paper.AUTO

    def on_handed_over(self, how: HandOver, made: MadePaper) -> None:
        """A paper left the app, maybe while another one is shown."""

    @override
    def leave(self) -> None:
        self._patience.stop()
        self._maker.forget()

    @property
    def is_ready(self) -> bool:
        """Whether the sheet can be seen."""
        return self._view.has_picture

    # Making it

    def make(self, about: UUID | str) -> None:
        """Make the PDF of the call or the rubric with this id and show it."""
        self._about = about
        self._forget_paper()
        self._beside.show()
        sheet = self._present_sheet()
        self.side.show_making(sheet)
        self.side.back.setFocus()
        self._patience.start()
        self._maker.make(about, sheet, self.number)

    def show_no_paper(self) -> None:
        """There is nothing to see; the side has to say why."""
        self._forget_paper()
        self._beside.hide()

    def _forget_paper(self) -> None:
        self._patience.stop()
        self._maker.forget()
        self._forget_picture()
        self._made = self._saved = None
        self._view.clear()
        self._view.setAccessibleDescription("")

    def _present_sheet(self) -> Sheet:
        """:returns: what was chosen for it; else what it left the app on; else the last choice, or the usual."""
        before = self.paper_before()
        if self._sheet and (self._sheet_is_for == self._about or before == Paper.AUTO):
            return self._sheet
        paper = self.session.preferences.paper if before == Paper.AUTO else before
        return sheet_for(paper, QLocale.system().name())

    def _on_sheet_chosen(self, sheet: str) -> None:
        self._sheet = cast("Sheet", sheet)
        assert self._about is not None, "what is shown has a size"
        self._sheet_is_for = self._about
        self.make(self._about)

    def _on_made(self, made: MadePaper) -> None:
        self._patience.stop()
        self._made = made
        self.side.show_ready(self.notes_on(made.drawn))
        self._view.setAccessibleName(self.title())
        self._view.setAccessibleDescription(made.words)
        self._view.show_sheet(made.points)
        if self.side.back.hasFocus():
            self.side.save.setFocus()

    def _on_not_made(self, error: Exception) -> None:
        self._patience.stop()
        self._beside.hide()
        self.side.show_reason(sentence_of(error))

    def _on_picture_wanted(self, scale: float) -> None:
        assert self._made is not None, "a view asks for pictures of what it shows"
        self._forget_picture()
        pdf = self._made.drawn.pdf
        self._drawing = Background.shared().run(lambda: as_image(picture(pdf, scale)))
        self._drawing.done.connect(self._on_picture)

    def _forget_picture(self) -> None:
        if self._drawing is not None:
            self._drawing.drop()

    def _on_whole_page(self) -> None:
        self._view.fit_to(Fit.PAGE)

    def _on_picture(self, image: QImage) -> None:
        self._view.show_picture(image)
        self.page_shown.emit()

    # Saving

    def ask_where_to_save(self) -> None:
        """Open the dialog for saving; nothing happens while there is no PDF."""
        if self._made is not None:
            dialog = SaveDialog(self.session.folder, self._made.name, self)
            dialog.path_chosen.connect(self.save_to)
            dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the PDF to ``path``; the side says when it is done, or why it is not."""
        assert self._made is not None, "there is nothing to save yet"
        self.side.show_saving()
        made = self._made
        self._saving = Background.shared().run(lambda: _write(path, made))
        self._saving.done.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)

    def _on_saved(self, saved: tuple[Path, MadePaper]) -> None:
        path, made = saved
        self._on_written(HandOver.SAVED, made, path)

    def _on_written(self, how: HandOver, made: MadePaper, path: Path) -> None:
        if made is self._made:  # or another paper is shown by now
            self._saved = path
            self.side.show_saved(path)
        self.on_handed_over(how, made)
        self.page_saved.emit(path)

    def _on_open(self) -> None:
        self._opener.open(cast("Path", self._saved))

    def _on_folder(self) -> None:
        self._opener.show_in_folder(cast("Path", self._saved))

    def _on_not_opened(self, error: Exception) -> None:
        self.side.show_not_opened(sentence_of(error))

    # Printing

    def ask_how_to_print(self) -> QPrintDialog | None:
        """Open the system's print dialog.

        :returns: the dialog, or None while there is no PDF.
        """
        if self._made is None:
            return None
        dialog = self._printing.ask(self._made)
        dialog.accepted.connect(self.side.show_printing)
        return dialog

    def _on_printed(self, made: MadePaper, path: Path | None) -> None:
        if path is not None:
            self._on_written(HandOver.PRINTED, made, path)
            return
        if made is self._made:
            self.side.show_printed()
        self.on_handed_over(HandOver.PRINTED, made)

    def _on_failed(self, error: Exception) -> None:
        self.side.show_problem(sentence_of(error))


def _write(path: Path, made: MadePaper) -> tuple[Path, MadePaper]:
    write_whole(path, made.drawn.pdf)
    return path, made


def sentence_of(error: Exception) -> str:
    """:returns: what to tell a person. :raises Exception: the error itself, if it is a bug."""
    if not isinstance(error, SecondChairError):
        raise error
    return f"{error.title}. {error.message}"
