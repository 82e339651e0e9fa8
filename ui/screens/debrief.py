"""Debrief: the rep first, then what was seen, then one thing to do differently."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.wording import kept_word, moment_text
from scoring.commitments import FollowedCommitment
from scoring.debrief import Debrief, Kept, SelfView
from scoring.facts import CallFacts, order_of
from scoring.handing_over import Amendment
from scoring.people import Rep
from scoring.rating import Rating
from scoring.rubric import Skill
from scoring.text import tr
from ui.closing import Ride, asked_closing
from ui.debriefing import Debriefing
from ui.hinting import Hinting
from ui.last_time import commitment_notes
from ui.screen import CallScreen
from ui.screens.debrief_side import DebriefSide
from ui.screens.debrief_steps.agree_one_thing import AgreeOneThing
from ui.screens.debrief_steps.rep_first import Covering, RepFirst
from ui.screens.debrief_steps.what_was_seen import WhatWasSeen
from ui.seen import SeenCall, in_short, seen_of_call, seen_today
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.closing_field import AskedClosing
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_notes import Note
from ui.widgets.tab_strip import TabStrip
from ui.words import how_long_ago, time_words

FIRST, SEEN, AGREE = "first", "seen", "agree"


class DebriefScreen(CallScreen):
    """Manager and rep talk the call over in three steps. The manager's view is in no widget before the rep has spoken,
    or the debrief is said to be without the rep.

    A debriefed call can be opened again: it shows what was agreed, and what is agreed now takes its place.
    """

    BARE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._debriefing: Debriefing | None = None
        self._rep: Rep | None = None
        self._step = FIRST
        self._back = named(LinkButton(tr("Home"), quiet=True), "back")
        self._header = PageHeader()
        self._tabs = named(
            TabStrip([(FIRST, ""), (SEEN, tr("What was seen")), (AGREE, tr("Agree one thing"))]),
            "debrief.steps",
        )
        self._first = RepFirst()
        self._seen = WhatWasSeen()
        self._agree = AgreeOneThing()
        self._side = DebriefSide()
        self._page = ScrollPage()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._header)
        column = self._page.column
        column.setContentsMargins(px(34), px(8), px(34), px(26))
        column.addLayout(head)
        for part in (self._tabs, self._first, self._seen, self._agree):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._page, 68)
        row.addWidget(self._side, 32)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._tabs.chosen.connect(self._go_to)
        self._first.edited.connect(self._on_said)
        self._first.covered_toggled.connect(self._on_covered)
        self._first.open_chosen.connect(self._on_open)
        self._first.alone_chosen.connect(self._on_alone)
        self._first.next_chosen.connect(self._on_to_seen)
        self._seen.rated.connect(self._on_rated)
        self._seen.kept_chosen.connect(self._on_kept)
        self._seen.linked.connect(self._on_linked)
        self._seen.next_chosen.connect(self._on_to_agree)
        self._agree.edited.connect(self._on_agreed)
        self._agree.amendment_edited.connect(self._on_amendment)
        self._agree.left_as_it_was.connect(self._on_left_as_it_was)
        self._agree.page_chosen.connect(self._on_page)

    # Showing

    @override
    def title(self) -> str:
        return tr("Debrief")

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self._debriefing = Debriefing(self.session, subject)
        self._rep = self.session.rep_of(subject)
        self._show_head()
        self._first.show_skills(self._focus_skills())
        hinting = Hinting(self.session, subject)
        self._agree.set_checks(hinting.of_changes(), hinting.of_trials())
        self._go_to(self._first_step())

    def _first_step(self) -> str:
        if not self._held.is_open:
            return FIRST
        return AGREE if self._held.is_agreed else SEEN

    @property
    def _held(self) -> Debriefing:
        assert self._debriefing is not None, "show_subject comes first"
        return self._debriefing

    @property
    def _name(self) -> str:
        assert self._rep is not None, "show_subject comes first"
        return self._rep.first_name

    def _focus_skills(self) -> list[Skill]:
        focus = self._held.state.tee_up.focus_skills
        return [skill for skill in self.session.rubric_of(self.subject).skills if skill.id in focus]

    def _show_head(self) -> None:
        state = self._held.state
        ended = how_long_ago(state.ended_at, self.session.clock.now()) if state.ended_at else ""
        words = tr("{customer}, ended {ago}") if state.tee_up.customer.strip() else tr("Ended {ago}")
        title = tr("Amend the page of {rep}") if self._held.handed_over_at else tr("Debrief with {rep}")
        self._header.set_title(title.format(rep=self._name))
        self._header.set_subtitle(words.format(customer=state.tee_up.customer.strip(), ago=ended))
        self._tabs.set_text(FIRST, tr("{rep} first").format(rep=self._name))

    def _go_to(self, step: str) -> None:
        self._step = step
        self._tabs.set_open([FIRST, SEEN, AGREE] if self._held.is_open else [FIRST])
        self._tabs.set_current(step)
        for key, part in self._parts().items():
            part.setVisible(key == step)
        self._show_first()
        self._show_seen()
        self._show_agree()
        self._show_side()
        self._focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.verticalScrollBar().setValue(0)

    def _parts(self) -> dict[str, QWidget]:
        return {FIRST: self._first, SEEN: self._seen, AGREE: self._agree}

    def _focus(self) -> QWidget:
        if self._step == FIRST:
            return self._first.well
        return self._tabs.current() if self._step == SEEN else self._agree.first

    def _show_first(self) -> None:
        if self._held.is_open:
            self._first.show_covering(Covering())
            self._show_what_was_said()
        else:
            self._first.show_covering(self._covering())
            self._first.show_said(self._held.self_view, self._name)

    def _show_what_was_said(self) -> None:
        said = self._held.state.self_view
        if said is None:
            self._first.show_late(self._held.self_view, self._name)
        else:
            self._first.show_heard(said, self._name)

    def _covering(self) -> Covering:
        calls = tuple((str(call.call_id), _call_words(call)) for call in self._held.coverable())
        return Covering(calls=calls, covered=tuple(str(call.call_id) for call in self._held.covered()))

    def _show_seen(self) -> None:
        calls = self._seen_calls()
        if not calls:
            self._seen.forget()
            return
        self._seen.show_seen(calls, self._name)
        self._seen.show_closings(self._asked_closings())

    def _asked_closings(self) -> list[AskedClosing]:
        rides, today = self._rides(), self.session.clock.now().date()
        return [
            asked_closing(item, self._held.closing(item), rides, self._name, today)
            for item in self._held.asked()
        ]

    def _rides(self) -> list[Ride]:
        calls = sorted([self._held.facts(), *self._held.covered()], key=order_of)
        return [
            Ride(
                self.session.state(call.call_id),
                self.session.rubric_of(call.call_id),
                _call_words(call) if len(calls) > 1 else "",
            )
            for call in calls
        ]

    def _seen_calls(self) -> list[SeenCall]:
        facts = [self._held.facts(), *self._held.covered()]
        found = [
            seen_of_call(
                call.call_id,
                _call_words(call),
                self.session.state(call.call_id),
                self.session.rubric_of(call.call_id),
                self._held.debrief_of(call.call_id),
            )
            for call in facts
        ]
        return [seen for seen in found if seen]

    def _show_agree(self) -> None:
        self._agree.show_rep(self._name, is_there=self._held.state.self_view is not None)
        self._show_debrief(self._held.debrief if self._held.is_open else Debrief())

    def _show_debrief(self, debrief: Debrief) -> None:
        self._agree.show_debrief(debrief, self.session.clock.now().date())
        handed_over = self._held.handed_over_at
        self._agree.show_amending(
            moment_text(handed_over) if handed_over else "",
            self._held.amendment,
            changed=self._held.is_amending,
        )

    def _show_side(self) -> None:
        if not self._held.is_open:
            self._side.show_sealed(self._name)
        elif self._step == SEEN:
            self._side.show_open(())
        else:
            self._side.show_open([line for call in self._seen_calls() for line in in_short(call)])
        self._side.show_notes(self._notes())

    def _notes(self) -> list[Note]:
        notes = self._commitment_notes()
        if self._rep and self._rep.coaching.strip():
            heading = tr("How {rep} likes it").format(rep=self._name)
            notes.append(Note(heading, detail=self._rep.coaching))
        return notes

    def _commitment_notes(self) -> list[Note]:
        earlier = self._held.earlier()
        notes = commitment_notes(earlier, self.session.clock.now().date())
        if self._held.is_open and self._held.asked():
            notes = [self._answered(*pair) for pair in zip(notes, self._held.asked(), strict=True)]
        seen = seen_today(self._held.state, self.session.rubric_of(self.subject))
        if not seen or not self._held.asked():
            return notes
        *others, last = notes
        closes = tr("Closes when you both agree.")
        return [*others, replace(last, detail="\n".join((last.detail, closes, seen)))]

    def _answered(self, note: Note, commitment: FollowedCommitment) -> Note:
        """:returns: the note of a commitment with what both have said of it just now."""
        closing = self._held.closing(commitment)
        if closing is None:
            return note
        today = tr("Today: {kept}.").format(kept=kept_word(closing.kept))
        return replace(note, detail="\n".join((note.detail, today)))

    # Writing

    def _on_said(self, said: SelfView) -> None:
        self.undo_ended.emit()  # my view can no longer be taken back
        self._held.keep_self_view(said)
        self._show_first()

    def _on_covered(self, call_id: str) -> None:
        self._held.toggle_covered(UUID(call_id))
        self._show_first()

    def _on_open(self) -> None:
        self.undo_ended.emit()
        self._held.hear_rep()
        self._go_to(SEEN)

    def _on_alone(self) -> None:
        self.undo_ended.emit()
        self._held.go_alone()
        self._go_to(SEEN)

    def _on_rated(self, call_id: UUID, rating: Rating) -> None:
        self._held.agree_rating(call_id, rating)
        self._show_seen()

    def _on_kept(self, number: int, kept: Kept) -> None:
        self._held.say_kept(self._held.asked()[number], kept)
        self._show_seen()
        self._side.show_notes(self._notes())

    def _on_linked(self, number: int, entry: str) -> None:
        self._held.toggle_evidence(self._held.asked()[number], UUID(entry))
        self._show_seen()

    def _on_agreed(self, debrief: Debrief) -> None:
        self._held.keep(debrief)
        self._show_debrief(debrief)

    def _on_amendment(self, amendment: Amendment) -> None:
        self._held.keep_amendment(amendment)
        self._show_debrief(self._held.debrief)

    def _on_left_as_it_was(self) -> None:
        self._held.leave_as_it_was()
        self._go_to(AGREE)

    def _on_page(self) -> None:
        self._held.agree()
        self.call_requested.emit(self.subject)

    # Going

    def _on_to_seen(self) -> None:
        self._go_to(SEEN)

    def _on_to_agree(self) -> None:
        self._go_to(AGREE)

    def _on_back(self) -> None:
        self.place_requested.emit("home")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _call_words(call: CallFacts) -> str:
    if call.customer.strip():
        return call.customer.strip()
    return tr("The call at {time}").format(time=time_words(call.when))
