from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exports.page.pdf import draw_page
from exports.page_file import draw_call
from exports.raster import page_size, picture
from scoring.errors import KnownError
from scoring.preferences import Sheet
from tests.exports.builders import a_debriefed_call, source_of
from tests.exports.page.samples import CREATED, usual
from tests.ui.finding import find
from ui.paper_maker import MadePaper
from ui.printing import Printing, as_image, new_printer, print_page
from ui.theme import apply_theme

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

POINTS: dict[Sheet, tuple[float, float]] = {"a4": (595, 842), "letter": (612, 792)}
DARK = 160  # of 255 in blue: the ink of text and rules


def _pdf(sheet: Sheet) -> bytes:
    return draw_page(usual(), paper=sheet, created=CREATED).pdf


def _into(path: Path, sheet: Sheet) -> QPrinter:
    """:returns: a printer that prints into a file, coarsely, to be quick."""
    printer = new_printer(sheet, "A page")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


def _ink(pdf: bytes) -> tuple[int, int, int, int]:
    """:returns: left, top, right and bottom of what is dark, in points."""
    drawn = as_image(picture(pdf, 1))
    dark = [
        (x, y) for y in range(drawn.height()) for x in range(drawn.width()) if drawn.pixel(x, y) & 0xFF < DARK
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return min(across), min(down), max(across), max(down)


def test_a_sheet_that_lies_across_is_printed_across(qapp: QApplication) -> None:
    printer = new_printer("a4", "A rubric", lies_across=True)
    assert printer.paperRect(QPrinter.Unit.Point).size().toTuple() == pytest.approx((842, 595), abs=1)


@pytest.mark.parametrize("sheet", ["a4", "letter"])
def test_what_is_printed_is_the_page_in_its_real_size(
    qapp: QApplication, tmp_path: Path, sheet: Sheet
) -> None:
    pdf = _pdf(sheet)
    print_page(_into(tmp_path / "printed.pdf", sheet), pdf)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert page_size(printed) == pytest.approx(POINTS[sheet], abs=1)
    assert _ink(printed) == pytest.approx(_ink(pdf), abs=3)


def test_a_page_for_larger_paper_is_made_to_fit(qapp: QApplication, tmp_path: Path) -> None:
    pdf = _pdf("a4")
    print_page(_into(tmp_path / "printed.pdf", "letter"), pdf)
    left, top, right, bottom = _ink(pdf)
    shrunk = 792 / 842
    beside = (612 - 595 * shrunk) / 2
    expected = (left * shrunk + beside, top * shrunk, right * shrunk + beside, bottom * shrunk)
    assert _ink((tmp_path / "printed.pdf").read_bytes()) == pytest.approx(expected, abs=3)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_in_words(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Not printed"):
        print_page(_into(tmp_path / "gone" / "printed.pdf", "a4"), _pdf("a4"))


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QWidget:
    apply_theme(qapp)
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def paper(tmp_path: Path) -> MadePaper:
    source = source_of(tmp_path / "data", a_debriefed_call())
    return MadePaper(source, "a4", draw_call(source, "a4"), "A page", QSizeF(*POINTS["a4"]), "")


@pytest.fixture
def on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the printer that writes files, the only one there is here, pass for one of paper."""

    def native(_printer: QPrinter) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat

    monkeypatch.setattr(QPrinter, "outputFormat", native)


def test_a_printer_that_writes_a_pdf_gets_the_real_one_with_its_text_and_record(
    qtbot: QtBot, window: QWidget, tmp_path: Path, paper: MadePaper
) -> None:
    printing = Printing(window)
    dialog = printing.ask(paper)
    find(dialog, QLineEdit, "filename").setText(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(printing.done) as done:
        dialog.accept()
    assert done.args == [paper, tmp_path / "printed.pdf"]
    assert (tmp_path / "printed.pdf").read_bytes() == paper.drawn.pdf


def test_a_printer_of_paper_gets_the_page_once_the_dialog_is_accepted(
    qtbot: QtBot, window: QWidget, tmp_path: Path, paper: MadePaper, on_paper: None
) -> None:
    printing = Printing(window)
    dialog = printing.ask(paper)
    dialog.printer().setResolution(150)
    find(dialog, QLineEdit, "filename").setText(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(printing.done) as done:
        dialog.accept()
    assert done.args == [paper, None]
    assert page_size((tmp_path / "printed.pdf").read_bytes()) == pytest.approx(POINTS["a4"], abs=1)


def test_nothing_is_printed_when_the_dialog_is_left(
    qtbot: QtBot, window: QWidget, tmp_path: Path, paper: MadePaper
) -> None:
    printing = Printing(window)
    dialog = printing.ask(paper)
    find(dialog, QLineEdit, "filename").setText(str(tmp_path / "printed.pdf"))
    with qtbot.assertNotEmitted(printing.done, wait=50):
        dialog.reject()
    assert not (tmp_path / "printed.pdf").exists()
