"""The log of one call among ten thousand: written by the real logbook, with a believable mixture of what happens."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from uuid import UUID

from scoring.call import Call
from scoring.call_type import CallType
from scoring.debrief import (
    Closing,
    Commitment,
    Debrief,
    Kept,
    MyView,
    Nerves,
    Observation,
    Outcome,
    SelfView,
)
from scoring.entry import (
    Entry,
    Floor,
    FloorRemembered,
    Introduction,
    Marked,
    Moment,
    SteppedIn,
    WordsHeard,
)
from scoring.handing_over import Before, HandOver, PageContext
from scoring.logbook import Logbook
from scoring.people import Manager, Rep
from scoring.privacy import card_of
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.state import CallState
from scoring.teeup import Chooser, StepInReason, TeeUp, Told, Way
from tests.bench.large_words import CHANGES, ENDINGS, HEARD, NOTED, PURPOSES, ROLES, LargeWords
from tests.exports.builders import HandClock

MANAGER = Manager(name="Dana Whitfield", title="Sales manager", organisation="Northwind Chairs")
SKILLS = tuple(skill.id for skill in default_rubric().skills)
LIFE = 10
"""About so many entries of a call that was debriefed are no taps."""
TEE_UP_MINUTES = 15.0
FLOOR_PARTS = (52, 33, 6, 9)


class Course(Enum):
    """How far a call came."""

    DEBRIEFED = auto()
    VIEWED = auto()
    ENDED = auto()
    PLANNED = auto()
    CANCELLED = auto()
    NO_SHOW = auto()
    VOID = auto()


@dataclass(slots=True)
class Ridden:
    """What one rep brings along from the calls before: their levels by skill, and what was agreed last."""

    rep: Rep
    level: dict[str, float]
    visits: int = 0
    focus: str = SKILLS[1]
    agreed: tuple[UUID, Commitment] | None = None
    last_at: datetime | None = None


@dataclass(slots=True)
class LargeCall:
    """Tells one call, which took place lately or long ago; ``entries`` is its log so far."""

    rng: random.Random
    ridden: Ridden
    call: Call
    taps: int
    is_lately: bool
    entries: list[Entry] = field(default_factory=list[Entry])
    clock: HandClock = field(init=False)
    book: Logbook = field(init=False)
    words: LargeWords = field(init=False)

    def __post_init__(self) -> None:
        self.clock = HandClock(self.call.created_at)
        self.book = Logbook(CallState(), self.call.id, self.clock, self.entries.append)
        self.words = LargeWords(self.rng)

    def tell(self, course: Course) -> None:
        """Write the log up to where the call came to."""
        self._plan()
        if course == Course.PLANNED:
            return
        self.clock.go(TEE_UP_MINUTES)
        if course in (Course.CANCELLED, Course.NO_SHOW):
            self.book.cancel() if course == Course.CANCELLED else self.book.no_show()
            return
        self._remember() if self.book.state.way == Way.NO_DEVICE else self._sit_in()
        if course == Course.VOID:
            self.book.void("The customer asked for it")
        elif course != Course.ENDED:
            self.clock.go(self.rng.choice((3, 5, 20)))
            self.book.finish_view(self._view())
            if course == Course.DEBRIEFED:
                self._debrief()

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    # Before the call

    def _plan(self) -> None:
        rubric, said = default_rubric(), self.words.sentence
        self.book.plan(
            TeeUp(
                customer=self.words.customer(),
                people_met=f"{self.words.name()}, {self.rng.choice(ROLES)}",
                planned_at=self.clock.now() + timedelta(minutes=TEE_UP_MINUTES),
                call_type=self.rng.choices(list(CallType), (80, 15, 5))[0],
                way=self.rng.choices(list(Way), (60, 33, 7))[0],
                chosen_by=self.rng.choice((None, *Chooser)),
                purpose=said(PURPOSES),
                best=said(ENDINGS),
                least=said(ENDINGS),
                introduction="Dana works with me and is here to listen.",
                step_in_reasons=(StepInReason.ASKED, StepInReason.FACTS),
                focus_skills=(self.ridden.focus,),
                told=tuple(Told),
                rubric_id=rubric.id,
                rubric_version=rubric.version,
            )
        )

    # During the call

    def _sit_in(self) -> None:
        minutes = self.rng.uniform(15, 70)
        self.book.start()
        self.clock.go(0.4)
        self.book.introduced(Introduction.AS_BOSS if self._chance(0.15) else Introduction.AS_AGREED)
        self.book.floor(Floor.REP)
        while len(self.entries) < self.taps:
            self.clock.go(self.rng.uniform(0.2, 1.8) * minutes / (self.taps + 1))
            self._tap()
        if self.book.state.is_stepped_in:
            self.book.step()
        self.book.end()

    def _tap(self) -> None:
        match self.rng.choices(range(6), (46, 40, 7, 4, 2, 1))[0]:
            case 0:
                self.book.floor(self.rng.choices(list(Floor), FLOOR_PARTS)[0])
            case 1:
                self._mark()
            case 2:
                self.book.words(self.words.sentence(HEARD))
            case 3:
                self.book.moment()
            case 4:
                self._step()
            case _:
                self.book.undo()

    def _step(self) -> None:
        entry = self.book.step()
        if isinstance(entry.what, SteppedIn):
            self.book.floor(Floor.ME)
            self.book.amend(entry.id, SteppedIn(reason=self.rng.choice(list(StepInReason))))

    def _mark(self) -> None:
        skill = self.rng.choice(SKILLS)
        self.book.mark(skill, seen=self._chance(self.ridden.level[skill] / 4), words=self._seldom_noted())

    def _seldom_noted(self) -> str:
        return self.words.sentence(NOTED) if self._chance(0.15) else ""

    def _remember(self) -> None:
        """Nobody logged it: a few things are written down in the car."""
        began = self.clock.now()
        self.clock.go(self.rng.uniform(30, 90))
        self.book.took_place(began, self.clock.now())
        self.clock.go(15)
        self.book.introduced(Introduction.AS_AGREED, recalled=True)
        self.book.recall(FloorRemembered(mostly=self.rng.choice((None, Floor.REP, Floor.CUSTOMER))))
        self.book.recall(SteppedIn(reason=StepInReason.ASKED, handed_back=self.rng.choice((None, True))))
        self.book.recall(Moment(words=self.words.sentence(NOTED)))
        self.book.recall(WordsHeard(text=self.words.sentence(HEARD)))
        for skill in self.rng.sample(SKILLS, 3):
            self.book.recall(Marked(skill=skill, seen=self._chance(0.5), words=self.words.sentence(NOTED)))

    # After the call

    def _view(self) -> MyView:
        return MyView(
            ratings=tuple(map(self._rating, SKILLS)),
            outcome=self.rng.choice(list(Outcome)),
            outcome_words=self.words.sentence(ENDINGS),
            strengths=self._observations(seen=True),
            gaps=self._observations(seen=False),
        )

    def _rating(self, skill: str) -> Rating:
        if self._chance(0.12):
            return Rating(skill=skill, level=None)
        level = round(self.rng.gauss(self.ridden.level[skill], 0.5))
        marks = self.book.state.marks_of(skill)
        return Rating(
            skill=skill, level=min(max(level, 1), 4), evidence=tuple(item.entry.id for item, _ in marks[:6])
        )

    def _observations(self, *, seen: bool) -> tuple[Observation, ...]:
        marks = [item for item, mark in self.book.state.of(Marked) if mark.seen == seen]
        chosen = self.rng.sample(marks, min(len(marks), self.rng.randint(1, 3)))
        return tuple(Observation(words=self.words.sentence(NOTED), entry=item.entry.id) for item in chosen)

    def _debrief(self) -> None:
        self.clock.go(self.rng.choice((8, 15, 40, 300)))
        if self._chance(0.06):
            self.book.debrief_alone()
        else:
            self.book.hear_rep(self._self_view())
        self.clock.go(12)
        self.book.agree(self._agreed())
        if self._chance(0.75):
            self.book.hand_over(HandOver.PRINTED, self._context())

    def _self_view(self) -> SelfView:
        focus = self.ridden.focus
        own = round(self.rng.gauss(self.ridden.level[focus] + 0.5, 0.6))
        nerves = self.rng.choices(list(Nerves), (3 + self.ridden.visits, 4, 3, 2))[0]
        return SelfView(
            went_well=self.words.sentence(NOTED),
            differently=self.words.sentence(CHANGES),
            ratings=(Rating(skill=focus, level=min(max(own, 1), 4)),),
            nerves=nerves,
            began_at=self.clock.now() - timedelta(minutes=3),
        )

    def _agreed(self) -> Debrief:
        change = Commitment(
            words=self.words.sentence(CHANGES),
            first_tried=self.words.customer(),
            check_on=self.clock.now().date() + timedelta(days=21),
        )
        first = self._rating(self.ridden.focus)
        return Debrief(
            agreed=(first,) if self._chance(0.2) else (),
            closings=self._closings(),
            commitments=(change,),
            parked=(self.words.sentence(NOTED),) if self._chance(0.3) else (),
            comment=self.words.sentence(HEARD) if self._chance(0.4) else "",
            can_say=not self._chance(0.08 if self.is_lately else 0.002),  # it is seen to, sooner or later
        )

    def _closings(self) -> tuple[Closing, ...]:
        """What was agreed last is closed from a mark or two; now and then both only say so."""
        if self.ridden.agreed is None:
            return ()
        agreed_in, commitment = self.ridden.agreed
        marks = [item.entry.id for item, _ in self.book.state.marks_of(self.ridden.focus)]
        kept = self.rng.choices(list(Kept), (5, 3, 2))[0]
        evidence = tuple(marks[:2]) if self._chance(0.8) else ()
        return (Closing(agreed_in=agreed_in, number=0, words=commitment.words, kept=kept, evidence=evidence),)

    def _context(self) -> PageContext:
        last_at, agreed = self.ridden.last_at, self.ridden.agreed
        before = Before(
            calls=self.ridden.visits,
            last_on=last_at.date() if last_at else None,
            commitments=(agreed[1].words,) if agreed else (),
        )
        return PageContext(rep=card_of(self.ridden.rep), manager=MANAGER, before=before)


def gone_on(ridden: Ridden, told: LargeCall, rng: random.Random) -> None:
    """Let the rep have learnt from a call that was debriefed: now and then there is something else to work on."""
    state = told.book.state
    ridden.visits += 1
    ridden.last_at = state.started_at
    ridden.level[ridden.focus] = min(ridden.level[ridden.focus] + rng.uniform(-0.1, 0.35), 3.9)
    if state.debrief and state.debrief.commitments:
        ridden.agreed = told.call.id, state.debrief.commitments[0]
    if rng.random() < 0.2:
        ridden.focus = rng.choice(SKILLS)
