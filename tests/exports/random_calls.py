"""Calls nobody would tell and somebody will: told by the real logbook, in any order, in any script, debriefed at last.

``RandomCalls(seed).call()`` gives one ``RandomCall`` after the other; the same seed gives the same calls, ids included.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar
from unittest.mock import patch
from uuid import UUID

from exports.page_source import PageSource, page_source
from scoring.acknowledgement import (
    LARGEST_SCAN,
    LONGEST_STATEMENT,
    Acknowledgement,
    Scan,
    ScanFormat,
    Signing,
    Statement,
)
from scoring.before import before_of
from scoring.call_type import CallType
from scoring.debrief import Closing, Commitment, Debrief, Kept, MyView, Nerves, Observation, Outcome, SelfView
from scoring.entry import (
    Correctable,
    Floor,
    FloorRemembered,
    Introduction,
    Marked,
    Moment,
    SteppedIn,
    WordsHeard,
)
from scoring.facts import facts_of
from scoring.fold import CORRECTABLE, fold
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.logbook import Logbook
from scoring.page_versions import page_versions
from scoring.people import Manager, Rep
from scoring.preferences import Paper
from scoring.privacy import card_of
from scoring.rating import LEVELS, Rating
from scoring.rubric import default_rubric
from scoring.state import Standing
from scoring.store.store import Store
from scoring.teeup import Chooser, StepInReason, TeeUp, Way
from scoring.teeup import Told as ToldRep
from scoring.wordings import Wordings
from tests.exports.builders import Told
from tests.exports.random_words import RandomWords

T = TypeVar("T")

SKILLS = tuple(skill.id for skill in default_rubric().skills)
_ZONES = tuple(timezone(timedelta(minutes=minutes)) for minutes in (-570, -480, 0, 60, 345, 540, 765))
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomCall:
    """A debriefed call ``told``, with its manager and the calls the same rep had before it."""

    told: Told
    manager: Manager
    earlier: tuple[Told, ...] = ()

    def keep(self, store: Store) -> PageSource:
        """Put the call, its people and the earlier calls into a real store.

        :returns: what the store then makes of it.
        """
        for told in (*self.earlier, self.told):
            told.keep(store)
        store.settings.put("manager", self.manager)
        return page_source(store, self.told.call.id)

    def source(self) -> PageSource:
        """:returns: the same as ``keep``, without any file."""
        [*_, version] = page_versions(self.told.written)
        return PageSource(
            call=self.told.call,
            version=version,
            state=fold(version.entries),
            rubric=default_rubric(),
            context=version.context or self.context(),
        )

    def context(self) -> PageContext:
        """:returns: what the page says beside the entries of the call."""
        facts = facts_of(self.told.call, self.told.book.state)
        earlier = [facts_of(told.call, told.book.state) for told in self.earlier]
        before = before_of(facts, earlier, facts.shared, Wordings([default_rubric()]))
        return PageContext(rep=card_of(self.told.rep), manager=self.manager, before=before)


class RandomCalls:
    """Tells one call after the other."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = RandomWords(self._random)
        self._before: Told | None = None  # the call that was told before, of the same rep

    def call(self) -> RandomCall:
        """:returns: the next call, debriefed."""
        with patch("scoring.logbook.uuid4", self._id):
            rep, manager = self._rep(), self._manager()
            self._before = None
            at = self._moment()
            hours = sorted(self._random.sample(range(2, 9_000), self._random.choice((0, 0, 1, 2, 6))))
            earlier = tuple(self._told(rep, at - timedelta(hours=many)) for many in reversed(hours))
            call = RandomCall(told=self._told(rep, at), manager=manager, earlier=earlier)
            for _ in range(self._random.choice((0, 0, 0, 1, 2))):
                self._random.choice((self._amend, self._acknowledge))(call)
            return call

    def _amend(self, call: RandomCall) -> None:
        """Hand the page over, and let it be changed afterwards."""
        book, why = call.told.book, self._hand_over(call)
        assert book.state.debrief
        book.amend_page(why, replace(book.state.debrief, comment=self._words.text(), can_say=False))

    def _acknowledge(self, call: RandomCall) -> None:
        """Hand the page over, and let it be said afterwards what became of the sheet."""
        why = self._hand_over(call)
        call.told.book.acknowledge(why, self._acknowledgement(), self._statement(), self._scan())

    def _hand_over(self, call: RandomCall) -> Amendment:
        how, paper = self._random.choice(list(HandOver)), self._random.choice(list(Paper))
        call.told.book.hand_over(how, call.context(), paper)
        call.told.clock.go(self._random.randint(1, 9_000))
        return Amendment(reason=self._words.name(), author=self._words.name())

    def _acknowledgement(self) -> Acknowledgement:
        how, witness = self._random.choice(list(Signing)), self._words.name()
        return Acknowledgement(how=how, on=self._moment().date(), witness=witness)

    def _statement(self) -> Statement | None:
        text = self._words.text(200)[:LONGEST_STATEMENT]
        return self._random.choice((None, Statement(text=text), Statement(text=text)))

    def _scan(self) -> Scan | None:
        suffix = self._random.choice(list(ScanFormat))
        sha256, size = self._random.randbytes(32).hex(), self._random.randint(1, LARGEST_SCAN)
        return self._random.choice((None, Scan(sha256=sha256, suffix=suffix, size=size)))

    def _id(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)

    def _moment(self) -> datetime:
        minutes = self._random.randint(0, 3 * 365 * 24 * 60)
        return datetime(2025, 1, 1, tzinfo=self._random.choice(_ZONES)) + timedelta(minutes=minutes)

    def _rep(self) -> Rep:
        name, team = self._words.name(), self._words.name()
        rep_id, number = self._id(), self._words.name()[:12]
        began = date(2015, 1, 1) + timedelta(days=rep_id.int % 4_000) if rep_id.int % 3 else None
        return Rep(
            id=rep_id, name=name, employee_number=number, team=team, started_on=began, coaching="straight"
        )

    def _manager(self) -> Manager:
        if self._random.random() < 0.1:
            return Manager()
        return Manager(name=self._words.name(), title=self._words.name(), organisation=self._words.name())

    def _told(self, rep: Rep, at: datetime) -> Told:
        teller = _Teller(self._random, self._words, self._before)
        told = Told(number=self._random.randrange(10**12), rep=rep, at=at, plan=teller.plan(at))
        teller.tell(told)
        self._before = told
        return told


