"""Bringing the calls of an archive back into data, from nothing but its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from exports.archive.listed import read_lists
from exports.archive.oddities import odd_findings
from exports.archive.pages import Page, Sorted, of_one_manager, refused, sort_files
from exports.archive.report import Finding, Progress, Report, Stopped, Verdict, by_path, never, no_progress
from exports.archive.taking_in import Here, ReadPage, TakenIn, save_reps, scans_told_of, take_in_calls
from exports.archive.walk import Walked, read_found, walk
from exports.record_file import record_in
from exports.record_reader import read_record
from scoring.archived import ARCHIVE_FOLDER
from scoring.errors import SecondChairError
from scoring.page_versions import page_versions
from scoring.people import Manager, RepCard
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store

Take = Callable[[Callable[["Store"], Any]], Any]
"""Does a job with the data and hands back what came of it; in the window that is the keeper's thread."""
MOST_AT_ONCE = 20_000
"""Entries that are held in memory at once, but for a single call that has more."""


def bring_back(
    folder: Path,
    take: Take,
    *,
    now: datetime,
    manager: str | None = None,
    at_once: int = 1,
    progress: Progress = no_progress,
    stopped: Stopped = never,
) -> Report:
    """Take in the pages of a folder; what is here already is left alone. Nothing in the folder is changed.

    Call it in the background: it reads there, and asks for the data in small steps, each of which is whole.

    :param take: does each step with the data.
    :param now: the wall time, with its UTC offset.
    :param manager: whose pages, by name; None is everybody's.
    :param at_once: how many calls are taken in in one step.
    :raises KnownError: if the folder is not there, or the data cannot be written any more.
    """
    bringing = BringingBack(folder.resolve(), take, now=now)
    return bringing.bring(manager=manager, at_once=at_once, progress=progress, stopped=stopped)


def _missing(folder: Path, walked: Walked) -> Iterator[Finding]:
    """What is listed and not there: only the list tells of it, so it is not needed, but asked where it can be read."""
    there = {found.path for found in walked.files}
    for path in read_lists(folder, walked).manifest.sums:
        if path not in there:
            sentence = tr("It is listed and not there, so it cannot be brought back. Look for a copy of it.")
            yield Finding(path=path, verdict=Verdict.MISSING, sentence=sentence)


