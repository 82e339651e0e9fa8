"""The timeline of a call: who had the floor as a strip, and what was logged as a list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.floor_picture import floor_picture
from scoring.floor import Span, end_ms, floor_spans, step_ins
from scoring.rubric import Rubric
from scoring.state import CallState
from scoring.text import tr
from ui.call_entries import FOLDED, EntryWords, Shown, listed, marked_skills, struck
from ui.floor_lines import words_without_shares
from ui.layouts import tab_through
from ui.models.entry_lines import EntryLines
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.entry_list import EntryList
from ui.widgets.floor_strip import FloorKeys
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.named import named
from ui.widgets.text import Text, Voice
from ui.widgets.timeline_bar import TimelineBar

ALL = "all"


class CallTimeline(QWidget):
    """The manager looks up what happened when. A place on the strip leads to the entries there, and an entry to its
    place on the strip; an entry with words can be seen whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = CallState()
        self._shown = Shown()
        self._marked: list[tuple[str, str]] = []
        self._is_unfolded = False
        self._words: EntryWords | None = None
        self._open_row: int | None = None
        self._entries = EntryLines(self)
        self._shares = FloorKeys()
        self._note = named(Text("", Voice.MUTED), "call.floor.note")
        self._bar = named(TimelineBar(), "call.strip")
        self._one_skill = named(LinkButton("", quiet=True), "call.skills.toggle")
        self._skills = named(ChoiceRow(), "call.skills")
        self._floor = named(LinkButton("", quiet=True), "call.floor.toggle")
        self._struck = named(LinkButton("", quiet=True), "call.struck.toggle")
        self.list = named(EntryList(), "call.entries")
        self._whole = named(Text(), "call.whole")
        self._nothing = named(Text("", Voice.MUTED), "call.nothing")
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._bar.setAccessibleName(tr("Who had the floor"))
        self._bar.setAccessibleDescription(tr("Left and Right choose a stretch; the list goes there."))
        self._skills.setAccessibleName(tr("Which entries"))
        self.list.setAccessibleName(tr("What was logged"))
        self.list.setAccessibleDescription(tr("Return shows an entry with all its words."))
        self.list.setModel(self._entries)
        toggles = FlowLayout(spacing=px(8))
        for toggle in (self._one_skill, self._floor, self._struck):
            toggles.addWidget(toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self._bar, self._shares, self._note):
            column.addWidget(part)
        column.addLayout(toggles)
        column.addWidget(self._skills)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1000)
        column.addWidget(self._whole)
        column.addStretch(1)  # for what the list leaves when there are few entries

    def _connect(self) -> None:
        self._bar.place_chosen.connect(self._on_place_chosen)
        self._one_skill.clicked.connect(self._on_one_skill)
        self._skills.chosen.connect(self._on_skill_chosen)
        self._floor.clicked.connect(self._on_floor)
        self._struck.clicked.connect(self._on_struck)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.opened.connect(self._on_opened)

    # Showing

    def begin(self, skill: str | None) -> None:
        """Turn to another call: all of it, or the marks of one skill; the rest is folded away."""
        self._shown, self._is_unfolded = Shown(skill=skill), False

    def show_call(self, state: CallState, rubric: Rubric, rep: str) -> None:
        """Show a call as it stands now.

        :param rep: the rep's first name.
        """
        self._state, self._words = state, EntryWords(state, rubric, rep)
        self._show_floor(rep)
        self._show_skills(rubric)
        self._show_again()

    def _show_floor(self, rep: str) -> None:
        spans = floor_spans(self._state)
        picture = floor_picture(self._state, rep, tr("Me"), spans) if spans else None
        self._shares.set_labels(picture.labels if picture else ())
        self._shares.setVisible(picture is not None)
        self._note.setText(picture.note if picture else words_without_shares(self._state, rep))
        steps = [Span(step.start_ms, step.end_ms) for step in step_ins(self._state) if not step.recalled]
        self._bar.show_floor(spans, end_ms(self._state), steps)
        self._bar.setVisible(bool(spans))

    def _show_skills(self, rubric: Rubric) -> None:
        self._marked = marked_skills(self._state, rubric)
        asked = self._shown.skill
        if asked and asked not in dict(self._marked):
            names = {skill.id: skill.name for skill in rubric.skills}
            self._marked.append((asked, names.get(asked, asked)))
        self._offer_skills()

    def _offer_skills(self) -> None:
        """All that were marked, once they are asked for: their chips need rows. Before that the one that is shown."""
        asked = self._shown.skill
        offered = [(skill, name) for skill, name in self._marked if self._is_unfolded or skill == asked]
        self._skills.set_options([(ALL, tr("All")), *offered])
        self._skills.setVisible(bool(offered))
        toggles = (self._one_skill, self._floor, self._struck)
        tab_through([self._bar, *toggles, *self._skills.chips(), self.list])

    def _show_entries(self) -> None:
        words = self._words
        assert words is not None, "show_call comes first"
        items = listed(self._state, self._shown)
        self._entries.show_entries(items, words.line_of)
        self.list.setVisible(bool(items))
        self._nothing.setText(self._words_for_nothing())
        self._nothing.setVisible(not items)
        self._skills.set_chosen([self._shown.skill or ALL])
        self._show_toggles()
        self._show_whole(None)

    def _words_for_nothing(self) -> str:
        if self._shown.skill:
            return tr("Nothing was marked for it in this call.")
        return tr("Nothing was logged.")

    def _show_toggles(self) -> None:
        shown = self._shown
        self._one_skill.setText(tr("Show another skill") if shown.skill else tr("Show one skill"))
        more = len(self._marked) > (1 if shown.skill else 0)
        self._one_skill.setVisible(more and not self._is_unfolded)
        has_floor = any(self._state.by_type.get(kind) for kind in FOLDED)
        self._floor.setText(tr("Hide who had the floor") if shown.floor else tr("Show who had the floor"))
        self._floor.setVisible(has_floor and shown.skill is None)
        self._struck.setText(tr("Hide what was struck") if shown.struck else tr("Show what was struck"))
        self._struck.setVisible(bool(struck(self._state)))

    def _show_whole(self, row: int | None) -> None:
        words = self._words.whole(self._entries.entry_at(row)) if self._words and row is not None else ""
        self._open_row = row if words else None
        self._whole.setText(words)
        self._whole.setVisible(bool(words))

    # Choosing

    def _on_place_chosen(self, ms: int) -> None:
        self._bar.show_place(ms)
        row = self._entries.row_near(ms)
        if row is not None:
            self.list.choose(row)
            self._show_whole(None)

    def _on_row_chosen(self, row: int) -> None:
        self._show_place_of(row)
        if row != self._open_row:
            self._show_whole(None)

    def _show_place_of(self, row: int) -> None:
        item = self._entries.entry_at(row)
        self._bar.show_place(None if item.entry.recalled else item.offset_ms)

    def _on_opened(self, row: int) -> None:
        self._show_whole(None if row == self._open_row else row)

    def _on_one_skill(self) -> None:
        self._is_unfolded = True
        self._offer_skills()
        self._show_again()
        self._skills.chips()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_skill_chosen(self, value: str) -> None:
        self._shown = replace(self._shown, skill=None if value == ALL else value)
        self._show_again()

    def _on_floor(self) -> None:
        self._shown = replace(self._shown, floor=not self._shown.floor)
        self._show_again()

    def _on_struck(self) -> None:
        self._shown = replace(self._shown, struck=not self._shown.struck)
        self._show_again()

    def _show_again(self) -> None:
        """Other entries: what was chosen stays chosen while it is listed."""
        index = self.list.currentIndex()
        before = self._entries.entry_at(index.row()) if index.isValid() else None
        self._show_entries()
        row = self._entries.row_of(before) if before else None
        if row is not None:
            self.list.choose(row)
            self._show_place_of(row)
