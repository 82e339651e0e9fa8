"""Choosing another archive folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from exports.archive.index import read_index
from exports.archive.lock import LOCK, prepare_archive
from exports.archive.manifest import add_to_manifest
from exports.archive.moving import move_in, settle_in, write_again
from exports.archive.verify import verify
from exports.archive.writing import archive_page, archive_scan
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile, FileKind
from scoring.errors import KnownError, SecondChairError
from scoring.store import Store
from tests.builders import NINE, an_id
from tests.exports.archive.builders import a_page
from tests.exports.archive.checks import assert_whole, files_in
from tests.exports.archive.filling import fill, hand_over, opened
from tests.exports.builders import a_debriefed_call

PAGE = a_page()


def a_file(path: str) -> ArchivedFile:
    return ArchivedFile(path=path, call_id=an_id(), page=1, what=FileKind.PAGE, sha256="0" * 64, at=NINE)


def move(folder: Path, files: list[ArchivedFile], before: Path | None = None) -> list[str]:
    return move_in(folder, files, before=before, data=folder.with_name("data"))


def test_what_lies_there_already_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "here.pdf").write_bytes(b"page")
    (tmp_path / "2026" / "link.pdf").symlink_to(tmp_path / "2026" / "here.pdf")
    files = [a_file(f"2026/{name}.pdf") for name in ("here", "gone", "link")]
    assert move(tmp_path, files) == ["2026/gone.pdf", "2026/link.pdf"]
    assert (tmp_path / LOCK).is_file(), "it is an archive from now on"


def test_another_file_of_the_same_name_is_not_what_lay_there(tmp_path: Path) -> None:
    """Two computers have amended the same page, each in its own archive."""
    prepare_archive(tmp_path)
    for name in ("ours.pdf", "others.pdf"):
        (tmp_path / name).write_bytes(b"page")
    add_to_manifest(tmp_path, {"ours.pdf": "0" * 64, "others.pdf": "1" * 64})
    assert move(tmp_path, [a_file("ours.pdf"), a_file("others.pdf")]) == ["others.pdf"]


@pytest.mark.parametrize("place", ["data", "data/coming", "."])
def test_archive_and_data_do_not_lie_in_one_another(tmp_path: Path, place: str) -> None:
    """Others may read the archive, and the folder of a copy that is looked into is emptied."""
    (tmp_path / "data" / "coming").mkdir(parents=True)
    with pytest.raises(SecondChairError, match="lie in one another"):
        move_in(tmp_path / place, [], before=None, data=tmp_path / "data")
    assert not list(tmp_path.rglob(LOCK))


@pytest.fixture
def before(tmp_path: Path) -> tuple[Path, list[ArchivedFile]]:
    """An archive with a page and the scan of its signed sheet."""
    folder = tmp_path / "before"
    folder.mkdir()
    prepare_archive(folder)
    page = archive_page(folder, PAGE, "a4", NINE)
    return folder, [page, archive_scan(folder, PAGE, page.path, b"%PDF- scan", ".pdf", NINE)]


def test_what_lay_in_the_folder_before_is_put_into_the_new_one(
    tmp_path: Path, before: tuple[Path, list[ArchivedFile]]
) -> None:
    """Of a scan the data has no bytes, and a page that came from elsewhere waits in no outbox."""
    old, files = before
    kept, new = files_in(old), tmp_path / "new"
    new.mkdir()
    assert move(new, files, old) == []
    assert files_in(new) == kept == files_in(old)
    assert sorted(read_index(new).rows, key=str) == sorted(read_index(old).rows, key=str)
    assert_whole(new, 2)
    assert move(new, files, old) == []
    assert_whole(new, 2)


def test_what_is_not_as_it_was_is_not_taken_along(
    tmp_path: Path, before: tuple[Path, list[ArchivedFile]]
) -> None:
    old, files = before
    (old / files[0].path).write_bytes(b"%PDF- something else")
    new = tmp_path / "new"
    new.mkdir()
    assert move(new, files, old) == [files[0].path]
    assert list(files_in(new)) == [files[1].path]


def test_where_the_folder_before_is_away_all_of_it_is_missed(
    tmp_path: Path, before: tuple[Path, list[ArchivedFile]]
) -> None:
    old, files = before
    old.rename(tmp_path / "elsewhere")
    new = tmp_path / "new"
    new.mkdir()
    assert move(new, files, old) == [file.path for file in files]


def test_a_folder_that_is_away_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="not there"):
        move(tmp_path / "share", [])
    assert not (tmp_path / "share").exists()


def archived(store: Store, folder: Path) -> ArchivedFile:
    """:returns: a page that was handed over here, and lies in the archive ``folder``."""
    hand_over(store, a_debriefed_call().keep(store))
    fill(store, folder)
    (file,) = store.archived.all()
    return file


def test_what_is_missed_waits_again(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        file = archived(store, tmp_path / "before")
        settle_in(store, tmp_path / "share", [file.path], tmp_path / "before")
        assert store.archived.all() == []
        assert [one.call_id for one in store.archived.waiting()] == [file.call_id]
        assert store.settings.get(ARCHIVE_FOLDER, str, "") == str(tmp_path / "share")


def test_what_nobody_can_make_again_is_not_left_behind(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        page = archived(store, tmp_path / "before")
        scan = replace(page, path="2026/a signed.pdf", what=FileKind.SCAN, sha256="1" * 64)
        store.archived.put(scan)
        with pytest.raises(SecondChairError, match="1 file lies only in"):
            settle_in(store, tmp_path / "share", [page.path, scan.path], tmp_path / "before")
        assert store.archived.all() == [page, scan]
        assert store.settings.get(ARCHIVE_FOLDER, str, "") == ""
        settle_in(store, tmp_path / "share", [page.path, scan.path], None)
        assert store.archived.all() == []


def test_a_page_that_is_missing_is_written_again_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as store:
        archive = tmp_path / "archive"
        page = archived(store, archive)
        scan = replace(page, path="2026/a signed.pdf", what=FileKind.SCAN, sha256="1" * 64)
        store.archived.put(scan)
        before = (archive / page.path).read_bytes()
        (archive / page.path).unlink()
        assert write_again(store, [page.path, scan.path, "2026/nobody's.pdf"]) == 1
        assert store.archived.all() == [scan]
        fill(store, archive)
        assert (archive / page.path).read_bytes() == before
        assert verify(archive).is_well
