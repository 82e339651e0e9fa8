"""Believable reps and calls to look around with, in a folder of their own.

The same moment gives the same samples, but for the ids of the entries.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from uuid import UUID

from scoring.call import Call
from scoring.debrief import Commitment, Debrief, MyView, Observation, SelfView
from scoring.entry import Entry, Floor, Introduction, Marked, SteppedIn
from scoring.logbook import Logbook
from scoring.people import Rep
from scoring.rating import Rating
from scoring.rubric import default_rubric
from scoring.state import CallState, Standing
from scoring.teeup import StepInReason, TeeUp, Told, next_tee_up
from ui.driving import VirtualClock
from ui.sample_data import Ride, SampleMark, SampleRep, samples
from ui.session import Session

SEED = 1926
MINUTE_MS = 60_000
TEE_UP_MINUTES = 15  # before the call
CHECK_AFTER = timedelta(days=14)
NO_CHANCE = "-"
SATURDAY = 5
# How many marks, seen and missed, a level usually stands on.
USUAL_MARKS = {"1": (0, 2), "2": (1, 2), "3": (2, 1), "4": (3, 0), NO_CHANCE: (0, 0)}
Happening = tuple[int, Callable[[], object]]  # when, in ms, and what to log

# How long one party keeps the floor, in ms: mostly short, sometimes long, together about four taps a minute.
SHORTEST_TURN_MS = 4_000
USUAL_TURN_MS = 11_000
LONGEST_TURN_MS = 80_000
STEP_IN_MS = 50_000
# How unevenly the floor goes round: the larger, the further a party may get ahead of its part.
UNEVEN_MS = 240_000


def write_samples(session: Session) -> UUID:
    """Fill an empty data folder with a manager, reps, past calls, one call to debrief and one to tee up.

    Everything is dated back from the session's present time.

    :returns: the id of the call to tee up.
    :raises KnownError: if the system refuses.
    """
    rng, now = random.Random(SEED), session.clock.now()
    session.save_manager(samples().manager)
    reps = {sample.name: _made_rep(sample, now, rng) for sample in samples().reps}
    for rep in reps.values():
        session.save_rep(rep)
    plans: dict[str, TeeUp] = {}
    for ride in samples().rides:
        plans[ride.rep] = _write_ride(session, ride, _started_at(ride, now), reps[ride.rep], rng)
    return _write_plan(session, reps, plans, rng)


def _made_rep(sample: SampleRep, now: datetime, rng: random.Random) -> Rep:
    return Rep(
        id=_an_id(rng),
        name=sample.name,
        employee_number=sample.employee_number,
        team=sample.team,
        title=sample.title,
        started_on=now.date() - timedelta(days=sample.days),
        coaching=sample.coaching,
    )


def _an_id(rng: random.Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def _started_at(ride: Ride, now: datetime) -> datetime:
    if ride.ended_minutes_ago is not None:
        return now - timedelta(minutes=ride.ended_minutes_ago + ride.minutes)
    day = _working_day(now.date() - timedelta(days=ride.days))
    return datetime.combine(day, time.fromisoformat(ride.at), now.tzinfo)


def _working_day(day: date) -> date:
    """:returns: ``day``, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def _write_plan(session: Session, reps: dict[str, Rep], plans: dict[str, TeeUp], rng: random.Random) -> UUID:
    planned = samples().planned
    plan = next_tee_up(plans[planned.rep], default_rubric(), session.clock.now())
    call = Call(id=_an_id(rng), rep_id=reps[planned.rep].id, created_at=session.clock.now())
    session.ask(lambda store: store.calls.add(call))
    session.book(call.id).plan(replace(plan, customer=planned.customer, people_met=planned.people))
    return call.id


def _write_ride(session: Session, ride: Ride, started_at: datetime, rep: Rep, rng: random.Random) -> TeeUp:
    """:returns: what was agreed at its tee-up."""
    teed_up_at = started_at - timedelta(minutes=TEE_UP_MINUTES)
    call = Call(id=_an_id(rng), rep_id=rep.id, created_at=teed_up_at)
    log = _RideLog(ride, call, rng)
    log.write()
    session.ask(lambda store: store.calls.add(call))
    session.ask(lambda store: store.append(log.entries))
    return log.book.state.tee_up


