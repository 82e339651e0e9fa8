"""Edit a rubric: its skills, in its own words, kept as they are written."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scoring.rubric_draft import RubricDraft
from scoring.text import tr
from ui.screen import RubricScreen
from ui.session import Session
from ui.widgets.button import LinkButton
from ui.widgets.named import named
from ui.widgets.page_header import PageHeader


class EditRubricScreen(RubricScreen):
    """The manager writes a rubric. The subject is its id."""

    BARE = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._header = PageHeader()
        self._back = named(LinkButton(tr("Rubrics"), quiet=True), "back")
        self._header.add_link(self._back)
        column = QVBoxLayout(self)
        column.addWidget(self._header)
        column.addStretch(1)
        self._back.clicked.connect(self._on_back)

    @override
    def title(self) -> str:
        return tr("Rubric")

    @override
    def show_rubric(self, rubric_id: str) -> None:
        self.subject = rubric_id
        draft = self.session.draft(rubric_id, RubricDraft) or RubricDraft(id=rubric_id)
        self._header.set_title(draft.name or tr("New rubric"))

    def _on_back(self) -> None:
        self.place_requested.emit("list")
