"""PDF syntax as other programs read it."""

from __future__ import annotations

import pypdfium2
import pytest

from exports.page.objects import Objects, dictionary, hex_text, number


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.001, "0"), (1.0, "1"), (1.505, "1.5"), (100.0, "100"), (-2.25, "-2.25")],
)
def test_numbers_are_short_and_never_in_scientific_notation(value: float, text: str) -> None:
    assert number(value) == text


def test_text_of_any_kind_needs_no_escaping() -> None:
    assert bytes.fromhex(hex_text("a) \\ 🚀")).decode("utf-16-be") == "a) \\ 🚀"


def test_entries_without_a_value_are_left_out() -> None:
    assert dictionary(S="/P", Alt="") == "<< /S /P >>"


def test_the_file_can_be_opened_and_says_what_was_put_in() -> None:
    objects = Objects()
    page = objects.reserve()
    pages = objects.add(dictionary(Type="/Pages", Kids=f"[{page}]", Count="1"))
    objects.fill(page, dictionary(Type="/Page", Parent=pages, MediaBox="[0 0 123 45]"))
    file = objects.file(catalog=dictionary(Type="/Catalog", Pages=pages), info="<< >>", identity="0" * 32)
    with pypdfium2.PdfDocument(file) as document:
        assert [one.get_size() for one in document] == [(123.0, 45.0)]
