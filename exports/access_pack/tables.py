"""The calls and their logs as tables (CSV) that a spreadsheet opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from exports.access_pack.entry_words import said
from exports.access_pack.gathering import HeldCall
from exports.cells import BYTE_ORDER_MARK, csv_lines
from exports.wording import clock_text, one_line, phase_word
from scoring.privacy import Surface, entries_for
from scoring.text import tr


def call_head() -> list[str]:
    """:returns: what the columns of ``call_row`` are."""
    return [
        tr("Day"),
        tr("Time"),
        tr("Customer"),
        tr("Purpose"),
        tr("State"),
        tr("Length"),
        tr("Pages"),
        tr("File"),
    ]


def call_row(held: HeldCall, name: str) -> list[str]:
    """:param name: of the file about the call.
    :returns: one call in short."""
    facts = held.facts
    return [
        facts.when.date().isoformat(),
        _time(facts.when),
        one_line(facts.customer),
        one_line(facts.purpose),
        phase_word(facts.phase, facts.way),
        clock_text(facts.length_ms) if facts.length_ms is not None else "",
        str(len(held.pages)),
        name,
    ]


def entry_head() -> list[str]:
    """:returns: what the columns of ``entry_rows`` are."""
    return [
        tr("Call"),
        tr("Written on"),
        tr("At"),
        tr("Time in the call"),
        tr("What"),
        tr("Words"),
        tr("From memory"),
        tr("Stands"),
    ]


def entry_rows(held: HeldCall, name: str) -> list[list[str]]:
    """:param name: of the call.
    :returns: what was logged in one call, in that order, as it was logged; with whether it still stands."""
    return [
        [
            name,
            entry.at.date().isoformat(),
            _time(entry.at),
            clock_text(entry.offset_ms),
            *map(one_line, said(entry.what, held.source.rubric)),
            tr("yes") if entry.recalled else "",
            tr("yes") if entry.id in held.state.standing else tr("no, it was corrected or taken back"),
        ]
        for entry in entries_for(Surface.ACCESS_PACK, held.state)
    ]


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """:returns: a table as a file; no cell can be taken for a formula."""
    return BYTE_ORDER_MARK + csv_lines((head, *rows))


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")[11:]
