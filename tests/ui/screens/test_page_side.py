from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.acknowledgement import Acknowledgement, Signing
from scoring.debrief import Commitment
from scoring.entry import Acknowledged, Closed, Entry, HandedOver, What
from scoring.handing_over import HandOver, PageContext
from scoring.page_versions import PageVersion
from scoring.privacy import card_of
from tests.builders import a_rep
from tests.drawings import find_clipped
from tests.ui.finding import find, press
from tests.ui.looks import SMALL_LAPTOP, Look, every_look, settle, worn
from ui.screens.page_side import PageSide
from ui.theme import apply_theme
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.text import Text

MADE = datetime(2026, 11, 23, 10, 27, tzinfo=UTC)
A_DAY = timedelta(days=1)


def an_entry(at: datetime, what: What) -> Entry:
    return Entry(id=uuid4(), call_id=UUID(int=1), offset_ms=0, at=at, what=what)


def a_page(number: int = 1, out: HandOver | None = None, *said: What) -> PageVersion:
    """:returns: a page that was made so many days after the first; if it left the app, a quarter of an hour later."""
    made_at = MADE + (number - 1) * A_DAY
    leaving = HandedOver(how=out, context=PageContext(rep=card_of(a_rep("Priya Nair")))) if out else None
    return PageVersion(
        number=number,
        entries=tuple(an_entry(made_at, what) for what in (Closed(), *said)),
        handed_over=an_entry(made_at + timedelta(minutes=15), leaving) if leaving else None,
    )


def handed_over_words(side: PageSide) -> str:
    text = find(side, Text, "page.handed_over")
    return text.accessibleName() if text.isVisible() else ""


@pytest.fixture
def side(qapp: QApplication, qtbot: QtBot) -> PageSide:
    apply_theme(qapp)
    made = PageSide()
    qtbot.addWidget(made)
    made.resize(made.width(), 700)
    made.show()
    made.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=False, spoken="Priya")
    made.show_pages([a_page()], a_page(), change_begun=False)
    made.show_making("a4")
    return made


def test_it_says_whether_the_coaching_is_open_and_how_to_take_it_up_again(side: PageSide) -> None:
    side.show_ready([])
    assert (find(side, Text, "page.coaching").isVisible(), side.debrief.text()) == (
        False,
        "Change what was agreed",
    )
    side.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=True, spoken="Priya")
    side.show_pages([a_page()], a_page(), change_begun=False)
    assert (find(side, Text, "page.coaching").isVisible(), side.debrief.text()) == (
        True,
        "Go on with the debrief",
    )


def test_without_a_page_there_is_a_reason_and_a_way_on_and_nothing_else(side: PageSide) -> None:
    side.show_none("The page is made after the debrief.", "Go on with the call")
    assert find(side, Text, "page.reason").text() == "The page is made after the debrief."
    visible = [button.text() for button in side.findChildren(PaintedButton) if button.isVisible()]
    assert visible == ["Back", "Go on with the call"]


def test_a_page_that_comes_takes_the_way_on_away(side: PageSide) -> None:
    side.show_none("The page is made after the debrief.", "Go on with the call")
    side.show_making("a4")
    assert not side.way_on.isVisible()


def test_the_debrief_can_be_gone_on_with(qtbot: QtBot, side: PageSide) -> None:
    with qtbot.waitSignal(side.debrief_chosen):
        press(qtbot, side, "page.debrief")
    side.show_none("It comes when Priya has spoken.", "Go on with the debrief")
    with qtbot.waitSignal(side.way_on_chosen):
        press(qtbot, side, "page.way_on")


OTHERS_READ = "Whoever has the file can read it."


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("Priya", f"The PDF carries the whole record: also what Priya said about themselves. {OTHERS_READ}"),
        ("", f"The PDF carries the whole record. {OTHERS_READ}"),
    ],
)
def test_it_says_what_the_file_carries_right_below_saving(side: PageSide, spoken: str, words: str) -> None:
    side.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=False, spoken=spoken)
    settle()
    carried = find(side, Text, "page.carried")
    assert (carried.accessibleName(), carried.isVisible()) == (words, True)
    assert side.save.geometry().bottom() < carried.y()
    side.show_saved(Path("/pages/page.pdf"))
    settle()
    assert carried.geometry().bottom() < find(side, Text, "page.status").y()


TWO = [a_page(1, HandOver.SAVED), a_page(2)]


def test_one_page_is_nothing_to_choose_from(side: PageSide) -> None:
    assert not find(side, ChoiceRow, "page.pages").isVisible()


def test_a_page_nobody_has_says_what_hands_it_over(side: PageSide) -> None:
    assert handed_over_words(side) == "Not handed over yet. Saving or printing it does that."


def test_a_page_somebody_has_is_amended(side: PageSide) -> None:
    page = a_page(out=HandOver.PRINTED)
    side.show_pages([page], page, change_begun=False)
    assert handed_over_words(side) == "Handed over on 23 November 2026, 10:42."
    assert side.debrief.text() == "Amend the page"


