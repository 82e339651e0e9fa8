"""Finding what is meant by what is typed: how text is folded for it, and which words of a call can be found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from scoring.entry import Marked, Moment, SteppedIn, WordsHeard
from scoring.privacy import open_view
from scoring.state import LOGGED_PHASES, CallState

# Scripts that set no blanks between words: each letter is taken for a word, so that any part of a text can be found.
_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")


def plain(text: str) -> str:
    """:returns: ``text`` without case and accents, to compare with."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def as_words(text: str) -> str:
    """:returns: ``text`` folded as by ``plain``, with blanks between what counts as words."""
    folded = plain(text)
    return folded if folded.isascii() else _UNSPACED.sub(r" \1 ", folded)


def words_of(state: CallState) -> str:
    """:returns: what was written and heard in a call, as it can be searched, a line each. Like the facts it follows the
    taps only once the call is over. What stands only in the manager's view is not in it while that is sealed, and what
    was struck is not in it at all."""
    plan = state.tee_up
    found = [plan.people_met, plan.purpose, plan.best, plan.least]
    if state.phase in LOGGED_PHASES:
        found += [*_logged(state), *_debriefed(state), state.statement.text]
    return "\n".join(as_words(text) for text in found if text.strip())


def _logged(state: CallState) -> Iterator[str]:
    for kind in (Marked, Moment, SteppedIn):
        yield from (what.words for _, what in state.of(kind))
    yield from (what.text for _, what in state.of(WordsHeard))


def _debriefed(state: CallState) -> Iterator[str]:
    own, view, agreed = state.self_view, open_view(state), state.debrief
    if own:
        yield from (own.went_well, own.differently)
    if view:
        yield view.outcome_words
        yield from (item.words for item in (*view.strengths, *view.gaps))
    if view and agreed:
        yield from (item.words for item in (*agreed.commitments, *agreed.closings))
        yield from (*agreed.parked, agreed.comment)
