"""One joint call as it is told on the design's page, written by the real logbook on a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

from exports.page_source import PageSource, page_source
from scoring.acknowledgement import Acknowledgement, Scan, Signing, Statement
from scoring.call import Call
from scoring.debrief import Commitment, Debrief, MyView, Nerves, Observation, Outcome, SelfView
from scoring.entry import Entry, Floor
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.logbook import Logbook
from scoring.people import Manager, Rep
from scoring.privacy import card_of
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.state import CallState
from scoring.store.store import Store
from scoring.teeup import TeeUp

TOKYO = timezone(timedelta(hours=9))
MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=TOKYO)
DANA = Manager(name="Dana Whitfield", title="Sales manager", organisation="Northwind Chairs")
PRIYA = Rep(
    id=UUID("70000000-0000-4000-8000-000000000001"),
    name="Priya Nair",
    coaching="COACHING-MARKER: needs it straight",
)


class HandClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at
        self.ms = 0
        self.slept_ms = 0

    def monotonic_ms(self) -> int:
        return self.ms

    def awake_ms(self) -> int:
        return self.ms - self.slept_ms

    def now(self) -> datetime:
        return self.at

    def go(self, minutes: float) -> None:
        self.ms += round(minutes * 60_000)
        self.at += timedelta(minutes=minutes)

    def sleep(self, minutes: float) -> None:
        self.go(minutes)
        self.slept_ms += round(minutes * 60_000)


def id_of(number: int) -> UUID:
    return UUID(f"00c0ffee-0000-4000-8000-{number:012d}")


def a_plan(customer: str = "Northgate Dental") -> TeeUp:
    rubric = default_rubric()
    return TeeUp(
        customer=customer,
        purpose="Agree the pilot's scope",
        introduction="Dana works with me and is here to listen.",
        focus_skills=("asks-before-answering",),
        rubric_id=rubric.id,
        rubric_version=rubric.version,
    )


def a_view(**changes: object) -> MyView:
    view = MyView(
        ratings=(
            Rating(skill="asks-before-answering", level=2),
            Rating(skill="talks-money-plainly", level=None),
        ),
        outcome=Outcome.BEST,
        outcome_words="Pilot agreed, 2 chairs",
        strengths=(Observation(words="Asked three open questions in a row, and waited."),),
        gaps=(Observation(words="Answered the price question with the discount."),),
    )
    return replace(view, **changes)  # pyright: ignore[reportArgumentType]  fields of MyView by name


A_SELF_VIEW = SelfView(
    went_well="SELFVIEW-MARKER: they came up with the scope themselves",
    differently="SELFVIEW-MARKER: ask first",
    ratings=(
        Rating(skill="asks-before-answering", level=3),
        Rating(skill="stays-calm", level=1),
    ),
    nerves=Nerves.A_LOT,
)
A_COMMITMENT = Commitment(
    words="When they push back on price I'll ask what it's costing them today before I answer.",
    first_tried="Thursday 26 November, Elm Street Clinic",
    check_on=date(2026, 12, 3),
)


AN_AMENDMENT = Amendment(reason="The comment was about another call", author="Dana Whitfield")


def a_debrief(**changes: object) -> Debrief:
    debrief = Debrief(commitments=(A_COMMITMENT,), comment="I knew it the moment I said it.", can_say=True)
    return replace(debrief, **changes)  # pyright: ignore[reportArgumentType]  fields of Debrief by name


@dataclass
class Told:
    """A call being told: ``book`` logs, ``clock`` goes on, ``written`` is the log so far."""

    number: int = 1
    rep: Rep = PRIYA
    at: datetime = MORNING
    plan: TeeUp = field(default_factory=a_plan)
    written: list[Entry] = field(default_factory=list[Entry])

    def __post_init__(self) -> None:
        self.clock = HandClock(self.at)
        self.call = Call(id=id_of(self.number), rep_id=self.rep.id, created_at=self.at - timedelta(hours=1))
        self.book = Logbook(CallState(), self.call.id, self.clock, self.written.append)
        self.book.plan(self.plan)

    def floor_for(self, minutes: float, *, every: float = 0.25, who: Sequence[Floor] = tuple(Floor)) -> None:
        """Tap the floor round ``who``, once ``every`` so many minutes, for so many ``minutes``."""
        for tap in range(round(minutes / every)):
            self.book.floor(who[tap % len(who)])
            self.clock.go(every)

    def end(self) -> Told:
        self.book.end()
        self.clock.go(12)
        return self

    def view(self, view: MyView | None = None) -> Told:
        self.book.finish_view(view or a_view())
        return self

    def debrief(self, debrief: Debrief | None = None, self_view: SelfView | None = A_SELF_VIEW) -> Told:
        self.book.hear_rep(self_view) if self_view else self.book.debrief_alone()
        self.book.agree(debrief or a_debrief())
        return self

    def keep(self, store: Store) -> Told:
        """Put the call into a real store."""
        store.reps.save(self.rep)
        store.settings.put("manager", DANA)
        store.calls.add(self.call)
        store.append(self.written)
        return self


def started(number: int = 1, at: datetime = MORNING, plan: TeeUp | None = None) -> Told:
    told = Told(number=number, at=at, plan=plan or a_plan())
    told.book.start()
    return told


def a_debriefed_call(number: int = 1, at: datetime = MORNING, minutes: float = 42) -> Told:
    told = started(number, at)
    told.clock.go(minutes)
    return told.end().view().debrief()


SIGNED = Acknowledgement(how=Signing.SIGNED, on=date(2026, 11, 24))
DECLINED = Acknowledgement(how=Signing.DECLINED, on=date(2026, 11, 24), witness="Jo Smith")
SHEET_CAME_BACK = Amendment(reason="The sheet came back", author="Dana Whitfield")


def an_acknowledged_call(
    acknowledgement: Acknowledgement = SIGNED,
    *,
    statement: Statement | None = None,
    scan: Scan | None = None,
) -> Told:
    """:returns: a call whose page was handed over, and the sheet came back a day later."""
    told = a_debriefed_call()
    told.book.hand_over(HandOver.PRINTED, PageContext(rep=card_of(PRIYA), manager=DANA))
    told.clock.go(24 * 60)
    told.book.acknowledge(SHEET_CAME_BACK, acknowledgement, statement, scan)
    return told


def source_of(folder: Path, *calls: Told) -> PageSource:
    """:returns: what the page of the last of ``calls`` is made from, read back from a real store."""
    store = Store.open(folder)
    try:
        for told in calls:
            told.keep(store)
        return page_source(store, calls[-1].call.id)
    finally:
        store.close()