class BringingBack:
    """One way through an archive, and what is known on it. Use ``bring`` once."""

    def __init__(self, folder: Path, take: Take, *, now: datetime) -> None:
        """Take the same as ``bring_back``."""
        self._folder = folder
        self._take = take
        self._now = now
        self._found = Sorted()
        self._reps: dict[UUID, tuple[datetime, RepCard]] = {}
        self._managers: list[tuple[datetime, Manager]] = []
        self._told_of: dict[str, Page] = {}
        self._findings: list[Finding] = []
        self._calls = 0

    def bring(self, *, manager: str | None, at_once: int, progress: Progress, stopped: Stopped) -> Report:
        """Do as ``bring_back`` says."""
        walked = walk(self._folder, stopped)
        self._found = sort_files(walked.files, progress, stopped)
        self._bring(manager, at_once, progress, stopped)
        findings = [*odd_findings(walked), *self._found.findings, *self._findings]
        is_stopped = stopped()
        if not is_stopped:
            findings += [*self._scans(), *_missing(self._folder, walked)]
        return Report(
            findings=by_path(findings), files=len(walked.files), calls=self._calls, stopped=is_stopped
        )

    def _bring(self, manager: str | None, at_once: int, progress: Progress, stopped: Stopped) -> None:
        known = self._take(lambda store: {rep.id for rep in store.reps.all()})
        calls = self._asked_for(manager)
        here = Here(is_archive=self._is_archive(), scans=self._found.scans, now=self._now)
        done, of = 0, sum(map(len, calls))
        for batch in _batches(calls, at_once):
            if stopped():
                break
            chosen = [self._chain(pages) for pages in batch]
            for taken in self._take(partial(take_in_calls, chosen=chosen, here=here)):
                self._note(taken)
            done += sum(map(len, batch))
            progress(of + done, 2 * of)
        latest = [card for rep_id, (_, card) in self._reps.items() if rep_id not in known]
        self._take(partial(save_reps, cards=latest))

    def _is_archive(self) -> bool:
        """In this thread: the archive of the data may lie on a share that keeps one waiting."""
        archive = self._take(lambda store: store.settings.get(ARCHIVE_FOLDER, str, ""))
        return bool(archive) and Path(archive).resolve() == self._folder

    def _asked_for(self, manager: str | None) -> list[list[Page]]:
        chosen: list[list[Page]] = []
        for is_asked_for, pages in of_one_manager(self._found.calls(), manager):
            if is_asked_for:
                chosen.append(pages)
            else:
                self._say(pages, Verdict.LEFT, tr("It is a page of another manager. It was not asked for."))
        return chosen

    def _say(self, pages: Iterable[Page], verdict: Verdict, sentence: str) -> None:
        self._findings += [
            Finding(path=page.found.path, verdict=verdict, sentence=sentence) for page in pages
        ]

    def _scans(self) -> Iterator[Finding]:
        """:returns: what becomes of the scans, once all calls are taken in."""
        for digest, found in self._found.scans.items():
            is_known = digest in self._told_of
            sentence = tr("Its call knows it again.") if is_known else tr("No page that is here tells of it.")
            verdict = Verdict.RESTORED if is_known else Verdict.UNKNOWN
            yield from (Finding(path=one.path, verdict=verdict, sentence=sentence) for one in found)
        for digest, page in self._told_of.items():
            if digest not in self._found.scans:
                sentence = tr("It tells of a scan of the signed sheet, which is not there.")
                yield Finding(path=page.found.path, verdict=Verdict.MISSING, sentence=sentence)

    @property
    def manager(self) -> Manager | None:
        """Who the manager is, if all pages that were brought back name the same one."""
        named = sorted(self._managers, key=lambda one: one[0])
        is_one = len({manager.name for _, manager in named}) == 1
        return named[-1][1] if is_one and named[-1][1].name else None

    def _chain(self, pages: Sequence[Page]) -> list[ReadPage]:
        """:returns: the page of a call with the longest log, behind those it carries in it, the first one first."""
        read = [one for one in map(self._read, pages) if one]
        if len(read) < 2:
            return read
        versions = [version.entries for version in page_versions(read[-1].source.version.entries)]
        chain = [one for one in read if one.source.version.entries in versions]
        sentence = tr("It contradicts a later page of the same call, which was brought back in its place.")
        self._say((one.page for one in read if one not in chain), Verdict.DIFFERS, sentence)
        return chain

    def _read(self, page: Page) -> ReadPage | None:
        try:
            source = read_record(page.record or record_in(read_found(page.found)))
        except SecondChairError as error:
            self._findings.append(refused(page.found.path, error))
            return None
        return ReadPage(page=page, source=source)

    def _note(self, taken: TakenIn) -> None:
        self._findings += taken.findings
        if not taken.read:
            return
        self._told_of |= scans_told_of(one.page for one in taken.read)
        self._calls += any(finding.verdict == Verdict.RESTORED for finding in taken.findings)
        source = taken.read[-1].source
        made_at = source.version.made_at
        self._managers.append((made_at, source.manager))
        if source.rep.id not in self._reps or self._reps[source.rep.id][0] <= made_at:
            self._reps[source.rep.id] = made_at, source.rep


def _batches(calls: Iterable[list[Page]], at_once: int) -> Iterator[list[list[Page]]]:
    batch: list[list[Page]] = []
    entries = 0
    for pages in calls:
        batch.append(pages)
        entries += sum(page.glance.entries for page in pages)
        if len(batch) >= at_once or entries >= MOST_AT_ONCE:
            yield batch
            batch, entries = [], 0
    if batch:
        yield batch
