"""How near one looks at a sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scoring.text import tr
from ui.theme import px
from ui.widgets.button import SecondaryButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.page_view import Fit, PageView
from ui.widgets.text import Text, Voice


class ZoomBar(QWidget):
    """Fit the page or its width, come nearer or go farther.

    :param view: the view it works on, and whose size it shows.
    """

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.fits = ChoiceRow([(Fit.PAGE.value, tr("Whole page")), (Fit.WIDTH.value, tr("Its width"))])
        self.fits.setObjectName("zoom.fit")
        self.fits.setAccessibleName(tr("Size on the screen"))
        self.farther = self._button("zoom.farther", "–", tr("Farther"))
        self.nearer = self._button("zoom.nearer", "+", tr("Nearer"))
        self._percent = Text("", Voice.MUTED)
        self._percent.setObjectName("zoom.percent")
        self._assemble()
        self.fits.chosen.connect(self._on_fit)
        self.farther.clicked.connect(self._on_farther)
        self.nearer.clicked.connect(self._on_nearer)
        view.zoomed.connect(self._show_zoom)
        self._show_zoom()

    def _button(self, name: str, sign: str, words: str) -> SecondaryButton:
        button = SecondaryButton(sign)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(12), px(24), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.fits, 1)
        row.addWidget(self._percent, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.farther)
        row.addWidget(self.nearer)

    def _show_zoom(self) -> None:
        self.fits.set_chosen([self._view.fit.value])
        self._percent.setText(tr("{n} %").format(n=self._view.percent))

    def _on_fit(self, fit: str) -> None:
        self._view.fit_to(Fit(fit))

    def _on_farther(self) -> None:
        self._view.zoom(-1)

    def _on_nearer(self) -> None:
        self._view.zoom(1)
