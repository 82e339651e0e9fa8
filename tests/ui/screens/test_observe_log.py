"""The log drawer on the live screen: opened, walked through and corrected while the keys go on logging."""

from __future__ import annotations

from itertools import product
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoring.entry import Amended, Entry, Floor, Introduction, Moment
from scoring.people import Rep
from scoring.preferences import Preferences
from scoring.rubric import default_rubric
from scoring.state import Phase
from scoring.teeup import Way
from tests.builders import FakeClock, a_rep
from tests.ui.finding import find
from tests.ui.keyboard import CTRL, strike, tell_places
from tests.ui.looks import Look, assert_all_can_be_read, every_look, settle, worn
from tests.ui.screens.aftercall import everything_said_by
from tests.ui.screens.live import (
    LEFT,
    NAMES,
    SKILLS,
    a_running_call,
    curtain_of,
    floors,
    heard,
    hit,
    marks,
    press,
    shown,
    state_of,
    tile,
    words_field,
    write,
)
from tests.ui.widgets.loglines import Finger
from ui.screens.observe import ObserveScreen
from ui.session import Session
from ui.widgets.floor_tile import FloorTile
from ui.widgets.live_chips import LiveChip
from ui.widgets.log_drawer import LogDrawer
from ui.widgets.log_row import LogButton
from ui.widgets.press_button import PressButton
from ui.widgets.words_field import WordsField

RETURN, ESC, DELETE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Space
LEVEL_WORDS = {level.word for skill in default_rubric().skills for level in skill.levels}


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


@pytest.fixture
def call_id(session: Session, priya: Rep) -> UUID:
    return a_running_call(session, priya)


@pytest.fixture
def screen(
    qtbot: QtBot, session: Session, call_id: UUID, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> ObserveScreen:
    """Sit in for ten minutes, on a keyboard whose places are known."""
    tell_places(monkeypatch)
    screen = shown(qtbot, session, call_id)
    clock.advance(minutes=10)
    return screen


@pytest.fixture
def drawer(screen: ObserveScreen, clock: FakeClock) -> LogDrawer:
    """The drawer, opened by its key over a mark at 10:00, the customer's floor at 10:10 and a moment at 10:20."""
    for place in ("1", "s"):
        strike(screen, place)
        clock.advance(seconds=10)
    screen.session.book(screen.subject).moment()
    clock.advance(seconds=10)
    strike(screen, "l")
    settle()
    return _drawer(screen)


def _drawer(screen: ObserveScreen) -> LogDrawer:
    return find(screen, LogDrawer, "observe.drawer")


def _lines(screen: ObserveScreen) -> list[str]:
    """:returns: the lines from top to bottom as they are read out."""
    settle()
    buttons = [button for button in screen.findChildren(LogButton) if button.isVisible()]
    placed = sorted(buttons, key=lambda button: button.mapTo(screen, QPoint()).y())
    return [button.accessibleName() for button in placed]


def _line(screen: ObserveScreen, number: int) -> LogButton:
    name = _lines(screen)[number]
    return next(b for b in screen.findChildren(LogButton) if b.isVisible() and b.accessibleName() == name)


def _open(qtbot: QtBot, screen: ObserveScreen, number: int) -> None:
    """Open a line by keyboard."""
    _line(screen, number).setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, screen, RETURN)
    settle()


def _amendments(screen: ObserveScreen) -> int:
    return sum(isinstance(item.what, Amended) for item in state_of(screen).entries.values())


def _focused(screen: ObserveScreen) -> QWidget:
    focused = screen.window().focusWidget()
    assert focused is not None
    return focused


# Opening and closing


def test_l_opens_it_and_l_closes_it(screen: ObserveScreen, drawer: LogDrawer, clock: FakeClock) -> None:
    assert drawer.isVisible()
    assert isinstance(_focused(screen), LogButton)
    clock.advance(seconds=1)
    strike(screen, "l")
    assert not drawer.isVisible()
    assert screen.hasFocus()


