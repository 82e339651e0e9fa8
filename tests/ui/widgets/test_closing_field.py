from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.debrief import Kept
from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.screens.aftercall import everything_said_by, find, press
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.closing_field import MOST_LIKELY, MOST_OTHERS, AskedClosing, ClosingField, Linkable
from ui.widgets.evidence_list import EvidenceLine
from ui.widgets.logged_button import LoggedButton

QUESTION = "On 10 March Priya said: “I ask what it costs first”"
ASKED = AskedClosing(
    question=QUESTION,
    kept=None,
    linkable=(
        Linkable("a", EvidenceLine("04:10", "+", "What happens then?"), True),
        Linkable("b", EvidenceLine("18:42", "–", "Discount first"), True),
        Linkable("c", EvidenceLine("20:00", "", "“It is steep”"), False),
    ),
    linked=frozenset(),
)
BARE = "Without anything seen on this ride. The page says so."


@pytest.fixture
def field(qtbot: QtBot) -> ClosingField:
    made = ClosingField(1)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_closing(ASKED)
    made.show()
    return made


def _lines(field: ClosingField) -> list[str]:
    """:returns: the lines that can be seen, those that are linked with a star."""
    buttons = [b for b in field.findChildren(LoggedButton) if b.isVisibleTo(field)]
    return [f"*{b.value}" if b.isChecked() else b.value for b in buttons]


def _says(field: ClosingField, words: str) -> bool:
    found = [label for label in field.findChildren(type(field._bare)) if label.isVisibleTo(field)]
    return words in [label.text() for label in found]


def test_nothing_is_chosen_before_somebody_chooses(field: ClosingField) -> None:
    assert find(field, ChoiceRow, "closing.1.kept").chosen_values() == []
    assert _lines(field) == []
    assert not _says(field, BARE)
    assert QUESTION in everything_said_by(field)


def test_a_choice_and_a_line_are_told_with_the_number_of_the_commitment(field: ClosingField) -> None:
    told: list[tuple[object, ...]] = []

    def hear(*what: object) -> None:
        told.append(what)

    field.kept_chosen.connect(hear)
    field.linked.connect(hear)
    press(field, "choice.partly")
    field.show_closing(replace(ASKED, kept=Kept.PARTLY))
    press(field, "closing.1.link.b")
    assert told == [(1, Kept.PARTLY), (1, "b")]
    assert _lines(field) == ["a", "b"], "a press changes nothing by itself"


def test_without_anything_seen_it_says_so_kindly(field: ClosingField) -> None:
    field.show_closing(replace(ASKED, kept=Kept.KEPT))
    assert _says(field, BARE)
    field.show_closing(replace(ASKED, kept=Kept.KEPT, linked=frozenset("a")))
    assert not _says(field, BARE)
    assert _lines(field) == ["*a", "b"]


def test_the_likely_ones_come_first_and_the_others_when_they_are_asked_for(field: ClosingField) -> None:
    likely = [Linkable(f"l{n}", EvidenceLine("01:00", "+", "Asked"), True) for n in range(MOST_LIKELY + 2)]
    asked = replace(ASKED, kept=Kept.KEPT, linkable=(*likely, ASKED.linkable[2]))
    field.show_closing(asked)
    assert len(_lines(field)) == MOST_LIKELY
    assert find(field, type(field._more), "closing.1.more").text() == "Show 3 more"
    press(field, "closing.1.more")
    assert len(_lines(field)) == MOST_LIKELY + 3
    assert not field._more.isVisibleTo(field)
    assert QApplication.focusWidget() is find(field, LoggedButton, f"closing.1.link.l{MOST_LIKELY}")


def test_what_is_linked_is_seen_also_where_it_would_come_later(field: ClosingField) -> None:
    field.show_closing(replace(ASKED, kept=Kept.KEPT, linked=frozenset("c")))
    assert _lines(field) == ["a", "b", "*c"]


def test_where_nothing_is_likely_some_of_the_rest_is_offered(field: ClosingField) -> None:
    others = tuple(Linkable(f"o{n}", EvidenceLine("01:00", "", "Words"), False) for n in range(9))
    field.show_closing(replace(ASKED, kept=Kept.NOT_YET, linkable=others))
    assert len(_lines(field)) == MOST_OTHERS
    assert _says(field, "Nothing was marked for it. Does something else show it?")


def test_a_ride_without_anything_logged_offers_nothing(field: ClosingField) -> None:
    field.show_closing(replace(ASKED, kept=Kept.KEPT, linkable=()))
    assert _lines(field) == []
    assert _says(field, BARE)
    assert not _says(field, "Nothing was marked for it. Does something else show it?")


def test_a_line_keeps_the_keys_when_it_is_pressed(field: ClosingField, qtbot: QtBot) -> None:
    field.show_closing(replace(ASKED, kept=Kept.KEPT))
    line = find(field, LoggedButton, "closing.1.link.a")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    field.show_closing(replace(ASKED, kept=Kept.KEPT, linked=frozenset("a")))
    assert find(field, LoggedButton, "closing.1.link.a") is line


@every_look
def test_all_of_it_can_be_read(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    with worn(qapp, look):
        made = ClosingField(0)
        qtbot.addWidget(made)
        made.show_closing(replace(ASKED, kept=Kept.NOT_YET, linked=frozenset("b")))
        made.resize(600, 600)
        made.show()
        settle()
        assert find_clipped(made) == []
