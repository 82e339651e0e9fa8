"""The people there is something held about: finding one, and what can be done about what is held."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from exports.people import HeldPerson, held_people
from scoring.holds import Hold, lift_hold, place_hold
from scoring.people import Rep
from scoring.text import tr
from ui.archive_part import ArchivePart
from ui.erasing import Erasing
from ui.models.held_table import HeldTable
from ui.pack_desk import PackDesk
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.calm_table import CalmTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.erase_panel import ErasePanel
from ui.widgets.filter_field import FilterField
from ui.widgets.likely_doubles import LikelyDoubles
from ui.widgets.merge_panel import MergePanel
from ui.widgets.named import named
from ui.widgets.person_view import PersonView
from ui.widgets.reason_panel import ReasonPanel
from ui.widgets.text import Text, Voice


class PeoplePart(ArchivePart):
    """The manager finds a person and gives them what is held about them, makes one of two entries, or sees to it that
    nothing is erased.

    While somebody is ``_chosen`` they are shown in place of the list; while their other entry is looked for
    (``_seeking``) the list is shown again, for that. A question has the place of all else.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._people: tuple[HeldPerson, ...] = ()
        self._chosen: HeldPerson | None = None
        self._seeking = False
        self._model = HeldTable()
        self._empty = named(
            EmptyState(tr("Nobody is here yet: nothing is held about anybody.")), "people.empty"
        )
        self._list = QWidget()
        self._seek_words = named(Text("", Voice.HEADING), "people.seek_words")
        self._seek_left = named(LinkButton(tr("Leave it as it is"), quiet=True), "people.seek_left")
        self._doubles = named(LikelyDoubles(), "people.doubles")
        self._filter = named(FilterField(tr("Find a person")), "people.filter")
        self._table = named(CalmTable(), "people.table")
        self._person = named(PersonView(), "people.person")
        self._merge = named(MergePanel(), "people.merge")
        self._reason = named(
            ReasonPanel(tr("Why must nothing be erased?"), tr("Place the hold")), "people.reason"
        )
        self._panel = named(ErasePanel(), "people.panel")
        self._erasing = Erasing(session, self._panel)
        self._packs = PackDesk(session)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._table.setModel(self._model)
        self._table.setAccessibleName(tr("People"))
        listed = QVBoxLayout(self._list)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(px(16))
        hint = Text(
            tr(
                "Choose a person to give them what is held about them, to keep it by a legal hold, or to erase it."
            ),
            Voice.MUTED,
        )
        for part in (self._seek_words, hint, self._doubles, self._filter, self._table, self._seek_left):
            listed.addWidget(part)
        self._hint = hint
        for part in (
            self._merge,
            self._person,
            self._list,
            self._reason,
            self._panel,
            self._empty,
            self._packs,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._filter.textEdited.connect(self._on_filter_edited)
        self._filter.left.connect(self._table.setFocus)
        self._table.opened.connect(self._on_opened)
        self._doubles.looked_at.connect(self._on_ask_merge)
        self._seek_left.clicked.connect(self._on_seek_left)
        self._merge.merge_chosen.connect(self._on_merge)
        self._merge.left.connect(self._show_again)
        self._reason.given.connect(self._on_hold)
        self._reason.left.connect(self._show_again)
        self._panel.left.connect(self._read_and_show)
        self._packs.busy_changed.connect(self._on_busy_changed)
        self._connect_person()

    def _connect_person(self) -> None:
        person = self._person
        person.back_chosen.connect(self._on_back)
        person.pack_chosen.connect(self._on_pack)
        person.merge_chosen.connect(self._on_seek)
        person.apart_chosen.connect(self._on_apart)
        person.hold_chosen.connect(self._on_ask_hold)
        person.lift_chosen.connect(self._on_lift)
        person.erase_chosen.connect(self._on_erase)

    @override
    def show_now(self) -> None:
        self._merge.put_away()
        self._reason.put_away()
        if self._panel.isHidden():  # or it tells what is being erased, or what came of it
            self._read()
            self._show_again()

    @override
    def leave(self) -> None:
        self._erasing.leave()

    # What is shown

    def _read(self) -> None:
        held = self.session.ask(held_people)
        self._people = held.people
        self._doubles.show_pairs(held.doubles)
        if self._chosen:
            self._chosen = self._person_with(self._chosen.rep.id)
        self._seeking = self._seeking and self._chosen is not None

    def _person_with(self, rep_id: UUID) -> HeldPerson | None:
        entered = ((one, rep.id) for one in self._people for rep in one.entries)
        return next((one for one, one_id in entered if one_id == rep_id), None)

    def _show_again(self) -> None:
        """Show the list or the person, and give the keys to what is wanted first."""
        person = None if self._seeking else self._chosen
        self._person.setVisible(person is not None)
        self._list.setVisible(person is None and bool(self._people))
        self._empty.setVisible(not self._people)
        if person:
            self._person.show_person(person)
            self._on_busy_changed()
            self._person.pack.setFocus()
        else:
            self._show_list()

    def _show_list(self) -> None:
        seeker = self._chosen if self._seeking else None
        self._seek_words.setVisible(seeker is not None)
        self._seek_left.setVisible(seeker is not None)
        self._hint.setVisible(seeker is None)
        self._doubles.setVisible(seeker is None and self._doubles.has_pairs)
        others = [one for one in self._people if one != seeker]
        if seeker:
            self._seek_words.setText(tr("Which is the other entry of {rep}?").format(rep=seeker.rep.name))
        self._model.show_people(others, self._filter.text())
        self._filter.setFocus()

    def _ask_beside(self) -> None:
        """A question is going to be asked."""
        self._list.hide()
        self._person.hide()

    def _on_filter_edited(self, words: str) -> None:
        self._model.narrow(words)

    def _on_opened(self, row: int) -> None:
        person = self._model.person_at(row)
        if self._seeking and self._chosen:
            self._on_ask_merge(self._chosen.rep, person.rep)
        else:
            self._chosen = person
            self._show_again()

    def _on_back(self) -> None:
        self._chosen = None
        self._packs.clear()
        self._show_again()

    # One person of two entries

    def _on_seek(self) -> None:
        self._seeking = True
        self._filter.clear()
        self._show_again()

    def _on_seek_left(self) -> None:
        self._seeking = False
        self._filter.clear()
        self._show_again()

    def _on_ask_merge(self, kept: Rep, other: Rep) -> None:
        self._ask_beside()
        self._merge.ask(kept, other)

    def _on_merge(self, rep_id: UUID, into: UUID) -> None:
        name = self.session.rep(rep_id).name
        self.session.merge_reps(rep_id, into)
        self._seeking = False
        self._filter.clear()
        self._read()
        self._chosen = self._person_with(into)
        self._show_again()
        words = tr("{other} and {rep} are one person now.")
        sentence = words.format(other=name, rep=self.session.rep(into).name)
        self.undo_offered.emit(sentence, partial(self._take_apart, rep_id))

    def _on_apart(self, rep_id: UUID) -> None:
        into = self._take_apart(rep_id)
        words = tr("{rep} stands alone again, with the calls entered there.")
        sentence = words.format(rep=self.session.rep(rep_id).name)
        self.undo_offered.emit(sentence, partial(self._put_together, rep_id, into))

    def _take_apart(self, rep_id: UUID) -> UUID:
        into = self.session.unmerge_rep(rep_id)
        self._read_and_show()
        return into

    def _put_together(self, rep_id: UUID, into: UUID) -> None:
        self.session.merge_reps(rep_id, into)
        self._read_and_show()

    def _read_and_show(self) -> None:
        """Something was done, or taken back, maybe from elsewhere."""
        if self.isVisible():
            self._read()
            self._show_again()

    # Legal holds

    def _on_ask_hold(self) -> None:
        if self._chosen:
            self._ask_beside()
            words = tr("Nothing about {rep} can be erased while the hold stands.")
            self._reason.ask(words.format(rep=self._chosen.rep.name))

    def _on_hold(self, reason: str) -> None:
        if self._chosen:
            hold = place_hold(reason, self.session.clock.now(), rep_id=self._chosen.rep.id)
            self._save_hold(hold)
            words = tr("Nothing about {rep} can be erased now.")
            undo = partial(self._save_hold, lift_hold(hold, self.session.clock.now()))
            self.undo_offered.emit(words.format(rep=self._chosen.rep.name), undo)

    def _on_lift(self, hold: Hold) -> None:
        self._save_hold(lift_hold(hold, self.session.clock.now()))
        self.undo_offered.emit(tr("The hold is lifted."), partial(self._save_hold, hold))

    def _save_hold(self, hold: Hold) -> None:
        self.session.ask(lambda store: store.holds.save(hold))
        self._read_and_show()

    def _on_erase(self) -> None:
        from scoring.erasure import Erasure

        if self._chosen:
            rep, merges = self._chosen.rep, self.session.ask(lambda store: store.merges.all())
            title = tr("Erasing everything about {rep}").format(rep=rep.name)
            self._erasing.begin(Erasure.of_rep(rep.id, merges), title)
            self._ask_beside()

    # The access pack

    def _on_pack(self) -> None:
        if self._chosen:
            self._packs.pack(self._chosen.rep)

    def _on_busy_changed(self) -> None:
        self._person.offer_pack(offered=not self._packs.is_busy)
