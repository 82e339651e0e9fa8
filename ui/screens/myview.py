"""My view: what the manager saw, written alone and before anyone has spoken."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from exports.skill_table import counts_words
from scoring.debrief import Debrief, MyView, Observation, Outcome, SelfView
from scoring.debriefing import tidy_view
from scoring.entry import Floor, Introduced, Introduction
from scoring.errors import SecondChairError
from scoring.notes import CurtainNotes
from scoring.rating import Rating, Ticked, rating_of
from scoring.rubric import Skill
from scoring.state import CallState, Phase
from scoring.text import tr
from scoring.ticks import checked_of, with_level, with_tick
from ui.hinting import Hinting
from ui.logged import (
    line_of,
    lines_of_skill,
    observation_of,
    pickable,
    rating_on_evidence,
    view_on_evidence,
)
from ui.screen import CallScreen
from ui.screens.myview_contents import Contents
from ui.screens.myview_page import ViewPage
from ui.screens.myview_page_floor import has_floor_part
from ui.screens.myview_page_observations import Offer
from ui.screens.myview_page_outcome import OUTCOMES
from ui.screens.myview_page_words import (
    FLOOR,
    GAPS,
    INTRODUCTION,
    OUTCOME,
    STRENGTHS,
    heading_of,
    is_skill,
    other_state,
    skill_state,
    summary_of,
    unrated_skills,
    unrated_words,
)
from ui.session import Session
from ui.words import call_title

_Rated = tuple[tuple[Rating, ...], tuple[Ticked, ...]]


class MyViewScreen(CallScreen):
    """The manager rates each skill on what was logged, and writes how the call ended, what went well and what got in
    the way. Done seals it all until the rep has spoken; nothing of it is shown here again.

    :signal write_down_requested: write down more about the call with this UUID.
    """

    BARE = True

    write_down_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._view = MyView()
        self._skills: tuple[Skill, ...] = ()
        self._keys: list[str] = []
        self._current = ""
        self._before_removal: MyView | None = None
        self._undone: list[_Rated] = []
        self._done: list[_Rated] = []
        self._contents = Contents()
        self._page = ViewPage()
        self._assemble()
        self._connect()

    # Building

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contents, 36)
        row.addWidget(self._page, 64)

    def _connect(self) -> None:
        self._contents.home_chosen.connect(self._on_back)
        self._contents.reopen_chosen.connect(self._on_not_over)
        self._contents.next_call_chosen.connect(self._on_next_call)
        self._contents.write_down_chosen.connect(self._on_write_down)
        self._contents.chosen.connect(self._go_to)
        self._contents.done_chosen.connect(self._on_finish)
        self._page.skill.rated.connect(self._on_rated)
        self._page.skill.ticked.connect(self._on_ticked)
        self._page.floor.corrected.connect(self._on_floor_corrected)
        self._page.floor.undone.connect(self._undo_floor)
        self._page.floor.redone.connect(self._redo_floor)
        self._page.outcome.chosen.connect(self._on_outcome)
        self._page.outcome.words_edited.connect(self._on_outcome_words)
        self._page.strengths.edited.connect(self._on_strengths)
        self._page.strengths.removed.connect(self._on_strength_removed)
        self._page.gaps.edited.connect(self._on_gaps)
        self._page.gaps.removed.connect(self._on_gap_removed)
        self._page.introduction.chosen.connect(self._on_introduced)
        self._page.next_chosen.connect(self._on_next)
        self._page.stepped.connect(self._step)

    # Showing

    @override
    def title(self) -> str:
        return tr("My view")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        state = self.session.state(subject)
        if state.phase != Phase.ENDED:
            self._forget()
            return
        self._view = view_on_evidence(state, self.session.draft(subject, MyView) or MyView())
        self._undone, self._done, self._before_removal = [], [], None
        self._show_call(state)
        unrated = unrated_skills(self._skills, self._view)
        self._go_to(unrated[0].id if unrated else OUTCOME)

    def _show_call(self, state: CallState) -> None:
        rubric = self.session.rubric_of(self.subject)
        self._skills = rubric.skills
        floor = [FLOOR] if has_floor_part(state) else []
        self._keys = [*(skill.id for skill in rubric.skills), *floor, OUTCOME, STRENGTHS, GAPS]
        self._page.floor.begin(self.session.rep_of(self.subject).first_name)
        if _introduction_is_open(state):
            self._keys.append(INTRODUCTION)
        self._contents.show_call(
            call_title(self.session.facts_of(self.subject), self.session.rep_of(self.subject))
        )
        self._contents.offer_write_down(state.was_without_device)
        notes = self.session.draft(self.subject, CurtainNotes)
        self._page.show_curtain_notes(notes.text if notes else "")
        self._page.outcome.show_declared(state.tee_up)
        hinting = Hinting(self.session, self.subject)
        self._page.strengths.set_check(hinting.of_strengths())
        self._page.gaps.set_check(hinting.of_gaps())
        for part, seen in ((self._page.strengths, True), (self._page.gaps, False)):
            found = pickable(state, seen=seen)
            part.set_offers(
                [Offer(line=line_of(state, i, rubric), observation=observation_of(i, rubric)) for i in found]
            )

    def _show_view(self) -> None:
        """Show the draft in the lists at the left and in the part that is open."""
        state = self.session.state(self.subject)
        self._show_contents(state.introduction)
        self._page.strengths.show_observations(self._view.strengths)
        self._page.gaps.show_observations(self._view.gaps)
        self._page.outcome.show_outcome(self._view.outcome, self._view.outcome_words)
        self._page.introduction.show_introduction(state.introduction)
        if self._current == FLOOR:
            self._page.floor.show_call(state)
        if skill := self._current_skill():
            self._page.skill.show_skill(
                skill,
                rating_of(self._view.ratings, skill.id),
                lines_of_skill(state, skill.id),
                counts=counts_words([mark for _, mark in state.marks_of(skill.id)]),
                checked=checked_of(self._view, skill.id),
            )

    def _show_contents(self, introduction: Introduction | None) -> None:
        skills = [skill_state(skill, self._view, place) for place, skill in enumerate(self._skills)]
        others = [other_state(key, self._view, introduction) for key in self._keys if not is_skill(key)]
        self._contents.show_states(skills, others, self._current)
        self._contents.show_note(unrated_words(unrated_skills(self._skills, self._view)))

    def _go_to(self, key: str) -> None:
        self._current = key
        skill = self._current_skill()
        heading = skill.name if skill else heading_of(key)
        summary = skill.summary if skill else summary_of(key, self.session.state(self.subject).tee_up)
        self._page.show_part(key, heading, summary, self._next_words())
        self._show_view()
        self._page.take_keys(key)
        self._page.to_top()

    def _next_words(self) -> str:
        following = self._following()
        if following is None:
            return tr("Done")
        return tr("Next skill") if is_skill(following) else tr("Next")

    def _following(self) -> str | None:
        place = self._keys.index(self._current) + 1
        return self._keys[place] if place < len(self._keys) else None

    def _current_skill(self) -> Skill | None:
        return next((skill for skill in self._skills if skill.id == self._current), None)

    def _forget(self) -> None:
        """Leave nothing of a view in any widget: it is sealed, or belongs to a call that is somewhere else by now."""
        self._view, self._skills, self._keys, self._current = MyView(), (), [], ""
        self._undone, self._done, self._before_removal = [], [], None
        self._contents.show_states((), (), "")
        self._contents.show_note("")
        self._page.show_curtain_notes("")
        self._page.skill.forget()
        self._page.floor.show_call(CallState())
        self._page.outcome.show_outcome(None, "")
        for part in (self._page.strengths, self._page.gaps):
            part.set_offers(())
            part.show_observations(())

    # Writing

    def _keep(self, view: MyView) -> None:
        if not self._keys:
            return  # sealed meanwhile: a late key or a late undo changes nothing
        self._view = view
        self.session.keep_draft(self.subject, view)
        self._show_view()

    def _on_rated(self, level: int | None) -> None:
        rating = rating_on_evidence(self.session.state(self.subject), self._current, level)
        self._rate(with_level(self._view, rating))
        self._page.take_keys(self._current)

    def _on_ticked(self, item: int) -> None:
        self._rate(with_tick(self._view, self._current, item))

    def _rate(self, view: MyView) -> None:
        self._done.append((self._view.ratings, self._view.ticked))
        self._undone.clear()
        self._keep(view)

    def _on_outcome(self, outcome: Outcome) -> None:
        self._keep(replace(self._view, outcome=outcome))

    def _on_outcome_words(self, words: str) -> None:
        self._keep(replace(self._view, outcome_words=words))

    def _on_strengths(self, observations: tuple[Observation, ...]) -> None:
        self._keep(replace(self._view, strengths=observations))

    def _on_gaps(self, observations: tuple[Observation, ...]) -> None:
        self._keep(replace(self._view, gaps=observations))

    def _on_strength_removed(self, before: tuple[Observation, ...]) -> None:
        self._offer_back(replace(self._view, strengths=before))

    def _on_gap_removed(self, before: tuple[Observation, ...]) -> None:
        self._offer_back(replace(self._view, gaps=before))

    def _offer_back(self, before: MyView) -> None:
        self._before_removal = before
        self.undo_offered.emit(tr("Removed."), self._put_back)

    def _put_back(self) -> None:
        """Levels and ticks that were given since stay."""
        if before := self._before_removal:
            self._keep(replace(self._view, strengths=before.strengths, gaps=before.gaps))

    def _on_introduced(self, how: Introduction) -> None:
        self.session.book(self.subject).introduced(how, recalled=True)
        self._show_view()

    def _on_floor_corrected(self, who: Floor, from_ms: int, until_ms: int | None) -> None:
        self.session.book(self.subject).correct_floor(who, from_ms, until_ms)
        self._show_view()

    def _undo_floor(self) -> None:
        self.session.book(self.subject).undo_floor()
        self._show_view()

    def _redo_floor(self) -> None:
        self.session.book(self.subject).redo_floor()
        self._show_view()

    def _on_finish(self) -> None:
        call_id = self.subject
        self.session.book(call_id).finish_view(tidy_view(self._view))
        self.session.drop_draft(call_id, MyView)
        self._forget()
        self.call_requested.emit(call_id)
        sentence = tr("My view is closed until the rep has spoken.")
        self.undo_offered.emit(sentence, partial(self._write_on, call_id))

    def _write_on(self, call_id: UUID) -> None:
        """Done was too early. Once the rep has begun to speak it no longer can be, because who looks on would see it.

        :raises SecondChairError: if the debrief has begun.
        """
        state = self.session.state(call_id)
        begun = any(self.session.draft(call_id, kind) for kind in (SelfView, Debrief))
        if begun or state.view_is_open or state.view is None:
            raise SecondChairError(
                tr("The debrief has begun"),
                tr("What you see differently now can be changed in it, together."),
            )
        self.session.keep_draft(call_id, state.view)  # first, so that it is never nowhere
        self.session.book(call_id).take_back_view()
        self.call_requested.emit(call_id)

    def _on_not_over(self) -> None:
        self.session.book(self.subject).reopen()
        self.call_requested.emit(self.subject)

    def _on_next_call(self) -> None:
        """A field day goes on: another call with the same rep, and this one is looked at later."""
        rep_id = self.session.rep_of(self.subject).id
        self.call_requested.emit(self.session.new_call(rep_id))

    # Going

    def _on_write_down(self) -> None:
        self.write_down_requested.emit(self.subject)

    def _on_back(self) -> None:
        self.place_requested.emit("home")

    def _on_next(self) -> None:
        following = self._following()
        if following is None:
            self._on_finish()
        else:
            self._go_to(following)

    def _step(self, step: int) -> None:
        place = self._keys.index(self._current) + step
        if 0 <= place < len(self._keys):
            self._go_to(self._keys[place])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys or not self._answer_key(event):
            super().keyPressEvent(event)

    def _answer_key(self, event: QKeyEvent) -> bool:
        """:returns: whether the key meant something here."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo_floor() if self._current == FLOOR else self._turn_back(self._done, self._undone)
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self._redo_floor() if self._current == FLOOR else self._turn_back(self._undone, self._done)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._step(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            return self._answer_number(event)
        return True

    def _answer_number(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or event.isAutoRepeat():
            return False
        if self._current_skill() and 0 <= number <= len(OUTCOMES):
            self._on_rated(number or None)
        elif self._current == OUTCOME and 1 <= number <= len(OUTCOMES):
            self._on_outcome(OUTCOMES[number - 1])
        else:
            return False
        return True

    def _turn_back(self, steps: list[_Rated], reverse: list[_Rated]) -> None:
        """Undo or redo the latest level or tick."""
        if steps:
            reverse.append((self._view.ratings, self._view.ticked))
            ratings, ticked = steps.pop()
            self._keep(replace(self._view, ratings=ratings, ticked=ticked))


def _introduction_is_open(state: CallState) -> bool:
    """Whether the introduction may still be said, or corrected: it was not logged in the call itself."""
    return all(item.entry.recalled for item, _ in state.of(Introduced))


def _is_redo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