@pytest.mark.parametrize("out", [None, HandOver.SAVED])
def test_a_change_that_was_begun_is_gone_on_with(side: PageSide, out: HandOver | None) -> None:
    page = a_page(out=out)
    side.show_pages([page], page, change_begun=True)
    assert side.debrief.text() == "Go on with the change"


def test_a_page_that_was_brought_in_says_so(side: PageSide) -> None:
    page = a_page(out=HandOver.IMPORTED)
    side.show_pages([page], page, change_begun=False)
    assert handed_over_words(side) == "Brought in on 23 November 2026, 10:42."
    side.show_pages([page, a_page(2)], page, change_begun=False)
    assert handed_over_words(side) == "Brought in on 23 November 2026, 10:42, and replaced since."


def test_of_several_pages_one_is_shown_and_the_others_can_be(qtbot: QtBot, side: PageSide) -> None:
    side.show_pages(TWO, TWO[1], change_begun=False)
    assert find(side, ChoiceRow, "page.pages").chosen_values() == ["2"]
    with qtbot.waitSignal(side.page_chosen) as chosen:
        qtbot.mouseClick(find(side, ChoiceRow, "page.pages").chips()[0], Qt.MouseButton.LeftButton)
    assert chosen.args == ["1"]


def test_two_pages_of_one_day_are_told_apart_by_their_times(side: PageSide) -> None:
    side.show_pages(TWO, TWO[1], change_begun=False)
    words = [chip.text() for chip in find(side, ChoiceRow, "page.pages").chips()]
    assert words == ["1: 23 November 2026, 10:27", "2: 24 November 2026, 10:27"]


def acknowledged_by(how: Signing, witness: str = "") -> PageVersion:
    said = Acknowledgement(how=how, on=date(2026, 11, 24), witness=witness)
    return a_page(2, HandOver.FILED, Acknowledged(acknowledgement=said))


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (acknowledged_by(Signing.SIGNED), "Signed on 24 November 2026"),
        (acknowledged_by(Signing.SIGNED, "Jo Smith"), "Signed on 24 November 2026, witness Jo Smith"),
        (acknowledged_by(Signing.DECLINED, "Jo Smith"), "Declined on 24 November 2026, witness Jo Smith"),
    ],
)
def test_it_says_what_became_of_the_sheet_and_that_can_be_changed(
    qtbot: QtBot, side: PageSide, page: PageVersion, words: str
) -> None:
    side.show_pages([TWO[0], page], page, change_begun=False)
    assert find(side, Text, "page.acknowledged").accessibleName() == words
    assert handed_over_words(side) == "Filed on 24 November 2026, 10:42."
    assert side.acknowledge.text() == "Change what became of it"
    with qtbot.waitSignal(side.acknowledge_chosen):
        press(qtbot, side, "page.acknowledge")


def test_a_signature_is_recorded_of_the_last_page_once_somebody_has_it(side: PageSide) -> None:
    assert not side.acknowledge.isVisible()
    page = a_page(out=HandOver.PRINTED)
    side.show_pages([page], page, change_begun=False)
    assert (side.acknowledge.isVisible(), side.acknowledge.text()) == (True, "Record the signature")
    assert not find(side, Text, "page.acknowledged").isVisible()
    side.show_pages([page, acknowledged_by(Signing.SIGNED)], page, change_begun=False)
    assert not side.acknowledge.isVisible()


@every_look
def test_no_page_to_choose_is_clipped(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        side = PageSide()
        qtbot.addWidget(side)
        side.resize(side.width(), SMALL_LAPTOP[1])
        many = [a_page(number, HandOver.SAVED) for number in range(1, 13)]
        many[0] = acknowledged_by(Signing.DECLINED, "Bezirksschornsteinfegermeisterin Müller-Lüdenscheidt")
        side.show_call("Northgate Dental with Priya", "23 November 2026", coaching_open=False, spoken="Priya")
        side.show_making("a4")
        side.show_pages(many, many[0], change_begun=False)
        side.show()
        settle()
        assert find(side, ChoiceRow, "page.pages").isVisible()
        assert find_clipped(side) == []


def test_a_page_that_was_replaced_says_so_and_is_not_amended(side: PageSide) -> None:
    side.show_pages(TWO, TWO[0], change_begun=False)
    assert handed_over_words(side) == "Handed over on 23 November 2026, 10:42, and replaced since."
    assert not side.debrief.isVisible()


def test_only_a_commitment_whose_day_is_to_come_can_be_reminded_of(side: PageSide) -> None:
    today = date(2026, 12, 3)
    past, coming, other = (
        Commitment(words=words, check_on=today + timedelta(days=days))
        for words, days in (("Ask first", -1), ("Wait", 0), ("Write it down", 30))
    )

    def offered(*commitments: Commitment) -> list[str]:
        side.show_commitments(commitments, today)
        texts = [t.accessibleName() for t in side.reminders.findChildren(Text) if not t.isHidden()]
        return [words for words in texts if words]

    assert offered(past, Commitment(words="No day")) == []
    assert offered(past, coming) == ["Look at it together on 3 December."]
    assert offered(coming, other) == [
        "Look at it together on 3 December: “Wait”",
        "Look at it together on 2 January 2027: “Write it down”",
    ]
