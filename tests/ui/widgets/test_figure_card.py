from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.finding import find, press, texts
from tests.ui.looks import Look, every_look, settle, worn
from ui.widgets.chart import Chart, ChartPoint
from ui.widgets.figure_card import Figure, FigureCard, FigureHead
from ui.widgets.quiet_lines import EvidenceWords, QuietLink

Stage = Callable[..., QWidget]

EVIDENCE = (
    EvidenceWords(words="12 Oct, Northgate Dental: Mostly", key="oct"),
    EvidenceWords(words="4 Nov: no chance to see"),
)
MOSTLY = Figure(
    title="Opens with purpose",
    value="Mostly",
    chart=Chart(
        points=(ChartPoint(value=3, words="12 Oct, Mostly", key="oct"),),
        lowest=1,
        highest=4,
        rungs=(1, 2, 3, 4),
    ),
    explanation="The levels you gave, in the order of the calls.",
    evidence=EVIDENCE,
)


def _shown(stage: Stage, figure: Figure) -> FigureCard:
    card = FigureCard()
    card.show_figure(figure)
    stage(card)
    settle()
    return card


def _visible(card: FigureCard) -> str:
    return "\n".join(part.accessibleName() for part in card.findChildren(QWidget) if part.isVisible())


def test_title_and_value_are_read_together(stage: Stage) -> None:
    assert "Opens with purpose: Mostly" in _visible(_shown(stage, MOSTLY))


def test_how_it_is_worked_out_opens_and_closes(qtbot: QtBot, stage: Stage) -> None:
    card = _shown(stage, MOSTLY)
    assert MOSTLY.explanation not in texts(card)
    press(qtbot, card, "figure.how")
    for words in (MOSTLY.explanation, EVIDENCE[0].words, EVIDENCE[1].words):
        assert words in _visible(card)
    press(qtbot, card, "figure.how")
    assert MOSTLY.explanation not in _visible(card)


def test_a_line_of_evidence_leads_to_what_it_is(qtbot: QtBot, stage: Stage) -> None:
    card = _shown(stage, MOSTLY)
    press(qtbot, card, "figure.how")
    (line,) = [link for link in card.findChildren(QuietLink) if link.text() == EVIDENCE[0].words]
    with qtbot.waitSignal(card.evidence_chosen) as chosen:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert chosen.args == ["oct"]


def test_a_point_leads_to_what_it_stands_on(qtbot: QtBot, stage: Stage) -> None:
    card = _shown(stage, MOSTLY)
    place = card.chart.place_of(0)
    assert place is not None
    with qtbot.waitSignal(card.evidence_chosen) as chosen:
        qtbot.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert chosen.args == ["oct"]


def test_another_figure_is_shown_closed(qtbot: QtBot, stage: Stage) -> None:
    card = _shown(stage, MOSTLY)
    press(qtbot, card, "figure.how")
    card.show_figure(Figure(title="Stays calm", sentence="Nothing is known yet."))
    assert "Nothing is known yet." in _visible(card)
    assert EVIDENCE[0].words not in _visible(card)
    assert not card.chart.isVisible()
    assert not find(card, QuietLink, "figure.how").isVisible(), "there is nothing to explain"


def test_lines_that_always_stand_on_a_card_need_no_opening(qtbot: QtBot, stage: Stage) -> None:
    card = _shown(stage, Figure(title="Parked", lines=(EvidenceWords(words="The demo", key="nov"),)))
    (line,) = [link for link in card.findChildren(QuietLink) if link.text() == "The demo"]
    with qtbot.waitSignal(card.evidence_chosen) as chosen:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert chosen.args == ["nov"]


def test_the_value_goes_below_a_title_that_needs_the_room(stage: Stage) -> None:
    head = FigureHead()
    head.set_words("Asks before answering", "too few to tell")
    stage(head, size=(600, 200))
    title, value = head.lettering()
    assert value.rect.top() == title.rect.top()
    narrow = FigureHead()
    narrow.set_words("Asks before answering", "too few to tell")
    stage(narrow, size=(200, 200))
    settle()
    title, value = narrow.lettering()
    assert value.rect.top() > title.rect.top()


@every_look
def test_its_words_are_never_clipped(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        card = FigureCard()
        qtbot.addWidget(card)
        card.show_figure(MOSTLY)
        find(card, QuietLink, "figure.how").click()
        width = max(card.minimumSizeHint().width(), 200)
        card.resize(width, card.heightForWidth(width))
        card.show()
        settle()
        assert find_clipped(card) == []


def test_what_was_opened_stays_open_while_it_is_the_same_and_closes_below_another(
    qtbot: QtBot, stage: Stage
) -> None:
    card = _shown(stage, MOSTLY)
    press(qtbot, card, "figure.how")
    card.show_figure(replace(MOSTLY))
    assert EVIDENCE[0].words in _visible(card)
    card.show_figure(replace(MOSTLY, title="Stays calm"))
    assert EVIDENCE[0].words not in _visible(card)


def test_a_chart_that_grows_takes_what_a_higher_card_beside_it_leaves(stage: Stage) -> None:
    for grows in (False, True):
        card = FigureCard(grows=grows)
        card.show_figure(MOSTLY)
        card.setMinimumHeight(240)
        stage(card, size=(400, 300))
        settle()
        assert (card.chart.height() > card.chart.heightForWidth(card.chart.width())) is grows
