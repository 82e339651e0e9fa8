"""What the write-up check finds, beside what a reader says: ``python -m tests.bench.writeup`` prints the tables of
docs/write-up.md, with ``--texts`` every text they differ about as well."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from scoring.debrief import Commitment, Observation
from scoring.writeup.check import change_kinds, gap_kinds, strength_kinds
from scoring.writeup.hints import Kind
from tests.bench.report import figure
from tests.builders import an_id
from tests.writeups import WriteUp, others, write_ups

CHECKS = 1_000
REP = "Priya Marcus"  # both reps of the samples
KINDS = [kind for kind in Kind if kind is not Kind.LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """``hits`` are said by reader and check, ``misses`` by the reader alone, ``alarms`` by the check alone."""

    hits: int
    misses: int
    alarms: int


def said(text: WriteUp, language: str = "en") -> frozenset[str]:
    """:returns: what the check says of a text."""
    if text.part == "changes":
        change = Commitment(words=text.words, first_tried=text.tried)
        return frozenset(change_kinds(change, REP, language))
    observation = Observation(words=text.words, entry=an_id() if text.linked else None)
    check = strength_kinds if text.part == "strengths" else gap_kinds
    return frozenset(check(observation, REP, language))


def tally(texts: Iterable[WriteUp], kind: Kind, language: str = "en") -> Tally:
    """:returns: how reader and check agree about one kind."""
    pairs = [(kind in text.reader, kind in said(text, language)) for text in texts]
    return Tally(
        hits=pairs.count((True, True)), misses=pairs.count((True, False)), alarms=pairs.count((False, True))
    )


def good_ones(texts: Iterable[WriteUp]) -> list[WriteUp]:
    """:returns: those a reader finds nothing wrong with."""
    return [text for text in texts if not text.reader]


def alarmed(texts: Iterable[WriteUp], language: str = "en") -> list[WriteUp]:
    """:returns: the good ones of which the check says anything."""
    return [text for text in good_ones(texts) if said(text, language)]


def main() -> None:
    """Print the table; with ``--json``, one line a figure, as ``make bench`` does."""
    if "--json" in sys.argv:
        _print_figures([*_held_out(), *others("unseen")])
        return
    looked_at = [text for text in write_ups() if not text.held_out]
    parts = {
        "looked at while making the rules": [
            *looked_at,
            *others("later"),
            *others("later_still"),
            *others("samples_weak"),
        ],
        "held out, written together with them": _held_out(),
        "written afterwards, in other trades": others("unseen"),
    }
    for name, texts in parts.items():
        _print_table(name, texts, "en")
    _print_table("other languages, without word lists", others("other_languages"), "xx")


def _held_out() -> list[WriteUp]:
    return [text for text in write_ups() if text.held_out]


def _print_figures(texts: list[WriteUp]) -> None:
    tallies = [tally(texts, kind) for kind in KINDS]
    hits, misses = sum(found.hits for found in tallies), sum(found.misses for found in tallies)
    figure("writeup_unseen_hits", hits / (hits + misses), "share")
    figure("writeup_check_ms", _check_ms(), "ms for 240 characters of a change")
    figure("writeup_unseen_false_alarms", len(alarmed(texts)) / len(good_ones(texts)), "share")


def _check_ms() -> float:
    """What a keystroke costs more while a hint is shown; without one it costs nothing."""
    change = Commitment(words="Before I say a price I ask what it costs them to leave it. " * 4)
    taken: list[float] = []
    for _ in range(CHECKS):
        began = time.perf_counter()
        change_kinds(change, REP)
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def _print_table(name: str, texts: list[WriteUp], language: str) -> None:
    print(f"\n| {name} ({len(texts)}) | hits | misses | false alarms |\n|---|---|---|---|")
    for kind in KINDS:
        found = tally(texts, kind, language)
        print(f"| {kind} | {found.hits} | {found.misses} | {found.alarms} |")
    print(f"\n{len(alarmed(texts, language))} of {len(good_ones(texts))} good ones get a hint.")
    if "--texts" in sys.argv:
        _print_texts(texts, language)


def _print_texts(texts: list[WriteUp], language: str) -> None:
    for text in texts:
        if said(text, language) != text.reader:
            sides = f"reader {sorted(text.reader)}, check {sorted(said(text, language))}"
            print(f"- {text.part}: {text.words!r} {text.tried!r}: {sides}")


if __name__ == "__main__":
    main()
