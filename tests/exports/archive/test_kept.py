"""Reading a file that is known to lie in an archive."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from exports.archive.kept import kept_bytes
from exports.archive.manifest import sum_of
from scoring.archived import ArchivedFile, FileKind
from tests.builders import NINE, an_id

DATA = b"page"
FILE = ArchivedFile(
    path="2026/a.pdf", call_id=an_id(), page=1, what=FileKind.PAGE, sha256=sum_of(DATA), at=NINE
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "archive" / "2026").mkdir(parents=True)
    (tmp_path / "archive" / "2026" / "a.pdf").write_bytes(DATA)
    (tmp_path / "out.pdf").write_bytes(DATA)
    return tmp_path / "archive"


def test_it_is_read_as_long_as_it_is_as_it_was(folder: Path) -> None:
    assert kept_bytes(folder, FILE) == DATA
    (folder / FILE.path).write_bytes(b"other")
    assert kept_bytes(folder, FILE) is None
    (folder / FILE.path).unlink()
    assert kept_bytes(folder, FILE) is None


@pytest.mark.parametrize("path", ["../out.pdf", "2026/../../out.pdf", "link/out.pdf", "link.pdf"])
def test_nothing_outside_is_read(folder: Path, path: str) -> None:
    os.symlink(folder.parent, folder / "link")
    os.symlink(folder.parent / "out.pdf", folder / "link.pdf")
    assert kept_bytes(folder, replace(FILE, path=path)) is None


def test_a_pipe_holds_up_nobody_and_links_in_a_circle_are_no_way(folder: Path) -> None:
    os.mkfifo(folder / "pipe.pdf")
    os.symlink(folder / "circle", folder / "circle")
    for path in ("pipe.pdf", "circle/a.pdf"):
        assert kept_bytes(folder, replace(FILE, path=path)) is None
