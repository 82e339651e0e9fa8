from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from scoring.debrief import Commitment, Debrief
from scoring.entry import HandedOver
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.page_versions import is_handed_over
from scoring.people import Manager
from scoring.preferences import Paper, Preferences
from scoring.privacy import card_of
from scoring.state import Phase
from tests.builders import FakeClock
from tests.drawings import find_clipped
from tests.ui.finding import find, press, texts
from tests.ui.screens.aftercall import a_viewed_call, an_ended_call, priya
from tests.ui.screens.pages import a_debriefed_call
from ui.archiving import Archiving
from ui.save_dialog import SaveDialog
from ui.screens.page import PageScreen
from ui.session import Session
from ui.theme import apply_theme
from ui.widgets.button import PaintedButton
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.page_view import PageView
from ui.widgets.reminder_list import ReminderList
from ui.widgets.text import Text

# The offscreen platform says so of every dialog.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

Opened = Callable[[UUID], PageScreen]


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> PageScreen:
    session.save_preferences(Preferences(paper=Paper.A4))
    made = PageScreen(session)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def opened(qtbot: QtBot, screen: PageScreen) -> Opened:
    def open_page(call_id: UUID) -> PageScreen:
        with qtbot.waitSignal(screen.page_shown):
            screen.show_subject(call_id)
        return screen

    return open_page


def _says(screen: PageScreen, name: str) -> str:
    text = find(screen, Text, name)
    return text.accessibleName() if text.isVisible() else ""


def _view(screen: PageScreen) -> PageView:
    return find(screen, PageView, "page.view")


# What is to be read first


def test_what_does_not_fit_is_said_before_it_is_printed(
    session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_debriefed_call(session, clock, comment="I knew it. " * 2_000))
    assert "characters left out" in _says(screen, "page.notes")


def test_characters_no_font_has_are_said_too(session: Session, clock: FakeClock, opened: Opened) -> None:
    screen = opened(a_debriefed_call(session, clock, comment="Seen: 𓀀"))
    assert _says(screen, "page.notes").endswith(": 𓀀")


def test_a_short_page_has_nothing_to_warn_of(session: Session, clock: FakeClock, opened: Opened) -> None:
    assert _says(opened(a_debriefed_call(session, clock)), "page.notes") == ""


def test_what_the_rep_said_is_spoken_of_only_where_they_did(
    session: Session, clock: FakeClock, opened: Opened
) -> None:
    assert "what Priya said" in _says(opened(a_debriefed_call(session, clock)), "page.carried")
    alone = a_viewed_call(session, clock, priya(session))
    session.book(alone).debrief_alone()
    session.book(alone).agree(Debrief())
    assert "said" not in _says(opened(alone), "page.carried")


# A reminder


