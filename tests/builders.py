"""Small builders that read well: people, calls, and logs of calls with times as they stand on a clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import count
from uuid import UUID

from scoring.call import Call
from scoring.debrief import Commitment, Debrief, MyView, Observation, Outcome, SelfView
from scoring.entry import (
    Amended,
    Correctable,
    Debriefed,
    Ended,
    Entry,
    Floor,
    FloorTaken,
    Marked,
    Planned,
    SelfViewed,
    Started,
    Viewed,
    What,
)
from scoring.fold import fold
from scoring.people import Rep
from scoring.rating import Rating
from scoring.rubric import Rubric, default_rubric
from scoring.state import CallState
from scoring.teeup import TeeUp

NINE = datetime(2026, 3, 10, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""When the calls of the tests begin."""

_numbers = count(1)


def an_id() -> UUID:
    """:returns: an id that no other builder of this run gave away."""
    return UUID(int=next(_numbers), version=4)


class FakeClock:
    """The clocks of a computer, advanced by hand, together or apart."""

    def __init__(self, now: datetime = NINE, monotonic_ms: int = 5_000) -> None:
        self._now = now
        self._monotonic_ms = monotonic_ms
        self._slept_ms = 0

    def monotonic_ms(self) -> int:
        """:returns: ms on the clock that is never set."""
        return self._monotonic_ms

    def awake_ms(self) -> int:
        """:returns: ms on the clock that stands still in sleep."""
        return self._monotonic_ms - self._slept_ms

    def now(self) -> datetime:
        """:returns: the wall time."""
        return self._now

    def advance(self, *, minutes: float = 0, seconds: float = 0, ms: float = 0) -> None:
        """Let time pass on both clocks."""
        passed = timedelta(minutes=minutes, seconds=seconds, milliseconds=ms)
        self._now += passed
        self._monotonic_ms += round(passed.total_seconds() * 1000)

    def sleep(self, *, seconds: float) -> None:
        """Suspend the computer: only its waking clock stands still."""
        self.advance(seconds=seconds)
        self._slept_ms += round(seconds * 1000)

    def set_wall(self, *, seconds: float) -> None:
        """Set the wall clock forward, or back by a negative number of seconds."""
        self._now += timedelta(seconds=seconds)


def a_rep(name: str = "Ada Lovelace", **details: object) -> Rep:
    """:returns: a rep of their own; ``details`` are fields of ``Rep``."""
    return Rep(**{"id": an_id(), "name": name, **details})  # pyright: ignore[reportArgumentType]  by name


def a_call(rep: Rep | None = None, created_at: datetime = NINE - timedelta(days=1)) -> Call:
    """:returns: a call with ``rep``, or with a rep nobody knows."""
    return Call(id=an_id(), rep_id=rep.id if rep else an_id(), created_at=created_at)


def a_tee_up(**details: object) -> TeeUp:
    """:returns: what two people agree on in two minutes; ``details`` are fields of ``TeeUp``."""
    plan: dict[str, object] = {
        "customer": "Bergmann & Söhne",
        "purpose": "Agree on a trial",
        "best": "A date for the trial",
        "least": "A second meeting",
        "introduction": "This is Max, who works with me and is here to listen",
        "focus_skills": ("questions",),
        "rubric_id": default_rubric().id,
        "rubric_version": default_rubric().version,
    }
    return TeeUp(**{**plan, **details})  # pyright: ignore[reportArgumentType]  by name


def a_rubric_to_tick(items: int = 3) -> Rubric:
    """:returns: the usual rubric as one of one's own, with so many things to look for in each skill."""
    usual = default_rubric()
    checklist = tuple(f"Thing {number} to look for" for number in range(1, items + 1))
    skills = tuple(replace(skill, checklist=checklist) for skill in usual.skills)
    return replace(usual, id="ours", name="Ours", version=1, skills=skills)


def ms(time: str) -> int:
    """:returns: ``"04:10"``, ``"04:10.250"`` or ``"1:04:10"`` in ms."""
    seconds = 0.0
    for part in time.split(":"):
        seconds = seconds * 60 + float(part)
    return round(seconds * 1000)