class _Teller:
    """Tells one call from its plan to its debrief; ``before`` is the call the same rep had before it."""

    def __init__(self, rng: random.Random, words: RandomWords, before: Told | None) -> None:
        self._before = before
        self._random = rng
        self._words = words
        self._told: Told

    def plan(self, at: datetime) -> TeeUp:
        rubric = default_rubric()
        return TeeUp(
            customer=self._words.text(4),
            people_met=self._words.text(6),
            planned_at=self._random.choice((None, at)),
            planned_minutes=self._random.choice((1, 30, 45, 240)),
            call_type=self._random.choice(list(CallType)),
            way=self._random.choice((*Way, Way.OPEN_LAPTOP, Way.OPEN_LAPTOP)),
            parts=self._words.text(),
            purpose=self._words.text(),
            best=self._words.text(),
            least=self._words.text(),
            introduction=self._words.text(),
            step_in_reasons=tuple(self._some(list(StepInReason))),
            step_in_other=self._words.text(),
            focus_skills=tuple(self._some(SKILLS)[:2]),
            told=tuple(self._some(list(ToldRep))),
            rubric_id=rubric.id,
            rubric_version=rubric.version,
            chosen_by=self._random.choice((None, *Chooser)),
        )

    def tell(self, told: Told) -> None:
        self._told = told
        if self._random.random() < 0.15:
            self._held_but_not_logged()
        else:
            self._held()
        self._act(
            (
                self._recall,
                self._recall,
                self._undo_recall,
                self._amend,
                self._correct_floor,
                self._undo_floor,
            )
        )
        self._debrief()

    # The call

    def _held(self) -> None:
        self._told.book.start()
        usual = (self._go_on, self._mark, self._floor)
        seldom = (
            *(self._hear, self._step, self._note_moment, self._introduce, self._interrupt, self._sleep),
            *(
                self._set_clock,
                self._close_app,
                self._change_way,
                self._correct_floor,
                self._undo,
                self._redo,
            ),
            *(self._amend, self._amend),
        )
        self._act((*usual * 4, *seldom))
        self._told.book.end()
        if self._random.random() < 0.1:
            self._go_on()
            self._told.book.reopen()
            self._mark()
            self._told.book.end()
        self._go_on()

    def _held_but_not_logged(self) -> None:
        began = self._told.clock.now()
        self._told.clock.go(self._random.randint(60, 3_000))
        self._told.book.took_place(began, began + timedelta(minutes=self._random.randint(0, 60)))

    def _act(self, acts: tuple[Callable[[], object], ...]) -> None:
        for _ in range(self._random.choice((0, 3, 12, 40, 150))):
            self._random.choice(acts)()

    def _go_on(self) -> None:
        self._told.clock.go(self._random.expovariate(1 / 0.7))

    def _mark(self) -> None:
        self._told.book.mark(self._random.choice(SKILLS), seen=self._flip(), words=self._seldom())

    def _floor(self) -> None:
        self._told.book.floor(self._random.choice(list(Floor)))
        self._go_on()

    def _hear(self) -> None:
        self._told.book.words(self._words.text())

    def _step(self) -> None:
        self._told.book.step()

    def _note_moment(self) -> None:
        self._told.book.moment()

    def _introduce(self) -> None:
        self._told.book.introduced(self._random.choice(list(Introduction)))

    def _interrupt(self) -> None:
        self._told.book.pause()
        self._go_on()
        self._told.book.resume()

    def _sleep(self) -> None:
        self._told.clock.sleep(self._random.expovariate(1 / 5))

    def _set_clock(self) -> None:
        self._told.clock.at += timedelta(minutes=self._random.choice((-60, -1, 2, 60)))

    def _close_app(self) -> None:
        told = self._told
        told.book = Logbook(told.book.state, told.call.id, told.clock, told.written.append)
        self._go_on()
        told.book.take_up()

    def _change_way(self) -> None:
        self._told.book.sit(self._random.choice(list(Way)))

    # Corrections

    def _amend(self) -> None:
        standing = [
            item for item in self._told.book.state.standing.values() if isinstance(item.what, CORRECTABLE)
        ]
        if standing:
            item = self._random.choice(standing)
            moved = self._random.choice((None, self._random.randint(0, self._told.book.elapsed_ms())))
            self._told.book.amend(item.entry.id, self._really(item), moved)

    def _really(self, item: Standing) -> Correctable | None:
        match item.what:
            case Marked() | Moment() | SteppedIn() as what if self._flip():
                return replace(what, words=self._words.text())
            case Marked(seen=seen) as what:
                return replace(what, seen=not seen, skill=self._random.choice(SKILLS))
            case SteppedIn() as what:
                return replace(what, reason=self._random.choice(list(StepInReason)))
            case _:
                return None

    def _correct_floor(self) -> None:
        elapsed = self._told.book.elapsed_ms()
        begin = self._random.randint(0, elapsed)
        end = self._random.choice((None, begin + self._random.randint(1, 5 * _MINUTE_MS)))
        self._told.book.correct_floor(self._random.choice(list(Floor)), begin, end)

    def _undo(self) -> None:
        self._told.book.undo()

    def _redo(self) -> None:
        self._told.book.redo()

    # After the call

    def _recall(self) -> None:
        skill, words = self._random.choice(SKILLS), self._words.text()
        reason, back = self._random.choice((None, *StepInReason)), self._random.choice((None, True, False))
        what = self._random.choice(
            (
                Marked(skill=skill, seen=self._flip(), words=words),
                Moment(words=words),
                WordsHeard(text=words),
                SteppedIn(reason=reason, words=words, handed_back=back),
                FloorRemembered(mostly=self._random.choice((None, *Floor))),
            )
        )
        self._told.book.recall(what)
        self._go_on()

    def _undo_recall(self) -> None:
        self._random.choice((self._told.book.undo_recall, self._told.book.redo_recall))()

    def _undo_floor(self) -> None:
        self._random.choice((self._told.book.undo_floor, self._told.book.redo_floor))()

    def _debrief(self) -> None:
        book = self._told.book
        book.finish_view(self._view())
        if self._random.random() < 0.1:
            book.take_back_view()
            book.finish_view(self._view())
        self._go_on()
        if self._random.random() < 0.7:
            book.hear_rep(self._self_view())
        else:
            book.debrief_alone()
        for _ in range(self._random.choice((1, 1, 1, 2))):
            self._go_on()
            book.agree(self._agreed())

    def _view(self) -> MyView:
        return MyView(
            ratings=self._ratings(SKILLS),
            outcome=self._random.choice((None, *Outcome)),
            outcome_words=self._words.text(),
            strengths=self._observations(),
            gaps=self._observations(),
        )

    def _ratings(self, skills: tuple[str, ...]) -> tuple[Rating, ...]:
        return tuple(self._rating(skill) for skill in self._some(skills))

    def _rating(self, skill: str) -> Rating:
        marks = tuple(item.entry.id for item, _ in self._told.book.state.marks_of(skill))
        level = self._random.choice((None, *LEVELS))
        return Rating(skill=skill, level=level, evidence=tuple(self._some(marks)))

    def _observations(self) -> tuple[Observation, ...]:
        entries = [None, None, *self._told.book.state.standing]
        count = self._random.choice((0, 1, 2, 3, 12))
        return tuple(
            Observation(words=self._words.text(20), entry=self._random.choice(entries)) for _ in range(count)
        )

    def _self_view(self) -> SelfView:
        return SelfView(
            went_well=self._words.name(),
            differently=self._words.text(),
            ratings=self._ratings(SKILLS),
            nerves=self._random.choice((None, *Nerves)),
            began_at=self._random.choice((None, self._told.clock.now())),
        )

    def _agreed(self) -> Debrief:
        commitments = tuple(self._commitment() for _ in range(self._random.choice((0, 1, 1, 2))))
        return Debrief(
            agreed=self._ratings(SKILLS) if self._flip() else (),
            last_commitment=self._random.choice((None, *Kept)),
            closings=tuple(self._closings()),
            commitments=commitments,
            parked=tuple(self._words.text() for _ in range(self._random.choice((0, 0, 1, 3)))),
            comment=self._words.text(30),
            can_say=self._random.choice((None, True, True, False)),
        )

    def _closings(self) -> Iterator[Closing]:
        """What became of the commitments of the call before, with any entries of this one."""
        if self._before is None or self._before.book.state.debrief is None:
            return
        standing = list(self._told.book.state.standing)
        for number, commitment in enumerate(self._before.book.state.debrief.commitments):
            evidence = self._random.sample(standing, min(len(standing), self._random.choice((0, 1, 5, 30))))
            if self._flip():
                yield Closing(
                    agreed_in=self._before.call.id,
                    number=number,
                    words=commitment.words,
                    kept=self._random.choice(tuple(Kept)),
                    evidence=tuple(evidence),
                )

    def _commitment(self) -> Commitment:
        day = self._told.clock.now().date() + timedelta(days=self._random.randint(1, 30))
        return Commitment(
            words=self._words.text(20),
            first_tried=self._words.text(5),
            check_on=self._random.choice((None, day)),
        )

    # Chance

    def _flip(self) -> bool:
        return self._random.random() < 0.5

    def _seldom(self) -> str:
        return self._words.text() if self._random.random() < 0.2 else ""

    def _some(self, things: Sequence[T]) -> list[T]:
        return self._random.sample(things, self._random.randint(0, len(things)))
