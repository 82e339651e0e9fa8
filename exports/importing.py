"""Bringing the record of a call into this data. What is here already is left alone, and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from uuid import UUID, uuid4

from exports.page_source import PageSource
from exports.record_file import MOST_FILE, record_in
from exports.record_reader import read_record
from exports.wording import apart, date_text, one_line
from scoring.derived import Derived
from scoring.entry import Entry, HandedOver, PageAmended
from scoring.errors import SecondChairError
from scoring.files import file_trouble
from scoring.handing_over import HandOver
from scoring.page_versions import page_versions
from scoring.people import Rep, RepCard
from scoring.preferences import Paper
from scoring.seeking import words_of
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store

P = ParamSpec("P")
T = TypeVar("T")


class Arrival(StrEnum):
    """What became of a record: it is new here; it goes on from what is here of its call; the same is here already, or
    another one."""

    NEW = "new"
    AMENDED = "amended"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one record; ``sentence`` says it to a person."""

    call_id: UUID
    arrival: Arrival
    sentence: str


def read_file(path: Path) -> PageSource:
    """Read the record out of a file: ``record.json`` itself, or a PDF that carries it. No data is touched.

    :raises KnownError: if the system refuses, or a newer version wrote it.
    :raises SecondChairError: when it holds no record, or a damaged one.
    """
    with file_trouble(path), path.open("rb") as file:
        data = file.read(MOST_FILE + 1)  # one more than there may be is enough to refuse a file of any size
    return read_record(record_in(data))


def take_in(store: Store, source: PageSource, now: datetime, paper: Paper = Paper.AUTO) -> Imported:
    """Add the call of a record, all of it or nothing. What is here already is left alone: where the page was amended
    since, only what came after is added.

    :param now: the wall time, with its UTC offset.
    :param paper: what its page is drawn on, as far as that is known.
    :raises SecondChairError: if something else stands here under the name of its rubric, or of its entries.
    :raises KnownError: full, read-only or vanished disk.
    """
    here = store.entries.of(source.call.id)
    arrival = _arrival(source, here)
    if arrival in (Arrival.NEW, Arrival.AMENDED):
        new = source.version.entries[len(_without_notes(here)) :]
        handed_over = _handed_over(source, now, paper)  # of which the facts say whose call it is
        derived = Derived(replace(source.facts, sat_in_by=source.manager.name), words_of(source.state))
        store.take_in(rep_of(source.rep), source.rubric, source.call, (*new, handed_over), derived)
    return Imported(call_id=source.call.id, arrival=arrival, sentence=_sentence(source, arrival))


def read_files(paths: Iterable[Path]) -> list[tuple[Path, PageSource | SecondChairError]]:
    """:returns: for each file what ``read_file`` makes of it, or why it makes nothing of it."""
    return [(path, _or_error(read_file, path)) for path in paths]


def take_in_all(
    store: Store, found: Iterable[tuple[Path, PageSource | SecondChairError]], now: datetime
) -> list[tuple[Path, Imported | SecondChairError]]:
    """:returns: for each file what became of its record; one that is refused holds up no other."""
    return [
        (path, source if isinstance(source, SecondChairError) else _or_error(take_in, store, source, now))
        for path, source in found
    ]


def _or_error(do: Callable[P, T], *values: P.args, **named: P.kwargs) -> T | SecondChairError:
    try:
        return do(*values, **named)
    except SecondChairError as error:
        return error


def _arrival(source: PageSource, here: list[Entry]) -> Arrival:
    entries, known = source.version.entries, _without_notes(here)
    if not here:
        return Arrival.NEW
    if entries in [version.entries for version in page_versions(here)]:
        return Arrival.SAME
    is_amended = len(known) < len(entries) and isinstance(entries[len(known)].what, PageAmended)
    return Arrival.AMENDED if is_amended and entries[: len(known)] == known else Arrival.OTHER


def _without_notes(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """That a page was handed over is noted wherever it was; no page tells of it."""
    return tuple(entry for entry in entries if not isinstance(entry.what, HandedOver))


def _handed_over(source: PageSource, now: datetime, paper: Paper) -> Entry:
    """Somebody has this page: from here on a change is an amendment."""
    what = HandedOver(how=HandOver.IMPORTED, context=source.context, paper=paper)
    return Entry(id=uuid4(), call_id=source.call.id, offset_ms=source.state.last_ms, at=now, what=what)


def rep_of(card: RepCard) -> Rep:
    """:returns: the rep, as far as a page says who that is."""
    return Rep(
        id=card.id,
        name=card.name,
        employee_number=card.employee_number,
        team=card.team,
        title=card.title,
        started_on=card.started_on,
    )


def _sentence(source: PageSource, arrival: Arrival) -> str:
    words = {
        Arrival.NEW: tr("{call} is here now."),
        Arrival.AMENDED: tr("{call}: the amended page is here now, beside the one before."),
        Arrival.SAME: tr("{call} is here already. Nothing was changed."),
        Arrival.OTHER: tr("{call} is here already, and its record differs. What is here was left as it is."),
    }[arrival]
    return words.format(call=_call_words(source))


def _call_words(source: PageSource) -> str:
    customer, rep = one_line(source.state.tee_up.customer), one_line(source.rep.name)
    words = tr("The call at {customer} with {rep}, {date}") if customer else tr("The call with {rep}, {date}")
    return words.format(customer=apart(customer), rep=apart(rep), date=date_text(source.day))
