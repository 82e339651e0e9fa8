"""The log of a sample call, as if its taps had been made."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from scoring.call import Call
from scoring.debrief import Closing, Commitment, Debrief, Kept, MyView, Observation, SelfView
from scoring.entry import Entry, FloorTaken, HandedBack, Introduced, Marked, SteppedIn, WordsHeard
from scoring.logbook import Logbook
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.state import CallState, Standing
from scoring.teeup import StepInReason, TeeUp, Told
from ui.driving import VirtualClock
from ui.sample_data import Ride, samples
from ui.sample_talk import MINUTE_MS, NO_CHANCE, Happening, happenings

TEE_UP_MINUTES = 15  # before the call
CHECK_AFTER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Before:
    """The ride before with the same rep: its call, what was agreed in its debrief, and what was watched for."""

    call_id: UUID
    change: str
    focus: tuple[str, ...]


class RideLog:
    """Writes the log of one ride, as if its taps were made, on a clock that stands at its tee-up.

    :param before: None for the first ride with a rep.
    """

    def __init__(self, ride: Ride, call: Call, rng: random.Random, before: Before | None = None) -> None:
        self._before = before
        self.entries: list[Entry] = []
        self.book = Logbook(CallState(), call.id, self._make_clock(call), self.entries.append)
        self._ride = ride
        self._rng = rng
        self._skills = [skill.id for skill in default_rubric().skills]

    def _make_clock(self, call: Call) -> VirtualClock:
        self._clock = VirtualClock(call.created_at)
        return self._clock

    def write(self) -> None:
        """Write everything, up to what was agreed; my view only, where the debrief is still to come."""
        self.book.plan(self._tee_up())
        self._clock.advance(TEE_UP_MINUTES * MINUTE_MS)
        self._sit_in()
        self._clock.advance(self._rng.randrange(3, 6) * MINUTE_MS)
        self.book.finish_view(self._view())
        if self._ride.ended_minutes_ago is None:
            self._debrief()

    def _tee_up(self) -> TeeUp:
        ride, rubric = self._ride, default_rubric()
        return TeeUp(
            customer=ride.customer,
            people_met=ride.people,
            planned_at=self._clock.now() + timedelta(minutes=TEE_UP_MINUTES),
            purpose=ride.purpose,
            best=ride.best,
            least=ride.least,
            introduction=samples().introduction,
            step_in_reasons=(StepInReason.ASKED, StepInReason.FACTS),
            focus_skills=ride.focus,
            told=tuple(Told),
            rubric_id=rubric.id,
            rubric_version=rubric.version,
        )

    # During the call

    def _sit_in(self) -> None:
        self.book.start()
        began_ms = self._clock.monotonic_ms()
        for offset_ms, happening in happenings(self._ride, self._rng):
            self._clock.advance_to(began_ms + offset_ms)
            self._log(happening)
        self._clock.advance_to(began_ms + self._ride.minutes * MINUTE_MS)
        self.book.end()

    def _log(self, happening: Happening) -> None:
        match happening:
            case Introduced(how=how):
                self.book.introduced(how)
            case FloorTaken(who=who):
                self.book.floor(who)
            case Marked(skill=skill, seen=seen, words=words):
                self.book.mark(skill, seen=seen, words=words)
            case WordsHeard(text=text):
                self.book.words(text)
            case SteppedIn():
                self.book.amend(self.book.step().id, happening)
            case HandedBack():
                self.book.step()

    # After the call

    def _view(self) -> MyView:
        ride = self._ride
        ratings = tuple(map(self._rating, self._skills, ride.levels))
        return MyView(
            ratings=ratings,
            outcome=ride.outcome,
            outcome_words=ride.outcome_words,
            strengths=self._observations(seen=True),
            gaps=self._observations(seen=False),
        )

    def _rating(self, skill: str, level: str) -> Rating:
        if level == NO_CHANCE:
            return Rating(skill=skill, level=None)
        marks = self.book.state.marks_of(skill)
        return Rating(skill=skill, level=int(level), evidence=tuple(item.entry.id for item, _ in marks))

    def _observations(self, *, seen: bool) -> tuple[Observation, ...]:
        """Two marks with words: of the focus skill first, then of the best skills, or of the weakest ones."""
        best_first = sorted(self._worded_marks(seen), key=self._weight, reverse=seen)
        return tuple(
            Observation(words=mark.words, entry=item.entry.id) for item, mark in sorted(best_first[:2])
        )

    def _worded_marks(self, seen: bool) -> list[tuple[Standing, Marked]]:
        return [(item, mark) for item, mark in self.book.state.of(Marked) if mark.seen == seen and mark.words]

    def _weight(self, marked: tuple[Standing, Marked]) -> tuple[bool, str]:
        skill, focus = marked[1].skill, self._ride.focus
        level = self._ride.levels[self._skills.index(skill)]
        return (skill in focus) == marked[1].seen, level

    def _debrief(self) -> None:
        ride = self._ride
        self._clock.advance(self._rng.randrange(4, 15) * MINUTE_MS)
        own = tuple(Rating(skill=skill, level=ride.own) for skill in ride.focus)
        self.book.hear_rep(
            SelfView(went_well=ride.went_well, differently=ride.differently, ratings=own, nerves=ride.nerves)
        )
        self._clock.advance(self._rng.randrange(8, 15) * MINUTE_MS)
        self.book.agree(self._agreed())

    def _agreed(self) -> Debrief:
        ride = self._ride
        change = Commitment(
            words=ride.change, first_tried=ride.first_tried, check_on=self._clock.now().date() + CHECK_AFTER
        )
        changed = tuple(self._rating(skill, str(ride.agreed)) for skill in ride.focus if ride.agreed)
        return Debrief(
            agreed=changed,
            closings=self._closings(),
            commitments=(change,),
            parked=ride.parked,
            comment=ride.comment,
            can_say=True,
        )

    def _closings(self) -> tuple[Closing, ...]:
        before, kept = self._before, self._ride.last
        if before is None or kept is None:
            return ()
        evidence = tuple(self._shown(before.focus, kept)) if self._ride.last_seen else ()
        return (
            Closing(agreed_in=before.call_id, number=0, words=before.change, kept=kept, evidence=evidence),
        )

    def _shown(self, focus: tuple[str, ...], kept: Kept) -> Iterator[UUID]:
        """Two marks at most: what was seen where it was kept, what was missed where it was not, else one of both."""
        wanted = {Kept.KEPT: (True, True), Kept.PARTLY: (True, False), Kept.NOT_YET: (False, False)}[kept]
        marks = [(item, mark) for item, mark in self.book.state.of(Marked) if mark.skill in focus]
        for seen in wanted:
            found = next((item for item, mark in marks if mark.seen == seen), None)
            if found:
                marks = [marked for marked in marks if marked[0] is not found]
                yield found.entry.id
