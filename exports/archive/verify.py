"""Checking an archive: whether every file that was listed is there, whole and as it was, and what else is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from exports.archive.glance import Glance, glance
from exports.archive.listed import Lists, read_lists
from exports.archive.manifest import sum_of
from exports.archive.oddities import odd_findings
from exports.archive.ours import is_kept_beside, is_receipt, is_scan
from exports.archive.report import Finding, Progress, Report, Stopped, Verdict, by_path, never, no_progress
from exports.archive.walk import Found, Oddity, Walked, read_found, walk
from exports.record_file import PDF, record_in
from exports.record_reader import read_record
from scoring.errors import SecondChairError
from scoring.text import tr


def verify(folder: Path, *, progress: Progress = no_progress, stopped: Stopped = never) -> Report:
    """Read every file of an archive and compare it with the manifest, the index and what the other pages say.

    :raises KnownError: if the folder is not there, or cannot be read.
    """
    walked = walk(folder, stopped)
    lists = read_lists(folder, walked)
    check = _Check(lists)
    files = [found for found in walked.files if not is_kept_beside(found.path)]
    done = 0
    for found in files:
        if stopped():
            break
        progress(done, len(files))
        check.look_at(found)
        done += 1
    if stopped():
        return Report(findings=by_path([*odd_findings(walked), *check.findings]), files=done, stopped=True)
    progress(done, len(files))
    findings = [
        *odd_findings(walked),
        *lists.findings(check.pages),
        *check.findings,
        *check.at_the_end(walked),
    ]
    return Report(findings=by_path(findings), files=len(files))


class _Check:
    """What is known while the files are looked at one by one: the ``pages`` that are whole, by path, and the
    ``findings`` so far."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._sums = lists.manifest.sums
        self._seen = set[str]()
        self._digests = set[str]()
        self._unlisted_scans: dict[str, str] = {}
        self.pages: dict[str, Glance] = {}
        self.findings: list[Finding] = []

    def look_at(self, found: Found) -> None:
        path = found.path
        if path in self._seen:
            self._say(
                path, Verdict.UNKNOWN, tr("Another file has the same name, written in other characters.")
            )
            return
        self._seen.add(path)
        try:
            data = read_found(found)
        except SecondChairError as error:
            self._say(path, Verdict.UNREADABLE, f"{error.title}. {error.message}")
            return
        digest = sum_of(data)
        if path not in self._sums:
            self._look_at_unlisted(path, data, digest)
        elif self._sums[path] != digest:
            self._say(
                path, Verdict.ALTERED, tr("It was changed after it was listed. Look for a copy from before.")
            )
        else:
            self._digests.add(digest)
            self._look_at_listed(path, data)

    def _look_at_listed(self, path: str, data: bytes) -> None:
        """Its bytes are those that were written here: what its record says of itself is enough."""
        if is_scan(path) or is_receipt(path):
            return
        try:
            self.pages[path] = glance(record_in(data))
        except SecondChairError as error:
            self._say(path, Verdict.UNREADABLE, f"{error.title}. {error.message}")

    def _look_at_unlisted(self, path: str, data: bytes, digest: str) -> None:
        if is_scan(path):
            self._digests.add(digest)
            self._unlisted_scans[path] = digest
        elif is_receipt(path):
            self._say_unlisted(path, tr("It is a receipt that is not listed."))
        elif not data.startswith(PDF):
            self._say(path, Verdict.UNKNOWN, tr("It is not listed, and no page. Somebody put it there."))
        else:
            self._look_at_unlisted_page(path, data)

    def _look_at_unlisted_page(self, path: str, data: bytes) -> None:
        try:
            record = record_in(data)
            read_record(record)
            self.pages[path] = glance(record)
        except SecondChairError as error:
            self._say(path, Verdict.UNREADABLE, f"{error.title}. {error.message}")
        else:
            self._say_unlisted(path, tr("It is a whole page that is not listed."))

    def _say_unlisted(self, path: str, sentence: str) -> None:
        """Where there is no list at all, that is said once."""
        if self._lists.has_manifest:
            advice = tr("{sentence} Make the lists anew to enter it.").format(sentence=sentence)
            self._say(path, Verdict.UNKNOWN, advice)

    def _say(self, path: str, verdict: Verdict, sentence: str) -> None:
        self.findings.append(Finding(path=path, verdict=verdict, sentence=sentence))

    def at_the_end(self, walked: Walked) -> Iterator[Finding]:
        """:returns: what can be said once every file was looked at."""
        told_of = {digest: path for path, page in self.pages.items() for digest in page.scans}
        yield from self._scans(told_of)
        yield from self._missing(walked)
        yield from self._proven(told_of)
        yield from self._superseded()

    def _scans(self, told_of: dict[str, str]) -> Iterator[Finding]:
        for path, digest in self._unlisted_scans.items():
            if digest not in told_of:
                sentence = tr("It is not listed, and no page tells of it. Somebody put it there.")
                yield Finding(path=path, verdict=Verdict.UNKNOWN, sentence=sentence)
            elif self._lists.has_manifest:
                sentence = tr("It is a scan that is not listed. Make the lists anew to enter it.")
                yield Finding(path=path, verdict=Verdict.UNKNOWN, sentence=sentence)

    def _missing(self, walked: Walked) -> Iterator[Finding]:
        closed = tuple(f"{odd.path}/" for odd in walked.odd if odd.what in (Oddity.CLOSED, Oddity.TOO_DEEP))
        if any(odd.what == Oddity.TOO_MANY for odd in walked.odd):
            return
        for path in self._sums:
            if path not in self._seen and not path.startswith(closed):
                sentence = tr("It is listed and not there any more. Look for a copy of it.")
                yield Finding(path=path, verdict=Verdict.MISSING, sentence=sentence)

    def _proven(self, told_of: dict[str, str]) -> Iterator[Finding]:
        """What other pages prove to have been there, and is not even listed."""
        listed = self._lists.pages_listed()
        for call_id, pages in self._by_call().items():
            latest = max(pages)
            for number in range(1, latest):
                if number not in pages and (str(call_id), str(number)) not in listed:
                    sentence = tr("It takes the place of page {n} of its call, which is not there.").format(
                        n=number
                    )
                    yield Finding(path=pages[latest], verdict=Verdict.MISSING, sentence=sentence)
        listed_sums = set(self._sums.values())
        for digest, path in told_of.items():
            if digest not in self._digests and digest not in listed_sums:
                sentence = tr("It tells of a scan of the signed sheet, which is not there.")
                yield Finding(path=path, verdict=Verdict.MISSING, sentence=sentence)

    def _superseded(self) -> Iterator[Finding]:
        latest = {call_id: max(pages) for call_id, pages in self._by_call().items()}
        for path, page in self.pages.items():
            if page.page < latest[page.call_id]:
                sentence = tr("A later page of the same call is there. Nothing is wrong with that.")
                yield Finding(path=path, verdict=Verdict.SUPERSEDED, sentence=sentence)

    def _by_call(self) -> dict[UUID, dict[int, str]]:
        calls: dict[UUID, dict[int, str]] = defaultdict(dict)
        for path, page in self.pages.items():
            calls[page.call_id].setdefault(page.page, path)
        return calls
