"""Taking files out of the archive."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path, PurePosixPath
from uuid import UUID

import pytest

from exports.archive import erasing
from exports.archive.erasing import erase_from_archive, file_receipts, receipt_path
from exports.archive.finding import Sought, find_theirs
from exports.archive.index import read_index
from exports.archive.lock import archive_lock
from exports.archive.manifest import MANIFEST, add_to_manifest, read_manifest
from exports.archive.report import no_progress
from exports.archive.writing import archive_page
from exports.page_source import PageSource
from scoring.erasure import Receipt
from tests.builders import NINE, an_id
from tests.exports.archive.builders import a_page
from tests.exports.archive.checks import assert_whole, files_in
from tests.exports.archive.test_finding import archive, others, page_of, sought_rep, theirs

__all__ = ["archive", "others", "theirs"]
RECEIPT = Receipt(id=an_id(), at=NINE, calls=1)


def erase(archive: Path, sought: Sought) -> None:
    with archive_lock(archive):
        found = find_theirs(archive, sought, no_progress)
        assert found
        erase_from_archive(archive, found, sought, no_progress)


def assert_empty(archive: Path) -> None:
    assert files_in(archive) == {}
    assert (read_manifest(archive).sums, read_index(archive).rows) == ({}, ())


def test_files_lines_and_folders_of_a_rep_go(archive: Path, theirs: PageSource, others: PageSource) -> None:
    folder = page_of(archive, theirs).parent
    erase(archive, sought_rep(theirs))
    assert not folder.exists()
    assert page_of(archive, others).exists()
    assert_whole(archive, 2)


def test_the_last_one_leaves_no_year_behind(archive: Path, theirs: PageSource) -> None:
    erase(archive, sought_rep(theirs))
    assert [path.name for path in archive.iterdir() if path.is_dir()] == []
    assert_empty(archive)


def test_a_folder_with_something_of_somebody_else_stays(archive: Path, theirs: PageSource) -> None:
    notes = page_of(archive, theirs).with_name("Notes of a meeting.docx")
    notes.write_bytes(b"mine")
    (archive / "Empty").mkdir()
    erase(archive, sought_rep(theirs))
    assert list(files_in(archive)) == [notes.relative_to(archive).as_posix()]
    assert (archive / "Empty").is_dir(), "which is nobody's"


def test_what_a_file_manager_notes_of_a_folder_goes_with_it(archive: Path, theirs: PageSource) -> None:
    folder = page_of(archive, theirs).parent
    for name in (".DS_Store", "Thumbs.db", "._page.pdf"):
        (folder / name).write_bytes(b"names")
    erase(archive, sought_rep(theirs))
    assert not folder.exists()


def test_what_killed_writers_left_goes(archive: Path, theirs: PageSource, others: PageSource) -> None:
    for folder in (archive, page_of(archive, theirs).parent, page_of(archive, others).parent):
        (folder / ".page.pdf.77.part").write_bytes(b"half")
    erase(archive, sought_rep(theirs))
    assert_whole(archive, 2)


def test_lines_of_files_that_are_gone_already_go_too(archive: Path, theirs: PageSource) -> None:
    page = page_of(archive, theirs)
    page.unlink()
    erase(archive, sought_rep(theirs))
    assert_empty(archive)


def test_a_damaged_line_goes_because_it_may_be_theirs(
    archive: Path, theirs: PageSource, others: PageSource
) -> None:
    with (archive / MANIFEST).open("ab") as file:
        file.write(b"half a line of Priya\n")
    erase(archive, sought_rep(others))
    assert b"half a line" not in (archive / MANIFEST).read_bytes()
    assert_whole(archive, 2)


def test_a_single_call_goes_and_the_others_of_the_rep_stay(
    archive: Path, theirs: PageSource, others: PageSource
) -> None:
    erase(archive, Sought(call_ids=frozenset({theirs.call.id})))
    assert_whole(archive, 2)
    assert {row.call for row in read_index(archive).rows} == {str(others.call.id)}


def test_a_page_that_stays_stays_listed_though_its_call_has_the_same_short_id(archive: Path) -> None:
    one, other = a_page(1, customer="Elm Street"), a_page(2, customer="Northgate")
    for source in (one, other):
        archive_page(archive, source, "a4", NINE)
    erase(archive, Sought(call_ids=frozenset({one.call.id})))
    assert {row.call for row in read_index(archive).rows} == {str(other.call.id)}
    assert_whole(archive, 1)


def test_nothing_is_written_where_there_is_nothing_of_theirs(archive: Path, others: PageSource) -> None:
    before = {path: path.stat().st_mtime_ns for path in archive.rglob("*")}
    erase(archive, Sought(rep_ids=frozenset({an_id()})))
    assert {path: path.stat().st_mtime_ns for path in archive.rglob("*")} == before


def test_a_link_to_a_folder_is_left_as_it_is(archive: Path, theirs: PageSource, tmp_path: Path) -> None:
    outside = tmp_path / "outside (00000000)"
    outside.mkdir()
    (outside / ".x.1.part").write_bytes(b"")
    (archive / outside.name).symlink_to(outside, target_is_directory=True)
    erase(archive, sought_rep(theirs))
    assert [path.name for path in outside.iterdir()] == [".x.1.part"]


@pytest.mark.parametrize("begun", ["nothing", "the file", "its line"])
def test_a_receipt_is_filed_once_whatever_was_begun(archive: Path, begun: str) -> None:
    later = replace(RECEIPT, id=an_id(), at=NINE + timedelta(days=1))
    file_receipts(archive, [RECEIPT])
    path = receipt_path(RECEIPT)
    assert path.startswith("receipts/2026-03-10 ")
    if begun == "the file":
        (archive / MANIFEST).unlink()
    if begun == "its line":
        sums = read_manifest(archive).sums
        (archive / "index.csv").unlink()
        add_to_manifest(archive, sums)
    file_receipts(archive, [RECEIPT, later])
    assert_whole(archive, 2)
    assert [row.what for row in read_index(archive).rows] == ["receipt", "receipt"]


def test_a_receipt_whose_name_is_a_pipe_or_a_link_is_filed_beside_it(archive: Path, tmp_path: Path) -> None:
    """Nothing that was laid there is followed, or waited for."""
    folder = archive / "receipts"
    folder.mkdir()
    later = replace(RECEIPT, id=UUID("12345678-0000-4000-8000-000000000000"))
    os.mkfifo(archive / receipt_path(RECEIPT))
    (archive / receipt_path(later)).symlink_to(tmp_path / "elsewhere")
    file_receipts(archive, [RECEIPT, later])
    assert not (tmp_path / "elsewhere").exists()
    assert set(read_manifest(archive).sums) == {
        receipt_path(one).replace(".txt", " 2.txt") for one in (RECEIPT, later)
    }


def test_a_receipt_whose_writer_was_killed_is_written(archive: Path) -> None:
    """Where a share knows no second names, a writer takes the name with an empty file."""
    (archive / "receipts").mkdir()
    (archive / receipt_path(RECEIPT)).touch()
    file_receipts(archive, [RECEIPT])
    assert "1 call" in (archive / receipt_path(RECEIPT)).read_text("utf-8")
    assert_whole(archive, 1)


def test_a_receipt_that_was_changed_stays_changed_for_all_to_see(archive: Path) -> None:
    file_receipts(archive, [RECEIPT])
    listed = read_manifest(archive)
    (archive / receipt_path(RECEIPT)).write_bytes(b"nothing was erased")
    file_receipts(archive, [RECEIPT])
    assert read_manifest(archive) == listed, "so that checking the archive finds it"
    assert [path.name for path in (archive / "receipts").iterdir()] == [
        PurePosixPath(receipt_path(RECEIPT)).name
    ]


def test_folders_that_lie_too_deep_do_not_keep_an_erasure_from_its_end(
    archive: Path, theirs: PageSource
) -> None:
    page = page_of(archive, theirs)
    archive.joinpath(*["d"] * 600).mkdir(parents=True)
    erase(archive, sought_rep(theirs))
    assert not page.exists()


def test_what_is_deleted_is_durably_deleted(
    archive: Path, theirs: PageSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(archive, theirs)
    synced: list[tuple[Path, bool]] = []

    def note(path: Path) -> None:
        synced.append((path, page.exists()))

    monkeypatch.setattr(erasing, "sync_folder", note)
    erase(archive, sought_rep(theirs))
    assert (page.parent, False) in synced, "the folder of the files, once they are gone"
    assert {page.parent.parent, archive} <= {path for path, _ in synced}, "and those of the folders"