def test_a_commitment_with_a_day_can_be_put_into_a_calendar(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id = a_debriefed_call(session, clock)
    assert find(opened(call_id), ReminderList, "page.reminders").isHidden(), "no day, nothing to remind of"
    agreed = Commitment(words="I ask for the date", check_on=clock.now().date() + timedelta(days=7))
    session.book(call_id).agree(Debrief(commitments=(agreed,), can_say=True))
    screen = opened(call_id)
    press(qtbot, screen, "reminders.add.0")
    dialog = find(screen, SaveDialog, "page.save_dialog")
    dialog.fileSelected.emit(str(tmp_path / "mine.ics"))
    dialog.close()
    qtbot.waitUntil(lambda: "as mine.ics" in _says(screen, "reminders.status"))
    assert b"BEGIN:VALARM" in (tmp_path / "mine.ics").read_bytes()
    assert find(screen, PaintedButton, "reminders.folder").isVisible()


# Going on


@pytest.mark.parametrize(
    ("can_say", "words"), [(True, "Change what was agreed"), (False, "Go on with the debrief")]
)
def test_what_was_agreed_can_be_taken_up_again(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, can_say: bool, words: str
) -> None:
    call_id = a_debriefed_call(session, clock, can_say=can_say)
    screen = opened(call_id)
    assert find(screen, PaintedButton, "page.debrief").text() == words
    with qtbot.waitSignal(screen.debrief_requested) as requested:
        press(qtbot, screen, "page.debrief")
    assert requested.args == [call_id]


def test_a_change_that_was_begun_is_gone_on_with_until_it_is_what_was_agreed(
    session: Session, clock: FakeClock, opened: Opened
) -> None:
    call_id = a_debriefed_call(session, clock)
    agreed = session.state(call_id).debrief
    assert agreed
    session.keep_draft(call_id, replace(agreed, comment="And one more thing"))
    assert find(opened(call_id), PaintedButton, "page.debrief").text() == "Go on with the change"
    blank = Commitment(words=" ")
    session.keep_draft(call_id, replace(agreed, commitments=(*agreed.commitments, blank)))
    assert find(opened(call_id), PaintedButton, "page.debrief").text() == "Change what was agreed"


def test_the_list_one_came_from_is_one_press_or_escape_away(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    with qtbot.waitSignal(screen.place_requested) as pressed:
        press(qtbot, screen, "back")
    with qtbot.waitSignal(screen.place_requested) as escaped:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Escape)
    assert (pressed.args, escaped.args) == (["list"], ["list"])


# Handing it over


def _saved(qtbot: QtBot, screen: PageScreen, path: Path) -> bytes:
    with qtbot.waitSignal(screen.page_saved):
        screen.save_to(path)
    return path.read_bytes()


def test_saving_the_page_hands_it_over_once(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id = a_debriefed_call(session, clock)
    screen = opened(call_id)
    assert _says(screen, "page.handed_over").startswith("Not handed over yet.")
    first, again = (_saved(qtbot, screen, tmp_path / f"{n}.pdf") for n in (1, 2))
    [(_, handed_over)] = session.state(call_id).of(HandedOver)
    assert (handed_over.how, handed_over.paper) == (HandOver.SAVED, Paper.A4)
    assert handed_over.context.manager.name == "Dana Whitfield"
    assert first == again
    assert _says(screen, "page.handed_over").startswith("Handed over on ")


def test_a_page_that_was_handed_over_stays_the_same_bytes(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id = a_debriefed_call(session, clock)
    before = _saved(qtbot, opened(call_id), tmp_path / "before.pdf")
    session.save_manager(Manager(name="Somebody Else"))
    session.save_rep(replace(session.rep_of(call_id), name="Another Name"))
    assert _saved(qtbot, opened(call_id), tmp_path / "after.pdf") == before


def _paper(screen: PageScreen) -> list[str]:
    return find(screen, ChoiceRow, "page.paper").chosen_values()


def _choose_paper(qtbot: QtBot, screen: PageScreen, paper: Paper) -> None:
    with qtbot.waitSignal(screen.page_shown):
        press(qtbot, find(screen, ChoiceRow, "page.paper"), f"choice.{paper}")


def test_a_page_that_was_handed_over_opens_on_the_paper_it_had(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    on_letter, on_a4 = a_debriefed_call(session, clock), a_debriefed_call(session, clock)
    screen = opened(on_letter)
    _choose_paper(qtbot, screen, Paper.LETTER)
    before = _saved(qtbot, screen, tmp_path / "before.pdf")
    _choose_paper(qtbot, opened(on_a4), Paper.A4)
    assert _paper(opened(on_letter)) == [Paper.LETTER]
    assert _saved(qtbot, screen, tmp_path / "after.pdf") == before


def test_another_paper_may_be_chosen_for_a_page_that_was_handed_over(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id, other = a_debriefed_call(session, clock), a_debriefed_call(session, clock)
    screen = opened(call_id)
    _saved(qtbot, screen, tmp_path / "page.pdf")
    _choose_paper(qtbot, screen, Paper.LETTER)
    assert _paper(screen) == [Paper.LETTER]
    assert _paper(opened(other)) == [Paper.LETTER], "nobody has this one yet, so the last choice stands"


@pytest.mark.parametrize(("paper", "shown"), [(Paper.LETTER, Paper.LETTER), (Paper.AUTO, Paper.A4)])
def test_where_its_paper_is_not_known_it_opens_on_the_usual_one(
    session: Session, clock: FakeClock, opened: Opened, paper: Paper, shown: Paper
) -> None:
    call_id = a_debriefed_call(session, clock)
    context = PageContext(rep=card_of(session.rep_of(call_id)))
    session.book(call_id).hand_over(HandOver.PRINTED, context, paper)
    assert _paper(opened(call_id)) == [shown]


def test_printing_the_page_hands_it_over(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id = a_debriefed_call(session, clock)
    dialog = opened(call_id).ask_how_to_print()
    assert dialog
    find(dialog, QLineEdit, "filename").setText(str(tmp_path / "printed.pdf"))
    dialog.accept()
    qtbot.waitUntil(lambda: is_handed_over(session.state(call_id)))
    handed_over = session.state(call_id).last_of(HandedOver)
    assert handed_over
    assert handed_over.how == HandOver.PRINTED


def test_what_was_saved_is_handed_over_though_another_page_is_shown_by_then(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    first, second = a_debriefed_call(session, clock), a_debriefed_call(session, clock)
    screen = opened(first)
    screen.save_to(tmp_path / "page.pdf")
    with qtbot.waitSignal(screen.page_saved):
        screen.show_subject(second)
    assert [is_handed_over(session.state(call)) for call in (first, second)] == [True, False]
    assert _says(screen, "page.status") == "", "this one was not saved"


def test_a_page_that_changes_while_it_is_saved_does_not_count_as_handed_over(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id = a_debriefed_call(session, clock)
    screen = opened(call_id)
    with qtbot.waitSignal(screen.page_saved):
        screen.save_to(tmp_path / "page.pdf")
        book = session.book(call_id)
        assert book.state.debrief
        book.agree(replace(book.state.debrief, comment="Said anew"))
    assert not is_handed_over(session.state(call_id))
    assert _says(screen, "page.status").startswith("The call was changed meanwhile.")


def _tab_stops_after_the_paper(qtbot: QtBot, screen: PageScreen) -> list[str]:
    """:returns: the names of the two places the Tab key goes to after the paper."""
    find(screen, ChoiceRow, "page.paper").chips()[0].setFocus()
    stops: list[str] = []
    for _ in range(2):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        stops.append(screen.focusWidget().objectName())
    return stops


def test_both_pages_of_an_amended_call_can_be_seen_and_saved(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    call_id = a_debriefed_call(session, clock, comment="Said at first")
    before = _saved(qtbot, opened(call_id), tmp_path / "before.pdf")
    book = session.book(call_id)
    assert book.state.debrief
    why = Amendment(reason="More was said", author="Dana")
    book.amend_page(why, replace(book.state.debrief, comment="Said anew"))
    screen = opened(call_id)
    assert "Said anew" in _view(screen).accessibleDescription()
    assert "by Dana: More was said." in _view(screen).accessibleDescription()
    assert _says(screen, "page.handed_over").startswith("Not handed over yet.")
    assert _tab_stops_after_the_paper(qtbot, screen) == ["choice.2", "page.debrief"]
    with qtbot.waitSignal(screen.page_shown):
        press(qtbot, find(screen, ChoiceRow, "page.pages"), "choice.1")
    assert "Said at first" in _view(screen).accessibleDescription()
    assert _saved(qtbot, screen, tmp_path / "again.pdf") == before
    assert not is_handed_over(session.state(call_id)), "the new one is nobody's yet"


# No page


def test_a_sealed_call_shows_nothing_but_the_way_to_the_debrief(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: PageScreen
) -> None:
    call_id = a_viewed_call(session, clock, priya(session))
    screen.show_subject(call_id)
    assert not _view(screen).isVisible()
    assert not [text for text in texts(screen) if "SEALED" in text]
    with qtbot.waitSignal(screen.debrief_requested) as requested:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert requested.args == [call_id]


def test_nothing_of_the_page_before_stays_behind_a_sealed_call(
    session: Session, clock: FakeClock, opened: Opened
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    screen.show_subject(a_viewed_call(session, clock, priya(session)))
    assert not _view(screen).has_picture
    assert not [text for text in texts(screen) if "SEALED" in text or "date before" in text]
    assert screen.ask_how_to_print() is None


def test_a_call_that_just_ended_leads_to_where_it_goes_on(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: PageScreen
) -> None:
    call_id = an_ended_call(session, clock, priya(session))
    screen.show_subject(call_id)
    with qtbot.waitSignal(screen.call_requested) as requested:
        press(qtbot, screen, "page.way_on")
    assert requested.args == [call_id]


def test_a_void_call_has_no_page(
    qtbot: QtBot, session: Session, clock: FakeClock, screen: PageScreen
) -> None:
    call_id = a_debriefed_call(session, clock)
    session.book(call_id).void("A demo")
    assert session.state(call_id).phase == Phase.VOID
    screen.show_subject(call_id)
    assert not _view(screen).isVisible()
    with qtbot.waitSignal(screen.place_requested) as requested:
        press(qtbot, screen, "page.way_on")
    assert requested.args == ["calls"]


def _save(qtbot: QtBot, screen: PageScreen, path: Path) -> None:
    with qtbot.waitSignal(screen.page_saved):
        screen.save_to(path)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_text_is_clipped_on_a_small_screen(
    qapp: QApplication,
    qtbot: QtBot,
    session: Session,
    clock: FakeClock,
    tmp_path: Path,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    call_id = a_debriefed_call(session, clock, can_say=False, comment="I knew it. 𓀀" * 2_000)
    book = session.book(call_id)
    long_name = "Bezirksschornsteinfegermeisterbetrieb Müller & Söhne"
    book.plan(replace(book.state.tee_up, customer=long_name))
    apply_theme(qapp, scale)
    screen = PageScreen(session)
    screen.setLayoutDirection(direction)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    with qtbot.waitSignal(screen.page_shown):
        screen.show_subject(call_id)
    _save(qtbot, screen, tmp_path / "page.pdf")
    assert (screen.width(), screen.height()) == (1366, 768), "the screen asks for more room than there is"

    def nothing_is_clipped() -> None:
        assert find_clipped(screen) == []

    qtbot.waitUntil(nothing_is_clipped)  # once the layouts have settled


def test_one_sees_whether_the_archive_has_the_page(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    screen = opened(a_debriefed_call(session, clock))
    assert _says(screen, "page.archived") == ""
    share = tmp_path / "share"
    share.mkdir()
    Archiving.of(session).use_folder(share)
    qtbot.waitUntil(lambda: session.archive_folder == share)
    _saved(qtbot, screen, tmp_path / "page.pdf")
    qtbot.waitUntil(lambda: _says(screen, "page.archived") == "Kept in the archive.")


def test_one_sees_that_it_waits_for_an_archive_that_is_away(
    qtbot: QtBot, session: Session, clock: FakeClock, opened: Opened, tmp_path: Path
) -> None:
    session.save_archive_folder(tmp_path / "away")
    screen = opened(a_debriefed_call(session, clock))
    _saved(qtbot, screen, tmp_path / "page.pdf")
    waits = "It waits for the archive. The archive folder is not there."
    qtbot.waitUntil(lambda: _says(screen, "page.archived") == waits)
