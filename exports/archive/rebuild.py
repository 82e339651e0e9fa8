"""Making index and manifest of an archive anew, from the files alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exports.archive.glance import glance
from exports.archive.index import IndexRow, path_cell, receipt_row, row_of, write_index
from exports.archive.listed import read_lists
from exports.archive.lock import archive_lock, prepare_archive
from exports.archive.manifest import sum_of, write_manifest
from exports.archive.names import is_place
from exports.archive.oddities import odd_findings
from exports.archive.ours import is_kept_beside, is_receipt, is_scan, page_beside
from exports.archive.report import Finding, Progress, Report, Stopped, Verdict, by_path, never, no_progress
from exports.archive.walk import Found, Walked, read_found, walk
from exports.record_file import PDF, record_in
from exports.record_reader import read_record
from scoring.archived import FileKind
from scoring.errors import SecondChairError
from scoring.text import tr


def rebuild(folder: Path, *, progress: Progress = no_progress, stopped: Stopped = never) -> Report:
    """Write index and manifest again: each whole page, each scan that a page tells of, each receipt.

    What is lost or changed against the lists as they were is said, since the new ones do not tell of it. Stopped before
    the end, the lists stay as they were.

    :raises KnownError: if the folder is not there, another computer writes to it all the time, or the system refuses.
    """
    walked = walk(folder, stopped)
    reading = _Reading()
    reading.read(walked, progress, stopped)
    if stopped():
        return Report(findings=reading.findings(walked), files=len(reading.seen), stopped=True)
    prepare_archive(folder)
    with archive_lock(folder):
        walked = walk(folder)  # what others have put there meanwhile counts
        reading.forget_but({found.path for found in walked.files})
        reading.read(walked, no_progress, never)
        before = read_lists(folder, walked).manifest.sums
        rows = reading.rows(before)
        write_manifest(folder, {path: row.sha256 for path, row in rows.items()})
        write_index(folder, rows.values())
    findings = (*reading.findings(walked, rows), *_changes(before, rows, reading.seen))
    return Report(findings=by_path(findings), files=len(rows))


def _changes(before: dict[str, str], rows: dict[str, IndexRow], seen: set[str]) -> Iterator[Finding]:
    for path, digest in before.items():
        if path not in seen:
            sentence = tr("It was listed and is not there any more. The new lists do not tell of it.")
            yield Finding(path=path, verdict=Verdict.MISSING, sentence=sentence)
        elif path in rows and rows[path].sha256 != digest:
            sentence = tr("It was changed after it was listed. The new lists take it as it is.")
            yield Finding(path=path, verdict=Verdict.ALTERED, sentence=sentence)


class _Reading:
    """The files as they are read: ``seen`` are the paths of all of them."""

    def __init__(self) -> None:
        self.seen = set[str]()
        self._rows: dict[str, IndexRow] = {}
        self._scans: dict[str, str] = {}
        self._told_of: dict[str, str] = {}
        self._left_out: dict[str, Finding] = {}

    def read(self, walked: Walked, progress: Progress, stopped: Stopped) -> None:
        """Read what was not read yet."""
        files = [one for one in walked.files if not is_kept_beside(one.path) and one.path not in self.seen]
        for done, found in enumerate(files):
            if stopped():
                return
            progress(done, len(files))
            if found.path not in self.seen:  # two names may differ in nothing that is seen
                self.seen.add(found.path)
                self._look_at(found)

    def _look_at(self, found: Found) -> None:
        path = found.path
        if not is_place(path):
            self._leave_out(path, Verdict.UNKNOWN, tr("Its name cannot be listed. Give it another one."))
            return
        try:
            data = read_found(found)
            if is_scan(path):
                self._scans[path] = sum_of(data)
            elif is_receipt(path):
                self._rows[path] = receipt_row(path, sum_of(data))
            elif data.startswith(PDF):
                self._read_page(path, data)
            else:
                self._leave_out(path, Verdict.UNKNOWN, tr("It is no page. It is not listed."))
        except SecondChairError as error:
            self._leave_out(path, Verdict.UNREADABLE, f"{error.title}. {error.message}")

    def _read_page(self, path: str, data: bytes) -> None:
        record = record_in(data)
        self._rows[path] = row_of(path, sum_of(data), read_record(record))
        for digest in glance(record).scans:
            self._told_of.setdefault(digest, path)

    def _leave_out(self, path: str, verdict: Verdict, sentence: str) -> None:
        self._left_out[path] = Finding(path=path, verdict=verdict, sentence=sentence)

    def forget_but(self, paths: set[str]) -> None:
        """Forget the files that have gone meanwhile."""
        self.seen &= paths
        for kept in (self._rows, self._scans, self._left_out):
            for path in kept.keys() - paths:
                del kept[path]

    def rows(self, before: dict[str, str]) -> dict[str, IndexRow]:
        """:param before: the sums that were listed: a scan that was stays listed, as long as it is the same.
        :returns: the line of each file that is listed, by path.
        """
        rows = dict(self._rows)
        for path, digest in self._scans.items():
            if digest in self._told_of or before.get(path) == digest:
                page = self._rows.get(page_beside(path)) or self._rows.get(self._told_of.get(digest, ""))
                rows[path] = _scan_row(path, digest, page)
        return rows

    def findings(self, walked: Walked, rows: dict[str, IndexRow] | None = None) -> tuple[Finding, ...]:
        """:param rows: what is listed, once that is known."""
        sentence = tr("No page tells of it. It is not listed.")
        scans = [path for path in self._scans if rows is not None and path not in rows]
        unknown = (Finding(path=path, verdict=Verdict.UNKNOWN, sentence=sentence) for path in scans)
        return by_path([*odd_findings(walked), *self._left_out.values(), *unknown])


def _scan_row(path: str, digest: str, page: IndexRow | None) -> IndexRow:
    row = page or IndexRow(path="", sha256="", what="")
    return replace(row, path=path_cell(path), sha256=digest, what=FileKind.SCAN.value)
