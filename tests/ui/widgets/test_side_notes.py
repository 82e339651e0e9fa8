from __future__ import annotations

import pytest

from tests.drawings import find_clipped
from tests.ui.looks import settle
from tests.ui.widgets.conftest import Stage
from ui.widgets.side_notes import Note, SideNotes
from ui.widgets.text import Text

COMMITMENT = Note("Last time's commitment", "“I ask for the date”", "3 Mar, Northgate")
PARKED = Note("Parked", "Handling price")
NONE_YET = Note("Last time's commitment", detail="None yet.")
LONG = Note("Parked", "Rechtsschutzversicherungsgesellschaften " * 5, "https://example.com/" + "x" * 300)


@pytest.fixture
def notes(stage: Stage) -> SideNotes:
    made = SideNotes()
    stage(made, size=(240, 700))
    return made


def _read(notes: SideNotes) -> list[str]:
    """:returns: what can be read, from the top."""
    settle()
    texts = [text for text in notes.findChildren(Text) if text.isVisible()]
    return [text.text() for text in sorted(texts, key=lambda text: text.y())]


def test_notes_are_read_from_the_top_each_with_its_words_and_what_they_are_about(notes: SideNotes) -> None:
    notes.show_notes([COMMITMENT, PARKED])
    assert _read(notes) == [
        "Last time's commitment",
        "“I ask for the date”",
        "3 Mar, Northgate",
        "Parked",
        "Handling price",
    ]


def test_what_is_empty_takes_no_line(notes: SideNotes) -> None:
    notes.show_notes([NONE_YET])
    assert _read(notes) == ["Last time's commitment", "None yet."]


def test_nothing_of_the_notes_before_is_left(notes: SideNotes) -> None:
    notes.show_notes([COMMITMENT, PARKED])
    height = notes.sizeHint().height()
    notes.show_notes([PARKED])
    assert _read(notes) == ["Parked", "Handling price"]
    assert notes.sizeHint().height() < height
    notes.show_notes([])
    assert _read(notes) == []
    assert notes.sizeHint().height() <= 0


def test_showing_the_same_again_changes_nothing(notes: SideNotes) -> None:
    notes.show_notes([COMMITMENT, PARKED])
    settle()
    before = notes.grab().toImage()
    notes.show_notes([COMMITMENT, PARKED])
    settle()
    assert notes.grab().toImage() == before


def test_what_looks_like_markup_is_shown_as_it_was_written(notes: SideNotes) -> None:
    notes.show_notes([Note("Parked", "<b>Price</b> & co", "<i>3 Mar</i>")])
    assert _read(notes) == ["Parked", "<b>Price</b> & co", "<i>3 Mar</i>"]


def test_long_words_are_not_cut(notes: SideNotes) -> None:
    notes.show_notes([LONG, COMMITMENT])
    settle()
    assert notes.width() <= 240
    assert find_clipped(notes) == []
