"""Welcome: the first start asks for a name and offers a way to look around."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scoring.people import Manager
from scoring.text import tr
from ui.layouts import centred
from ui.screen import PlaceScreen
from ui.session import Session
from ui.theme import px
from ui.widgets.button import LinkButton, PrimaryButton
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice

FORM = "welcome"


class WelcomeScreen(PlaceScreen):
    """The manager says who they are, or tries the app with a sample call. What was written before looking around is
    still there afterwards.

    :signal sample_requested: open the sample, in a folder of its own.
    """

    BARE = True

    sample_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._name = LineEdit()
        self._title = LineEdit()
        self._organisation = LineEdit()
        self._begin = PrimaryButton(tr("Begin"))
        self._sample = LinkButton(tr("Try it with a sample call"))
        self._practise = LinkButton(tr("Practise tapping"))
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        for widget, name in (
            (self._name, "welcome.name"),
            (self._title, "welcome.title"),
            (self._organisation, "welcome.organisation"),
            (self._begin, "welcome.begin"),
            (self._sample, "welcome.sample"),
            (self._practise, "welcome.practise"),
        ):
            widget.setObjectName(name)
        column = QVBoxLayout()
        column.setSpacing(px(16))
        column.addWidget(Text(tr("Take the second chair"), Voice.TITLE))
        column.addWidget(Text(_promise(), Voice.MUTED))
        column.addSpacing(px(8))
        column.addWidget(
            LabelledField(tr("Your name"), self._name, tr("It stands on the pages you hand over."))
        )
        column.addWidget(LabelledField(tr("Your title (if you like)"), self._title))
        column.addWidget(LabelledField(tr("Your organisation (if you like)"), self._organisation))
        column.addLayout(self._buttons())
        column.addWidget(Text(tr("Everything stays on this computer, in one file."), Voice.SMALL))
        page = ScrollPage()
        page.column.addStretch(1)
        page.column.addLayout(centred(column, px(520)))
        page.column.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(16))
        buttons.addWidget(self._begin)
        buttons.addWidget(self._sample)
        buttons.addWidget(self._practise)
        buttons.addStretch(1)
        return buttons

    def _connect(self) -> None:
        self._begin.clicked.connect(self._on_begin)
        self._sample.clicked.connect(self.sample_requested)
        self._practise.clicked.connect(self._on_practise)
        # Not ``textEdited``: Qt does not tell it of what a screen reader or dictation writes.
        self._name.textChanged.connect(self._show_readiness)
        for field in (self._name, self._title, self._organisation):
            field.returnPressed.connect(self._on_begin)

    @override
    def show_now(self) -> None:
        written: Manager = self.session.forms.get(FORM, self.session.manager)
        self._name.setText(written.name)
        self._title.setText(written.title)
        self._organisation.setText(written.organisation)
        self._show_readiness()
        self._name.setFocus()

    @override
    def leave(self) -> None:
        self.session.forms[FORM] = self._written()

    def _show_readiness(self) -> None:
        self._begin.setEnabled(bool(self._written().name))

    def _written(self) -> Manager:
        return replace(
            self.session.manager,
            name=self._name.text().strip(),
            title=self._title.text().strip(),
            organisation=self._organisation.text().strip(),
        )

    def _on_begin(self) -> None:
        manager = self._written()
        if not manager.name:
            self._name.setFocus()
            return
        self.session.save_manager(manager)
        self.place_requested.emit("home")

    def _on_practise(self) -> None:
        self.place_requested.emit("practise")


def _promise() -> str:
    return tr(
        "Agree with your rep what the call is for, sit in quietly and tap what you see, hear the rep first, "
        "and hand over one page."
    )
