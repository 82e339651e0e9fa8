"""What in an archive folder is about somebody: found by the records in it, and by names where there is no record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from exports.archive.folder import is_unfinished
from exports.archive.manifest import sum_of
from exports.archive.ours import is_scan, page_beside
from exports.archive.report import Progress, Stopped, never
from exports.archive.walk import Found, Odd, Oddity, read_found, walk
from exports.page_source import short_id
from exports.record_file import record_in
from scoring.codec import plain_from_json
from scoring.entry import ScanKept
from scoring.errors import KnownError, SecondChairError
from scoring.merging import folded_name

_SHORT_ID = re.compile(r"\(([0-9A-F]{8})\)", re.IGNORECASE)
_OURS = re.compile(r"\d{4}-\d\d-\d\d .*\([0-9A-F]{8}\).*\.(pdf|jpg|png)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Whose files are looked for: those of these reps, under all of their ids, and of these calls.

    ``paths`` and ``sums`` (SHA-256, hexadecimal) are those of the files that the data knows of these calls, ``names``
    what the reps are called.
    """

    rep_ids: frozenset[UUID] = frozenset()
    call_ids: frozenset[UUID] = frozenset()
    paths: frozenset[str] = frozenset()
    sums: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """What there is of somebody in the archive folder.

    ``pages`` are the files with a record of theirs, or called so; ``scans`` are called as scans of signed pages.
    ``call_ids`` are their calls, also those that only the archive tells of: a record of the archive may claim any.
    ``left`` are the paths of other things in their folders, which this app did not write; ``unread`` those that the
    system lets nobody read. ``namesakes`` counts pages of a rep of the same name who was entered under another id.
    """

    pages: tuple[Found, ...] = ()
    scans: tuple[Found, ...] = ()
    call_ids: frozenset[UUID] = frozenset()
    left: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    namesakes: int = 0

    @property
    def files(self) -> tuple[Found, ...]:
        """All that goes."""
        return self.pages + self.scans


@dataclass(frozen=True, slots=True)
class _Told:
    """What a record tells in short: whose it is, and the sums of the scans it names."""

    call_id: UUID
    rep_id: UUID
    rep_name: str
    scans: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Silent:
    """A file without a record that can be read; ``digest`` is empty where not even its bytes can."""

    file: Found
    digest: str = ""


@dataclass(slots=True)
class _Looking:
    """What was found so far."""

    call_ids: set[UUID]
    sums: set[str]
    pages: list[Found] = field(default_factory=list[Found])
    silent: list[_Silent] = field(default_factory=list[_Silent])
    unread: list[str] = field(default_factory=list[str])
    namesakes: int = 0


def find_theirs(folder: Path, sought: Sought, progress: Progress, stopped: Stopped = never) -> Theirs | None:
    """Look through the whole archive folder. Nothing is changed, and no link is followed.

    :returns: what is theirs, or None if it was stopped.
    :raises KnownError: if the folder is not there or cannot be read.
    """
    walked = walk(folder, stopped)
    looking = _Looking(call_ids=set(sought.call_ids), sums=set(sought.sums))
    files = [
        file for file in walked.files if not is_unfinished(file.place.name)
    ]  # nobody's: they go in any case
    for number, file in enumerate(files):
        if stopped():
            return None
        progress(number, len(files))
        _look(file, sought, looking)
    return None if stopped() else _theirs(sought, looking, walked.odd)


def _look(file: Found, sought: Sought, looking: _Looking) -> None:
    try:
        data = read_found(file)
    except KnownError:
        looking.unread.append(file.path)
        looking.silent.append(_Silent(file))
        return
    except SecondChairError:  # larger than anything of ours
        looking.silent.append(_Silent(file))
        return
    told = _told(data)
    if told is None:
        looking.silent.append(_Silent(file, sum_of(data)))
    elif told.call_id in sought.call_ids or told.rep_id in sought.rep_ids:
        looking.pages.append(file)
        looking.call_ids.add(told.call_id)
        looking.sums |= told.scans
    elif folded_name(told.rep_name) in map(folded_name, sought.names):
        looking.namesakes += 1


def _told(data: bytes) -> _Told | None:
    """What somebody's record says is enough to tell whose it is: it need not prove itself."""
    try:
        return _told_by(plain_from_json(record_in(data).decode()))
    except (SecondChairError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _told_by(plain: Any) -> _Told:
    whats = [entry["what"] for entry in plain["entries"]]
    return _Told(
        UUID(plain["call"]["id"]),
        UUID(plain["rep"]["id"]),
        str(plain["rep"]["name"]),
        frozenset(str(what["scan"]["sha256"]) for what in whats if what["kind"] == ScanKept.KIND),
    )


def _theirs(sought: Sought, looking: _Looking, odd: Iterable[Odd]) -> Theirs:
    whose = Whose(sought, looking.call_ids)
    pages = {file.path for file in looking.pages}
    silent = [one.file for one in looking.silent if _is_theirs(one, whose, looking.sums, pages)]
    scans = [file for file in silent if is_scan(file.path)]
    others = {one.file.path for one in looking.silent} - {file.path for file in silent}
    hidden = [one.path for one in odd if one.what not in (Oddity.LINK, Oddity.NO_FILE)]
    beside = [one.path for one in odd if one.what in (Oddity.LINK, Oddity.NO_FILE)]
    return Theirs(
        pages=(*looking.pages, *(file for file in silent if file not in scans)),
        scans=tuple(scans),
        call_ids=frozenset(looking.call_ids),
        left=tuple(sorted(path for path in [*others, *beside] if whose.has_folder_of(path))),
        unread=tuple(sorted(others.intersection(looking.unread).union(hidden))),
        namesakes=looking.namesakes,
    )


def _is_theirs(one: _Silent, whose: Whose, sums: set[str], pages: set[str]) -> bool:
    """Whether a file without a record is: by its bytes, by its name, or as the scan beside a page."""
    return one.digest in sums or whose.has(one.file.path) or page_beside(one.file.path) in pages


class Whose:
    """Tells by a path alone whose a file is, or was."""

    def __init__(self, sought: Sought, call_ids: Iterable[UUID]) -> None:
        """:param call_ids: the calls of those who are sought, also those that only the archive knows."""
        self._paths = sought.paths
        self._calls = {short_id(call_id) for call_id in call_ids}
        self._reps = {short_id(rep_id) for rep_id in sought.rep_ids}

    def has(self, path: str) -> bool:
        """Whether it is a path that the data knows as theirs, has the id of a call of theirs in its name, or is named
        as we name files and lies in their folder."""
        name = path.rpartition("/")[2]
        return (
            path in self._paths
            or bool(_short_ids(name) & self._calls)
            or (self.has_folder_of(path) and _OURS.fullmatch(name) is not None)
        )

    def has_folder_of(self, path: str) -> bool:
        """Whether a folder on the way to it is named after them."""
        return bool(_short_ids(path.rpartition("/")[0]) & self._reps)


def _short_ids(text: str) -> set[str]:
    return {found.upper() for found in _SHORT_ID.findall(text)}
