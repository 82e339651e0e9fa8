"""Edit a rep: who somebody is, and how they like to be coached."""

from __future__ import annotations

from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.overview import keep_cadence
from scoring.people import Rep
from scoring.text import tr
from ui.rep_form import RepForm
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.named import named
from ui.widgets.other_entries import OtherEntries
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice

FORM = "rep"


class EditRepScreen(CallScreen):
    """The manager adds a rep, or changes what is known about one. The subject is the rep.

    Of somebody who was entered more than once this is the entry that counts; the others are named below it, and can be
    taken apart. Going elsewhere keeps what makes sense about a rep, and everything that was written about somebody new.

    :signal rep_requested: go back to the rep with this UUID.
    """

    rep_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rep: Rep | None = None
        self._header = PageHeader()
        self._shown = RepForm()
        self._fields = {name: LineEdit() for name in ("name", "title", "team", "number", "started")}
        self._coaching = GrowingText(least=3)
        self._every = ChoiceRow(_cadences())
        self._others = OtherEntries(notes=True)
        self._problem = Text("", Voice.LATE)
        self._save = PrimaryButton(tr("Save"))
        self._call = SecondaryButton(tr("New joint call"))
        self._back = LinkButton(tr("Back"), quiet=True)
        self._retire = LinkButton("", quiet=True)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        page = ScrollPage()
        page.column.addWidget(self._header)
        page.column.addWidget(self._labelled("name", tr("Name")))
        page.column.addLayout(
            _side_by_side(self._labelled("title", tr("Title")), self._labelled("team", tr("Team")))
        )
        started_hint = tr("Year, month and day, such as 2026-03-01.")
        page.column.addLayout(
            _side_by_side(
                self._labelled("number", tr("Employee number")),
                self._labelled("started", tr("With us since"), started_hint),
            )
        )
        coaching_hint = tr("For you alone: it never stands on a page.")
        page.column.addWidget(LabelledField(tr("How they like to be coached"), self._coaching, coaching_hint))
        every_hint = tr("The plan stands in Settings. It is for you alone.")
        page.column.addWidget(LabelledField(tr("Joint calls"), self._every, every_hint))
        page.column.addWidget(self._others)
        page.column.addWidget(self._problem)
        page.column.addLayout(self._buttons())
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self._name_widgets()

    def _labelled(self, name: str, label: str, hint: str = "") -> LabelledField:
        return LabelledField(label, named(self._fields[name], f"rep.{name}"), hint)

    def _name_widgets(self) -> None:
        for widget, name in (
            (self._coaching, "rep.coaching"),
            (self._every, "rep.every"),
            (self._others, "rep.others"),
            (self._problem, "rep.problem"),
            (self._save, "rep.save"),
            (self._call, "rep.call"),
            (self._back, "rep.back"),
            (self._retire, "rep.retire"),
        ):
            widget.setObjectName(name)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        for button in (self._save, self._call, self._back, self._retire):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)
        self._call.clicked.connect(self._on_call)
        self._back.clicked.connect(self._on_back)
        self._retire.clicked.connect(self._on_retire)
        self._every.chosen.connect(self._on_every)
        self._others.apart_chosen.connect(self._on_apart)
        for field in self._fields.values():
            field.returnPressed.connect(self._on_save)

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self._rep, *others = self.session.entries_of_rep(subject)
        self._others.show_entries(others)
        rep_id = self._rep.id
        every = self.session.ask(lambda store: store.cadences.get(rep_id))
        self._show(RepForm.of(self._rep, every))

    def show_new(self) -> None:
        """Show a form for somebody new; one that was begun and not saved is still there."""
        self._rep = None
        self._others.show_entries([])
        self._show(self.session.forms.get(FORM, RepForm()))

    @override
    def leave(self) -> None:
        written = self._written()
        if self._rep is None:
            self.session.forms[FORM] = written
        elif written != self._shown:
            self._keep(written.applied_to(self._rep))

    def _show(self, form: RepForm) -> None:
        rep = self._rep
        self._header.set_title(rep.name if rep else tr("Add a rep"))
        for name, field in self._fields.items():
            field.setText(getattr(form, name))
        self._coaching.set_text(form.coaching)
        self._every.set_chosen([form.every])
        self._shown = form  # what the row cannot show is left as it is
        self._shown = self._written()
        self._retire.setText(tr("Bring back") if rep and rep.retired_at else tr("Retire"))
        self._retire.setVisible(rep is not None)
        self._back.setVisible(rep is not None)
        self._call.setVisible(rep is None or rep.retired_at is None)
        self._say("")
        self._fields["name"].setFocus()

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _written(self) -> RepForm:
        lines = {name: field.text() for name, field in self._fields.items()}
        every = next(iter(self._every.chosen_values()), self._shown.every)
        return RepForm(**lines, coaching=self._coaching.text(), every=every)

    def _keep(self, rep: Rep) -> Rep:
        self.session.save_rep(rep)
        self._rep, self._shown = rep, self._written()
        self.session.ask(partial(keep_cadence, rep_id=rep.id, months=self._shown.months))
        return rep

    def _save_written(self) -> Rep | None:
        """:returns: the rep as it is written and now kept, or None after saying what makes no sense yet."""
        written = self._written()
        if problem := written.problem():
            field, sentence = problem
            self._say(sentence)
            self._fields[field].setFocus()
            return None
        if self._rep is None:
            self.session.forms.pop(FORM, None)
        return self._keep(written.applied_to(self._rep or Rep(id=uuid4(), name=written.name)))

    def _on_every(self, value: str) -> None:
        self._every.set_chosen([value])

    def _on_save(self) -> None:
        is_new = self._rep is None
        rep = self._save_written()
        if rep and is_new:
            self.place_requested.emit("home")
        elif rep:
            self.rep_requested.emit(rep.id)

    def _on_back(self) -> None:
        """What makes sense is kept, as on every way out of here."""
        self.rep_requested.emit(self.subject)

    def _on_call(self) -> None:
        if rep := self._save_written():
            self.call_requested.emit(self.session.new_call(rep.id))

    def _on_retire(self) -> None:
        rep = self._save_written()
        if rep is None:
            return
        retired = rep.retired_at is None
        self.session.set_retired(rep.id, retired=retired)
        self.place_requested.emit("reps")
        words = tr("{rep} is retired. All calls stay.") if retired else tr("{rep} is back.")
        self.undo_offered.emit(words.format(rep=rep.name), partial(self._put_back, rep.id, not retired))

    def _on_apart(self, rep_id: UUID) -> None:
        rep = self._save_written()
        if rep is None:
            return
        into = self.session.unmerge_rep(rep_id)
        self.show_subject(rep.id)
        words = tr("{rep} stands alone again, with the calls entered there.")
        sentence = words.format(rep=self.session.rep(rep_id).name)
        self.undo_offered.emit(sentence, partial(self._put_together, rep_id, into))

    def _put_together(self, rep_id: UUID, into: UUID) -> None:
        self.session.merge_reps(rep_id, into)
        self.place_requested.emit("reps")

    def _put_back(self, rep_id: UUID, retired: bool) -> None:
        self.session.set_retired(rep_id, retired=retired)
        self.place_requested.emit("reps")


def _cadences() -> list[tuple[str, str]]:
    """:returns: (months, words); nought is none planned, nothing is by the plan."""
    return [
        ("", tr("By the plan")),
        ("1", tr("Every month")),
        ("2", tr("Every two months")),
        ("3", tr("Every quarter")),
        ("6", tr("Twice a year")),
        ("0", tr("Not planned")),
    ]


def _side_by_side(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(14))
    row.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(second, 1, Qt.AlignmentFlag.AlignTop)
    return row
