"""The pages of a folder, sorted into the calls they are of, without believing what their names say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exports.archive.glance import Glance, glance
from exports.archive.manifest import sum_of
from exports.archive.ours import is_kept_beside, is_receipt, is_scan
from exports.archive.report import Finding, Progress, Stopped, Verdict
from exports.archive.sheet import drawn_on
from exports.archive.walk import Found, read_found
from exports.record_file import PDF, record_in
from scoring.errors import SecondChairError
from scoring.preferences import Paper
from scoring.text import tr

MOST_KEPT = 32 << 20
"""Bytes of records that are kept for the second look: those of 500 usual calls. The other pages are read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file that holds a record: what it is at a glance, the sum of its bytes, the paper it was drawn on, and the
    ``record`` itself, None where it is to be read again."""

    found: Found
    glance: Glance
    sha256: str
    paper: Paper
    record: bytes | None


@dataclass(slots=True)
class Sorted:
    """What a folder holds: its ``pages``, the ``scans`` by their sum, and what is to be said of the rest; ``kept`` is
    how many bytes of records are."""

    pages: list[Page] = field(default_factory=list[Page])
    scans: dict[str, list[Found]] = field(default_factory=lambda: defaultdict(list))
    findings: list[Finding] = field(default_factory=list[Finding])
    kept: int = 0

    def add_page(self, found: Found, data: bytes, sha256: str) -> None:
        """:raises SecondChairError: if there is no record in the file."""
        record = record_in(data)
        is_kept = self.kept + len(record) <= MOST_KEPT
        page = Page(
            found=found,
            glance=glance(record),
            sha256=sha256,
            paper=drawn_on(data),
            record=record if is_kept else None,
        )
        self.pages.append(page)
        self.kept += len(record) if is_kept else 0

    def calls(self) -> list[list[Page]]:
        """:returns: the pages of each call, the shortest log first; the calls in the order they were entered."""
        calls: dict[object, list[Page]] = defaultdict(list)
        for page in self.pages:
            calls[page.glance.call_id].append(page)
        for pages in calls.values():
            pages.sort(key=lambda page: (page.glance.entries, page.found.path))
        return sorted(calls.values(), key=lambda pages: (pages[0].glance.created_at, pages[0].glance.call_id))


def sort_files(files: Iterable[Found], progress: Progress, stopped: Stopped) -> Sorted:
    """Look at every file once; what lies beside the archive's own matters is passed over.

    :param progress: is told how many files were looked at, of twice as many: pages are read again afterwards.
    """
    mine = [found for found in files if not is_kept_beside(found.path) and not is_receipt(found.path)]
    sorted_files = Sorted()
    for done, found in enumerate(mine):
        if stopped():
            break
        progress(done, 2 * len(mine))
        try:
            _sort(sorted_files, found, read_found(found))
        except SecondChairError as error:
            sorted_files.findings.append(refused(found.path, error))
    return sorted_files


def _sort(sorted_files: Sorted, found: Found, data: bytes) -> None:
    digest = sum_of(data)
    if is_scan(found.path):
        sorted_files.scans[digest].append(found)
    elif data.startswith(PDF):
        sorted_files.add_page(found, data, digest)
    else:
        sentence = tr("It is no page. It is left where it is.")
        sorted_files.findings.append(Finding(path=found.path, verdict=Verdict.UNKNOWN, sentence=sentence))


def refused(path: str, error: SecondChairError) -> Finding:
    """:returns: that nothing of a file is brought back, and why."""
    sentence = f"{error.title}. {error.message}"
    return Finding(path=path, verdict=Verdict.REFUSED, sentence=sentence)


def of_one_manager(calls: Iterable[list[Page]], manager: str | None) -> Iterator[tuple[bool, list[Page]]]:
    """:param manager: a name, in small or capital letters; None is any.
    :returns: the pages of each call, and whether the latest of them names this manager.
    """
    for pages in calls:
        yield manager is None or _folded(pages[-1].glance.manager) == _folded(manager), pages


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
