"""Rubrics: what calls are watched for, in the words of one's own organisation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from exports.rubric_arrival import copy_name
from exports.rubric_shelf import Shelf, ShelvedRubric, shelf
from exports.rubrics_in_use import keep_defaults, keep_put_away, put_away_in
from scoring.errors import SecondChairError
from scoring.rubric_choice import RubricDefaults
from scoring.rubric_draft import RubricDraft, SkillDraft, copy_of, new_rubric_id, new_skill_id
from scoring.text import language, tr
from ui.rubric_saving import RubricSaving
from ui.rubric_words import name_words
from ui.screen import PlaceScreen
from ui.screens.rubrics_arrivals import RubricArrivals
from ui.screens.rubrics_defaults import RubricDefaultsTable
from ui.screens.rubrics_detail import RubricDetail
from ui.screens.rubrics_list import RubricList
from ui.session import Session
from ui.widgets.button import LinkButton
from ui.widgets.message_bar import MessageBar
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_page import ScrollPage

_FORM = "rubrics"  # which rubric is shown is remembered by this name, while the app is open


class RubricsScreen(PlaceScreen):
    """The manager, or who looks after enablement, reads rubrics, makes them, shares them as files and says which calls
    start with which. One that is chosen is shown in place of the list.

    :signal edit_requested: write on the rubric with this id.
    :signal paper_requested: show the rubric with this id, in this version, as it will be printed.
    :signal calls_requested: show the calls that use the rubric with this id.
    """

    LISTS = True

    edit_requested = Signal(str)
    paper_requested = Signal(str, int)
    calls_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shelf = Shelf()
        self._header = PageHeader(tr("Rubrics"), action=tr("New rubric"))
        self._bring_in = named(LinkButton(tr("Bring in a file…"), quiet=True), "rubrics.import")
        self._note = named(MessageBar(), "rubrics.note")
        self._arrivals = named(RubricArrivals(session), "rubrics.arrivals")
        self._list = named(RubricList(), "rubrics.list")
        self._defaults = named(RubricDefaultsTable(), "rubrics.defaults")
        self._detail = named(RubricDetail(), "rubrics.detail")
        self._saving = RubricSaving(session, self)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._header.add_link(self._bring_in)
        page = ScrollPage()
        parts = (self._header, self._note, self._arrivals, self._list, self._defaults, self._detail)
        for part in parts:
            page.column.addWidget(part)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._header.action_chosen.connect(self._on_new)
        self._bring_in.clicked.connect(self._on_bring_in)
        self._note.action_chosen.connect(self._saving.show_in_folder)
        self._arrivals.told.connect(self._on_told)
        self._arrivals.taken_in.connect(self._on_taken_in)
        self._arrivals.left.connect(self._take_keys)
        self._list.chosen.connect(self._on_chosen)
        self._defaults.defaults_chosen.connect(self._on_defaults)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._on_not_saved)
        self._detail.back_chosen.connect(self._on_back)
        doing = self._detail.doing
        doing.edit_chosen.connect(self._on_edit)
        doing.copy_chosen.connect(self._on_copy)
        doing.save_chosen.connect(self._on_save)
        doing.paper_chosen.connect(self._on_paper)
        doing.calls_chosen.connect(self._on_calls)
        doing.away_chosen.connect(self._on_away)
        doing.thrown_away.connect(self._on_throw_away)

    def offer_import(self, *, offered: bool) -> None:
        """Let files be brought in from here, or not."""
        self._bring_in.setVisible(offered)

    @override
    def title(self) -> str:
        return tr("Rubrics")

    @override
    def show_now(self) -> None:
        self._show_again()
        self._take_keys()

    @override
    def leave(self) -> None:
        self._note.clear()

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Take in the rubrics in these files, or say why not."""
        self._arrivals.bring_in(paths)

    # Showing

    @property
    def _chosen(self) -> ShelvedRubric | None:
        return self._shelf.get(self.session.forms.get(_FORM))

    def _show_again(self) -> None:
        self._shelf = self.session.ask(shelf)
        chosen = self._chosen
        self._list.setVisible(chosen is None)
        self._defaults.setVisible(chosen is None)
        self._detail.setVisible(chosen is not None)
        if chosen:
            known = self.session.ask(lambda store: store.rubrics.versions(chosen.id))
            in_use = chosen.latest.version if chosen.latest else 0  # a later one only came with a call
            self._detail.show_rubric(chosen, [one for one in known if one.version <= in_use])
        else:
            self._list.show_shelf(self._shelf)
            self._defaults.show_shelf(self._shelf)

    def _take_keys(self) -> None:
        if self._chosen:
            self._detail.take_keys()
        else:
            self._list.take_keys(None)

    def _on_chosen(self, rubric_id: str) -> None:
        self.session.forms[_FORM] = rubric_id
        self._note.clear()
        self.show_now()

    def _on_back(self) -> None:
        before = self.session.forms.pop(_FORM, None)
        self._note.clear()
        self._show_again()
        self._list.take_keys(before)

    def _the_chosen(self) -> ShelvedRubric:
        chosen = self._chosen
        assert chosen is not None, "one is shown"
        return chosen

    # Making one

    def _on_new(self) -> None:
        first = SkillDraft(id=new_skill_id())
        self._begin(RubricDraft(id=new_rubric_id(), language=language(), skills=(first,)))

    def _on_copy(self) -> None:
        rubric = self._detail.shown or self._the_chosen().latest
        assert rubric is not None, "only what is in use is copied"
        self._begin(copy_of(rubric, copy_name(rubric.name)))

    def _begin(self, draft: RubricDraft) -> None:
        self.session.keep_draft(draft.id, draft)
        self.session.forms[_FORM] = draft.id
        self.edit_requested.emit(draft.id)

    def _on_edit(self) -> None:
        self.edit_requested.emit(self._the_chosen().id)

    def _on_throw_away(self) -> None:
        chosen = self._the_chosen()
        draft = chosen.draft
        assert draft is not None, "there is something to throw away"
        self.session.drop_draft(chosen.id, RubricDraft)
        self.show_now()
        words = (
            tr("What was changed in “{name}” is thrown away.")
            if chosen.latest
            else tr("“{name}” is thrown away.")
        )
        self.undo_offered.emit(words.format(name=name_words(chosen)), partial(self._take_back, draft))

    def _take_back(self, draft: RubricDraft) -> None:
        self.session.keep_draft(draft.id, draft)
        self._show_again()

    # Offering one

    def _on_away(self) -> None:
        chosen = self._the_chosen()
        self._set_away(chosen.id, not chosen.is_put_away)
        words = tr("“{name}” is offered again.")
        if not chosen.is_put_away:
            words = tr("“{name}” is put away. Calls that use it go on with it.")
        undo = partial(self._set_away, chosen.id, chosen.is_put_away)
        self.undo_offered.emit(words.format(name=chosen.name), undo)

    def _set_away(self, rubric_id: str, away: bool) -> None:
        others = [one for one in self.session.ask(put_away_in) if one != rubric_id]
        put_away = (*others, *((rubric_id,) if away else ()))
        self.session.ask(lambda store: keep_put_away(store, put_away))
        self._show_again()

    def _on_defaults(self, defaults: RubricDefaults) -> None:
        self.session.ask(lambda store: keep_defaults(store, defaults))
        self._show_again()

    # Files and paper

    def _on_bring_in(self) -> None:
        from ui.import_dialog import ImportDialog, rubric_files
        from ui.save_dialog import last_folder

        dialog = ImportDialog(last_folder(self.session.folder), self, rubric_files())
        dialog.paths_chosen.connect(self.bring_in)
        dialog.open()

    def _on_taken_in(self, _rubric_id: str) -> None:
        self._show_again()

    def _on_told(self, sentence: str, problem: bool) -> None:
        self._note.show_message(sentence, problem=problem)

    def _on_save(self) -> None:
        if self._detail.shown:
            self._saving.ask(self._detail.shown, self)

    def _on_saved(self, path: Path) -> None:
        self._note.show_message(tr("Saved as {name}.").format(name=path.name), tr("Show in folder"))

    def _on_not_saved(self, error: Exception) -> None:
        if not isinstance(error, SecondChairError):
            raise error
        self._note.show_message(f"{error.title}. {error.message}", problem=True)

    def _on_paper(self) -> None:
        if self._detail.shown:
            self.paper_requested.emit(self._detail.shown.id, self._detail.shown.version)

    def _on_calls(self) -> None:
        self.calls_requested.emit(self._the_chosen().id)