class Log:
    """The log of one call, growing by one entry a line: ``log.at("04:10", Moment())``."""

    def __init__(self, call: Call | None = None, start: datetime = NINE) -> None:
        """:param start: the wall time of offset 0."""
        self.call_id = call.id if call else an_id()
        self.start = start
        self.entries: list[Entry] = []

    def at(self, time: str, what: What, *, recalled: bool = False) -> Entry:
        """Append ``what`` at a time such as ``"04:10"``."""
        return self.at_ms(ms(time), what, recalled=recalled)

    def at_ms(self, offset_ms: int, what: What, *, recalled: bool = False) -> Entry:
        """Append ``what`` at an offset in ms."""
        entry = Entry(
            id=an_id(),
            call_id=self.call_id,
            offset_ms=offset_ms,
            at=self.start + timedelta(milliseconds=offset_ms),
            what=what,
            recalled=recalled,
        )
        self.entries.append(entry)
        return entry

    def planned(self, tee_up: TeeUp | None = None) -> Entry:
        """Append a tee-up."""
        return self.at("00:00", Planned(tee_up=tee_up or a_tee_up()))

    def started(self) -> Entry:
        """Append the start."""
        return self.at("00:00", Started())

    def ended(self, time: str) -> Entry:
        """Append the end."""
        return self.at(time, Ended())

    def seen(self, time: str, skill: str = "questions", words: str = "") -> Entry:
        """Append a mark for something seen."""
        return self.at(time, Marked(skill=skill, seen=True, words=words))

    def missed(self, time: str, skill: str = "questions", words: str = "") -> Entry:
        """Append a mark for something missed."""
        return self.at(time, Marked(skill=skill, seen=False, words=words))

    def floor(self, time: str, who: Floor) -> Entry:
        """Append a floor tap."""
        return self.at(time, FloorTaken(who=who))

    def amended(self, time: str, target: Entry, what: Correctable | None, really: str | None = None) -> Entry:
        """Append a correction of ``target``, which was ``what``, at its own time or ``really`` at another."""
        offset_ms = target.offset_ms if really is None else ms(really)
        return self.at(time, Amended(target=target.id, offset_ms=offset_ms, what=what))

    @property
    def state(self) -> CallState:
        """What the entries so far add up to."""
        return fold(self.entries)


def a_running_log(call: Call | None = None) -> Log:
    """:returns: the log of a call that was teed up and has started."""
    log = Log(call)
    log.planned()
    log.started()
    return log


def an_ended_log(call: Call | None = None) -> Log:
    """:returns: twelve minutes of a call with 48 floor taps, in the shares 50, 30 and 20 per cent; two marks."""
    log = a_running_log(call)
    for minute in range(12):
        for second, who in ((0, Floor.REP), (30, Floor.CUSTOMER), (48, Floor.ME), (60, Floor.NOBODY)):
            log.at_ms(minute * 60_000 + second * 1000, FloorTaken(who=who))
    log.seen("04:10", words="What happens if you change nothing?")
    log.missed("07:20", "next-step")
    log.ended("12:00")
    return log


def a_view(evidence: Iterable[Entry] = ()) -> MyView:
    """:returns: the manager's view of a call, with words that are easy to find where they must not be."""
    return MyView(
        ratings=(
            Rating(skill="questions", level=3, evidence=tuple(entry.id for entry in evidence)),
            Rating(skill="next-step", level=None),
        ),
        outcome=Outcome.BETWEEN,
        outcome_words="SEALED outcome",
        strengths=(Observation(words="SEALED strength"),),
        gaps=(Observation(words="SEALED gap"),),
    )


def a_self_view() -> SelfView:
    """:returns: what the rep says first."""
    return SelfView(
        went_well="I let them talk",
        differently="Ask for the date",
        ratings=(Rating(skill="questions", level=2),),
    )


def a_debriefed_call(rep: Rep) -> tuple[Call, Log]:
    """:returns: a call with ``rep`` up to what was agreed, ten minutes after its end."""
    call = a_call(rep)
    log = an_ended_log(call)
    marks = [item.entry for item, _ in log.state.marks_of("questions")]
    log.at("15:00", Viewed(view=a_view(marks)))
    log.at("22:00", SelfViewed(self_view=a_self_view()))
    agreed = Debrief(
        agreed=(Rating(skill="questions", level=2, evidence=tuple(mark.id for mark in marks)),),
        commitments=(Commitment(words="I ask for the date before I stand up"),),
        parked=("Handling price",),
        can_say=True,
    )
    log.at("30:00", Debriefed(debrief=agreed))
    return call, log
