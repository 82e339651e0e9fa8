"""Scans of signed sheets, wherever they lie."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from exports.access_pack.scans import Scan, all_scans
from scoring.archived import ArchivedFile, FileKind
from tests.exports.builders import MORNING, id_of

DATA = b"%PDF-1.7 signed"
SUM = hashlib.sha256(DATA).hexdigest()


def archived(path: str, sha256: str = SUM, what: FileKind = FileKind.SCAN) -> ArchivedFile:
    return ArchivedFile(path=path, call_id=id_of(1), page=1, what=what, sha256=sha256, at=MORNING)


def test_a_scan_that_waits_and_lies_in_the_archive_comes_once(tmp_path: Path) -> None:
    assert all_scans((), {SUM: DATA}, (archived("2026/a signed.pdf"),), tmp_path) == [Scan(SUM, DATA)]


def test_a_scan_in_the_archive_is_read_there_and_a_page_is_no_scan(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "a signed.pdf").write_bytes(DATA)
    files = (archived("2026/a signed.pdf"), archived("2026/a.pdf", "0" * 64, FileKind.PAGE))
    assert all_scans((), {}, files, tmp_path) == [Scan(SUM, DATA)]


@pytest.mark.parametrize(
    "path", ["../out.pdf", "/etc/hostname", "2026/../../out.pdf", "a\\b.pdf", "c:x.pdf", ""]
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "out.pdf").write_bytes(DATA)
    folder = tmp_path / "archive"
    folder.mkdir()
    assert all_scans((), {}, (archived(path),), folder) == [Scan(SUM, None)]


def test_no_link_is_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "archive"
    outside.mkdir()
    folder.mkdir()
    (outside / "a.pdf").write_bytes(DATA)
    os.symlink(outside, folder / "2026")
    os.symlink(outside / "a.pdf", folder / "a.pdf")
    files = (archived("2026/a.pdf"),)
    assert (
        all_scans((), {}, files, folder)
        == all_scans((), {}, (archived("a.pdf"),), folder)
        == [Scan(SUM, None)]
    )


def test_what_was_altered_or_is_away_is_not_taken_for_the_scan(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(DATA + b"!")
    assert all_scans((), {}, (archived("a.pdf"),), tmp_path) == [Scan(SUM, None)]
    assert all_scans((), {}, (archived("b.pdf"),), tmp_path) == [Scan(SUM, None)]
    assert all_scans((), {}, (archived("a.pdf"),), None) == [Scan(SUM, None)]


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (DATA, "pdf"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"MZ", "bin"),
        (None, "bin"),
    ],
)
def test_the_first_bytes_say_what_it_is(data: bytes | None, ending: str) -> None:
    assert Scan(SUM, data).ending == ending


def test_a_scan_of_which_only_the_sum_is_known_is_not_forgotten(tmp_path: Path) -> None:
    assert all_scans((SUM, SUM), {}, (), tmp_path) == [Scan(SUM, None)]
    assert all_scans((SUM,), {SUM: DATA}, (), tmp_path) == [Scan(SUM, DATA)]
