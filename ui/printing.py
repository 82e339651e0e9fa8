"""Printing the page: the system asks which printer, the page goes there as it looks on the screen.

A printer that only writes a PDF file would make a picture of it, so the PDF itself is written there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from exports.raster import POINTS_AN_INCH, Picture, page_size, picture
from scoring.errors import KnownError
from scoring.files import write_whole
from scoring.preferences import Sheet
from scoring.text import tr
from ui.background import Background, Work
from ui.paper_maker import MadePaper

FINEST_DPI: Final = 400  # finer is hardly seen, and one picture takes 62 MB already


class Printing(QObject):
    """Asks where to print, and prints in the background.

    :param window: what the dialog stands before.
    :signal done: this paper (MadePaper) lies at this Path, or is on its way to the printer where that is None.
    :signal failed: it is not, and the error says why.
    """

    done = Signal(object, object)
    failed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._printer: QPrinter | None = None
        self._paper: MadePaper | None = None
        self._work: Work | None = None

    def ask(self, paper: MadePaper) -> QPrintDialog:
        """Show the system's print dialog for a paper. :returns: the dialog, which is open."""
        self._paper, self._printer = (
            paper,
            new_printer(paper.sheet, paper.name, lies_across=_lies_across(paper)),
        )
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintSelection,
            QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
        ):
            dialog.setOption(option, False)
        dialog.accepted.connect(self._on_accepted)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        return dialog

    def _on_accepted(self) -> None:
        printer, paper = self._printer, self._paper
        assert printer is not None
        assert paper is not None
        self._work = Background.shared().run(lambda: _printed(printer, paper))
        self._work.done.connect(self._on_printed)
        self._work.failed.connect(self.failed)

    def _on_printed(self, printed: tuple[MadePaper, Path | None]) -> None:
        self.done.emit(*printed)


def _printed(printer: QPrinter, paper: MadePaper) -> tuple[MadePaper, Path | None]:
    path = file_of(printer)
    if path is None:
        print_page(printer, paper.drawn.pdf)
    else:
        write_whole(path, paper.drawn.pdf)
    return paper, path


def file_of(printer: QPrinter) -> Path | None:
    """:returns: where a printer that only writes a PDF file writes it; None for one of paper."""
    writes_pdf = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
    return Path(printer.outputFileName()) if writes_pdf and printer.outputFileName() else None


def _lies_across(paper: MadePaper) -> bool:
    return paper.points.width() > paper.points.height()


def new_printer(sheet: Sheet, title: str, *, lies_across: bool = False) -> QPrinter:
    """:returns: the person's usual printer, set to one sheet without margins: the page has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    size = QPageSize.PageSizeId.Letter if sheet == "letter" else QPageSize.PageSizeId.A4
    orientation = QPageLayout.Orientation.Landscape if lies_across else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(size), orientation, QMarginsF()))
    printer.setFullPage(True)
    return printer


def print_page(printer: QPrinter, pdf: bytes) -> None:
    """Print the page at the printer's own resolution, in its real size, or smaller where the paper is.

    :raises KnownError: if the printer takes nothing.
    """
    painter = QPainter()
    if not painter.begin(printer):
        message = tr(
            "The printer does not take the page. Choose another one, or save the PDF and print that."
        )
        raise KnownError(tr("Not printed"), message)
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        _paint(painter, printer.paperRect(QPrinter.Unit.DevicePixel), printer.resolution(), pdf)
    finally:
        painter.end()


def _paint(painter: QPainter, paper: QRectF, dpi: int, pdf: bytes) -> None:
    """Paint the page in the middle of ``paper`` (pixels of the printer)."""
    width, height = page_size(pdf)
    real = dpi / POINTS_AN_INCH
    scale = min(real, paper.width() / width, paper.height() / height)
    target = QRectF(0, 0, width * scale, height * scale)
    target.moveCenter(paper.center())
    painter.drawImage(target, as_image(picture(pdf, min(scale, FINEST_DPI / POINTS_AN_INCH))))


def as_image(drawn: Picture) -> QImage:
    """:returns: the same pixels as Qt holds them; the image keeps no reference to ``drawn``."""
    form = QImage.Format.Format_RGB32
    return QImage(drawn.data, drawn.width, drawn.height, drawn.stride, form).copy()
