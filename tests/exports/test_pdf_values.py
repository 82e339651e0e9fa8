from __future__ import annotations

from typing import Any

import pytest

from exports.pdf_values import DamagedPdfError, Ref, read_values


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"true false null", [True, False, None]),
        (b"7 -7 +7 0.5 -.5 5.", [7, -7, 7, 0.5, -0.5, 5.0]),
        (b"/Type /A#20B /", ["Type", "A B", ""]),
        (b"(plain) () (a (b) c)", [b"plain", b"", b"a (b) c"]),
        (rb"(\(\n\101\8\)) (a\\)", [b"(\nA8)", b"a\\"]),
        (b"(one\\\nline)", [b"oneline"]),
        (b"<48 69> <4> <>", [b"Hi", b"@", b""]),
        (b"12 0 R", [Ref(12, 0)]),
        (b"[1 [2 0 R] <</A[/B]>>]", [[1, [Ref(2, 0)], {"A": ["B"]}]]),
        (b"<< /A 1 % a comment >>\n /B << >> >>", [{"A": 1, "B": {}}]),
    ],
)
def test_a_value_is_what_was_written(written: bytes, meant: list[Any]) -> None:
    assert read_values(written, 0, len(written)).values == meant


def test_reading_ends_with_the_first_word_that_is_no_value() -> None:
    read = read_values(b"<</A 1>>stream\n...", 0, 18)
    assert (read.values, read.word, read.end) == ([{"A": 1}], b"stream", 14)


def test_nothing_behind_the_end_is_read() -> None:
    assert read_values(b"1 2 3", 0, 3).values == [1, 2]


@pytest.mark.parametrize(
    "written",
    [
        b"[1",
        b"1]",
        b"[1>>",
        b"<</A 1]",
        b"<</A>>",
        b"<<1 2>>",
        b"(a(b)",
        b"<4x>",
        b"{",
        b"R",
        b"/A 0 R",
        b">",
    ],
)
def test_what_is_no_pdf_is_refused(written: bytes) -> None:
    with pytest.raises(DamagedPdfError):
        read_values(written, 0, len(written))


def test_nothing_is_nested_too_deep() -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    (value,) = read_values(deep, 0, len(deep)).values
    depth = 0
    while value:
        (value,), depth = value, depth + 1
    assert depth == 99_999
