"""Taking calls of an archive into data, in the thread that has it: many in one step, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from exports.archive.ours import page_beside
from exports.archive.pages import Page, refused
from exports.archive.report import Finding, Verdict
from exports.archive.walk import Found
from exports.importing import Arrival, Imported, rep_of, take_in
from exports.page_source import PageSource
from scoring.archived import ArchivedFile, FileKind
from scoring.errors import SecondChairError
from scoring.people import RepCard
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page whose record is believed."""

    page: Page
    source: PageSource


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of the pages of one call; ``read`` are those that are in the data now."""

    findings: tuple[Finding, ...]
    read: tuple[ReadPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The folder in which pages are read: the scans that lie there by their sum, the wall time with its UTC offset, and
    whether it is the archive of this data; where things lie in another one is not kept."""

    is_archive: bool
    scans: Mapping[str, Sequence[Found]]
    now: datetime


def take_in_calls(store: Store, chosen: Iterable[Sequence[ReadPage]], here: Here) -> list[TakenIn]:
    """Take in the pages of some calls, the first page of each first, in one step.

    :raises KnownError: if the data cannot be written. Nothing of them is kept then.
    """
    with store.batch():
        return [_take_in_call(store, chain, here) for chain in chosen if chain]


def _take_in_call(store: Store, chain: Sequence[ReadPage], here: Here) -> TakenIn:
    try:
        with store.batch():
            arrived = [take_in(store, one.source, here.now, one.page.paper) for one in chain]
            if here.is_archive and all(one.arrival != Arrival.OTHER for one in arrived):
                _keep_where(store, chain, here)
    except SecondChairError as error:
        if (
            error.__cause__ is not None
        ):  # it is the data that cannot be written, and not the page that is wrong
            raise
        return TakenIn(findings=tuple(refused(one.page.found.path, error) for one in chain))
    findings = tuple(_outcome(one, what, chain[-1]) for one, what in zip(chain, arrived, strict=True))
    return TakenIn(findings=findings, read=tuple(chain))


def _keep_where(store: Store, chain: Sequence[ReadPage], here: Here) -> None:
    """What lies in the archive needs not be put there again."""
    numbers = {one.page.found.path: one.source.version.number for one in chain}
    call_id = chain[0].source.call.id

    def keep(path: str, number: int, what: FileKind, sha256: str) -> None:
        store.archived.put(
            ArchivedFile(path=path, call_id=call_id, page=number, what=what, sha256=sha256, at=here.now)
        )

    for one in chain:
        keep(one.page.found.path, one.source.version.number, FileKind.PAGE, one.page.sha256)
    for digest, page in scans_told_of(one.page for one in chain).items():
        for scan in here.scans.get(digest, ()):
            number = numbers.get(page_beside(scan.path), page.glance.page)
            keep(scan.path, number, FileKind.SCAN, digest)


def scans_told_of(pages: Iterable[Page]) -> dict[str, Page]:
    """:returns: for the sum of each scan the first page that tells of it."""
    told_of: dict[str, Page] = {}
    for page in pages:
        for digest in page.glance.scans:
            told_of.setdefault(digest, page)
    return told_of


def save_reps(store: Store, cards: Sequence[RepCard]) -> None:
    """Keep who reps are, in place of what is known."""
    with store.batch():
        for card in cards:
            store.reps.save(rep_of(card))


def _outcome(one: ReadPage, imported: Imported, last: ReadPage) -> Finding:
    path, is_last = one.page.found.path, one.source.version.number == last.source.version.number
    if imported.arrival == Arrival.OTHER:
        return Finding(path=path, verdict=Verdict.DIFFERS, sentence=imported.sentence)
    if imported.arrival == Arrival.SAME:
        return Finding(path=path, verdict=Verdict.SAME, sentence=imported.sentence)
    if is_last:
        return Finding(path=path, verdict=Verdict.RESTORED, sentence=imported.sentence)
    sentence = tr("It was brought back with the later page of its call, which carries it.")
    return Finding(path=path, verdict=Verdict.SUPERSEDED, sentence=sentence)
