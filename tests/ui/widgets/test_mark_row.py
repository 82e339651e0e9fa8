from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.drawings import find_clipped
from tests.ui.looks import Look, every_look, worn
from ui.theme import LIVE, TARGET, px, wear
from ui.widgets.mark_row import MarkRow

KEYS = [("2", "W"), ("", "")]
DIRECTIONS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    wear(made, LIVE)
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def _row(ground: QWidget, keys: tuple[str, str] = ("2", "W"), width: int = 320) -> MarkRow:
    made = MarkRow("Asks before answering", keys, ground)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_halves_stand_beside_the_name_seen_first(ground: QWidget, direction: Qt.LayoutDirection) -> None:
    row = _row(ground)
    row.setLayoutDirection(direction)
    row.resize(321, row.height())
    seen, missed = row.seen.geometry(), row.missed.geometry()
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    assert (seen.left() < missed.left()) != mirrored
    assert not seen.intersects(missed)
    (name,) = row.lettering()
    assert not name.rect.intersects(seen.united(missed))
    assert seen.height() == missed.height() == row.height()


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("width", [230, 280, 400])
def test_the_name_is_whole_and_the_halves_keep_the_size_of_a_finger(
    ground: QWidget, keys: tuple[str, str], width: int
) -> None:
    row = _row(ground, keys, width)
    assert find_clipped(row) == []
    assert min(row.height(), row.seen.width(), row.missed.width()) >= TARGET


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("counted", [False, True])
def test_everything_can_be_read_at_every_size(
    qapp: QApplication, qtbot: QtBot, keys: tuple[str, str], *, counted: bool
) -> None:
    for scale in (1.0, 1.5, 2.0):
        with worn(qapp, Look(scale)):
            row = MarkRow("Asks before answering", keys, focus_skill=True)
            qtbot.addWidget(row)
            row.set_counted(counted)
            row.set_tally(seen=(123, 4), missed=(20, 0))
            width = row.minimumSizeHint().width()
            row.resize(width, row.heightForWidth(width))
            row.grab()
            assert find_clipped(row) == []


@every_look
def test_the_least_width_has_room_for_the_longest_word(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with worn(qapp, look):
        row = MarkRow("Unvoreingenommenheitsbeobachtung", ("2", "W"))
        qtbot.addWidget(row)
        row.resize(row.minimumSizeHint().width(), row.heightForWidth(row.minimumSizeHint().width()))
        row.grab()
        assert find_clipped(row) == []
        assert row.height() >= px(TARGET)


def test_each_half_tells_its_own_press(qtbot: QtBot, ground: QWidget) -> None:
    row = _row(ground)
    with qtbot.waitSignal(row.seen_tapped), qtbot.assertNotEmitted(row.missed_tapped):
        qtbot.mousePress(row.seen, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.missed_tapped):
        qtbot.mousePress(row.missed, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("keys", KEYS)
def test_the_dots_stand_on_the_half_that_was_tapped(ground: QWidget, keys: tuple[str, str]) -> None:
    row = _row(ground, keys)
    empty = row.seen.grab().toImage(), row.missed.grab().toImage()
    row.set_tally(seen=(2, 0), missed=(0, 0))
    assert row.seen.grab().toImage() != empty[0]
    assert row.missed.grab().toImage() == empty[1]
    assert row.seen.painted_tally == (2, 0)


def test_a_count_stands_there_only_where_it_is_asked_for(ground: QWidget) -> None:
    row = _row(ground)
    row.set_tally(seen=(12, 1), missed=(0, 0))
    assert [letters.text for letters in row.seen.lettering()] == ["+", "2"]
    row.set_counted(True)
    assert "13" in [letters.text for letters in row.seen.lettering()]
    assert "0" not in [letters.text for letters in row.missed.lettering()], "nothing is no figure"


def test_a_count_stands_level_with_its_sign(ground: QWidget) -> None:
    row = _row(ground)
    row.set_counted(True)
    row.set_tally(seen=(3, 0), missed=(0, 0))
    sign, _key, count = row.seen.lettering()
    assert count.rect.center().y() == sign.rect.center().y()


def test_a_focus_skill_is_bold(ground: QWidget) -> None:
    row = MarkRow("Stays calm", ("1", "Q"), ground, focus_skill=True)
    assert row.lettering()[0].font.bold()
    assert not _row(ground).lettering()[0].font.bold()


def test_a_word_wider_than_the_strip_is_broken_and_pushes_no_half_out_of_sight(ground: QWidget) -> None:
    row = MarkRow("Zusammenfassungsgesprächsvorbereitung", ("", ""), ground)
    row.resize(260, row.heightForWidth(260))
    row.show()
    assert row.minimumSizeHint().width() <= 260
    assert find_clipped(row) == []
    assert row.missed.geometry().right() < 260
