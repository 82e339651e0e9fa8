"""Strengths first: whether what went well was named at all where something was named.

Definition: of the calls where the manager's view names anything in words, those with at least one strength; and how
many strengths and how many things that got in the way were named altogether. How many of each is right is not said:
respected sources disagree about ratios, and none of them is ours.
Source: practice.md, section 3.2 (strengths first, with the time and the words) and section 6 (praise and critique mix).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.measures.over_calls import Tally, in_time
from scoring.mirror import MirrorCall


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthsFirst:
    """``named``: done is where at least one strength was named; nothing is left out that names nothing."""

    named: Tally
    strengths: int
    gaps: int


def strengths_first(calls: Iterable[MirrorCall]) -> StrengthsFirst:
    """:returns: what was named on ``calls``; a view that is still sealed names nothing yet."""
    naming = [call for call in in_time(calls) if call.strengths or call.gaps]
    named = Tally(
        tuple(call for call in naming if call.strengths), tuple(call for call in naming if not call.strengths)
    )
    return StrengthsFirst(
        named=named,
        strengths=sum(call.strengths for call in naming),
        gaps=sum(call.gaps for call in naming),
    )
