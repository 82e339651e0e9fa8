"""A text that has no room is cut after a word, and its end says so."""

from __future__ import annotations

import re

from exports.page.rows import Rows, RowSetter
from exports.page.shaping import Shaped, shape
from exports.page.style import INK

TEXT = " ".join(f"word{n}" for n in range(200))


def setter(text: str = TEXT, *, note: str = "", unshaped: int = 0) -> RowSetter:
    return RowSetter(
        shape(text),
        INK,
        unshaped=unshaped,
        announce=announcement,
        note=shape(note) if note else None,
        balanced=False,
    )


def announcement(left_out: int) -> Shaped:
    return shape(f"… [{left_out} more]")


def told(rows: Rows) -> list[str]:
    return [" ".join(piece.text for piece in row) for row in rows.rows]


def test_a_text_with_room_is_whole() -> None:
    rows = setter().rows(30_000, None)
    assert " ".join(told(rows)) == TEXT
    assert rows.left_out == 0


def test_a_cut_text_has_the_rows_it_may_have_and_counts_the_rest() -> None:
    for allowed in range(1, 8):
        rows = setter().rows(30_000, allowed)
        shown, left_out = re.fullmatch(r"(.*) … \[(\d+) more\]", " ".join(told(rows))).groups()  # pyright: ignore[reportOptionalMemberAccess] # no match fails the test
        assert len(rows.rows) == allowed
        assert TEXT.startswith(f"{shown} ")
        assert int(left_out) == rows.left_out == len(TEXT) - len(shown) - 1


def test_no_row_is_wider_than_its_box() -> None:
    for allowed in (1, 2, 5, None):
        for row in setter(note="judgement only").rows(22_000, allowed).rows:
            assert row[-1].end <= 22_000


def test_what_was_never_shaped_is_counted_too() -> None:
    assert setter("short", unshaped=99_000).rows(30_000, 3).left_out == 99_000


def test_a_note_follows_on_the_same_row_if_there_is_room() -> None:
    assert told(setter("Held the pause.", note="recalled").rows(30_000, None)) == ["Held the pause. recalled"]
    assert told(setter("Held the pause.", note="recalled").rows(8_000, None)) == [
        "Held the pause.",
        "recalled",
    ]


def test_a_note_stays_when_its_text_is_cut() -> None:
    assert told(setter(note="recalled").rows(30_000, 1))[-1].endswith("recalled")


def test_a_box_too_narrow_for_the_announcement_still_says_it() -> None:
    rows = setter().rows(4_500, 1)
    assert "200" not in told(rows)
    assert "more]" in " ".join(told(rows))
