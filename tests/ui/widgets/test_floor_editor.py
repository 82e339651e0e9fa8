from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoring.entry import Entry, Floor, FloorCorrected
from scoring.floor import FloorSpan, Span
from scoring.floor_editing import floor_until
from scoring.logbook import Logbook
from scoring.state import CallState
from tests.builders import FakeClock, an_id
from tests.drawings import find_clipped
from tests.ui.finding import find, press
from tests.ui.looks import Look, every_look, settle, worn
from tests.ui.widgets.conftest import Stage
from tests.ui.widgets.touching import Finger
from ui.theme import DESK, LIVE, Tokens, px, wear
from ui.widgets.floor_editor import FloorEditor
from ui.widgets.floor_editor_buttons import PartyChip
from ui.widgets.text import Text

TALK = (
    (10, Floor.REP),
    (30, Floor.CUSTOMER),
    (20, Floor.ME),
    (20, Floor.NOBODY),
    (10, Floor.REP),
    (10, None),
)
SPANS = [
    FloorSpan(10_000, 40_000, Floor.REP),
    FloorSpan(40_000, 60_000, Floor.CUSTOMER),
    FloorSpan(60_000, 80_000, Floor.ME),
    FloorSpan(80_000, 90_000, Floor.NOBODY),
    FloorSpan(90_000, 100_000, Floor.REP),
]
LENGTH = 100_000
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Told = tuple[Floor, int, int | None]


class Record:
    """A real log that takes down what the editor tells, and is shown in it again at once."""

    def __init__(self, editor: FloorEditor, *, runs: bool = False) -> None:
        self.told: list[Told] = []
        self.clock = FakeClock()
        self._editor = editor
        self._written: list[Entry] = []
        self.book = Logbook(CallState(), an_id(), self.clock, self._written.append)
        self._talk()
        if not runs:
            self.book.end()
        editor.set_running(runs)
        editor.corrected.connect(self._on_corrected)
        self.show()

    def _talk(self) -> None:
        self.book.start()
        for seconds, who in TALK:
            self.clock.advance(seconds=seconds)
            if who is not None:
                self.book.floor(who)

    @property
    def spans(self) -> list[FloorSpan]:
        return list(floor_until(self.book.state, self.book.elapsed_ms()))

    def show(self) -> None:
        self._editor.show_floor(self.spans, 0, self.book.elapsed_ms())

    def corrections(self) -> int:
        return sum(isinstance(entry.what, FloorCorrected) for entry in self._written)

    def _on_corrected(self, who: Floor, from_ms: int, until_ms: int | None) -> None:
        self.told.append((who, from_ms, until_ms))
        self.book.correct_floor(who, from_ms, until_ms)
        self.show()


@pytest.fixture
def editor(stage: Stage) -> FloorEditor:
    made = FloorEditor()
    stage(made, size=(1_000, 480))
    return made


@pytest.fixture
def record(editor: FloorEditor) -> Record:
    return Record(editor)


@pytest.fixture
def live(editor: FloorEditor) -> Record:
    return Record(editor, runs=True)


