"""The access pack: everything that is held about one person, in one zip file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from uuid import UUID

from exports.access_pack.gathering import HeldCall, Person, gather_call, gather_person
from exports.access_pack.plain import about_plain, as_readable_json, call_plain
from exports.access_pack.scans import Scan, all_scans
from exports.access_pack.start_page import (
    ABOUT_FILE,
    CALLS_FILE,
    ENTRIES_FILE,
    CallLine,
    call_line,
    start_page,
)
from exports.access_pack.tables import as_csv, call_head, call_row, entry_head, entry_rows
from exports.archive.report import Progress, Stopped, never, no_progress
from exports.file_names import file_words, numbered
from exports.page_file import call_name, draw_call, page_name
from exports.page_source import short_id
from exports.paper import sheet_of
from scoring.files import write_new, write_whole
from scoring.people import Rep
from scoring.preferences import Sheet
from scoring.text import tr, trn

if TYPE_CHECKING:
    from scoring.store import Store

Ask = Callable[[Callable[["Store"], Any]], Any]
"""Does a job with the store, in whichever thread that is at home, and returns what comes of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWish:
    """For whom a pack is made, and when; ``usual`` is the sheet of pages that nobody has yet."""

    rep_id: UUID
    now: datetime
    usual: Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What lies in a pack: how many calls, pages and scans; of how many calls the manager's view was left out, because
    it is still sealed, and how many scans could not be reached."""

    calls: int
    pages: int
    scans: int
    withheld: int
    scans_away: int


def missing_words(packed: Packed) -> list[str]:
    """:returns: what a pack does not hold, in sentences; none where it holds everything."""
    sealed = trn(
        "The manager’s view of {n} call is left out until the rep has spoken.",
        "The manager’s view of {n} calls is left out until the rep has spoken.",
        packed.withheld,
    )
    away = trn(
        "{n} scan of a signed page could not be reached.",
        "{n} scans of signed pages could not be reached.",
        packed.scans_away,
    )
    counted = ((sealed, packed.withheld), (away, packed.scans_away))
    return [words.format(n=n) for words, n in counted if n]


class PackStoppedError(Exception):
    """Somebody wanted it to end; nothing was written."""


def pack_name(rep: Rep, now: datetime) -> str:
    """:returns: ``"Access pack Priya Nair (01AD9F7B) 2026-11-29"``, a file name on every system, without its ending."""
    words = tr("Access pack {rep} ({id}) {day}")
    named = file_words(rep.name) or tr("rep")
    return words.format(rep=named, id=short_id(rep.id), day=now.date().isoformat())


def replace_pack(ask: Ask, wish: PackWish, path: Path, progress: Progress, stopped: Stopped) -> Packed:
    """Write a pack to ``path``, also in the place of what is there. It is whole, or ``path`` is untouched.

    :param progress: is told how many calls are in it, and of how many.
    :param stopped: whether it is to end; asked before each call.
    :raises KeyError: if there is no such rep.
    :raises PackStoppedError: if it was stopped.
    :raises SecondChairError: if the rubric of a call is not there.
    :raises KnownError: if the system refuses.
    """
    filling = _Filling(ask, wish, progress, stopped)
    write_whole(path, filling)
    return filling.packed()


def write_pack(ask: Ask, wish: PackWish, folder: Path) -> tuple[Path, Packed]:
    """Write a pack into ``folder``, under a name that is free.

    :returns: where it lies, and what lies in it.
    :raises KeyError: if there is no such rep.
    :raises SecondChairError: if the rubric of a call is not there.
    :raises KnownError: if the system refuses.
    """
    person = ask(partial(gather_person, rep_id=wish.rep_id))
    for name in numbered(pack_name(person.rep, wish.now), ".zip"):
        path = folder / name
        filling = _Filling(ask, wish, no_progress, never)
        if not path.exists() and write_new(path, filling):
            return path, filling.packed()
    raise AssertionError("unreachable: the names never end")


@dataclass(slots=True)
class _Filling:
    """Fills an open file with a pack, one call after the other: no more than one is held at a time."""

    ask: Ask
    wish: PackWish
    progress: Progress
    stopped: Stopped
    lines: list[CallLine] = field(default_factory=list[CallLine])
    call_rows: list[list[str]] = field(default_factory=list[list[str]])
    entry_rows: list[list[str]] = field(default_factory=list[list[str]])
    names: set[str] = field(default_factory=set[str])

    def __call__(self, file: IO[bytes]) -> None:
        person: Person = self.ask(partial(gather_person, rep_id=self.wish.rep_id))
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
            for done, call_id in enumerate(person.calls):
                self.progress(done, len(person.calls))
                if self.stopped():
                    raise PackStoppedError
                self._add_call(pack, person, self.ask(partial(gather_call, call_id=call_id)))
            self._add(pack, CALLS_FILE, as_csv(call_head(), self.call_rows))
            self._add(pack, ENTRIES_FILE, as_csv(entry_head(), self.entry_rows))
            self._add(pack, ABOUT_FILE, as_readable_json(about_plain(person)))
            self._add(pack, tr("Start here.html"), start_page(person, self.lines, self.wish.now))
        self.progress(len(person.calls), len(person.calls))

    def _add_call(self, pack: zipfile.ZipFile, person: Person, held: HeldCall) -> None:
        name = call_name(held.source)
        pages = [self._add_page(pack, held, number) for number in range(len(held.pages))]
        scans = all_scans(held.kept_scans, held.scans, held.archived, person.archive)
        reached = [self._add_scan(pack, name, scan) for scan in scans if scan.data is not None]
        file = self._add(pack, f"calls/{name}.json", as_readable_json(call_plain(held)))
        away = len(scans) - len(reached)
        self.lines.append(call_line(held, file=file, pages=pages, scans=reached, scans_away=away))
        self.call_rows.append(call_row(held, file))
        self.entry_rows.extend(entry_rows(held, name))

    def _add_page(self, pack: zipfile.ZipFile, held: HeldCall, number: int) -> str:
        source = held.pages[number]
        drawn = draw_call(source, sheet_of(source.version, self.wish.usual))
        return self._add(pack, f"pages/{page_name(source)}.pdf", drawn.pdf)

    def _add_scan(self, pack: zipfile.ZipFile, name: str, scan: Scan) -> str:
        words = tr("{name} signed {sum}").format(name=name, sum=scan.sha256[:8])
        return self._add(pack, f"scans/{words}.{scan.ending}", scan.data or b"")

    def _add(self, pack: zipfile.ZipFile, path: str, data: bytes) -> str:
        """:returns: the path it has in the pack: another one where a system would take two for the same."""
        path = self._unused(path)
        info = zipfile.ZipInfo(path, self.wish.now.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        info.create_system = 3  # whose rights these are: the same bytes on every system
        pack.writestr(info, data)
        return path

    def _unused(self, path: str) -> str:
        stem, dot, ending = path.rpartition(".")
        chosen = next(one for one in numbered(stem, dot + ending) if one.casefold() not in self.names)
        self.names.add(chosen.casefold())
        return chosen

    def packed(self) -> Packed:
        """:returns: what was put in."""
        return Packed(
            calls=len(self.lines),
            pages=sum(len(line.pages) for line in self.lines),
            scans=sum(len(line.scans) for line in self.lines),
            withheld=sum(line.withheld for line in self.lines),
            scans_away=sum(line.scans_away for line in self.lines),
        )
