"""An archive is checked: each fault is said, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.archive.index import INDEX
from exports.archive.lock import LOCK, prepare_archive
from exports.archive.manifest import MANIFEST, add_to_manifest, sum_of
from exports.archive.rebuild import rebuild
from exports.archive.report import Report, Verdict
from exports.archive.verify import verify
from scoring.archived import FileKind
from scoring.errors import KnownError
from scoring.store.store import Store
from tests.exports.archive.filling import opened, signed, three_calls

SCAN = b"\xff\xd8\xff a picture of the signed sheet"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "data") as store:
        yield store


@pytest.fixture
def archive(tmp_path: Path, store: Store) -> Path:
    """:returns: an archive of five pages of three calls."""
    three_calls(store, tmp_path / "archive")
    return tmp_path / "archive"


def said(report: Report) -> list[tuple[Verdict, str]]:
    return [(one.verdict, one.path) for one in report.findings if one.verdict != Verdict.SUPERSEDED]


def page_of(archive: Path, call: int) -> str:
    """:returns: the path of the first page of the first, second or third call."""
    paths = sorted(path.relative_to(archive).as_posix() for path in archive.rglob("*.pdf"))
    return [path for path in paths if "amendment" not in path][call - 1]


def test_a_whole_archive_is_well_though_pages_were_superseded(archive: Path) -> None:
    report = verify(archive)
    assert (report.is_well, report.files, report.count(Verdict.SUPERSEDED)) == (True, 5, 2)
    assert len(report.findings) == 2


def test_an_empty_archive_is_well(tmp_path: Path) -> None:
    prepare_archive(tmp_path)
    assert verify(tmp_path).is_well


def test_leftovers_of_a_killed_writer_are_no_fault(archive: Path) -> None:
    (archive / "2026" / ".page.pdf.123.part").write_bytes(b"half")
    (archive / LOCK).write_bytes(b"")
    assert verify(archive).is_well


def test_a_missing_page_is_said(archive: Path) -> None:
    path = page_of(archive, 2)
    (archive / path).unlink()
    assert said(verify(archive)) == [(Verdict.MISSING, path)]


@pytest.mark.parametrize("where", [100, -100])
def test_a_changed_byte_is_said(archive: Path, where: int) -> None:
    path = page_of(archive, 3)
    data = bytearray((archive / path).read_bytes())
    data[where] ^= 1
    (archive / path).write_bytes(data)
    assert said(verify(archive)) == [(Verdict.ALTERED, path)]


def test_what_somebody_put_there_is_said(archive: Path) -> None:
    (archive / "notes.txt").write_text("Ask HR")
    (archive / "2026" / "link.pdf").symlink_to(archive / page_of(archive, 2))
    os.mkfifo(archive / "pipe")
    assert said(verify(archive)) == [
        (Verdict.UNKNOWN, path) for path in ("2026/link.pdf", "notes.txt", "pipe")
    ]


def test_a_page_that_is_not_listed_yet_is_told_from_a_foreign_pdf(archive: Path) -> None:
    data = (archive / page_of(archive, 2)).read_bytes()
    (archive / "copy.pdf").write_bytes(data)
    (archive / "cut.pdf").write_bytes(data[:5_000])
    assert said(verify(archive)) == [(Verdict.UNKNOWN, "copy.pdf"), (Verdict.UNREADABLE, "cut.pdf")]
    (sentence,) = [one.sentence for one in verify(archive).findings if one.path == "copy.pdf"]
    assert sentence == "It is a whole page that is not listed. Make the lists anew to enter it."


def test_a_page_without_its_record_is_said_though_its_sum_is_right(archive: Path) -> None:
    path = page_of(archive, 2)
    (archive / path).write_bytes(b"%PDF-1.7 nothing")
    lines = (archive / MANIFEST).read_text().splitlines()
    kept = [line for line in lines if not line.endswith(path)]
    (archive / MANIFEST).write_text("\n".join(kept) + "\n")
    add_to_manifest(archive, {path: sum_of(b"%PDF-1.7 nothing")})
    assert (Verdict.UNREADABLE, path) in said(verify(archive))


def test_an_earlier_page_that_is_not_even_listed_is_missed(archive: Path) -> None:
    path = page_of(archive, 1)
    (archive / path).unlink()
    rebuild(archive)
    (missing,) = [one for one in verify(archive).findings if one.verdict == Verdict.MISSING]
    assert "amendment" in missing.path
    assert missing.sentence == "It takes the place of page 1 of its call, which is not there."


def test_a_scan_that_is_listed_is_compared_by_its_sum(store: Store, archive: Path) -> None:
    signed(store, archive, 7, SCAN)
    (path,) = [file.path for file in store.archived.all() if file.what == FileKind.SCAN]
    assert said(verify(archive)) == []
    (archive / path).write_bytes(SCAN + b"!")
    assert said(verify(archive)) == [(Verdict.ALTERED, path)]


def test_a_scan_that_is_gone_is_missed_also_where_it_is_no_longer_listed(store: Store, archive: Path) -> None:
    signed(store, archive, 7, SCAN)
    (path,) = [file.path for file in store.archived.all() if file.what == FileKind.SCAN]
    (archive / path).unlink()
    assert said(verify(archive)) == [(Verdict.MISSING, path)]
    rebuild(archive)
    (missing,) = [one for one in verify(archive).findings if one.verdict == Verdict.MISSING]
    assert missing.sentence == "It tells of a scan of the signed sheet, which is not there."


def test_a_scan_nobody_tells_of_is_unknown(archive: Path) -> None:
    path = page_of(archive, 2).replace(".pdf", " signed.png")
    (archive / path).write_bytes(SCAN)
    assert said(verify(archive)) == [(Verdict.UNKNOWN, path)]


def test_without_the_manifest_that_is_said_once_and_the_pages_are_read_all_the_same(archive: Path) -> None:
    (archive / MANIFEST).unlink()
    cut = archive / page_of(archive, 2)
    cut.write_bytes(cut.read_bytes()[:5_000])
    report = verify(archive)
    assert (Verdict.LISTS, MANIFEST) in said(report)
    assert report.count(Verdict.UNREADABLE) == 1
    assert report.count(Verdict.UNKNOWN) == 0


def test_damaged_lines_are_said(archive: Path) -> None:
    for name in (MANIFEST, INDEX):
        with (archive / name).open("ab") as file:
            file.write(b"\xff../../etc/passwd\r\n")
    assert said(verify(archive)) == [(Verdict.LISTS, INDEX), (Verdict.LISTS, MANIFEST)]


def test_an_index_that_says_something_else_is_said(archive: Path) -> None:
    text = (archive / INDEX).read_bytes()
    (archive / INDEX).write_bytes(text.replace(b",page\r\n", b",scan\r\n", 1))
    (finding,) = [one for one in verify(archive).findings if one.verdict == Verdict.LISTS]
    assert (finding.path, finding.sentence) == (INDEX, "1 line differs from the files. Make the lists anew.")


def test_a_missing_index_is_said(archive: Path) -> None:
    (archive / INDEX).unlink()
    assert said(verify(archive)) == [(Verdict.LISTS, INDEX)]


def test_how_far_it_is_is_told(archive: Path) -> None:
    heard: list[tuple[int, int]] = []
    verify(archive, progress=lambda done, of: heard.append((done, of)))
    assert heard == [(done, 5) for done in range(6)]


def test_it_can_be_stopped_and_then_claims_nothing_of_what_it_did_not_see(archive: Path) -> None:
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 4

    report = verify(archive, stopped=stopped)
    assert (report.stopped, report.is_well, report.count(Verdict.MISSING)) == (True, False, 0)


def test_an_archive_that_is_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is not there"):
        verify(tmp_path / "share")
