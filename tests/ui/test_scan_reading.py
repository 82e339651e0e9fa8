from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scoring.acknowledgement import LARGEST_SCAN, scan_of
from scoring.errors import KnownError, SecondChairError
from ui.scan_reading import ChosenScan, ScanReading, read_scan

PDF = b"%PDF-1.4 a scan"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(PDF)
    return path


def test_a_scan_comes_with_its_bytes(scan: Path) -> None:
    assert read_scan(scan) == ChosenScan(path=scan, scan=scan_of(PDF), data=PDF)


def test_a_file_of_any_size_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.write(PDF)
        file.truncate(LARGEST_SCAN << 12)  # 80 GB of nothing
    with pytest.raises(SecondChairError, match="too large"):
        read_scan(path)


def test_what_the_system_refuses_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.pdf"):
        with pytest.raises(KnownError):
            read_scan(path)


def test_it_is_read_in_the_background(qtbot: QtBot, scan: Path) -> None:
    parent = QObject()
    reading = ScanReading(parent)
    with qtbot.waitSignal(reading.done) as done:
        reading.read(scan)
        assert reading.is_busy
    assert done.args == [read_scan(scan)]
    assert not reading.is_busy


def test_of_two_files_only_the_last_counts(qtbot: QtBot, scan: Path, tmp_path: Path) -> None:
    parent = QObject()
    reading = ScanReading(parent)
    with qtbot.assertNotEmitted(reading.failed), qtbot.waitSignal(reading.done):
        reading.read(tmp_path / "gone.pdf")
        reading.read(scan)


def test_why_a_file_is_none_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    reading = ScanReading(parent)
    (tmp_path / "letter.docx").write_bytes(b"PK")
    with qtbot.waitSignal(reading.failed) as failed:
        reading.read(tmp_path / "letter.docx")
    assert "not a scan" in str((failed.args or [""])[0])