@pytest.mark.parametrize("close", ["observe.log", "log.close", "Esc"])
def test_its_button_opens_it_and_each_of_its_ways_out_closes_it(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock, close: str
) -> None:
    hit(qtbot, screen, "observe.log")
    assert _drawer(screen).isVisible()
    clock.advance(seconds=1)
    press(qtbot, screen, ESC) if close == "Esc" else hit(qtbot, screen, close)
    assert not _drawer(screen).isVisible()
    strike(screen, "1")
    assert marks(screen) == [(1, True, "")], "the keys log again"


def test_nothing_behind_it_moves(qtbot: QtBot, screen: ObserveScreen, clock: FakeClock) -> None:
    strike(screen, "1")
    settle()
    screen.grab()
    places = _places(screen)
    for act in ("observe.log", "log.close"):
        clock.advance(seconds=1)
        hit(qtbot, screen, act)
        settle()
        screen.grab()
        assert _places(screen) == places


def _places(screen: ObserveScreen) -> list[tuple[str, QRect]]:
    parts = [part for part in screen.findChildren(PressButton) if not _drawer(screen).isAncestorOf(part)]
    return [
        (part.objectName(), QRect(part.mapTo(screen, QPoint()), part.size()))
        for part in parts
        if part.isVisible()
    ]


def test_the_floor_and_the_buttons_stay_in_reach(screen: ObserveScreen, drawer: LogDrawer) -> None:
    covered = QRect(drawer.geometry())
    for name in ("observe.rep", "observe.nobody", "observe.undo", "observe.curtain", "observe.corner"):
        part = find(screen, QWidget, name)
        assert not covered.intersects(QRect(part.mapTo(screen, QPoint()), part.size())), name


def test_it_follows_the_window(qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer) -> None:
    screen.resize(1180, 720)
    right = find(screen, QWidget, f"skill.{SKILLS[2]}")
    qtbot.waitUntil(lambda: drawer.geometry().right() == right.mapTo(screen, right.rect().bottomRight()).x())


# The keys go on logging


def _log_by_keys(qtbot: QtBot, screen: ObserveScreen, clock: FakeClock) -> None:
    """Log something with every kind of key, and take the last back."""
    for place in ("2", "w", "a"):
        clock.advance(seconds=1)
        strike(screen, place)
    press(qtbot, screen, SPACE)
    clock.advance(seconds=1)
    press(qtbot, screen, SPACE)
    press(qtbot, screen, Qt.Key.Key_Backspace)


def _assert_logged(screen: ObserveScreen) -> None:
    assert marks(screen) == [(1, True, ""), (2, True, ""), (2, False, "")]
    assert floors(screen) == [Floor.CUSTOMER, Floor.REP]
    assert len(list(state_of(screen).of(Moment))) == 2


def test_keys_log_while_a_line_has_them(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer, clock: FakeClock
) -> None:
    line = _focused(screen)
    _log_by_keys(qtbot, screen, clock)
    _assert_logged(screen)
    assert _focused(screen) is line
    assert drawer.open_entry is None
    assert _lines(screen)[:2] == ["10:33 Mark", "10:33 Rep"]


@pytest.mark.parametrize("part", ["choice.missed", "log.move.10", "log.strike", "log.done"])
def test_keys_log_while_a_button_of_an_open_line_has_them(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer, clock: FakeClock, part: str
) -> None:
    _open(qtbot, screen, 2)
    button = find(drawer, PressButton, part)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    _log_by_keys(qtbot, screen, clock)
    _assert_logged(screen)
    assert _focused(screen) is button


