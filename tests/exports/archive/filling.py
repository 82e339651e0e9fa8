"""An archive as it comes to be: calls told, kept in a real store, handed over, and written by the real writer."""

from __future__ import annotations

import random
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from exports.archive.lock import prepare_archive
from exports.archive.outbox import archive_waiting
from exports.page_source import page_source
from scoring.acknowledgement import Acknowledgement, Signing, scan_of
from scoring.archived import FileKind
from scoring.entry import Entry, HandedOver
from scoring.handing_over import HandOver
from scoring.preferences import Paper
from scoring.store.store import Store
from tests.exports.builders import AN_AMENDMENT, MORNING, Told, a_debrief, a_debriefed_call, a_plan, started
from tests.exports.random_calls import RandomCalls


@contextmanager
def opened(folder: Path) -> Generator[Store]:
    with closing(Store.open(folder)) as store:
        yield store


def hand_over(store: Store, told: Told, paper: Paper = Paper.A4) -> None:
    source = page_source(store, told.call.id)
    told.book.hand_over(HandOver.SAVED, source.context, paper)
    store.append(told.written)


def amend(store: Store, told: Told, comment: str) -> None:
    told.clock.go(60)
    told.book.amend_page(AN_AMENDMENT, a_debrief(comment=comment))
    store.append(told.written)


def fill(store: Store, archive: Path, now: datetime = MORNING) -> list[str]:
    """Write all that waits. :returns: the paths of the pages."""
    archive.mkdir(exist_ok=True)
    prepare_archive(archive)
    for _, file in archive_waiting(store, archive, "a4", now):
        assert not isinstance(file, Exception)
    return [file.path for file in store.archived.all() if file.what == FileKind.PAGE]


def random_archive(store: Store, archive: Path, seed: int, calls: int) -> list[str]:
    """Keep so many calls with those before them, hand each over, and archive it. :returns: the paths of the pages."""
    told_calls, chance = RandomCalls(seed), random.Random(seed)
    for _ in range(calls):
        call = told_calls.call()
        call.keep(store)
        for told in (*call.earlier, call.told):
            hand_over(store, told, chance.choice(list(Paper)))
    return fill(store, archive)


def three_calls(store: Store, archive: Path) -> list[str]:
    """Three calls, of which the first was amended twice. :returns: the paths of their five pages, sorted."""
    customers = ("Alder Clinic", "Birch Clinic", "Cedar Clinic")
    tolds = [started(number, plan=a_plan(customer)) for number, customer in enumerate(customers, 1)]
    for told in tolds:
        told.clock.go(42)
        hand_over(store, told.end().view().debrief().keep(store))
    for comment in ("Said anew", "Said once more"):
        amend(store, tolds[0], comment)
        hand_over(store, tolds[0], Paper.LETTER)
    return fill(store, archive)


def signed(store: Store, archive: Path, number: int, scan: bytes) -> UUID:
    """A call whose signed sheet was scanned, archived with the scan."""
    told = a_debriefed_call(number).keep(store)
    hand_over(store, told)
    store.scans.put(told.call.id, scan_of(scan).sha256, scan)
    how = Acknowledgement(how=Signing.SIGNED, on=told.clock.now().date())
    told.book.acknowledge(AN_AMENDMENT, how, scan=scan_of(scan))
    store.append(told.written)
    fill(store, archive)
    return told.call.id


def entries_of(store: Store, call_id: UUID) -> tuple[Entry, ...]:
    """:returns: the log without what each data notes for itself."""
    return tuple(entry for entry in store.entries.of(call_id) if not isinstance(entry.what, HandedOver))