def _at(editor: FloorEditor, ms: int) -> QPoint:
    return QPoint(editor.bar.x_of(ms), editor.bar.height() // 2)


def _choose(editor: FloorEditor, ms: int) -> None:
    QTest.mouseClick(editor.bar, LEFT, pos=_at(editor, ms))


def _drag(editor: FloorEditor, start_ms: int, end_ms: int) -> None:
    QTest.mousePress(editor.bar, LEFT, pos=_at(editor, start_ms))
    QTest.mouseMove(editor.bar, _at(editor, (start_ms + end_ms) // 2))
    QTest.mouseMove(editor.bar, _at(editor, end_ms))
    QTest.mouseRelease(editor.bar, LEFT, pos=_at(editor, end_ms))


def _words(editor: FloorEditor) -> str:
    return find(editor, Text, "floor.words").text()


def _shown_as_chosen(editor: FloorEditor) -> list[str]:
    return [chip.objectName() for chip in editor.findChildren(PartyChip) if chip.isChecked()]


# Choosing


def test_a_chosen_stretch_is_said_in_words_and_its_party_is_shown(
    editor: FloorEditor, record: Record
) -> None:
    assert _words(editor) == "Choose a stretch to correct it."
    _choose(editor, 50_000)
    assert _words(editor) == "Customer, 00:40 to 01:00"
    assert _shown_as_chosen(editor) == ["floor.give.customer"]


def test_before_a_choice_nothing_can_be_given_away(editor: FloorEditor, record: Record) -> None:
    chips = [chip for chip in editor.findChildren(PartyChip) if chip.isVisible()]
    assert len(chips) == 4
    assert not any(chip.isEnabled() for chip in chips)
    assert not [b for b in editor.findChildren(QAbstractButton, "floor.start.later") if b.isVisible()]


def test_where_nothing_was_tapped_it_says_so(editor: FloorEditor) -> None:
    editor.show_floor((), 0, 60_000)
    assert _words(editor) == "Nothing was tapped here."


def test_the_keys_read_out_what_they_choose(editor: FloorEditor, record: Record) -> None:
    editor.bar.setFocus()
    QTest.keyClick(editor.bar, Qt.Key.Key_Right)
    QTest.keyClick(editor.bar, Qt.Key.Key_Right)
    found = QAccessible.queryAccessibleInterface(editor.bar)
    assert found.text(QAccessible.Text.Name) == "Customer, 00:40 to 01:00. Who had the floor"
    listed = found.text(QAccessible.Text.Description)
    assert listed.startswith("Rep, 00:10 to 00:40; Customer, 00:40 to 01:00; Me, 01:00 to 01:20; Nobody, ")


def test_earlier_and_later_go_through_the_stretches_without_a_keyboard(
    qtbot: QtBot, editor: FloorEditor, record: Record
) -> None:
    press(qtbot, editor, "floor.later")
    press(qtbot, editor, "floor.later")
    press(qtbot, editor, "floor.earlier")
    assert editor.chosen == SPANS[0]
    press(qtbot, editor, "floor.earlier")
    assert editor.chosen == SPANS[0]


def test_names_stand_where_they_are_given_and_neutral_words_elsewhere(
    editor: FloorEditor, record: Record
) -> None:
    editor.set_names({Floor.REP: "Priya"})
    _choose(editor, 20_000)
    assert _words(editor) == "Priya, 00:10 to 00:40"
    assert find(editor, PartyChip, "floor.give.rep").text() == "Priya"
    assert find(editor, PartyChip, "floor.give.customer").text() == "Customer"


# Giving a stretch to somebody else


@pytest.mark.parametrize("who", [Floor.REP, Floor.ME, Floor.NOBODY])
def test_a_stretch_is_given_to_somebody_else_and_stays_chosen(
    qtbot: QtBot, editor: FloorEditor, record: Record, who: Floor
) -> None:
    _choose(editor, 50_000)
    press(qtbot, editor, f"floor.give.{who}")
    assert record.told == [(who, 40_000, 60_000)]
    assert editor.chosen is not None
    assert (editor.chosen.who, editor.chosen.start_ms <= 40_000, editor.chosen.end_ms >= 60_000) == (
        who,
        True,
        True,
    )
    assert _shown_as_chosen(editor) == [f"floor.give.{who}"]


def test_giving_it_to_whoever_has_it_says_nothing(qtbot: QtBot, editor: FloorEditor, record: Record) -> None:
    _choose(editor, 50_000)
    press(qtbot, editor, "floor.give.customer")
    assert record.told == []


# Moving a boundary


def test_a_drag_by_pointer_is_one_correction_and_one_undo(editor: FloorEditor, record: Record) -> None:
    _drag(editor, 40_000, 50_000)
    assert record.told == [(Floor.REP, 40_000, 50_000)]
    assert record.spans[:2] == [
        FloorSpan(10_000, 50_000, Floor.REP),
        FloorSpan(50_000, 60_000, Floor.CUSTOMER),
    ]
    record.book.undo()
    assert record.spans == SPANS


def test_a_drag_by_finger_is_one_correction(editor: FloorEditor, record: Record) -> None:
    Finger(editor.bar).drag(_at(editor, 60_000) + QPoint(15, 0), _at(editor, 50_000) + QPoint(15, 0))
    assert record.told == [(Floor.ME, 50_000, 60_000)]


def test_a_drag_that_ends_where_it_began_corrects_nothing(editor: FloorEditor, record: Record) -> None:
    QTest.mousePress(editor.bar, LEFT, pos=_at(editor, 40_000))
    for ms in (50_000, 40_000):
        QTest.mouseMove(editor.bar, _at(editor, ms))
    QTest.mouseRelease(editor.bar, LEFT, pos=_at(editor, 40_000))
    assert (record.told, record.corrections()) == ([], 0)


def test_into_time_that_was_not_logged_a_stretch_grows(editor: FloorEditor, record: Record) -> None:
    _drag(editor, 10_000, 4_000)
    assert record.told == [(Floor.REP, 4_000, 10_000)]
    assert record.spans[0] == FloorSpan(4_000, 40_000, Floor.REP)


def test_a_stretch_that_gives_way_to_nothing_leaves_nobody(editor: FloorEditor, record: Record) -> None:
    _drag(editor, 10_000, 15_000)
    assert record.spans[:2] == [FloorSpan(10_000, 15_000, Floor.NOBODY), FloorSpan(15_000, 40_000, Floor.REP)]


def test_keys_move_the_ends_of_the_chosen_stretch_again_and_again(
    editor: FloorEditor, record: Record
) -> None:
    _choose(editor, 50_000)
    for _ in range(3):
        QTest.keyClick(editor.bar, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(editor.bar, Qt.Key.Key_Right, SHIFT | Qt.KeyboardModifier.ControlModifier)
    assert len(record.told) == 4
    assert editor.chosen == FloorSpan(43_000, 61_000, Floor.CUSTOMER)


def test_buttons_move_them_by_five_seconds(qtbot: QtBot, editor: FloorEditor, record: Record) -> None:
    _choose(editor, 50_000)
    press(qtbot, editor, "floor.start.earlier")
    press(qtbot, editor, "floor.end.earlier")
    assert record.told == [(Floor.CUSTOMER, 35_000, 40_000), (Floor.ME, 55_000, 60_000)]
    assert editor.chosen == FloorSpan(35_000, 55_000, Floor.CUSTOMER)


def test_a_stretch_stays_chosen_though_most_of_it_is_dragged_away(
    editor: FloorEditor, record: Record
) -> None:
    _choose(editor, 20_000)
    _drag(editor, 40_000, 15_000)
    assert editor.chosen == FloorSpan(10_000, 15_000, Floor.REP)
    record.book.undo()
    record.show()
    assert editor.chosen == SPANS[0]


def test_a_stretch_that_left_the_window_is_chosen_no_longer(editor: FloorEditor, record: Record) -> None:
    _choose(editor, 20_000)
    editor.show_floor(SPANS, 30_000, 100_000)
    assert editor.chosen == SPANS[0], "a part of it is there"
    editor.show_floor(SPANS, 45_000, 100_000)
    assert editor.chosen is None
    editor.show_floor(SPANS, 0, 100_000)
    assert editor.chosen is None


def test_showing_tells_nobody(qtbot: QtBot, editor: FloorEditor, record: Record) -> None:
    with qtbot.assertNotEmitted(editor.corrected):
        _choose(editor, 50_000)
        editor.show_floor(SPANS[:3], 0, LENGTH)
        editor.set_running(True)
        editor.set_names({Floor.ME: "Dana"})


# While the call runs


def test_that_was_me_since(qtbot: QtBot, editor: FloorEditor, live: Record) -> None:
    _choose(editor, 70_000)
    press(qtbot, editor, "floor.since.rep")
    assert live.told == [(Floor.REP, 60_000, None)]
    assert live.book.state.floor == Floor.REP
    live.clock.advance(seconds=5)
    assert live.spans[-1] == FloorSpan(60_000, 105_000, Floor.REP)


def test_what_goes_away_under_the_keys_leaves_them_to_the_strip(
    qtbot: QtBot, editor: FloorEditor, live: Record
) -> None:
    _choose(editor, 70_000)
    find(editor, PartyChip, "floor.since.rep").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, editor, "floor.since.rep")
    assert editor.bar.hasFocus()
    find(editor, PartyChip, "floor.give.rep").setFocus(Qt.FocusReason.TabFocusReason)
    editor.show_floor((), 0, LENGTH)
    assert editor.bar.hasFocus()


def test_since_is_only_asked_while_the_call_runs(editor: FloorEditor, record: Record) -> None:
    _choose(editor, 70_000)
    since = [chip for chip in editor.findChildren(PartyChip) if "since" in chip.objectName()]
    assert not any(chip.isVisible() for chip in since)
    editor.set_running(True)
    assert all(chip.isVisible() for chip in since)


def test_whoever_has_it_now_goes_on_when_the_stretch_is_given_away(
    qtbot: QtBot, editor: FloorEditor, live: Record
) -> None:
    _choose(editor, 95_000)
    assert _words(editor) == "Rep, since 01:30"
    press(qtbot, editor, "floor.give.me")
    assert live.told == [(Floor.ME, 90_000, None)]
    assert live.book.state.floor == Floor.ME
    assert editor.chosen is not None
    assert editor.chosen.who == Floor.ME


def test_at_the_moment_of_a_tap_the_stretch_before_has_ended(
    qtbot: QtBot, editor: FloorEditor, live: Record
) -> None:
    live.book.floor(Floor.CUSTOMER)
    live.show()
    _choose(editor, 95_000)
    press(qtbot, editor, "floor.give.me")
    assert live.told == [(Floor.ME, 90_000, 100_000)]
    assert live.book.state.floor == Floor.CUSTOMER


def test_the_chosen_stretch_stays_chosen_as_the_call_goes_on(editor: FloorEditor, live: Record) -> None:
    _choose(editor, 95_000)
    live.clock.advance(minutes=1)
    live.show()
    assert editor.chosen == FloorSpan(90_000, 160_000, Floor.REP)


def test_space_and_letters_are_left_to_the_live_screen(
    qtbot: QtBot, editor: FloorEditor, live: Record
) -> None:
    _choose(editor, 50_000)
    for button in editor.findChildren(QAbstractButton):
        if button.isVisible():
            button.setFocus(Qt.FocusReason.TabFocusReason)
            for key in (Qt.Key.Key_Space, Qt.Key.Key_A):
                QTest.keyClick(button, key)
    assert live.told == []


# Looking


def test_closer_looks_around_the_chosen_stretch_and_wider_at_all_of_it(
    qtbot: QtBot, editor: FloorEditor, record: Record
) -> None:
    _choose(editor, 70_000)
    press(qtbot, editor, "floor.closer")
    assert editor.view == Span(45_000, 95_000)
    press(qtbot, editor, "floor.wider")
    assert editor.view == Span(0, LENGTH)


def test_keys_lead_on_to_what_is_not_seen(qtbot: QtBot, editor: FloorEditor, record: Record) -> None:
    _choose(editor, 20_000)
    editor.bar.setFocus()
    QTest.keyClick(editor.bar, Qt.Key.Key_Plus)
    QTest.keyClick(editor.bar, Qt.Key.Key_End)
    assert editor.view.end_ms == LENGTH
    assert editor.chosen == SPANS[-1]


def test_a_view_from_near_by_stays_where_it_is_when_something_is_corrected(
    qtbot: QtBot, editor: FloorEditor, record: Record
) -> None:
    _choose(editor, 70_000)
    press(qtbot, editor, "floor.closer")
    press(qtbot, editor, "floor.give.rep")
    assert editor.view == Span(45_000, 95_000)


def test_three_hours_of_seven_hundred_stretches_can_be_gone_through(
    qtbot: QtBot, editor: FloorEditor
) -> None:
    parties = [Floor.REP, Floor.CUSTOMER, Floor.NOBODY, Floor.ME]
    spans = [FloorSpan(n * 15_000, (n + 1) * 15_000, parties[n % 4]) for n in range(720)]
    editor.show_floor(spans, 0, 3 * 3_600_000)
    _choose(editor, 5_407_500)
    assert editor.chosen is not None
    assert abs(editor.chosen.start_ms - 5_400_000) <= 15_000, "one pixel is eleven seconds"
    for _ in range(6):
        press(qtbot, editor, "floor.closer")
    began = spans.index(editor.chosen)
    for _ in range(20):
        QTest.keyClick(editor.bar, Qt.Key.Key_Right)
    assert editor.chosen == spans[began + 20]
    assert editor.view.start_ms <= editor.chosen.start_ms < editor.chosen.end_ms <= editor.view.end_ms


# How it looks


@every_look
@pytest.mark.parametrize("face", [DESK, LIVE], ids=["paper", "dark"])
@pytest.mark.parametrize("width", [380, 760])
def test_everything_can_be_read_on_both_faces_in_a_drawer_and_on_a_page(
    qapp: QApplication, qtbot: QtBot, look: Look, face: Tokens, width: int
) -> None:
    with worn(qapp, look):
        editor, window = FloorEditor(), QWidget()
        column = QVBoxLayout(window)
        column.addWidget(editor)
        column.addStretch(1)
        wear(window, face)
        qtbot.addWidget(window)
        window.resize(px(width), px(700))
        window.show()
        Record(editor, runs=True)
        for ms in (50_000, 95_000):
            _choose(editor, ms)
            settle()
            window.grab()
            assert find_clipped(window) == []
            assert window.width() == px(width)


def test_every_control_has_a_name_to_be_found_and_one_to_be_read_out(
    editor: FloorEditor, live: Record
) -> None:
    _choose(editor, 50_000)
    controls = [b for b in editor.findChildren(QAbstractButton) if b.isVisible()]
    assert len(controls) == 16
    assert all(control.objectName() and control.accessibleName() for control in controls)
    assert len({control.objectName() for control in controls}) == len(controls)
