"""The middle of the editor: the part of the rubric that is being written."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from scoring.rubric_draft import Place, RubricDraft
from scoring.text import tr
from ui.screens.edit_rubric_page_skill import SkillPart
from ui.screens.edit_rubric_page_use import UsePart
from ui.screens.edit_rubric_page_whole import WholePart
from ui.theme import px
from ui.widgets.empty_state import EmptyState
from ui.widgets.named import named
from ui.widgets.panel import Panel, PanelShape
from ui.widgets.scroll_page import ScrollPage


class RubricPage(Panel):
    """Shows one of: the rubric itself, a skill, what it takes to put it in use, or, for a rubric of the app, the offer
    of a copy.

    :signal edited: (Place, text) a text as it is being written.
    :signal listed: (skill id, number, items) a checklist as it is being written.
    :signal suited: (call types, tenures) it is for these from now on.
    :signal move_wanted: the skill is to go by so many places.
    :signal removal_wanted: the skill is to go.
    :signal left: a field was left, a moment ago.
    :signal left_alone: (Place) what is written there is to stay as it is.
    :signal copy_wanted: make a copy, and write that.
    """

    edited = Signal(object, str)
    listed = Signal(str, int, object)
    suited = Signal(object, object)
    move_wanted = Signal(int)
    removal_wanted = Signal()
    left = Signal()
    left_alone = Signal(object)
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelShape.PAGE, parent)
        self.whole = WholePart()
        self.skill = SkillPart()
        self.use = UsePart()
        self._offer = named(EmptyState(), "rubric.copy")
        self._pages = QStackedWidget()
        for part in (self.whole, self.skill, self.use, self._offer):
            page = ScrollPage()
            page.column.setContentsMargins(px(28), px(20), px(28), px(20))
            page.column.addWidget(part)
            page.column.addStretch(1)
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect()

    def _connect(self) -> None:
        self.whole.edited.connect(self.edited)
        self.whole.suited.connect(self.suited)
        self.skill.edited.connect(self.edited)
        self.skill.listed.connect(self.listed)
        self.skill.move_wanted.connect(self.move_wanted)
        self.skill.removal_wanted.connect(self.removal_wanted)
        for field in (*self.whole.fields, *self.skill.fields):
            field.left.connect(self.left)
            field.left_alone.connect(self.left_alone)
        self.skill.items.left.connect(self.left)
        self.skill.item_left_alone.connect(self.left_alone)
        self._offer.action_chosen.connect(self.copy_wanted)

    def show_whole(self, draft: RubricDraft) -> None:
        """Show what is written of the rubric itself."""
        self.whole.show_draft(draft)
        self._pages.setCurrentIndex(0)

    def show_skill(self, draft: RubricDraft, skill_id: str) -> None:
        """Show what is written of a skill."""
        self.skill.show_draft(draft, skill_id)
        self._pages.setCurrentIndex(1)

    def show_use(self) -> None:
        """Show ``use``."""
        self._pages.setCurrentIndex(2)

    def show_copy_offer(self) -> None:
        """Say that this one is the app's, and offer a copy."""
        sentence = tr(
            "This rubric comes with the app, and its words stay as they are. A copy is yours to change."
        )
        self._offer.set_words(sentence, tr("Make a copy"))
        self._pages.setCurrentIndex(3)

    def show_hints(self, hints: Mapping[Place, str]) -> None:
        """Show what would help, each beside the field concerned."""
        for field in (*self.whole.fields, *self.skill.fields):
            field.show_hint(hints.get(field.place, ""))
        self.skill.show_item_hints(hints)

    def take_keys(self, place: Place) -> None:
        """Give the keys to a place of what is shown."""
        (self.skill if place.skill else self.whole).take_keys(place)
