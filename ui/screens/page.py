"""Page: the coaching summary as it will be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.page_file import sheet_for
from exports.raster import picture
from exports.wording import date_text
from scoring.errors import SecondChairError
from scoring.files import write_whole
from scoring.people import Rep
from scoring.state import DEBRIEFED_PHASES, SETTLED_PHASES, Phase
from scoring.text import tr
from ui.background import Background, Work
from ui.printing import Printing, as_image
from ui.save_dialog import SaveDialog
from ui.screen import CallScreen
from ui.screens.page_maker import MadePage, PageMaker
from ui.screens.page_notes import notes_on
from ui.screens.page_side import PageSide
from ui.session import Session
from ui.widgets.page_view import PageView
from ui.widgets.zoom_bar import ZoomBar
from ui.words import call_title

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from scoring.preferences import Sheet

PATIENCE_MS = 1000


class PageScreen(CallScreen):
    """The manager reads the page with the rep, saves it, prints it, or goes on with the debrief.

    The page is the real PDF. A call that is not debriefed has none, and nothing of it is shown here.

    :param patience_ms: how long the page may take before the screen says that it is being made.
    :signal debrief_requested: go on with the debrief of the call with this UUID.
    :signal page_shown: the page can be seen, in this size for the first time.
    :signal page_saved: the page lies at this Path.
    """

    BARE = True

    debrief_requested = Signal(object)
    page_shown = Signal()
    page_saved = Signal(object)

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, patience_ms: int = PATIENCE_MS
    ) -> None:
        super().__init__(session, parent)
        self._made: MadePage | None = None
        self._saved: Path | None = None
        self._phase = Phase.PLANNED
        self._sheet: Sheet | None = None
        self._drawing: Work | None = None
        self._saving: Work | None = None
        self._side = PageSide()
        self._view = PageView()
        self._view.setObjectName("page.view")
        self._zoom = ZoomBar(self._view)
        self._beside = QWidget()
        self._maker = PageMaker(session, self)
        self._printing = Printing(self)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._assemble()
        self._connect()
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
        row.addWidget(self._side)
        row.addWidget(self._beside, 1)
        row.addStretch(0)

    def _connect(self) -> None:
        self._side.back_chosen.connect(self._on_home)
        self._side.way_on_chosen.connect(self._on_way_on)
        self._side.debrief_chosen.connect(self._on_debrief)
        self._side.sheet_chosen.connect(self._on_sheet_chosen)
        self._side.save_chosen.connect(self.ask_where_to_save)
        self._side.print_chosen.connect(self.ask_how_to_print)
        self._side.open_chosen.connect(self._on_open)
        self._side.folder_chosen.connect(self._on_folder)
        self._view.picture_wanted.connect(self._on_picture_wanted)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_not_made)
        self._printing.done.connect(self._side.show_printed)
        self._printing.failed.connect(self._on_failed)
        self._patience.timeout.connect(self._side.show_slow)

    def _connect_keys(self) -> None:
        keys = {
            QKeySequence(QKeySequence.StandardKey.Save): self.ask_where_to_save,
            QKeySequence(QKeySequence.StandardKey.Print): self.ask_how_to_print,
            QKeySequence(Qt.Key.Key_Escape): self._on_home,
            QKeySequence(QKeySequence.StandardKey.ZoomIn): self._zoom.nearer.click,
            QKeySequence(QKeySequence.StandardKey.ZoomOut): self._zoom.farther.click,
        }
        for sequence, do in keys.items():
            QShortcut(sequence, self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @override
    def title(self) -> str:
        return tr("Page")

    @override
    def leave(self) -> None:
        self._patience.stop()
        self._maker.forget()

    @property
    def is_ready(self) -> bool:
        """Whether the page can be seen."""
        return self._view.has_picture

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        facts, rep = self.session.facts_of(subject), self.session.rep_of(subject)
        self._phase = facts.phase
        self._side.show_call(
            call_title(facts, rep),
            date_text(facts.when.date()),
            coaching_open=facts.phase == Phase.DEBRIEFED,
        )
        if facts.phase in DEBRIEFED_PHASES:
            self._make()
        else:
            self._show_none(rep)

    # There is no page

    def _show_none(self, rep: Rep) -> None:
        self._forget_page()
        self._beside.hide()
        if self._phase in SETTLED_PHASES:
            self._side.show_none(tr("This call does not count, so it has no page."), tr("All calls"))
        elif self._phase == Phase.VIEWED:
            sentence = tr("The page is made together: it comes when {rep} has spoken and you have agreed.")
            self._side.show_none(sentence.format(rep=rep.first_name), tr("Go on with the debrief"))
        else:
            self._side.show_none(tr("The page is made after the debrief."), tr("Go on with the call"))
        self._side.way_on.setFocus()

    def _on_way_on(self) -> None:
        if self._phase in SETTLED_PHASES:
            self.place_requested.emit("calls")
        elif self._phase == Phase.VIEWED:
            self.debrief_requested.emit(self.subject)
        else:
            self.call_requested.emit(self.subject)

    def _forget_page(self) -> None:
        self._patience.stop()
        self._maker.forget()
        self._forget_picture()
        self._made = self._saved = None
        self._view.clear()
        self._view.setAccessibleDescription("")

    # Making the page

    def _make(self) -> None:
        self._forget_page()
        self._beside.show()
        sheet = self._present_sheet()
        self._side.show_making(sheet)
        self._side.back.setFocus()
        self._patience.start()
        self._maker.make(self.subject, sheet)

    def _present_sheet(self) -> Sheet:
        return self._sheet or sheet_for(self.session.preferences.paper, QLocale.system().name())

    def _on_sheet_chosen(self, sheet: str) -> None:
        self._sheet = cast("Sheet", sheet)
        self._make()

    def _on_made(self, made: MadePage) -> None:
        self._patience.stop()
        self._made = made
        self._side.show_ready(notes_on(made.drawn))
        self._view.setAccessibleName(tr("The page"))
        self._view.setAccessibleDescription(made.words)
        self._view.show_sheet(made.points)
        if self._side.back.hasFocus():
            self._side.save.setFocus()

    def _on_not_made(self, error: Exception) -> None:
        self._patience.stop()
        self._beside.hide()
        self._side.show_none(_sentence_of(error), "")

    def _on_picture_wanted(self, scale: float) -> None:
        assert self._made is not None, "a view asks for pictures of what it shows"
        self._forget_picture()
        pdf = self._made.drawn.pdf
        self._drawing = Background.shared().run(lambda: as_image(picture(pdf, scale)))
        self._drawing.done.connect(self._on_picture)

    def _forget_picture(self) -> None:
        if self._drawing is not None:
            self._drawing.drop()

    def _on_picture(self, image: QImage) -> None:
        self._view.show_picture(image)
        self.page_shown.emit()

    # Saving

    def ask_where_to_save(self) -> None:
        """Open the dialog for saving; nothing happens while there is no page."""
        if self._made is not None:
            dialog = SaveDialog(self.session.folder, self._made.name, self)
            dialog.path_chosen.connect(self.save_to)
            dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the page to ``path``; the side says when it is done, or why it is not."""
        assert self._made is not None, "there is nothing to save yet"
        self._side.show_saving()
        self._saved = path
        pdf = self._made.drawn.pdf
        self._saving = Background.shared().run(lambda: write_whole(path, pdf))
        self._saving.done.connect(self._on_saved)
        self._saving.failed.connect(self._on_failed)

    def _on_saved(self, _nothing: object) -> None:
        assert self._saved is not None
        self._side.show_saved(self._saved)
        self.page_saved.emit(self._saved)

    def _on_open(self) -> None:
        self._open(cast("Path", self._saved))

    def _on_folder(self) -> None:
        self._open(cast("Path", self._saved).parent)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            sentence = tr("Nothing on this computer opens {path} by itself. Open it by hand.")
            self._side.show_problem(sentence.format(path=path))

    # Printing

    def ask_how_to_print(self) -> QPrintDialog | None:
        """Open the system's print dialog.

        :returns: the dialog, or None while there is no page.
        """
        if self._made is None:
            return None
        dialog = self._printing.ask(self._made.drawn.pdf, self._present_sheet(), self._made.name)
        dialog.accepted.connect(self._side.show_printing)
        return dialog

    def _on_failed(self, error: Exception) -> None:
        self._side.show_problem(_sentence_of(error))

    # Going on

    def _on_home(self) -> None:
        self.place_requested.emit("home")

    def _on_debrief(self) -> None:
        self.debrief_requested.emit(self.subject)


def _sentence_of(error: Exception) -> str:
    """:returns: what to tell a person. :raises Exception: the error itself, if it is a bug."""
    if not isinstance(error, SecondChairError):
        raise error
    return f"{error.title}. {error.message}"
