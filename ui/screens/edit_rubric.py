"""Edit a rubric: its skills, in its own words, kept as they are written."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.rubric_difference_words import difference_lines
from scoring.call_type import CallType
from scoring.rubric_draft import Place, finished
from scoring.tenure import Tenure
from scoring.text import tr
from ui.rubric_advising import RubricAdvising
from ui.rubric_writing import RubricWriting
from ui.screen import RubricScreen
from ui.screens.edit_rubric_page import RubricPage
from ui.screens.edit_rubric_preview import RubricPreview
from ui.screens.edit_rubric_side import WHOLE, RubricSide
from ui.session import Session
from ui.theme import px
from ui.widgets.draft_fields import is_redo, is_undo
from ui.widgets.tab_strip import TabStrip

SETTLE_MS = 150
_WIDE = 1180  # px at 100 %: from here on the preview stands beside what is written
_USE = "use"


class EditRubricScreen(RubricScreen):
    """The manager writes a rubric: chooses, adds, moves and removes skills at the left, writes them in the middle, and
    sees at the right what they look like in a call. Every step is kept at once and can be taken back. The subject is
    the id of the rubric.
    """

    BARE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._writing: RubricWriting | None = None
        self._advising = RubricAdvising(session)
        self._current = WHOLE
        self._side = RubricSide()
        self._page = RubricPage()
        self._preview = RubricPreview()
        self._tabs = TabStrip([("write", tr("Write")), ("preview", tr("Preview"))])
        self._tab = "write"
        # A moment after the last key: a picture of every letter would only flicker.
        self._settled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._tabs.setContentsMargins(px(28), px(4), px(28), 0)
        middle.addWidget(self._tabs)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._page, 6)
        both.addWidget(self._preview, 5)
        middle.addLayout(both, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side, 3)
        row.addLayout(middle, 10)
        self._tabs.set_current(self._tab)

    def _connect(self) -> None:
        side, page = self._side, self._page
        side.back_chosen.connect(self._on_back)
        side.chosen.connect(self._on_chosen)
        side.add_chosen.connect(self._on_add)
        side.undo_chosen.connect(self._undo)
        side.redo_chosen.connect(self._redo)
        side.use_chosen.connect(self._on_use)
        side.drop_chosen.connect(self._on_drop)
        side.order.chosen.connect(self._on_chosen)
        side.order.moved.connect(self._on_moved)
        side.order.removed.connect(self._on_removed)
        page.edited.connect(self._on_edited)
        page.listed.connect(self._on_listed)
        page.suited.connect(self._on_suited)
        page.move_wanted.connect(self._on_move)
        page.removal_wanted.connect(self._on_removal)
        page.left.connect(self._show_settled)
        page.left_alone.connect(self._on_left_alone)
        page.copy_wanted.connect(self._on_copy)
        page.use.same_said.connect(self._on_same)
        page.use.new_said.connect(self._on_new)
        page.use.missing_chosen.connect(self._on_missing)
        page.use.use_chosen.connect(self._on_put_in_use)
        page.use.left.connect(self._on_use_left)
        self._tabs.chosen.connect(self._on_tab)
        self._settled.timeout.connect(self._show_settled)
        self.session.draft_saved.connect(self._on_saved)

    # Showing

    @override
    def title(self) -> str:
        return tr("Rubric")

    @override
    def show_rubric(self, rubric_id: str) -> None:
        self.subject = rubric_id
        self._writing = RubricWriting(self.session, rubric_id)
        self._current = WHOLE
        self._show()
        self._show_settled()
        self._page.take_keys(Place(field="name"))

    def _show(self) -> None:
        """Show what is written; a field that says just that is left alone, and with it the cursor."""
        writing = self._written()
        ids = [skill.id for skill in writing.draft.skills]
        if self._current not in (WHOLE, _USE, *ids):
            self._current = WHOLE
        self._side.show_writing(writing, self._current)
        self._side.show_saving(waiting=writing.is_saving)
        if writing.is_of_the_app:
            self._page.show_copy_offer()
        elif self._current == _USE:
            self._show_use()
        elif self._current == WHOLE:
            self._page.show_whole(writing.draft)
        else:
            self._page.show_skill(writing.draft, self._current)
        self._settled.start()

    def _show_settled(self) -> None:
        if self._writing:
            self._page.show_hints(self._advising.hints(self._writing.draft))
            self._preview.show_draft(self._writing.draft, self._current)

    def _show_use(self) -> None:
        writing = self._written()
        version, before = writing.next_version, writing.in_use.version if writing.in_use else 0
        lacks = writing.lacks()
        self._page.show_use()
        self._page.use.show_version(version, before, writing.watched_calls(), _missing_words(lacks))
        self._page.use.show_questions(writing.unanswered())
        after = finished(writing.draft, version) if lacks is None else None
        self._page.use.show_changes(
            difference_lines(writing.in_use, after) if writing.in_use and after else []
        )

    def _written(self) -> RubricWriting:
        assert self._writing, "show_rubric comes first"
        return self._writing

    def _go_to(self, place: Place | None) -> None:
        """Show a place, and give it the keys; an answer that was taken back has no place but its question."""
        if place is None:
            self._show()
            if self._current == _USE:
                self._page.use.take_keys()
            return
        self._current = place.skill or WHOLE
        self._show()
        self._page.take_keys(place)

    # Writing

    def _step(self) -> RubricWriting:
        """:returns: what is written, for one step more: what was offered to be taken back was the step before."""
        self.undo_ended.emit()
        return self._written()

    def _on_edited(self, place: Place, text: str) -> None:
        self._step().write(place, text)
        self._show()

    def _on_listed(self, skill_id: str, number: int, items: tuple[str, ...]) -> None:
        self._step().list_items(skill_id, number, items)
        self._show()

    def _on_suited(self, call_types: tuple[CallType, ...], tenures: tuple[Tenure, ...]) -> None:
        self._step().suit(call_types, tenures)
        self._show()

    def _on_add(self) -> None:
        self._go_to(Place(field="name", skill=self._step().add()))

    def _on_moved(self, skill_id: str, to: int) -> None:
        self._step().move(skill_id, to)
        self._show()

    def _on_move(self, step: int) -> None:
        ids = [skill.id for skill in self._written().draft.skills]
        self._on_moved(self._current, ids.index(self._current) + step)

    def _on_removal(self) -> None:
        self._on_removed(self._current)

    def _on_removed(self, skill_id: str) -> None:
        """The skill that takes its place is written next; what was removed can be brought back."""
        skills = self._written().draft.skills
        at = [skill.id for skill in skills].index(skill_id)
        self._step().remove(skill_id)
        left = self._written().draft.skills
        self._current = left[min(at, len(left) - 1)].id if left else WHOLE
        self._show()
        self._side.take_keys(self._current)
        name = skills[at].name or tr("Skill {n}").format(n=at + 1)
        self.undo_offered.emit(tr("“{skill}” is removed.").format(skill=name), self._undo)

    def _on_left_alone(self, place: Place) -> None:
        self._advising.leave(self._written().draft, place)
        self._show_settled()

    def _undo(self) -> None:
        self._go_back_to(self._step().undo())

    def _redo(self) -> None:
        self._go_back_to(self._step().redo())

    def _go_back_to(self, place: Place | None) -> None:
        """Whoever puts the skills in order goes on in their list."""
        in_list = self._side.order.isAncestorOf(self.focusWidget())
        self._go_to(place)
        if in_list:
            self._side.take_keys(self._current)

    def _on_drop(self) -> None:
        self._step().drop_changes()
        self._current = WHOLE
        self._show()
        self.undo_offered.emit(tr("The changes are dropped."), self._undo)

    def _on_copy(self) -> None:
        in_use = self._written().in_use
        name = tr("{rubric}, our own").format(rubric=in_use.name if in_use else "")
        self.show_rubric(self._written().copied(name))

    # Into use

    def _on_use(self) -> None:
        self._current = _USE
        self._show()
        self._page.use.take_keys()

    def _on_use_left(self) -> None:
        self._go_to(Place(field="name"))

    def _on_missing(self) -> None:
        lacks = self._written().lacks()
        if lacks and lacks.field == "skills":
            self._on_add()
        else:
            self._go_to(lacks)

    def _on_same(self, skill_id: str) -> None:
        self._step().say_same(skill_id)
        self._on_use()

    def _on_new(self, skill_id: str) -> None:
        self._step().say_new(skill_id)
        self._on_use()

    def _on_put_in_use(self) -> None:
        self._step().put_in_use()
        self._go_to(Place(field="name"))

    # Going, and keys

    @override
    def leave(self) -> None:
        if self._writing:
            self._writing.leave()

    def _on_saved(self, subject: object) -> None:
        if self._writing and subject == self._writing.draft.id:
            self._side.show_saving(waiting=self._writing.is_saving)

    def _on_chosen(self, key: str) -> None:
        self._go_to(Place(field="name", skill="" if key == WHOLE else key))

    def _on_back(self) -> None:
        self.place_requested.emit("list")

    def _on_tab(self, key: str) -> None:
        self._tab = key
        self._tabs.set_current(key)
        self._arrange()

    def _arrange(self) -> None:
        """The preview beside what is written, or in its place where there is little room."""
        wide = self.width() >= px(_WIDE)
        self._tabs.setVisible(not wide)
        self._page.setVisible(wide or self._tab == "write")
        self._preview.setVisible(wide or self._tab == "preview")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._writing and is_undo(event):
            self._undo()
        elif self._writing and is_redo(event):
            self._redo()
        else:
            super().keyPressEvent(event)


def _missing_words(lacks: Place | None) -> str:
    if lacks is None:
        return ""
    if lacks.field == "skills":
        return tr("It has no skill yet. One is enough to begin with.")
    return tr("A skill has no name yet.") if lacks.skill else tr("The rubric has no name yet.")
