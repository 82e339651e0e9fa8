"""What a copy is, holds and would change, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exports.wording import one_line
from scoring.copies import AT_THE_END, BEFORE, BEFORE_RESTORE, BY_HAND, ComparedCall, Comparison, Contents
from scoring.text import tr, trn
from ui.words import day_words, short_day, time_words, when_words

MOST_LINES = 12
"""How many calls or names of one kind are told one by one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change: what it is, and whom it is about."""

    heading: str
    lines: tuple[str, ...] = ()


def reason_words(why: str) -> str:
    """:returns: what a copy was made for."""
    known = {
        AT_THE_END: tr("When you closed Second Chair"),
        BY_HAND: tr("By hand"),
        BEFORE_RESTORE: tr("Before another copy took its place"),
    }
    if why in known:
        return known[why]
    return tr("Before an update") if why.startswith(f"{BEFORE}m0") else one_line(why)


def made_words(at: datetime, now: datetime) -> str:
    """:returns: ``"Today 14:00"``, ``"Yesterday 9:30"``, ``"3 Dec, 14:00"``."""
    if (now.date() - at.date()).days in (0, 1):
        return when_words(at, now)
    return tr("{day}, {time}").format(day=short_day(at.date(), now.date()), time=time_words(at))


def size_words(size: int) -> str:
    """:returns: ``"1.4 MB"``; what is smaller than 0.1 MB is said to be that."""
    return tr("{size} MB").format(size=f"{max(size / 1_000_000, 0.1):.1f}")


def contents_words(contents: Contents) -> str:
    """:returns: what is in a copy, counted."""
    parts = [
        trn("{n} call", "{n} calls", contents.calls).format(n=contents.calls),
        trn("{n} rep", "{n} reps", contents.reps).format(n=contents.reps),
        trn("{n} entry", "{n} entries", contents.entries).format(n=contents.entries),
    ]
    sentences = [tr("In it: {parts}.").format(parts=", ".join(parts))]
    if contents.latest:
        day = day_words(contents.latest.date())
        sentences.append(
            tr("The last call in it was on {day} {year}.").format(day=day, year=contents.latest.year)
        )
    if contents.is_older:
        sentences.append(tr("An earlier version of Second Chair wrote it; it is brought up to date."))
    return " ".join(sentences)


def changes(comparison: Comparison, now: datetime) -> list[Change]:
    """:returns: what would be different with the copy in place, the gravest first; empty where nothing would be."""
    found = [
        *_warnings(comparison),
        _calls(tr("Calls that would be gone"), comparison.calls_gone, now),
        _calls(tr("Calls that would be different"), comparison.calls_different, now),
        _calls(tr("Calls that would come back"), comparison.calls_back, now),
        _names(tr("Reps who would be gone"), comparison.reps_gone),
        _names(tr("Reps of whom something else would be known"), comparison.reps_different),
        _names(tr("Reps who would come back"), comparison.reps_back),
        *_beside(comparison),
    ]
    return [change for change in found if change]


def _warnings(comparison: Comparison) -> list[Change]:
    erasures = _erasure_words(comparison)
    holds = trn(
        "{n} legal hold would be gone, or as it was before.",
        "{n} legal holds would be gone, or as they were before.",
        comparison.holds,
    )
    return [*_counted(erasures, comparison.erasures), *_counted(holds, comparison.holds)]


def _erasure_words(comparison: Comparison) -> str:
    """Copies among the backups were made anew without what was erased; others may hold it still."""
    if comparison.calls_back or comparison.reps_back:
        return trn(
            "{n} erasure came after this copy. What was erased would be back.",
            "{n} erasures came after this copy. What was erased would be back.",
            comparison.erasures,
        )
    return trn(
        "The receipt of {n} erasure would be gone. What was erased is not in this copy.",
        "The receipts of {n} erasures would be gone. What was erased is not in this copy.",
        comparison.erasures,
    )


def _beside(comparison: Comparison) -> list[Change]:
    rubrics = trn(
        "{n} version of a rubric would be gone.",
        "{n} versions of rubrics would be gone.",
        comparison.rubrics,
    )
    drafts = trn(
        "{n} text that is being written would be gone.",
        "{n} texts that are being written would be gone.",
        comparison.drafts,
    )
    scans = trn(
        "{n} scan that waits for the archive would be gone.",
        "{n} scans that wait for the archive would be gone.",
        comparison.scans,
    )
    settings = tr("The settings would be as they were then.")
    return [
        *_counted(rubrics, comparison.rubrics),
        *_counted(drafts, comparison.drafts),
        *_counted(scans, comparison.scans),
        *_counted(settings, comparison.settings),
    ]


def _counted(words: str, amount: int) -> list[Change]:
    return [Change(words.format(n=amount))] if amount else []


def _calls(heading: str, calls: Sequence[ComparedCall], now: datetime) -> Change | None:
    return _listed(heading, [_call_words(call, now) for call in calls[:MOST_LINES]], len(calls))


def _names(heading: str, names: Sequence[str]) -> Change | None:
    return _listed(heading, [one_line(name) for name in names[:MOST_LINES]], len(names))


def _listed(heading: str, lines: list[str], amount: int) -> Change | None:
    if amount > len(lines):
        more = amount - len(lines)
        lines.append(trn("and {n} more", "and {n} more", more).format(n=more))
    words = tr("{heading}: {n}").format(heading=heading, n=amount)
    return Change(words, tuple(lines)) if amount else None


def _call_words(call: ComparedCall, now: datetime) -> str:
    rep, customer = one_line(call.rep), one_line(call.customer)
    whom = tr("{customer} with {rep}") if customer.strip() else tr("Call with {rep}")
    return tr("{day}, {time}: {whom} ({entries})").format(
        day=short_day(call.when.date(), now.date()),
        time=time_words(call.when),
        whom=whom.format(customer=customer, rep=rep),
        entries=_entry_words(call),
    )


def _entry_words(call: ComparedCall) -> str:
    here, there = call.only_here, call.only_there
    parts = [
        trn("{n} entry only here", "{n} entries only here", here).format(n=here) if here else "",
        trn("{n} entry only in the copy", "{n} entries only in the copy", there).format(n=there)
        if there
        else "",
    ]
    return ", ".join(filter(None, parts)) or tr("no entries")
