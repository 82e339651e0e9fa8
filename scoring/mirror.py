"""What the mirror knows of one call: the few facts about the manager, flat, so that years of calls are read at once.

It says nothing about the rep that a measure of the manager does not need, and stands on no page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple
from uuid import UUID

from scoring.call_type import CallType
from scoring.codec import BadValueError, plain_from_json
from scoring.debrief import Commitment
from scoring.facts import CallFacts, StepFacts
from scoring.state import DEBRIEFED_PHASES, LOGGED_PHASES
from scoring.teeup import StepInReason, Way

SECOND_MS = 1_000


class Closed(NamedTuple):
    """A commitment that this call closed: the call (hex of its id) and place it was agreed in, a value of ``Kept``, and
    how many entries it was closed with that were logged as they happened."""

    agreed_in: str
    number: int
    kept: str
    evidence: int


class MirrorCall(NamedTuple):
    """One call that took place.

    Ids are hex. ``at_ms`` is when it was (ms since 1970, UTC), ``offset_s`` its UTC offset (s). One that is
    ``from_memory`` was sat in without a device. ``share`` is the manager's part of the floor (0 to 1) with its
    ``margin`` (points of a hundred, either way), both None where there are no figures. Of the step-ins, ``asked`` were
    asked for and ``recalled`` are from memory; ``longest_ms`` is the longest that was logged, ``hand_backs`` how long
    (ms) each logged one took to the hand-back, ``never_back`` counts those that were never handed back.
    ``introduction`` is a value of ``Introduction``.

    ``debrief_begun``: rep or manager have opened the debrief; ``delay_ms`` is how long after the call, ``same_day``
    whether on its day, and nothing of it counts where ``end_recalled``. ``agreed`` has the day (proleptic ordinal)
    each commitment is to be checked on, 0 where none was said, None for one without words; ``closed`` is what this
    call closed of earlier ones, ``closed_all`` a value of ``Kept`` where an older record says so of all at once.
    ``shared`` is one id (hex) over the calls of one debrief, ``sat_in_by`` the name of the manager where the call was
    brought in from a file.
    """

    call_id: str
    rep_id: str
    customer: str
    at_ms: int
    offset_s: int
    observed: bool
    from_memory: bool
    teed_up: bool
    introduction: str | None
    introduction_recalled: bool
    share: float | None
    margin: int | None
    steps: int
    asked: int
    recalled: int
    longest_ms: int | None
    never_back: int
    debrief_begun: bool
    delay_ms: int | None
    same_day: bool
    end_recalled: bool
    rep_first: bool
    without_rep: bool
    strengths: int
    gaps: int
    debriefed: bool
    can_say: bool | None
    closed_all: str | None
    shared: str | None
    sat_in_by: str | None
    hand_backs: tuple[int, ...]
    agreed: tuple[int | None, ...]
    closed: tuple[Closed, ...]

    @property
    def id(self) -> UUID:
        """The id of the call."""
        return UUID(self.call_id)

    @property
    def when(self) -> datetime:
        """When it was, in the offset it had then."""
        zone = timezone(timedelta(seconds=self.offset_s))
        return datetime.fromtimestamp(self.at_ms / SECOND_MS, zone)

    @property
    def taken_over(self) -> int:
        """How many of the step-ins nobody asked for: any other reason, or none given."""
        return self.steps - self.asked


_PLAIN = 30
"""So many fields are no lists in JSON; the lists stand behind them."""
_JSON = json.JSONEncoder(separators=(",", ":"))


def mirror_call(facts: CallFacts) -> MirrorCall | None:
    """:returns: what the mirror knows of a call, or None for one that did not take place, is not over, or does not
    count."""
    if facts.phase not in LOGGED_PHASES:
        return None
    floor = facts.floor if facts.floor and facts.floor.band.has_figures else None
    offset = facts.when.utcoffset() or timedelta()
    return MirrorCall(
        call_id=facts.call_id.hex,
        rep_id=facts.rep_id.hex,
        customer=facts.customer,
        at_ms=round(facts.when.timestamp() * SECOND_MS),
        offset_s=round(offset.total_seconds()),
        observed=facts.call_type == CallType.OBSERVE,
        from_memory=facts.way == Way.NO_DEVICE,
        teed_up=facts.teed_up,
        introduction=facts.introduction.value if facts.introduction else None,
        introduction_recalled=facts.introduction_recalled,
        share=floor.me if floor else None,
        margin=int(floor.band.value) if floor else None,
        steps=len(facts.steps),
        asked=sum(step.reason == StepInReason.ASKED for step in facts.steps),
        recalled=sum(step.recalled for step in facts.steps),
        longest_ms=max((step.length_ms for step in facts.steps if step.length_ms is not None), default=None),
        never_back=sum(not step.handed_back for step in facts.steps),
        debrief_begun=facts.rep_spoke_first or facts.without_rep or facts.debrief_delay_ms is not None,
        delay_ms=facts.debrief_delay_ms,
        same_day=_is_same_day(facts),
        end_recalled=facts.end_recalled,
        rep_first=facts.rep_spoke_first,
        without_rep=facts.without_rep,
        strengths=facts.strengths,
        gaps=facts.gaps,
        debriefed=facts.phase in DEBRIEFED_PHASES,
        can_say=facts.can_say,
        closed_all=facts.last_commitment.value if facts.last_commitment else None,
        shared=facts.shared.hex if facts.shared else None,
        sat_in_by=facts.sat_in_by,
        hand_backs=_hand_backs(facts.steps),
        agreed=tuple(_check_on(one) for one in facts.commitments),
        closed=_closed(facts),
    )


def _check_on(commitment: Commitment) -> int | None:
    if not commitment.words.strip():
        return None
    return commitment.check_on.toordinal() if commitment.check_on else 0


def _closed(facts: CallFacts) -> tuple[Closed, ...]:
    recalled = set(facts.recalled_evidence)
    return tuple(
        Closed(one.agreed_in.hex, one.number, one.kept.value, len(set(one.evidence) - recalled))
        for one in facts.closings
    )


def _is_same_day(facts: CallFacts) -> bool:
    """By the clock of the call: whoever rides along all day debriefs before the evening."""
    if facts.ended_at is None or facts.debrief_delay_ms is None:
        return False
    began = facts.ended_at + timedelta(milliseconds=facts.debrief_delay_ms)
    return began.date() == facts.ended_at.date()


def _hand_backs(steps: tuple[StepFacts, ...]) -> tuple[int, ...]:
    return tuple(step.length_ms for step in steps if step.handed_back and step.length_ms is not None)


def as_row(call: MirrorCall | None) -> str | None:
    """:returns: the call as a JSON array, or None for None."""
    return None if call is None else _JSON.encode(call)


def from_rows(rows: Sequence[str]) -> list[MirrorCall]:
    """The inverse of ``as_row`` for many at once: to read them one by one would take twice as long.

    :raises BadValueError: if any of them is not what ``as_row`` makes.
    """
    plain = plain_from_json(f"[{','.join(rows)}]")
    if len(plain) != len(rows):
        raise BadValueError("each row is one call")
    try:
        return [_from_plain(row) for row in plain]
    except (TypeError, ValueError) as error:
        raise BadValueError(str(error)) from error


def _from_plain(row: list[Any]) -> MirrorCall:
    """In place, because there are thousands of them."""
    hand_backs, agreed, closed = row[_PLAIN:]
    row[_PLAIN] = tuple(hand_backs)
    row[_PLAIN + 1] = tuple(agreed)
    row[_PLAIN + 2] = tuple(map(Closed._make, closed)) if closed else ()
    return MirrorCall._make(row)
