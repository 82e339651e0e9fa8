from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoring.acknowledgement import scan_of
from tests.ui.finding import find, press
from ui.scan_choosing import ScanChoosing
from ui.scan_dialog import ScanDialog
from ui.widgets.button import PaintedButton
from ui.widgets.scan_field import ScanField
from ui.widgets.text import Text

PDF = b"%PDF-1.4".ljust(2048)
KEPT = scan_of(b"\x89PNG\r\n\x1a\n")


@pytest.fixture
def field(qtbot: QtBot) -> ScanField:
    made = ScanField()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def choosing(field: ScanField, tmp_path: Path) -> ScanChoosing:
    return ScanChoosing(field, tmp_path)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "signed.pdf"
    path.write_bytes(PDF)
    return path


def said(field: ScanField) -> str:
    return find(field, Text, "scan.file").accessibleName()


def settled(qtbot: QtBot, choosing: ScanChoosing) -> None:
    qtbot.waitUntil(lambda: not choosing.is_busy)


def test_a_file_that_was_chosen_is_read_and_shown_with_its_size(
    qtbot: QtBot, choosing: ScanChoosing, field: ScanField, scan: Path
) -> None:
    with qtbot.waitSignal(choosing.path_changed) as changed:
        choosing.take(scan)
    assert changed.args == [str(scan)]
    assert said(field) == "Reading signed.pdf …"
    settled(qtbot, choosing)
    assert said(field) == "signed.pdf, 2.0 kB"
    assert choosing.chosen
    assert choosing.chosen.data == PDF


def test_it_can_be_taken_out_again_and_the_keys_stay_at_the_field(
    qtbot: QtBot, choosing: ScanChoosing, field: ScanField, scan: Path
) -> None:
    choosing.show("", KEPT)
    before = said(field)
    choosing.take(scan)
    settled(qtbot, choosing)
    with qtbot.waitSignal(choosing.path_changed) as changed:
        press(qtbot, field, "scan.leave_out")
    assert changed.args == [""]
    assert (said(field), choosing.chosen) == (before, None)
    assert field.focusWidget() is field.choose


def test_a_file_that_is_none_says_why_until_another_is_chosen(
    qtbot: QtBot, choosing: ScanChoosing, field: ScanField, scan: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK")
    choosing.take(tmp_path / "letter.docx")
    settled(qtbot, choosing)
    assert "not a scan" in choosing.problem
    assert (said(field), choosing.chosen) == ("letter.docx", None)
    choosing.take(scan)
    assert choosing.problem == ""
    settled(qtbot, choosing)


def test_a_file_that_was_chosen_before_is_looked_at_again(
    qtbot: QtBot, choosing: ScanChoosing, scan: Path, tmp_path: Path
) -> None:
    choosing.show(str(scan), None)
    settled(qtbot, choosing)
    assert choosing.chosen
    choosing.show(str(tmp_path / "gone.pdf"), None)
    settled(qtbot, choosing)
    assert choosing.problem.startswith("Not found")


def test_a_scan_that_is_kept_already_is_spoken_of(choosing: ScanChoosing, field: ScanField) -> None:
    choosing.show("", KEPT)
    assert said(field).startswith("A scan is kept already (PNG, ")
    assert not find(field, PaintedButton, "scan.leave_out").isVisible()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_it_is_chosen_in_a_dialog(qtbot: QtBot, choosing: ScanChoosing, field: ScanField, scan: Path) -> None:
    press(qtbot, field, "scan.choose")
    dialog = find(field, ScanDialog, "scan.dialog")
    dialog.fileSelected.emit(str(scan))
    settled(qtbot, choosing)
    assert said(field).startswith("signed.pdf")
    dialog.close()