def test_in_the_words_of_a_line_keys_write_and_with_ctrl_they_log(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    _open(qtbot, screen, 2)
    field = find(drawer, WordsField, "log.words")
    field.setFocus()
    write(qtbot, screen, "12 wq l")
    strike(screen, "3", modifiers=CTRL)
    strike(screen, "d", modifiers=CTRL)
    press(qtbot, screen, SPACE, CTRL)
    assert field.text() == "12 wq l"
    assert marks(screen) == [(1, True, ""), (3, True, "")]
    assert floors(screen) == [Floor.CUSTOMER, Floor.ME]
    assert len(list(state_of(screen).of(Moment))) == 2
    assert _focused(screen) is field
    press(qtbot, screen, RETURN)
    assert marks(screen) == [(1, True, "12 wq l"), (3, True, "")]


def test_a_new_tap_comes_on_top_and_leaves_the_open_line_alone(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer, clock: FakeClock
) -> None:
    _open(qtbot, screen, 2)
    field = find(drawer, WordsField, "log.words")
    field.setFocus()
    write(qtbot, screen, "So wh")
    place = field.mapTo(screen, QPoint())
    strike(screen, "9", modifiers=CTRL)
    assert _lines(screen)[0] == "10:30 seen Agrees a next step"
    write(qtbot, screen, "at?")
    assert field.text() == "So what?"
    assert field.mapTo(screen, QPoint()) == place


# Correcting


def test_arrows_return_and_chips_correct_by_keyboard(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    for key in (Qt.Key.Key_End, RETURN, Qt.Key.Key_Right, RETURN):
        press(qtbot, screen, key)
    assert marks(screen) == [(1, False, "")]
    assert _amendments(screen) == 1
    press(qtbot, screen, Qt.Key.Key_Backspace)
    assert marks(screen) == [(1, True, "")]


def test_a_correction_shows_on_the_tiles_at_once(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    _open(qtbot, screen, 1)
    find(drawer, LiveChip, "choice.me").tap()
    assert find(screen, FloorTile, "observe.me").isChecked()
    _open(qtbot, screen, 2)
    find(drawer, LiveChip, f"choice.{SKILLS[3]}").tap()
    screen.grab()
    assert sum(tile(screen, 4).seen.painted_tally) == 1
    assert sum(tile(screen, 1).seen.painted_tally) == 0


def test_delete_strikes_one_line_and_the_keys_stay_in_the_list(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    press(qtbot, screen, Qt.Key.Key_Down)
    press(qtbot, screen, DELETE)
    assert _lines(screen) == ["10:20 Mark", "10:00 seen Opens with purpose"]
    assert _focused(screen) is _line(screen, 1)
    assert _amendments(screen) == 1
    press(qtbot, screen, DELETE)
    press(qtbot, screen, DELETE)
    assert _lines(screen) == []
    press(qtbot, screen, Qt.Key.Key_Backspace)
    assert _lines(screen) == ["10:20 Mark"]


def test_correcting_goes_by_finger_too(qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer) -> None:
    finger = Finger(qtbot, screen.window())
    finger.tap(_line(screen, 2))
    settle()
    finger.tap(find(drawer, LiveChip, "choice.missed"))
    assert marks(screen) == [(1, False, "")]
    assert _amendments(screen) == 1
    finger.tap(find(drawer, PressButton, "log.done"))
    assert drawer.open_entry is None


def test_a_long_press_in_the_drawer_asks_for_no_words(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    _open(qtbot, screen, 2)
    chip = find(drawer, LiveChip, "choice.missed")
    with qtbot.assertNotEmitted(chip.held, wait=600):
        qtbot.mousePress(chip, LEFT)
    assert not words_field(screen).hasFocus()
    qtbot.mouseRelease(chip, LEFT)
    assert marks(screen) == [(1, False, "")]


# One step quieter


def test_esc_leaves_words_then_the_line_then_the_drawer_then_draws_the_curtain(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    _open(qtbot, screen, 2)
    find(drawer, WordsField, "log.words").setFocus()
    seen: list[tuple[bool, bool, bool]] = []
    for _ in range(4):
        press(qtbot, screen, ESC)
        seen.append((drawer.open_entry is not None, drawer.isVisible(), curtain_of(screen).isVisible()))
    assert seen == [
        (True, True, False),
        (False, True, False),
        (False, False, False),
        (False, False, True),
    ]


def test_esc_closes_the_drawer_wherever_the_keys_are(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    hit(qtbot, screen, "observe.nobody")
    press(qtbot, screen, ESC)
    assert not drawer.isVisible()
    assert not curtain_of(screen).isVisible()


def test_the_curtain_covers_the_drawer_and_no_key_brings_it_out(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer, clock: FakeClock
) -> None:
    hit(qtbot, screen, "observe.curtain")
    covered = screen.grab().toImage()
    for _ in range(2):
        clock.advance(seconds=1)
        strike(screen, "l", modifiers=CTRL)
        assert screen.grab().toImage() == covered
        assert _focused(screen) is curtain_of(screen).page
    press(qtbot, screen, ESC)
    assert drawer.isVisible(), "it is as it was"


def test_the_log_cannot_be_opened_over_the_curtain(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock
) -> None:
    press(qtbot, screen, ESC)
    strike(screen, "l", modifiers=CTRL)
    assert not _drawer(screen).isVisible()
    write(qtbot, screen, "Milk")
    assert curtain_of(screen).page.text() == "Milk"


def test_what_is_undone_behind_the_curtain_takes_no_keys_from_it(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    hit(qtbot, screen, "observe.curtain")
    strike(screen, "z", modifiers=CTRL)
    write(qtbot, screen, "1q Milk")
    assert curtain_of(screen).page.text() == "1q Milk"
    assert marks(screen) == [(1, True, "")]


def test_what_is_undone_while_words_heard_are_typed_takes_no_keys_from_them(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    press(qtbot, screen, RETURN, CTRL)
    write(qtbot, screen, "Too ")
    strike(screen, "z", modifiers=CTRL)
    write(qtbot, screen, "steep")
    assert words_field(screen).text() == "Too steep"


# Nothing that was begun is lost


def test_words_for_a_line_that_is_undone_go_on_where_words_are_written(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock
) -> None:
    strike(screen, "1")
    strike(screen, "l")
    _open(qtbot, screen, 0)
    find(screen, WordsField, "log.words").setFocus()
    write(qtbot, screen, "So wh")
    strike(screen, "z", modifiers=CTRL)
    assert _lines(screen) == []
    assert words_field(screen).text() == "So wh"
    write(qtbot, screen, "at?")
    strike(screen, "y", Qt.Key.Key_Y, CTRL)
    press(qtbot, screen, RETURN)
    assert marks(screen) == [(1, True, "So what?")]


def test_words_for_a_line_that_is_undone_wait_and_the_keys_go_on_undoing(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock
) -> None:
    for place in ("1", "2"):
        strike(screen, place)
        clock.advance(seconds=1)
    strike(screen, "l")
    _open(qtbot, screen, 0)
    field = find(screen, WordsField, "log.words")
    field.setFocus()
    write(qtbot, screen, "So what?")
    find(screen, LiveChip, "choice.seen").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        press(qtbot, screen, Qt.Key.Key_Backspace)
    assert marks(screen) == []
    assert words_field(screen).text() == "So what?"
    screen.leave()
    assert heard(screen) == ["So what?"]


@pytest.mark.parametrize("leave", ["observe.end", "log.close", "observe.log", "leave"])
def test_half_typed_words_are_stored_however_the_line_is_left(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer, clock: FakeClock, leave: str
) -> None:
    _open(qtbot, screen, 2)
    find(drawer, WordsField, "log.words").setFocus()
    write(qtbot, screen, "So what?")
    clock.advance(seconds=1)
    screen.leave() if leave == "leave" else hit(qtbot, screen, leave)
    assert marks(screen) == [(1, True, "So what?")]
    assert not drawer.isVisible()
    last = list(state_of(screen).entries.values())[-1].what
    assert isinstance(last, Amended) == (leave != "observe.end"), "nothing comes after the end"


def test_another_way_to_sit_in_is_asked_for_this_call(
    qtbot: QtBot, screen: ObserveScreen, drawer: LogDrawer
) -> None:
    with qtbot.waitSignal(screen.way_chosen) as told:
        hit(qtbot, screen, f"log.way.{Way.NO_DEVICE}")
    assert told.args == [screen.subject, Way.NO_DEVICE]
    assert state_of(screen).phase == Phase.RUNNING


# The neutral face


def _everything(screen: ObserveScreen) -> str:
    return "\n".join([everything_said_by(screen), screen.title(), screen.window().windowTitle()])


def _a_full_log(screen: ObserveScreen, clock: FakeClock) -> list[Entry]:
    """Log eleven minutes of floor and one of everything that has a line, so that each stands open once."""
    book = screen.session.book(screen.subject)
    for _ in range(22):
        for who in (Floor.REP, Floor.CUSTOMER):
            book.floor(who)
            clock.advance(seconds=15)
    made = [
        book.introduced(Introduction.AS_AGREED),
        book.mark(SKILLS[8], seen=False),
        book.step(),
        book.step(),
        book.words("On a good week"),
        book.moment(),
        book.floor(Floor.ME),
        book.correct_floor(Floor.NOBODY, 600_000, 610_000),
    ]
    return [entry for entry in made if entry]


def test_a_stranger_reads_no_name_count_share_or_level_anywhere(
    qtbot: QtBot, screen: ObserveScreen, clock: FakeClock
) -> None:
    entries = _a_full_log(screen, clock)
    screen.show_subject(screen.subject)
    strike(screen, "l")
    assert len(entries) == 8
    for entry in entries:
        find(screen, LogButton, f"log.{entry.id}").click()
        said = _everything(screen)
        words = said.casefold()
        assert [name for name in NAMES if name.casefold() in words] == []
        assert [level for level in LEVEL_WORDS if level.casefold() in words] == []
        assert "%" not in said
    halves = [
        half for number in range(1, 10) for half in (tile(screen, number).seen, tile(screen, number).missed)
    ]
    shown_on_tiles = {letters.text for half in halves for letters in half.lettering()}
    assert shown_on_tiles == {"+", "–", *"123456789", *"QWERTYUIO"}, "signs and keys, no figures"
    described = {half.accessibleDescription().replace(", not saved yet", "") for half in halves}
    assert described == {*(f"Key {key}" for key in "123456789QWERTYUI"), "Marked. Key O"}


def test_names_counts_and_shares_come_when_they_are_asked_for(
    qtbot: QtBot, session: Session, screen: ObserveScreen, clock: FakeClock
) -> None:
    session.save_preferences(Preferences(neutral_face=False))
    for _ in range(9):
        strike(screen, "a")
        clock.advance(seconds=30)
        strike(screen, "s")
        clock.advance(seconds=30)
    screen.show_subject(screen.subject)
    assert find(screen, FloorTile, "observe.rep").text() == "Priya"
    assert "%" not in _everything(screen), "nine minutes of floor are no figure"
    for _ in range(2):
        strike(screen, "a")
        clock.advance(seconds=30)
        strike(screen, "s")
        clock.advance(seconds=30)
    strike(screen, "1")
    clock.advance(seconds=1)
    strike(screen, "1")
    screen.show_subject(screen.subject)
    assert find(screen, FloorTile, "observe.rep").accessibleDescription().startswith("50%")
    assert "2" in [letters.text for letters in tile(screen, 1).seen.lettering()[2:]]
    session.save_preferences(Preferences(neutral_face=True))
    screen.show_subject(screen.subject)
    assert "%" not in _everything(screen)
    assert [letters.text for letters in tile(screen, 1).seen.lettering()] == ["+", "1"]


def test_the_log_names_nobody_even_where_names_are_asked_for(
    session: Session, screen: ObserveScreen, clock: FakeClock
) -> None:
    session.save_preferences(Preferences(neutral_face=False))
    _a_full_log(screen, clock)
    screen.show_subject(screen.subject)
    strike(screen, "l")
    said = everything_said_by(_drawer(screen)).casefold()
    assert [name for name in NAMES if name.casefold() in said] == []


# A long stretch of one's own


def test_my_tile_shows_a_long_stretch_and_no_word_does(screen: ObserveScreen, clock: FakeClock) -> None:
    strike(screen, "d")
    me = find(screen, FloorTile, "observe.me")
    before = me.grab().toImage()
    clock.advance(seconds=60)
    strike(screen, "1")
    assert me.grab().toImage() != before
    assert [letters.text for letters in me.lettering()] == ["Me", "D"]
    strike(screen, "a")
    clock.advance(seconds=1)
    strike(screen, "d")
    assert me.grab().toImage() == before


# By eye and by screen reader


def test_every_control_has_a_name_and_a_handle(qtbot: QtBot, screen: ObserveScreen, clock: FakeClock) -> None:
    entries = _a_full_log(screen, clock)
    strike(screen, "l")
    for entry in entries:
        find(screen, LogButton, f"log.{entry.id}").click()
        controls = [
            p for p in screen.findChildren(QWidget) if isinstance(p, PressButton | LogButton | WordsField)
        ]
        assert [part for part in controls if not (part.accessibleName() and part.objectName())] == []


@every_look
def test_everything_can_be_read_whatever_is_open(
    qapp: QApplication, qtbot: QtBot, session: Session, call_id: UUID, clock: FakeClock, look: Look
) -> None:
    with worn(qapp, look):
        screen = shown(qtbot, session, call_id)
        entries = _a_full_log(screen, clock)
        hit(qtbot, screen, "observe.log")
        assert_all_can_be_read(screen)
        for entry in entries:
            find(screen, LogButton, f"log.{entry.id}").click()
            assert_all_can_be_read(screen)


HUGE = [Look(2.0), Look(2.0, mirrored=True)]


@pytest.mark.parametrize(("look", "neutral", "why"), list(product(HUGE, (True, False), (True, False))))
def test_text_of_twice_the_size_fits_a_small_laptop(
    qapp: QApplication,
    qtbot: QtBot,
    session: Session,
    call_id: UUID,
    clock: FakeClock,
    look: Look,
    *,
    neutral: bool,
    why: bool,
) -> None:
    session.save_preferences(Preferences(neutral_face=neutral))
    book = session.book(call_id)
    for number in range(24):
        book.floor(list(Floor)[number % 2])
        book.mark(SKILLS[number % 9], seen=bool(number % 2))
        clock.advance(seconds=30)
    if why:
        book.step()
    with worn(qapp, look):
        screen = shown(qtbot, session, call_id)
        question = "observe.reasons" if why else "observe.introduction"
        assert find(screen, QWidget, question).isVisible()
        assert ("%" in everything_said_by(screen)) != neutral
        assert_all_can_be_read(screen)
        hit(qtbot, screen, "observe.log")
        assert_all_can_be_read(screen)
        _open(qtbot, screen, 0)
        assert_all_can_be_read(screen)
        hit(qtbot, screen, "log.close")
        book.pause()
        screen.show_subject(call_id)
        assert_all_can_be_read(screen)


def test_ctrl_and_esc_draw_the_curtain_at_once_whatever_is_open(qtbot: QtBot, screen: ObserveScreen) -> None:
    strike(screen, "1")
    strike(screen, "l")
    press(qtbot, screen, Qt.Key.Key_Escape, CTRL)
    assert curtain_of(screen).isVisible()
    press(qtbot, screen, Qt.Key.Key_Escape)
    press(qtbot, screen, Qt.Key.Key_Escape)
    press(qtbot, screen, Qt.Key.Key_Return)
    assert screen.focusWidget() is words_field(screen)
    press(qtbot, screen, Qt.Key.Key_Escape, CTRL)
    assert curtain_of(screen).isVisible()
