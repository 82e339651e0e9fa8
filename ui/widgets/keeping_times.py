"""For how many months each organisation keeps its pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoring.text import tr
from ui.layouts import TabPlace, tab_through
from ui.theme import px
from ui.widgets.field import LabelledField
from ui.widgets.named import named
from ui.widgets.spin_fields import MonthsField
from ui.widgets.text import Text, Voice

if TYPE_CHECKING:
    from scoring.retention import Retention

_WIDTH = 260  # px at 100 %


class KeepingTimes(QWidget):
    """One field an organisation.

    :signal edited: (organisation, months): another time was said; 0 is without a limit.
    """

    edited = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._organisations: tuple[str, ...] = ()
        self._fields: list[MonthsField] = []
        self._tab_place = TabPlace(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._column.addWidget(Text(tr("How long pages are kept"), Voice.HEADING))
        about = tr("What has been kept for so long is listed below. Nothing is erased by itself.")
        self._column.addWidget(Text(about, Voice.MUTED))

    def take_keys(self) -> None:
        """Give the keyboard to the first field. A proxy would do so too, and stop the Tab key on its way past."""
        self._fields[0].setFocus()

    def show_times(self, organisations: Sequence[str], retention: Retention) -> None:
        """Show how long each keeps its pages; the fields stay the same while the organisations do."""
        if tuple(organisations) != self._organisations:
            self._make_fields(organisations)
        for organisation, field in zip(self._organisations, self._fields, strict=True):
            field.set_months(retention.months(organisation))

    def _make_fields(self, organisations: Sequence[str]) -> None:
        from scoring.retention import MOST_MONTHS

        for field in self._fields:
            labelled = field.parentWidget()
            if labelled is not None:
                self._column.removeWidget(labelled)
                labelled.hide()
                labelled.deleteLater()
        self._organisations = tuple(organisations)
        self._fields = [MonthsField(tr("without a limit"), MOST_MONTHS) for _ in organisations]
        for number, (organisation, field) in enumerate(zip(organisations, self._fields, strict=True)):
            named(field, f"due.months.{number}").setMaximumWidth(px(_WIDTH))
            field.edited.connect(self._on_edited)
            labelled = LabelledField(organisation or tr("Pages are kept for"), field)
            self._column.addWidget(labelled)
            labelled.show()  # at once, also on a screen that is shown already
        tab_through([self._tab_place, *self._fields])

    def _on_edited(self) -> None:
        field = self.sender()
        if isinstance(field, MonthsField):
            self.edited.emit(self._organisations[self._fields.index(field)], field.value())
