"""The foot of the page: who signs, and where the record is."""

from __future__ import annotations

from dataclasses import replace

from tests.exports.page import samples
from tests.exports.page.looking import drawn, find


def test_a_line_in_the_language_of_the_page_may_begin_with_a_name_of_the_other_direction() -> None:
    page = drawn(replace(samples.usual(), signatures=("דנה כהן, date. Signing is not agreeing.", "")))
    name = [glyph for glyph in page if "\u0590" <= glyph.character <= "\u05ff"]
    assert min(glyph.left for glyph in find(page, "agreeing.")) > max(glyph.right for glyph in name)


def test_there_is_room_to_sign_above_the_line() -> None:
    page = drawn(samples.usual())
    comment, signature = find(page, "hear the reason first.")[-1], find(page, "Dana Whitfield, date")[0]
    assert comment.bottom - signature.top > 25


def test_the_foot_stands_at_the_bottom_however_little_is_above() -> None:
    full, short = drawn(samples.usual()), drawn(samples.short())
    assert find(full, "Keep until")[0].bottom == find(short, "Keep until")[0].bottom
