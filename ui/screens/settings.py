"""Settings: who you are, the paper, the face of the live screen, the size of the text."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from exports.overview import keep_plan, plan_in
from scoring.preferences import Paper
from scoring.teeup import Way
from scoring.text import tr
from ui.screen import PlaceScreen
from ui.session import Session
from ui.theme import px
from ui.ways import offered_ways
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.field import LabelledField, LineEdit
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.plan_fields import PlanFields
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text, Voice
from ui.window_state import TEXT_PERCENTS, WindowState

NEUTRAL, NAMED = "neutral", "named"


class SettingsScreen(PlaceScreen):
    """The manager changes what the app knows and how it looks. Everything is kept as it is changed.

    :signal text_size_changed: another text size was chosen.
    """

    text_size_changed = Signal()

    def __init__(self, session: Session, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._state = state
        self._name = named(LineEdit(), "settings.name")
        self._title = named(LineEdit(), "settings.title")
        self._organisation = named(LineEdit(), "settings.organisation")
        self._paper = named(ChoiceRow(_papers()), "settings.paper")
        self._face = named(ChoiceRow(_faces()), "settings.face")
        self._strip = named(ChoiceRow(_faces()), "settings.strip")
        self._long_floor = named(ChoiceRow(_stretches()), "settings.long_floor")
        self._plan = named(PlanFields(), "settings.plan")
        self._text_size = named(
            ChoiceRow([(str(size), f"{size} %") for size in TEXT_PERCENTS]), "settings.text"
        )
        self._folder = Text("", Voice.MUTED)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        page = ScrollPage()
        face_hint = tr("Neutral keeps names and figures off the screen that a customer may see.")
        long_hint = tr("When the rep leads. The edge of your tile gets wide; nobody else will know why.")
        plan_hint = tr("For you alone. Home says who is late by it; a rep can have a plan of their own.")
        name_hint = tr("It stands on the pages you hand over.")
        for part in (
            PageHeader(tr("Settings")),
            LabelledField(tr("Your name"), self._name, name_hint),
            LabelledField(tr("Your title"), self._title),
            LabelledField(tr("Your organisation"), self._organisation),
            LabelledField(tr("Paper of the page"), self._paper),
            LabelledField(tr("Face of the live screen"), self._face, face_hint),
            *self._strip_parts(),
            LabelledField(tr("Show me when I have spoken for"), self._long_floor, long_hint),
            LabelledField(tr("How often to ride along"), self._plan, plan_hint),
            LabelledField(tr("Size of the text"), self._text_size),
            LabelledField(tr("Your data"), self._folder),
        ):
            part.setMaximumWidth(px(720))
            page.column.addWidget(part)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _strip_parts(self) -> list[QWidget]:
        is_offered = Way.DISCREET in offered_ways()
        return [LabelledField(tr("Face of the strip"), self._strip)] if is_offered else []

    def _connect(self) -> None:
        for field in (self._name, self._title, self._organisation):
            field.editingFinished.connect(self._on_manager_edited)
        self._paper.chosen.connect(self._on_paper)
        self._face.chosen.connect(self._on_face)
        self._strip.chosen.connect(self._on_strip)
        self._long_floor.chosen.connect(self._on_long_floor)
        self._plan.edited.connect(self._on_plan)
        self._text_size.chosen.connect(self._on_text_size)

    @override
    def show_now(self) -> None:
        manager = self.session.manager
        self._name.setText(manager.name)
        self._title.setText(manager.title)
        self._organisation.setText(manager.organisation)
        self._show_choices()
        self._plan.show_plan(self.session.ask(plan_in))
        where = tr(
            "{folder}. It holds everything. To keep a copy, close Second Chair, then copy this folder."
        )
        self._folder.setText(where.format(folder=self.session.folder))
        self._name.setFocus()

    def _show_choices(self) -> None:
        preferences = self.session.preferences
        self._paper.set_chosen([preferences.paper])
        self._face.set_chosen([NEUTRAL if preferences.neutral_face else NAMED])
        self._strip.set_chosen([NEUTRAL if preferences.neutral_strip else NAMED])
        self._long_floor.set_chosen([str(preferences.long_floor_s)])
        self._text_size.set_chosen([str(self._state.text_percent)])

    @override
    def leave(self) -> None:
        if self.session.is_open:
            self._on_manager_edited()

    def _on_manager_edited(self) -> None:
        written = replace(
            self.session.manager,
            name=self._name.text().strip() or self.session.manager.name,
            title=self._title.text().strip(),
            organisation=self._organisation.text().strip(),
        )
        if written != self.session.manager:
            self.session.save_manager(written)

    def _on_paper(self, value: str) -> None:
        self.session.save_preferences(replace(self.session.preferences, paper=Paper(value)))
        self._show_choices()

    def _on_face(self, value: str) -> None:
        self.session.save_preferences(replace(self.session.preferences, neutral_face=value == NEUTRAL))
        self._show_choices()

    def _on_strip(self, value: str) -> None:
        self.session.save_preferences(replace(self.session.preferences, neutral_strip=value == NEUTRAL))
        self._show_choices()

    def _on_long_floor(self, value: str) -> None:
        self.session.save_preferences(replace(self.session.preferences, long_floor_s=int(value)))
        self._show_choices()

    def _on_plan(self) -> None:
        plan = self._plan.plan()
        self.session.ask(partial(keep_plan, plan=plan))
        self._plan.show_plan(plan)

    def _on_text_size(self, value: str) -> None:
        self._state.text_percent = int(value)
        self.text_size_changed.emit()


def _papers() -> list[tuple[str, str]]:
    return [(Paper.AUTO, tr("As usual here")), (Paper.A4, tr("A4")), (Paper.LETTER, tr("US Letter"))]


def _faces() -> list[tuple[str, str]]:
    return [(NEUTRAL, tr("Neutral")), (NAMED, tr("With names and figures"))]


def _stretches() -> list[tuple[str, str]]:
    """:returns: (seconds, words); nought is never."""
    return [
        ("30", tr("30 seconds")),
        ("60", tr("A minute")),
        ("120", tr("Two minutes")),
        ("300", tr("Five minutes")),
        ("0", tr("Never")),
    ]
