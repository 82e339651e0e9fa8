"""Cards of figures side by side, as many as there are figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.layouts import TabPlace, tab_through
from ui.theme import px
from ui.widgets.card_layout import CardLayout
from ui.widgets.figure_card import Figure, FigureCard
from ui.widgets.named import named


class FigureCards(QWidget):
    """Shows one card a figure. Cards are kept and shown anew: making them takes longer than showing them.

    :param name: the first part of the cards' object names; the number from 0 follows.
    :param most: cards side by side at most.
    :param least_width: px at 100 % below which there are fewer in a row.
    :param alike: either all values stand beside their titles or all below, so that the charts of a row are level.
    :signal evidence_chosen: (key) of the point or line that was chosen on any of them.
    """

    evidence_chosen = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        most: int = 3,
        least_width: int = 250,
        alike: bool = False,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._alike = alike
        self._cards: list[FigureCard] = []
        self._tab_place = TabPlace(self)
        self._layout = CardLayout(self, most=most, least_width=px(least_width), spacing=px(12))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures in place of the ones before."""
        if len(self._cards) < len(figures):
            self._add_cards(len(figures))
        for card, figure in zip(self._cards, figures, strict=False):
            card.show_figure(figure)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(figures))
        if self._alike:
            widest = max((card.head.natural_width() for card in self.cards()), default=0)
            for card in self.cards():
                card.head.stand_like(widest)

    def add(self, card: QWidget) -> None:
        """Set another card behind those there are."""
        self._layout.addWidget(card)

    def cards(self) -> list[FigureCard]:
        """:returns: the cards that show a figure, in order."""
        return [card for card in self._cards if not card.isHidden()]

    def _add_cards(self, count: int) -> None:
        while len(self._cards) < count:
            self._add_card()
        tab_through([self._tab_place, *(stop for card in self._cards for stop in card.stops())])

    def _add_card(self) -> None:
        card = named(FigureCard(self), f"{self._name}.{len(self._cards)}")
        card.evidence_chosen.connect(self.evidence_chosen)
        card.opened.connect(self._on_opened)
        self._cards.append(card)
        self._layout.addWidget(card)

    def _on_opened(self, is_open: bool) -> None:
        card = self.sender()
        assert isinstance(card, FigureCard)
        self._layout.set_apart(card, is_apart=is_open)
