from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from ui.theme import font
from ui.widgets.painting import (
    LEADING,
    WRAPPED,
    Lettering,
    breakable,
    broken_to_fit,
    longest_word,
    shortened,
    shown,
    text_size,
)


def test_a_label_shows_one_line_without_control_characters() -> None:
    assert shown("Priya\n\x00Nair\u2028\t") == "Priya  Nair"


def test_a_label_of_a_hundred_thousand_characters_ends_with_an_ellipsis() -> None:
    label = shown("so much " * 12_500)
    assert len(label) <= 241
    assert label.endswith("…")


def test_a_short_label_is_left_as_it_is() -> None:
    assert shown("Zoë & <b>Søn</b> 🦷") == "Zoë & <b>Søn</b> 🦷"


def test_a_run_without_spaces_may_break_and_loses_nothing() -> None:
    run = "x" * 100
    assert longest_word(breakable(run), font()) < longest_word(run, font())
    assert breakable(run).replace("\u200b", "") == run


def test_text_that_needs_more_room_than_it_has_counts_as_clipped() -> None:
    words = "Asks before answering"
    room = text_size(words, font())
    exact = Lettering(words, QRect(0, 0, room.width(), room.height()), font(), "#000000", LEADING)
    narrow = Lettering(words, QRect(0, 0, room.width() - 4, room.height()), font(), "#000000", LEADING)
    wrapped = Lettering(
        words, QRect(0, 0, room.width() - 4, 2 * room.height() + 8), font(), "#000000", WRAPPED
    )
    assert not exact.clipped()
    assert narrow.clipped()
    assert not wrapped.clipped()


def test_only_a_word_that_is_wider_than_its_room_is_broken() -> None:
    long = "Zusammenfassungsgespräch"
    broken = broken_to_fit(f"Ein {long}", font(), 100)
    assert broken.replace("\u200b", "") == f"Ein {long}"
    assert longest_word(broken, font()) < 100
    assert broken.startswith("Ein ")
    assert broken_to_fit(f"Ein {long}", font(), 1000) == f"Ein {long}"


def test_what_its_lines_have_no_room_for_is_left_out_and_said_so() -> None:
    line = text_size("Å", font()).height()
    words = "Asks what the customer needs"
    short = shortened(words, font(), QSize(60, 2 * line))
    assert words.startswith(short.removesuffix("…"))
    assert short.endswith("…")
    assert text_size(short, font(), 60).height() <= 2 * line
    assert shortened(words, font(), QSize(1000, line)) == words
