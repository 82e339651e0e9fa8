from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.finding import press
from tests.ui.looks import settle
from ui.widgets.chart import Chart, ChartPoint
from ui.widgets.figure_card import Figure
from ui.widgets.figure_cards import FigureCards
from ui.widgets.quiet_lines import EvidenceWords, QuietLink

Stage = Callable[..., QWidget]


def _figures(*titles: str) -> list[Figure]:
    return [Figure(title=title, lines=(EvidenceWords(words=title, key=title),)) for title in titles]


def _shown(stage: Stage, *titles: str) -> FigureCards:
    cards = FigureCards("skill", most=2, least_width=100)
    cards.show_figures(_figures(*titles))
    stage(cards, size=(500, 400))
    settle()
    return cards


def _titles(cards: FigureCards) -> list[str]:
    return [card.figure.title for card in cards.cards()]


def test_there_is_a_card_for_each_figure_side_by_side(stage: Stage) -> None:
    cards = _shown(stage, "Asks", "Listens", "Stays calm")
    first, second, third = cards.cards()
    assert first.y() == second.y() < third.y()
    assert [card.objectName() for card in cards.cards()] == ["skill.0", "skill.1", "skill.2"]


def test_fewer_and_more_figures_take_the_place_of_the_ones_before(stage: Stage) -> None:
    cards = _shown(stage, "Asks", "Listens", "Stays calm")
    cards.show_figures(_figures("Asks"))
    assert _titles(cards) == ["Asks"]
    cards.show_figures(_figures("Listens", "Asks"))
    assert _titles(cards) == ["Listens", "Asks"]


def test_what_is_chosen_on_any_card_is_told(qtbot: QtBot, stage: Stage) -> None:
    cards = _shown(stage, "Asks", "Listens")
    (link,) = [link for link in cards.findChildren(QuietLink) if link.text() == "Listens"]
    with qtbot.waitSignal(cards.evidence_chosen) as chosen:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert chosen.args == ["Listens"]


def test_the_charts_of_a_row_are_level_where_one_title_is_long(stage: Stage) -> None:
    cards = FigureCards("skill", most=2, least_width=100, alike=True)
    chart = Chart(points=(ChartPoint(value=1, words="w"),), lowest=1, highest=4, rungs=(1, 2, 3, 4))
    titles = ("Asks", "Asks before giving any answer")
    cards.show_figures([Figure(title=title, value="too few to tell", chart=chart) for title in titles])
    stage(cards, size=(560, 400))
    settle()
    first, second = cards.cards()
    assert first.chart.y() == second.chart.y()
    cards.show_figures([Figure(title="Asks", value="too few to tell", chart=chart)])
    settle()
    assert first.head.height() < second.head.height(), "where there is room it stands beside the title again"


def test_a_card_that_is_opened_makes_no_empty_ones_beside_it(qtbot: QtBot, stage: Stage) -> None:
    cards = FigureCards("skill", most=2, least_width=100)
    cards.show_figures([Figure(title=title, explanation="Counted. " * 30) for title in ("Asks", "Listens")])
    stage(cards, size=(500, 600))
    settle()
    first, second = cards.cards()
    before = second.height()
    press(qtbot, first, "figure.how")
    settle()
    assert first.height() > before == second.height()
