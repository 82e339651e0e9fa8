"""A page in the archive lies there for good, once, and in nobody's place."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports.archive.index import INDEX, read_index
from exports.archive.lock import LOCK, prepare_archive
from exports.archive.manifest import MANIFEST, read_manifest, sum_of
from exports.archive.names import place_of
from exports.archive.writing import archive_page, archive_scan
from exports.page_file import draw_call
from exports.page_source import PageSource
from scoring.archived import ArchivedFile, FileKind
from scoring.errors import KnownError, SecondChairError
from scoring.preferences import Sheet
from tests.exports.archive.builders import a_page
from tests.exports.archive.checks import assert_whole, files_in
from tests.exports.archive.test_lock import hold_elsewhere

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
PAGE = a_page()
PLACE = str(place_of(PAGE))
SCAN = b"%PDF-1.4 scanned"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    prepare_archive(folder)
    return folder


def put(folder: Path, source: PageSource = PAGE, sheet: Sheet = "a4") -> ArchivedFile:
    return archive_page(folder, source, sheet, NOW, patience_s=0)


def put_scan(folder: Path, data: bytes = SCAN) -> ArchivedFile:
    return archive_scan(folder, PAGE, PLACE, data, ".pdf", NOW, patience_s=0)


def test_a_page_lies_in_its_place_and_in_both_lists(archive: Path) -> None:
    file = put(archive)
    data = draw_call(PAGE, "a4").pdf
    assert file == ArchivedFile(
        path=PLACE, call_id=PAGE.call.id, page=1, what=FileKind.PAGE, sha256=sum_of(data), at=NOW
    )
    assert files_in(archive) == {PLACE: data}
    assert_whole(archive, 1)


def test_the_same_page_again_changes_nothing(archive: Path) -> None:
    first = put(archive)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in archive.rglob("*.*")}
    assert put(archive) == first
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in archive.rglob("*.*")} == before


@pytest.mark.parametrize("lost", [(MANIFEST,), (INDEX,), (MANIFEST, INDEX)])
def test_what_a_writer_who_was_killed_did_not_get_to_is_made_good(
    archive: Path, lost: tuple[str, ...]
) -> None:
    put(archive)
    for name in lost:
        (archive / name).unlink()
    put(archive)
    assert_whole(archive, 1)


def test_a_page_on_other_paper_lies_beside_it(archive: Path) -> None:
    put(archive)
    assert put(archive, sheet="letter").path == PLACE.replace(".pdf", " 2.pdf")
    assert_whole(archive, 2)


def test_the_file_of_somebody_else_stays_as_it_is(archive: Path) -> None:
    (archive / PLACE).parent.mkdir(parents=True)
    (archive / PLACE).write_bytes(b"mine")
    assert put(archive).path == put(archive).path == PLACE.replace(".pdf", " 2.pdf")
    assert (archive / PLACE).read_bytes() == b"mine"
    assert PLACE not in read_manifest(archive).sums


def test_a_folder_or_a_link_of_that_name_is_in_nobodys_way(archive: Path, tmp_path: Path) -> None:
    (archive / PLACE).mkdir(parents=True)
    same = tmp_path / "the same page, elsewhere"
    same.write_bytes(draw_call(PAGE, "a4").pdf)
    (archive / PLACE.replace(".pdf", " 2.pdf")).symlink_to(same)
    (archive / PLACE.replace(".pdf", " 3.pdf")).symlink_to(tmp_path / "nowhere")
    assert put(archive).path == PLACE.replace(".pdf", " 4.pdf")
    assert not (tmp_path / "nowhere").exists()


def test_the_name_of_a_page_that_is_missed_is_not_given_to_another(archive: Path) -> None:
    put(archive)
    (archive / PLACE).unlink()
    assert put(archive, sheet="letter").path == PLACE.replace(".pdf", " 2.pdf")
    assert PLACE in read_manifest(archive).sums


def test_a_page_that_is_missed_comes_back_to_its_own_name(archive: Path) -> None:
    put(archive)
    (archive / PLACE).unlink()
    put(archive)
    assert_whole(archive, 1)


def test_a_page_that_was_altered_stays_to_be_seen(archive: Path) -> None:
    put(archive)
    (archive / PLACE).write_bytes(b"altered")
    put(archive)
    assert (archive / PLACE).read_bytes() == b"altered"
    sums = read_manifest(archive).sums
    assert list(sums) == [PLACE, PLACE.replace(".pdf", " 2.pdf")]
    assert len(set(sums.values())) == 1


def test_a_file_where_a_folder_should_be_is_said_and_stays(archive: Path) -> None:
    (archive / "2026").write_bytes(b"mine")
    with pytest.raises(KnownError, match="in the way"):
        put(archive)
    assert (archive / "2026").read_bytes() == b"mine"


def test_nothing_is_written_through_a_link_that_leads_out(archive: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (archive / "2026").symlink_to(outside, target_is_directory=True)
    with pytest.raises(KnownError, match="leads out"):
        put(archive)
    (archive / "2026").unlink()
    for name in (MANIFEST, INDEX):
        (archive / name).unlink(missing_ok=True)
        (archive / name).symlink_to(outside / name)
        with pytest.raises(KnownError):
            put(archive)
        (archive / name).unlink()
    assert not list(outside.iterdir())
    put(archive)
    assert_whole(archive, 1)


def test_a_scan_lies_beside_its_page(archive: Path) -> None:
    put(archive)
    file = put_scan(archive)
    assert (file.path, file.what, file.page) == (PLACE.replace(".pdf", " signed.pdf"), FileKind.SCAN, 1)
    assert put_scan(archive) == file
    assert files_in(archive)[file.path] == SCAN
    assert_whole(archive, 2)
    assert [row.what for row in read_index(archive).rows] == ["page", "scan"]
    assert put_scan(archive, b"another").path == PLACE.replace(".pdf", " signed 2.pdf")


def test_a_page_that_may_not_leave_is_not_written(archive: Path) -> None:
    sealed = replace(PAGE, state=replace(PAGE.state, debrief=None))
    with pytest.raises(SecondChairError):
        put(archive, sealed)
    assert files_in(archive) == {}


def test_while_another_computer_writes_the_page_waits(archive: Path) -> None:
    other = hold_elsewhere(archive)
    with pytest.raises(KnownError, match="Another computer"):
        put(archive)
    assert files_in(archive) == {}
    other.communicate("go\n")
    put(archive)


def test_an_archive_folder_that_is_away_is_never_made(archive: Path) -> None:
    put(archive)
    archive.rename(archive.with_name("elsewhere"))
    with pytest.raises(KnownError) as caught:
        put(archive)
    assert caught.value.title == "The archive folder is not there"
    assert not archive.exists()
    archive.with_name("elsewhere").rename(archive)
    put(archive)
    assert_whole(archive, 1)


def test_where_only_the_folder_of_a_share_is_left_nothing_is_written(archive: Path) -> None:
    put(archive)
    archive.rename(archive.with_name("elsewhere"))
    archive.mkdir()
    with pytest.raises(KnownError) as caught:
        put(archive)
    assert caught.value.title == "The archive folder is not there"
    assert not list(archive.iterdir())


@pytest.mark.parametrize("step", ["make_inside", "write_new", "add_to_manifest", "add_to_index"])
def test_a_share_that_goes_away_meanwhile_is_said_to_be_away(
    archive: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    import exports.archive.writing as module

    real = getattr(module, step)

    def vanish(*values: object, **named: object) -> object:
        archive.rename(archive.with_name("elsewhere"))
        return real(*values, **named)

    with monkeypatch.context() as patch:
        patch.setattr(module, step, vanish)
        with pytest.raises(KnownError) as caught:
            put(archive)
    assert caught.value.title == "The archive folder is not there"
    assert not archive.exists()
    archive.with_name("elsewhere").rename(archive)
    put(archive)
    assert_whole(archive, 1)


def test_what_another_writer_left_unfinished_is_taken_away(archive: Path) -> None:
    put(archive)
    folder = (archive / PLACE).parent
    for left in (archive / ".index.csv.99.part", folder / ".2026-11-23 X (00C0FFEE).pdf.99.part"):
        left.write_bytes(b"half")
    put(archive)
    assert_whole(archive, 1)


def test_a_name_that_was_taken_but_not_filled_is_filled(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_anything: object) -> None:
        raise OSError(errno.EPERM, "no second names on this share")

    monkeypatch.setattr(os, "link", refuse)
    (archive / PLACE).parent.mkdir(parents=True)
    (archive / PLACE).touch()
    assert put(archive).path == PLACE
    assert_whole(archive, 1)


def test_the_files_of_the_archive_itself_are_few(archive: Path) -> None:
    put(archive)
    assert {path.name for path in archive.iterdir()} == {"2026", INDEX, MANIFEST, LOCK}
