"""Index and manifest follow from the files, and can be made again at any time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.archive.index import INDEX
from exports.archive.lock import LOCK
from exports.archive.manifest import MANIFEST, read_manifest, sum_of
from exports.archive.rebuild import rebuild
from exports.archive.report import Verdict
from exports.archive.verify import verify
from scoring.errors import KnownError
from scoring.store.store import Store
from tests.exports.archive.checks import assert_whole
from tests.exports.archive.filling import opened, random_archive, three_calls


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "data") as store:
        yield store


def lists(archive: Path) -> tuple[list[bytes], list[bytes]]:
    """:returns: the lines of both, whatever their order."""
    return tuple(sorted((archive / name).read_bytes().splitlines()) for name in (MANIFEST, INDEX))  # type: ignore[return-value]


def test_the_lists_are_what_the_writer_wrote(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    random_archive(store, archive, 17, 8)
    before = lists(archive)
    for name in (MANIFEST, INDEX):
        (archive / name).unlink()
    report = rebuild(archive)
    assert (report.is_well, report.files) == (True, len(before[0]))
    assert lists(archive) == before
    assert_whole(archive, len(before[0]))


def test_damaged_lists_become_whole(store: Store, tmp_path: Path) -> None:
    archive, chance = tmp_path / "archive", random.Random(4)
    three_calls(store, archive)
    before = lists(archive)
    for name in (MANIFEST, INDEX):
        (archive / name).write_bytes(chance.randbytes(500) + b"\n" + (archive / name).read_bytes()[:300])
    rebuild(archive)
    assert lists(archive) == before


def test_what_is_lost_or_changed_is_said_before_the_lists_forget_it(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    pages = three_calls(store, archive)
    (archive / pages[-1]).unlink()
    (archive / pages[-2]).write_bytes(b"%PDF-1.7")
    (archive / "notes.txt").write_text("hello")
    report = rebuild(archive)
    assert {(one.verdict, one.path) for one in report.findings} == {
        (Verdict.MISSING, pages[-1]),
        (Verdict.UNREADABLE, pages[-2]),
        (Verdict.UNKNOWN, "notes.txt"),
    }
    assert read_manifest(archive).sums.keys() == set(pages[:-2])


def test_a_receipt_is_listed(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    three_calls(store, archive)
    (archive / "receipts").mkdir()
    (archive / "receipts" / "2026-11-23 00C0FFEE.txt").write_bytes(b"erased")
    rebuild(archive)
    assert read_manifest(archive).sums["receipts/2026-11-23 00C0FFEE.txt"] == sum_of(b"erased")
    assert verify(archive).is_well


def test_stopped_it_leaves_the_lists_as_they_were(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    three_calls(store, archive)
    (archive / MANIFEST).write_bytes(b"old\n")
    assert rebuild(archive, stopped=lambda: True).stopped
    assert (archive / MANIFEST).read_bytes() == b"old\n"


def test_a_copy_without_the_hidden_lock_file_becomes_an_archive_again(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    three_calls(store, archive)
    (archive / LOCK).unlink()
    assert rebuild(archive).is_well
    assert (archive / LOCK).exists()


def test_an_archive_that_is_away_is_said_and_never_made(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is not there"):
        rebuild(tmp_path / "share")
    assert not (tmp_path / "share").exists()


@pytest.mark.parametrize("name", ["a\nb.pdf", "C:x.pdf", "a\\..\\b.pdf"])
def test_a_page_under_a_name_that_no_list_can_hold_is_said(store: Store, tmp_path: Path, name: str) -> None:
    archive = tmp_path / "archive"
    pages = three_calls(store, archive)
    (archive / pages[0]).rename(archive / name)
    assert (Verdict.UNKNOWN, name) in {(one.verdict, one.path) for one in rebuild(archive).findings}
    assert read_manifest(archive).sums.keys() == set(pages[1:])
