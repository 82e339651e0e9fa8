"""What an erasure takes away, and what it cannot reach, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.wording import apart, date_text, one_line
from scoring.facts import CallFacts
from scoring.text import tr, trn


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatGoes:
    """What an erasure takes away: the names of the ``reps``, their ``calls``, paths of ``pages`` and ``scans`` in the
    archive, scans that wait for it, drafts, the names of copies of the data that are made anew, and of those that are
    lost because nobody can read them.

    And what it leaves: calls of others that have a word of the name in them (``mentioning``), files of theirs that are
    ``missing`` where they were archived, others that are ``left`` in their folders or ``unread`` by anybody, and how
    many pages there are of ``namesakes``.
    """

    reps: tuple[str, ...] = ()
    calls: tuple[CallFacts, ...] = ()
    pages: tuple[str, ...] = ()
    scans: tuple[str, ...] = ()
    scans_waiting: int = 0
    drafts: int = 0
    copies: tuple[str, ...] = ()
    copies_lost: tuple[str, ...] = ()
    archive: Path | None = None
    mentioning: tuple[CallFacts, ...] = ()
    missing: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    namesakes: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the names of what it speaks of."""

    text: str
    names: tuple[str, ...] = ()


def word_to_type(goes: WhatGoes) -> str:
    """:returns: what somebody types who means it: the name of the rep, or how many calls go."""
    if goes.reps:
        return one_line(goes.reps[0])
    return trn("{n} call", "{n} calls", len(goes.calls)).format(n=len(goes.calls))


def goes_lines(goes: WhatGoes) -> list[Line]:
    """:returns: what goes, one line each, with names and paths."""
    scans = len(goes.scans) + goes.scans_waiting
    lines = [
        (
            len(goes.reps),
            trn(
                "{n} entry of this person, with your notes",
                "{n} entries of this person, with your notes",
                len(goes.reps),
            ),
            tuple(one_line(name) for name in goes.reps),
        ),
        (len(goes.calls), trn("{n} call", "{n} calls", len(goes.calls)), call_names(goes.calls)),
        (
            len(goes.pages),
            trn("{n} page in the archive", "{n} pages in the archive", len(goes.pages)),
            goes.pages,
        ),
        (scans, trn("{n} scan of a signed sheet", "{n} scans of signed sheets", scans), goes.scans),
        (goes.drafts, trn("{n} draft or note", "{n} drafts and notes", goes.drafts), ()),
        (
            len(goes.copies),
            trn(
                "{n} copy of the data is made anew without it",
                "{n} copies of the data are made anew without it",
                len(goes.copies),
            ),
            goes.copies,
        ),
        (
            len(goes.copies_lost),
            trn(
                "{n} copy of the data is deleted: it cannot be read",
                "{n} copies of the data are deleted: they cannot be read",
                len(goes.copies_lost),
            ),
            goes.copies_lost,
        ),
    ]
    return [Line(text.format(n=count), names) for count, text, names in lines if count]


def call_names(calls: Sequence[CallFacts]) -> tuple[str, ...]:
    """:returns: ``"Northgate Dental, 23 November 2026"`` for each call."""
    words = tr("{customer}, {date}")
    return tuple(
        words.format(
            customer=apart(one_line(call.customer) or tr("Joint call")), date=date_text(call.when.date())
        )
        for call in calls
    )


def stays_lines(goes: WhatGoes) -> list[Line]:
    """:returns: what an erasure cannot reach, with names and paths where there are any."""
    return [*_found_lines(goes), *(Line(text) for text in _always(goes))]


def beyond_lines(goes: WhatGoes) -> list[str]:
    """:returns: the same without any name: only sentences and numbers."""
    return [line.text for line in stays_lines(goes)]


def _found_lines(goes: WhatGoes) -> list[Line]:
    lines = [
        (
            call_names(goes.mentioning),
            trn(
                "{n} other call has a word of the name in it. Look whether it speaks of this person.",
                "{n} other calls have a word of the name in them. Look whether they speak of this person.",
                len(goes.mentioning),
            ),
        ),
        (goes.missing, _missing_words(goes)),
        (
            goes.left,
            trn(
                "{n} other file lies in their folder; Second Chair did not write it and leaves it there.",
                "{n} other files lie in their folders; Second Chair did not write them and leaves them there.",
                len(goes.left),
            ),
        ),
        (
            goes.unread,
            trn(
                "{n} file in the archive cannot be read, so nobody knows whose it is.",
                "{n} files in the archive cannot be read, so nobody knows whose they are.",
                len(goes.unread),
            ),
        ),
    ]
    found = [Line(text.format(n=len(names)), names) for names, text in lines if names]
    return [*found, *_namesake_lines(goes.namesakes)]


def _missing_words(goes: WhatGoes) -> str:
    if goes.archive is None:
        return trn(
            "{n} file lies in an archive folder that is not set any more, and stays there.",
            "{n} files lie in an archive folder that is not set any more, and stay there.",
            len(goes.missing),
        )
    return trn(
        "{n} file was archived once and is not in the archive folder now: it was moved or deleted.",
        "{n} files were archived once and are not in the archive folder now: they were moved or deleted.",
        len(goes.missing),
    )


def _namesake_lines(count: int) -> list[Line]:
    text = trn(
        "{n} page in the archive is of somebody of the same name who was entered by themselves. If it is the same "
        "person, merge the two first.",
        "{n} pages in the archive are of somebody of the same name who was entered by themselves. If it is the same "
        "person, merge the two first.",
        count,
    )
    return [Line(text.format(n=count))] if count else []


def _always(goes: WhatGoes) -> list[str]:
    lines = [
        tr("Sheets of paper that were printed."),
        tr("PDFs, zips, copies of the data and other files that were saved, exported or sent elsewhere."),
        tr("Reminders of a commitment, as files and in calendars."),
        tr(
            "The data, copies and archives of other people, and the backups and older versions a shared drive keeps."
        ),
        tr("What the system noted by itself, such as lists of recent files."),
        tr("The bytes a disk keeps below its files until it writes over them."),
    ]
    if goes.archive is None:
        lines.insert(0, tr("An archive folder: none is set, so none was looked through."))
    if not goes.reps:
        lines.insert(0, tr("What other calls with the same rep repeat of it, such as what was agreed last."))
    return lines
