"""Erasing a rep, or single calls, everywhere the app knows of: the archive, the copies of the data, the data itself.

The archive goes first and the data last, so that after an end in the middle the data still knows what to look for, and
doing it again finishes it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID, uuid4

from exports.archive.erasing import erase_from_archive, file_receipts
from exports.archive.finding import Sought, Theirs, find_theirs
from exports.archive.lock import archive_lock, is_archive
from exports.archive.report import Progress, Stopped, never
from exports.erasing_words import WhatGoes, beyond_lines
from scoring.archived import ARCHIVE_FOLDER
from scoring.codec import from_plain
from scoring.erasure import Erasure, Receipt, refuse_held
from scoring.errors import KnownError, SecondChairError
from scoring.facts import CallFacts
from scoring.files import file_trouble
from scoring.holds import one_person
from scoring.state import Phase
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store

T = TypeVar("T")
SHORTEST_NAME = 3
"""Shorter words of a name come in too many others."""


class Asking(Protocol):
    """Something that is asked with a job for the store."""

    def __call__(self, job: Callable[[Store], T], /) -> T:
        """Do the job in the thread that owns the store, and wait for the answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What the data knows of what is to be erased."""

    erasure: Erasure
    reps: tuple[str, ...]
    calls: tuple[CallFacts, ...]
    mentioning: tuple[CallFacts, ...]
    sought: Sought
    drafts: int
    scans_waiting: int
    archive: Path | None
    data_folder: Path


def what_goes(ask: Asking, erasure: Erasure, progress: Progress, stopped: Stopped = never) -> WhatGoes | None:
    """Find out what an erasure would take away, and what it cannot reach. Nothing is changed.

    :returns: that, or None if it was stopped.
    :raises SecondChairError: under a legal hold, or while a call is being logged.
    :raises KnownError: if the archive cannot be reached, or the system refuses.
    """
    from scoring.store.erasing_copies import can_be_read, copies_in

    about = _reachable(ask(partial(_about, erasure=erasure)))
    theirs = _find(about, progress, stopped)
    if theirs is None:
        return None
    copies = {copy.name: can_be_read(copy) for copy in copies_in(about.data_folder)}
    return _told(about, theirs, copies)


def erase(
    ask: Asking, erasure: Erasure, now: datetime, progress: Progress, stopped: Stopped = never
) -> Receipt | None:
    """Erase it. Once the first file is deleted it can no longer be stopped.

    :param now: the wall time, with its UTC offset.
    :returns: the receipt, or None if it was stopped: then nothing was erased.
    :raises SecondChairError: under a legal hold, or while a call is being logged; nothing was erased.
    :raises KnownError: if the system refuses. Doing it again goes on from there.
    """
    about = _reachable(ask(partial(_about, erasure=erasure)))
    with ExitStack() as locked:
        if about.archive:
            locked.enter_context(archive_lock(about.archive))
        theirs = _find(about, progress, stopped)
        if theirs is None or stopped():
            return None
        ask(partial(_refuse_again, about=about))
        if about.archive:
            erase_from_archive(about.archive, theirs, about.sought, progress)
        copies = _erase_from_copies(about.data_folder, erasure, progress)
        receipt = _receipt(_told(about, theirs, copies), now)
        ask(partial(_erase_from_data, erasure=erasure, receipt=receipt))
        _erase_from_copies(
            about.data_folder, erasure, progress, but=copies
        )  # made meanwhile, of the data before
        if about.archive:
            file_receipts(about.archive, ask(receipts_in))
    return receipt


def receipts_in(store: Store) -> list[Receipt]:
    """:returns: all receipts, the oldest first."""
    return [from_plain(Receipt, plain) for plain in store.receipts.all()]


def _erase_from_data(store: Store, erasure: Erasure, receipt: Receipt) -> None:
    """A call that was begun meanwhile comes first."""
    if store.facts.in_phases([Phase.RUNNING]):
        message = tr(
            "It is out of the archive and the copies. End the call, then erase once more: the rest goes then."
        )
        raise SecondChairError(tr("A call is under way"), message)
    with store.trouble():
        store.erasing.erase(erasure, receipt)


def _about(store: Store, erasure: Erasure) -> _About:
    calls = store.erasing.calls(erasure)
    _refuse(store, erasure, calls)
    files = [file for call_id in calls for file in store.archived.of(call_id)]
    reps = tuple(rep.name for rep in store.reps.all() if rep.id in erasure.rep_ids)
    return _About(
        erasure=erasure,
        reps=reps,
        calls=_facts(store, calls),
        mentioning=_facts(store, store.erasing.mentions(_words(reps), calls)),
        sought=Sought(
            rep_ids=erasure.rep_ids,
            call_ids=frozenset(calls),
            paths=frozenset(file.path for file in files),
            sums=frozenset(file.sha256 for file in files),
            names=frozenset(reps),
        ),
        drafts=store.erasing.drafts(calls),
        scans_waiting=store.erasing.scans(calls),
        archive=_archive(store),
        data_folder=store.path.parent,
    )


def _archive(store: Store) -> Path | None:
    folder = store.settings.get(ARCHIVE_FOLDER, str, "")
    return Path(folder) if folder else None


def _refuse_again(store: Store, about: _About) -> None:
    """Looking through an archive takes minutes, and the window is not held up meanwhile."""
    _refuse(store, about.erasure, store.erasing.calls(about.erasure))
    if _archive(store) != about.archive:
        message = tr("Another archive folder was chosen meanwhile. Try again; nothing was erased.")
        raise SecondChairError(tr("The archive has changed"), message)


def _refuse(store: Store, erasure: Erasure, calls: Iterable[UUID]) -> None:
    _refuse_held(store, erasure, calls)
    _refuse_while_logging(store)


def _refuse_held(store: Store, erasure: Erasure, calls: Iterable[UUID]) -> None:
    ids, merges = frozenset(calls), store.merges.all()
    own = {store.calls.get(call_id).rep_id for call_id in ids if store.calls.has(call_id)}
    people = frozenset().union(*(one_person(rep_id, merges) for rep_id in own | erasure.rep_ids))
    refuse_held(hold for hold in store.holds.all() if hold.rep_id in people or hold.call_id in ids)


def _refuse_while_logging(store: Store) -> None:
    """Writing the file anew would hold up the taps of a call."""
    if store.facts.in_phases([Phase.RUNNING]):
        message = tr("End the call that is being logged first; nothing was erased.")
        raise SecondChairError(tr("A call is under way"), message)


def _facts(store: Store, calls: Iterable[UUID]) -> tuple[CallFacts, ...]:
    found = [facts for call_id in calls if (facts := store.facts.get(call_id))]
    return tuple(sorted(found, key=lambda facts: (facts.when, facts.call_id)))


def _words(names: Iterable[str]) -> list[str]:
    return sorted({word for name in names for word in name.split() if len(word) >= SHORTEST_NAME})


def _reachable(about: _About) -> _About:
    if about.archive and not is_archive(about.archive):
        message = tr(
            "{folder} is not there. Connect it first, or take the archive folder out of the app: once the data is "
            "erased, nobody knows what to look for there. Nothing was erased."
        )
        raise KnownError(tr("The archive cannot be reached"), message.format(folder=about.archive))
    return about


def _find(about: _About, progress: Progress, stopped: Stopped) -> Theirs | None:
    if about.archive is None:
        return Theirs(call_ids=about.sought.call_ids)
    return find_theirs(about.archive, about.sought, progress, stopped)


def _erase_from_copies(
    data_folder: Path, erasure: Erasure, progress: Progress, but: Container[str] = ()
) -> dict[str, bool]:
    """:param but: the names of copies that are done.
    :returns: for each copy whether it was made anew; the others are deleted."""
    from scoring.store.erasing_copies import copies_in, delete_copy, erase_from_copy, unfinished_copies_in

    for left in unfinished_copies_in(data_folder):
        delete_copy(left)
    copies = [copy for copy in copies_in(data_folder) if copy.name not in but]
    made_anew: dict[str, bool] = {}
    for number, copy in enumerate(copies):
        progress(number, len(copies))
        with file_trouble(copy):
            made_anew[copy.name] = erase_from_copy(copy, erasure)
    return made_anew


def _told(about: _About, theirs: Theirs, copies: dict[str, bool]) -> WhatGoes:
    paths = {file.path for file in theirs.files}
    return WhatGoes(
        reps=about.reps,
        calls=about.calls,
        pages=tuple(file.path for file in theirs.pages),
        scans=tuple(file.path for file in theirs.scans),
        scans_waiting=about.scans_waiting,
        drafts=about.drafts,
        copies=tuple(name for name, is_kept in copies.items() if is_kept),
        copies_lost=tuple(name for name, is_kept in copies.items() if not is_kept),
        archive=about.archive,
        mentioning=about.mentioning,
        missing=tuple(sorted(about.sought.paths - paths)),
        left=theirs.left,
        unread=theirs.unread,
        namesakes=theirs.namesakes,
    )


def _receipt(goes: WhatGoes, now: datetime) -> Receipt:
    return Receipt(
        id=uuid4(),
        at=now,
        reps=len(goes.reps),
        calls=len(goes.calls),
        pages=len(goes.pages),
        scans=len(goes.scans) + goes.scans_waiting,
        drafts=goes.drafts,
        copies=len(goes.copies),
        copies_deleted=len(goes.copies_lost),
        not_reached=tuple(beyond_lines(goes)),
    )
