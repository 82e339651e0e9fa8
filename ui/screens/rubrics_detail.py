"""One rubric: its words in any of its versions, what changed in it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.rubric_difference_words import difference_lines
from exports.rubric_shelf import ShelvedRubric
from scoring.errors import SecondChairError
from scoring.rubric import Rubric
from scoring.rubric_draft import finished
from scoring.text import tr
from ui.layouts import clear_layout, tab_through
from ui.rubric_words import (
    name_words,
    skill_count_words,
    state_words,
    suits_words,
    use_words,
    version_words,
)
from ui.theme import px
from ui.widgets.button import LinkButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.difference_list import DifferenceList
from ui.widgets.named import named
from ui.widgets.quiet_lines import QuietLink
from ui.widgets.rubric_doing import RubricDoing
from ui.widgets.skill_fold import SkillFold
from ui.widgets.text import Text, Voice


class RubricDetail(QWidget):
    """The manager reads a rubric in the version in use or in another one. ``doing`` says what is to be done with it.

    :signal back_chosen: to all rubrics again.
    """

    back_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: dict[str, Rubric] = {}
        self._in_use: Sequence[Rubric] = ()
        self._chosen = ""
        self._back = named(LinkButton(tr("All rubrics"), quiet=True), "back")
        self._name = named(Text("", Voice.HEADING), "rubric.name")
        self._about = named(Text("", Voice.MUTED), "rubric.about")
        self._state = named(Text("", Voice.LATE), "rubric.state")
        self.doing = named(RubricDoing(), "rubric.doing")
        self._version_row = named(ChoiceRow(), "rubric.versions")
        self._changes_link = named(QuietLink(), "rubric.changes")
        self._differences = named(DifferenceList(), "rubric.differences")
        self._summary = named(Text(""), "rubric.summary")
        self._skills = QVBoxLayout()
        self._assemble()
        self._back.clicked.connect(self.back_chosen)
        self._version_row.chosen.connect(self._show_version)
        self._changes_link.clicked.connect(self._on_changes)

    def _assemble(self) -> None:
        self._version_row.setAccessibleName(tr("Versions"))
        self._skills.setSpacing(px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._name, self._about, self._state, self.doing, self._version_row):
            column.addWidget(part)
        column.addWidget(self._changes_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._differences)
        column.addWidget(self._summary)
        column.addLayout(self._skills)

    @property
    def shown(self) -> Rubric | None:
        """The version that is shown, None where it is not in use."""
        version = self._versions.get(self._chosen)
        return version if version in self._in_use else None

    def show_rubric(self, rubric: ShelvedRubric, versions: Sequence[Rubric]) -> None:
        """Show a rubric in the version in use, or as it is written where none is.

        :param versions: those in use, the oldest first.
        """
        self._in_use = versions
        coming = _coming(rubric, versions)
        every = [*versions, *([coming] if coming else [])]
        self._versions = {str(one.version): one for one in every}
        self._name.setText(name_words(rubric))
        words = rubric.latest or rubric.draft
        assert words is not None, "one of them is there"
        about = (skill_count_words(len(words.skills)), suits_words(words), use_words(rubric.calls))
        self._about.setText(" · ".join(about))
        self._state.setText(state_words(rubric))
        self._state.setVisible(bool(state_words(rubric)))
        self._version_row.set_options([(key, self._version_name(one)) for key, one in self._versions.items()])
        self._version_row.setVisible(len(every) > 1)
        self.doing.show_rubric(rubric)
        in_use = versions[-1] if versions else coming
        self._show_version(str(in_use.version) if in_use else "")

    def take_keys(self) -> None:
        """Lead the keys to the way back: the first thing a person comes by."""
        self._back.setFocus()

    def _version_name(self, version: Rubric) -> str:
        return version_words(version.version) if version in self._in_use else tr("Not in use yet")

    def _show_version(self, key: str) -> None:
        self._chosen = key
        version = self._versions.get(key)
        self._version_row.set_chosen([key])
        self.doing.offer_files(offered=self.shown is not None)
        self._summary.setText(version.summary if version else "")
        self._summary.setVisible(bool(version and version.summary))
        self._show_changes(is_open=False)
        clear_layout(self._skills)
        folds = [SkillFold(skill, n, self) for n, skill in enumerate(version.skills, 1)] if version else []
        for fold in folds:
            self._skills.addWidget(fold)
            fold.show()  # at once, also on a screen that is shown
        tab_through([self._changes_link, *(fold.link for fold in folds)])

    def _on_changes(self) -> None:
        self._show_changes(is_open=self._differences.isHidden())

    def _show_changes(self, *, is_open: bool) -> None:
        before = self._before()
        since = tr("What changed since version {n}").format(n=before.version if before else 0)
        self._changes_link.setText(tr("Close") if is_open else since)
        self._changes_link.setVisible(before is not None)
        self._differences.setVisible(is_open)
        if before and is_open:
            self._differences.show_lines(difference_lines(before, self._versions[self._chosen]))

    def _before(self) -> Rubric | None:
        """:returns: the version before the one that is shown."""
        pairs = pairwise(self._versions.items())
        return next((before for (_, before), (key, _) in pairs if key == self._chosen), None)


def _coming(rubric: ShelvedRubric, versions: Sequence[Rubric]) -> Rubric | None:
    """:returns: what the draft would be in use, None where there is none or it is not ready to be read yet."""
    if rubric.draft is None:
        return None
    try:
        return finished(rubric.draft, versions[-1].version + 1 if versions else 1)
    except SecondChairError:
        return None