class _RideLog:
    """Writes the log of one ride, as if its taps were made, on a clock that stands at its tee-up."""

    def __init__(self, ride: Ride, call: Call, rng: random.Random) -> None:
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
        for offset_ms, log in sorted(self._happenings(), key=lambda happening: happening[0]):
            self._clock.advance_to(began_ms + offset_ms)
            log()
        self._clock.advance_to(began_ms + self._ride.minutes * MINUTE_MS)
        self.book.end()

    def _happenings(self) -> Iterator[Happening]:
        how = Introduction.AS_BOSS if self._ride.as_boss else Introduction.AS_AGREED
        yield 25_000, partial(self.book.introduced, how)
        for offset_ms, who in self._floor_taps():
            yield offset_ms, partial(self.book.floor, who)
        for mark in self._ride.marks or self._usual_marks():
            yield _ms(mark.at), partial(self.book.mark, mark.skill, seen=mark.seen, words=mark.words)
        for words in self._ride.heard:
            yield _ms(words.at), partial(self.book.words, words.words)
        if self._ride.step_in:
            yield _ms(self._ride.step_in), self._step_in
            yield _ms(self._ride.step_in) + STEP_IN_MS, self.book.step

    def _step_in(self) -> None:
        entry = self.book.step()
        self.book.amend(entry.id, SteppedIn(reason=StepInReason.ASKED))

    def _floor_taps(self) -> Iterator[tuple[int, Floor]]:
        """Let the floor go round: next is who is furthest behind its part, give or take."""
        parts = dict(zip(Floor, self._ride.floor, strict=True))
        spoken = dict.fromkeys(parts, 0)
        at_ms, last = 4_000, Floor.NOBODY
        while at_ms < self._ride.minutes * MINUTE_MS:
            behind = {
                who: self._behind(at_ms, part, spoken[who]) for who, part in parts.items() if who != last
            }
            last = max(behind, key=behind.__getitem__)
            yield at_ms, last
            turn_ms = self._turn_ms()
            spoken[last] += turn_ms
            at_ms += turn_ms

    def _turn_ms(self) -> int:
        usual = SHORTEST_TURN_MS + self._rng.expovariate(1 / USUAL_TURN_MS)
        return min(round(usual), LONGEST_TURN_MS)

    def _behind(self, at_ms: int, part: int, spoken_ms: int) -> float:
        return at_ms * part / 100 - spoken_ms + self._rng.random() * UNEVEN_MS * part / 100

    def _usual_marks(self) -> Iterator[SampleMark]:
        """As many marks of each skill as its level usually stands on, in the part of the call where it belongs."""
        for place, (skill, level) in enumerate(zip(self._skills, self._ride.levels, strict=True)):
            phrases = next(phrases for phrases in samples().heard if phrases.skill == skill)
            for seen, count in zip((True, False), USUAL_MARKS[level], strict=True):
                for words in _some(phrases.seen if seen else phrases.missed, count, self._rng):
                    yield SampleMark(at=self._time_of(place), skill=skill, seen=seen, words=words)

    def _time_of(self, place: int) -> str:
        seconds = self._ride.minutes * 60
        middle = seconds * (place + 0.5) / len(self._skills)
        at = round(min(max(self._rng.gauss(middle, seconds / 12), 30), seconds - 20))
        return f"{at // 60:02}:{at % 60:02}"

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
            last_commitment=ride.last,
            commitments=(change,),
            parked=ride.parked,
            comment=ride.comment,
            can_say=True,
        )


def _ms(at: str) -> int:
    minutes, seconds = at.split(":")
    return (int(minutes) * 60 + int(seconds)) * 1000


def _some(phrases: tuple[str, ...], count: int, rng: random.Random) -> list[str]:
    """:returns: ``count`` different phrases, and blanks where there are not as many: not every mark has words."""
    chosen = rng.sample(phrases, min(count, len(phrases)))
    return chosen + [""] * (count - len(chosen))
