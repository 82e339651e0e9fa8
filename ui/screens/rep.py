"""Rep: who somebody is, and how they like to be coached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.people import Rep
from scoring.text import tr
from ui.screen import CallScreen
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice


class RepScreen(CallScreen):
    """The manager adds a rep, or changes what is known about one. The subject is the rep."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rep: Rep | None = None
        self._header = PageHeader()
        self._name = LineEdit()
        self._title = LineEdit()
        self._team = LineEdit()
        self._number = LineEdit()
        self._started = LineEdit()
        self._coaching = GrowingText(least=3)
        self._problem = Text("", Voice.LATE)
        self._save = PrimaryButton(tr("Save"))
        self._call = SecondaryButton(tr("New joint call"))
        self._retire = LinkButton("", quiet=True)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        page = ScrollPage()
        page.column.addWidget(self._header)
        page.column.addWidget(LabelledField(tr("Name"), self._name))
        page.column.addLayout(
            _side_by_side(LabelledField(tr("Title"), self._title), LabelledField(tr("Team"), self._team))
        )
        started_hint = tr("Year, month and day, such as 2026-03-01.")
        page.column.addLayout(
            _side_by_side(
                LabelledField(tr("Employee number"), self._number),
                LabelledField(tr("With us since"), self._started, started_hint),
            )
        )
        coaching_hint = tr("For you alone: it never stands on a page.")
        page.column.addWidget(LabelledField(tr("How they like to be coached"), self._coaching, coaching_hint))
        page.column.addWidget(self._problem)
        page.column.addLayout(self._buttons())
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self._name_widgets()

    def _name_widgets(self) -> None:
        for widget, name in (
            (self._name, "rep.name"),
            (self._title, "rep.title"),
            (self._team, "rep.team"),
            (self._number, "rep.number"),
            (self._started, "rep.started"),
            (self._coaching, "rep.coaching"),
            (self._save, "rep.save"),
            (self._call, "rep.call"),
            (self._retire, "rep.retire"),
        ):
            widget.setObjectName(name)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        for button in (self._save, self._call, self._retire):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)
        self._call.clicked.connect(self._on_call)
        self._retire.clicked.connect(self._on_retire)
        for field in (self._name, self._title, self._team, self._number, self._started):
            field.returnPressed.connect(self._on_save)

    @override
    def show_subject(self, subject: UUID) -> None:
        self.subject = subject
        self._rep = self.session.rep(subject)
        self._show(self._rep)

    def show_new(self) -> None:
        """Show a form for somebody new; one that was begun and not saved is still there."""
        begun = self._rep is None and bool(self._name.text().strip())
        self._rep = None
        if not begun:
            self._show(None)
        self._name.setFocus()

    @override
    def leave(self) -> None:
        if self._rep and self._written() not in (None, self._rep):
            self._save_written()

    def _show(self, rep: Rep | None) -> None:
        self._header.set_title(rep.name if rep else tr("Add a rep"))
        self._name.setText(rep.name if rep else "")
        self._title.setText(rep.title if rep else "")
        self._team.setText(rep.team if rep else "")
        self._number.setText(rep.employee_number if rep else "")
        self._started.setText(rep.started_on.isoformat() if rep and rep.started_on else "")
        self._coaching.set_text(rep.coaching if rep else "")
        self._retire.setText(tr("Bring back") if rep and rep.retired_at else tr("Retire"))
        self._retire.setVisible(rep is not None)
        self._call.setVisible(rep is None or rep.retired_at is None)
        self._say("")
        self._name.setFocus()

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _written(self) -> Rep | None:
        """:returns: the rep as it is written, or None after saying what is missing."""
        if not self._name.text().strip():
            self._say(tr("A name is needed."))
            self._name.setFocus()
            return None
        try:
            started = (
                date.fromisoformat(self._started.text().strip()) if self._started.text().strip() else None
            )
        except ValueError:
            self._say(tr("Write the first day as year, month and day, such as 2026-03-01."))
            self._started.setFocus()
            return None
        return replace(
            self._rep or Rep(id=uuid4(), name=self._name.text()),
            name=self._name.text().strip(),
            title=self._title.text().strip(),
            team=self._team.text().strip(),
            employee_number=self._number.text().strip(),
            started_on=started,
            coaching=self._coaching.text(),
        )

    def _save_written(self) -> Rep | None:
        rep = self._written()
        if rep:
            self._rep = rep
            self.session.save_rep(rep)
        return rep

    def _on_save(self) -> None:
        is_new = self._rep is None
        if self._save_written():
            self.place_requested.emit("home" if is_new else "reps")

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

    def _put_back(self, rep_id: UUID, retired: bool) -> None:
        self.session.set_retired(rep_id, retired=retired)
        self.place_requested.emit("reps")


def _side_by_side(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(14))
    row.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(second, 1, Qt.AlignmentFlag.AlignTop)
    return row
