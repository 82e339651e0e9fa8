"""What a page says of the commitments the rep came with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from exports.wording import apart, clock_text, kept_word, near_date_text, quoted, sentence
from scoring.debrief import Closing, Debrief
from scoring.entry import Marked
from scoring.handing_over import Before
from scoring.state import CallState, Standing
from scoring.text import tr, trn

MOST_TIMES = 4  # of one closing; the record has them all


def since_last_time(before: Before, debrief: Debrief, state: CallState, day: date) -> str:
    """:returns: ``"4 November: “I ask first.” Kept: seen at 04:10."``; empty where nothing was open
        and nothing was closed.

    :param before: what was open when the call began.
    :param state: the call that was debriefed, on ``day``.
    """
    if before.committed_on is None:
        return " ".join(_closed(closing, state) for closing in debrief.closings)
    said = near_date_text(before.committed_on, day)
    if not debrief.closings:
        return _of_all(said, before.commitments, debrief)
    words = " ".join(_of_each(before.commitments, debrief.closings, state))
    return tr("{date}: {words}").format(date=said, words=words)


def _of_all(said: str, commitments: Sequence[str], debrief: Debrief) -> str:
    """As older records say it, and where nobody spoke about any."""
    kept = kept_word(debrief.last_commitment) if debrief.last_commitment else tr("Not talked about this time")
    words = " ".join(map(_quoted, commitments))
    return tr("{date}: {words} {kept}.").format(date=said, words=words, kept=kept)


def _of_each(commitments: Sequence[str], closings: Sequence[Closing], state: CallState) -> list[str]:
    """Those that nobody spoke about come together at the end. A closing has the words of then: what was agreed may have
    been put into others since, on an amended page, and is told by those it was closed by."""
    by_words = {closing.words: closing for closing in closings}
    spoken_about = [by_words[words] for words in commitments if words in by_words]
    otherwise = [closing for closing in closings if closing.words not in commitments]
    silent = [words for words in commitments if words not in by_words][len(otherwise) :]
    found = [_closed(closing, state) for closing in (*spoken_about, *otherwise)]
    if silent:
        found += [*map(_quoted, silent), sentence(tr("Not talked about this time"))]
    return found


def _closed(closing: Closing, state: CallState) -> str:
    words = tr("{words} {kept}: {seen}.")
    seen = seen_words(state, closing.evidence)
    return words.format(words=_quoted(closing.words), kept=kept_word(closing.kept), seen=seen)


def _quoted(words: str) -> str:
    return sentence(apart(quoted(words)))


def seen_words(state: CallState, evidence: Iterable[UUID]) -> str:
    """:returns: what a closing stands on: ``"seen at 04:10, missed at 18:42"``. What is from memory has no time.

    :param evidence: ids of entries; those that do not stand, or not any more, say nothing.
    """
    standing = sorted(state.standing[entry] for entry in evidence if entry in state.standing)
    logged = [item for item in standing if not item.entry.recalled]
    if not standing:
        return tr("without anything seen on this ride")
    if not logged:
        return tr("recalled after the call")
    missed = [item for item in logged if isinstance(item.what, Marked) and not item.what.seen]
    parts = [
        tr("seen at {times}").format(times=_times([item for item in logged if item not in missed])),
        tr("missed at {times}").format(times=_times(missed)),
        tr("also recalled after the call"),
    ]
    told = (len(missed) < len(logged), bool(missed), len(logged) < len(standing))
    return ", ".join(part for part, is_told in zip(parts, told, strict=True) if is_told)


def _times(items: Sequence[Standing]) -> str:
    times = ", ".join(clock_text(item.offset_ms) for item in items[:MOST_TIMES])
    more = len(items) - MOST_TIMES
    if more <= 0:
        return times
    return trn("{times} and {n} more", "{times} and {n} more", more).format(times=times, n=more)
