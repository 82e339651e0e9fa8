"""Lines end where a reader expects them to, and no line is wider than its box."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.page.clean import clean_text
from exports.page.lines import Breaker, Line
from exports.page.shaping import shape


def broken(text: str, width: float) -> list[str]:
    shaped = shape(text)
    return [text[line.start : line.end] for line in Breaker(shaped).lines(width)]


def test_lines_are_filled_and_end_after_words() -> None:
    assert broken("Asked three open questions in a row", 7_000) == [
        "Asked three",
        "open",
        "questions in a",
        "row",
    ]


def test_a_line_end_that_was_typed_is_kept() -> None:
    assert broken("a\nb c", 50_000) == ["a", "b c"]


def test_a_word_wider_than_the_line_is_broken_between_letters() -> None:
    lines = broken("x" * 50, 5_000)
    assert "".join(lines) == "x" * 50
    assert len({len(line) for line in lines[:-1]}) == 1


def test_a_letter_keeps_its_marks_where_a_word_is_broken() -> None:
    text = "q\u0301\u0308" * 20
    assert all(line.startswith("q") for line in broken(text, 2_000))


def test_few_lines_can_be_balanced() -> None:
    text = "When they push back on price I will ask what it costs them today before I answer them"
    shaped = shape(text)
    breaker = Breaker(shaped)
    plain, even = breaker.lines(35_000), breaker.balanced(35_000)
    assert len(even) == len(plain) == 2

    def difference(lines: list[Line]) -> float:
        widths = [shaped.width(line.start, line.end) for line in lines]
        return max(widths) - min(widths)

    assert difference(even) < difference(plain) / 2


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.floats(min_value=4_500, max_value=60_000))
def test_no_line_is_wider_than_its_box_and_no_character_is_lost(typed: str, width: float) -> None:
    text = clean_text(typed)
    shaped = shape(text)
    lines = Breaker(shaped).lines(width)
    assert all(shaped.width(line.start, line.end) <= width + 1 for line in lines)
    gaps = zip([Line(0, 0), *lines], [*lines, Line(len(text), len(text))], strict=True)
    assert all(text[before.end : after.start].strip(" \n") == "" for before, after in gaps)
