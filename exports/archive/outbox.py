"""What waits for the archive, and how it gets there.

The outbox is no list of its own: it is every page that was handed over here and does not lie in the archive yet, and
every scan whose bytes are still in the data. The way of one of them has three steps, because the data and the folder
are each touched in a thread of its own: ``prepare`` reads the data, ``write`` the folder, ``Store.note_archived`` keeps
in the data that it lies there. What is lost between them is done again, without a second copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exports.archive.lock import PATIENCE_S
from exports.archive.writing import archive_page, archive_scan
from exports.page_source import PageSource, page_source
from exports.paper import sheet_of
from scoring.archived import ArchivedFile, FileKind, Waiting
from scoring.errors import SecondChairError
from scoring.preferences import Sheet

if TYPE_CHECKING:
    from scoring.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPage:
    """A page with all that it takes to write it."""

    source: PageSource
    sheet: Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyScan:
    """The scan of the signed page ``source``, which lies at ``page_path`` in the archive."""

    source: PageSource
    page_path: str
    data: bytes
    suffix: str


Ready = ReadyPage | ReadyScan
Sent = ArchivedFile | SecondChairError | None
"""What became of something that waits: where it lies, why it is refused, or None where it cannot go yet."""


def outbox(store: Store) -> tuple[Waiting, ...]:
    """:returns: what waits for the archive, in the order in which it goes there."""
    return tuple(store.archived.waiting())


def prepare(store: Store, waiting: Waiting, usual: Sheet) -> Ready | None:
    """Gather what it takes to write something into the archive.

    :param usual: the sheet of a page of which it is not known on which it was handed over.
    :returns: None where it cannot go yet: a scan whose page does not lie there, or what is no longer here.
    :raises SecondChairError: if the rubric of the call is not there.
    """
    try:
        source = page_source(store, waiting.call_id, waiting.page)
    except (KeyError, IndexError):
        return None
    if waiting.what == FileKind.PAGE:
        return ReadyPage(source=source, sheet=sheet_of(source.version, usual))
    data, page_path = store.scans.get(waiting.call_id, waiting.scan), _page_path(store, waiting)
    if data is None or page_path is None:
        return None
    return ReadyScan(source=source, page_path=page_path, data=data, suffix=waiting.suffix)


def _page_path(store: Store, waiting: Waiting) -> str | None:
    files = store.archived.of(waiting.call_id)
    return next(
        (file.path for file in files if file.page == waiting.page and file.what == FileKind.PAGE), None
    )


def write(folder: Path, ready: Ready, now: datetime, patience_s: float = PATIENCE_S) -> ArchivedFile:
    """Write something into the archive; the data is not touched.

    :param folder: the archive folder.
    :param now: the wall time, with its UTC offset.
    :param patience_s: how long to wait (s) while another computer writes there.
    :raises SecondChairError: if it may not leave the app.
    :raises KnownError: if the folder is away, busy, full or read-only.
    """
    if isinstance(ready, ReadyPage):
        return archive_page(folder, ready.source, ready.sheet, now, patience_s)
    return archive_scan(folder, ready.source, ready.page_path, ready.data, ready.suffix, now, patience_s)


def archive_waiting(
    store: Store, folder: Path, usual: Sheet, now: datetime
) -> Iterator[tuple[Waiting, Sent]]:
    """Write everything that waits, one after the other; what is refused holds up no other.

    :returns: for each what became of it.
    """
    for waiting in outbox(store):
        try:
            ready = prepare(store, waiting, usual)
            file = write(folder, ready, now) if ready else None
            if file:
                store.note_archived(file)
        except SecondChairError as error:
            yield waiting, error
        else:
            yield waiting, file
