"""Text in Arabic and Hebrew, mixed with anything else, runs the way the Unicode standard says."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.page.bidi import embedding_levels, first_strong_level, needs_levels, visual_order

UNICODE = Path("/usr/share/unicode")


def test_every_case_of_the_unicode_conformance_test_is_right() -> None:
    cases = list(_conformance_cases())
    assert len(cases) > 90_000
    assert [case for case in cases if not _agrees(case)] == []


def test_plain_latin_text_needs_no_levels() -> None:
    assert not needs_levels("Answered the price question, 20 % off — “why?”")
    assert needs_levels("Priya פריה")
    assert needs_levels("١٢٣")


def test_the_first_letter_decides_the_direction() -> None:
    assert first_strong_level("12 (مرحبا) hello") == 1
    assert first_strong_level("Dana: שלום") == 0
    assert first_strong_level("12:30") is None


def test_an_arabic_name_in_an_english_line_is_read_from_the_right() -> None:
    levels, base = embedding_levels("to אב")
    assert base == 0
    assert visual_order(levels) == [0, 1, 2, 4, 3]


def _conformance_cases() -> Iterator[list[str]]:
    for line in _conformance_lines():
        fields = line.split("#")[0].strip().split(";")
        if len(fields) == 5:
            yield fields


def _conformance_lines() -> list[str]:
    plain, packed = UNICODE / "BidiCharacterTest.txt", UNICODE / "BidiCharacterTest.txt.gz"
    if plain.exists():
        return plain.read_text(encoding="utf-8").splitlines()
    if packed.exists():
        return gzip.decompress(packed.read_bytes()).decode("utf-8").splitlines()
    pytest.skip("the Debian package unicode-data, which holds BidiCharacterTest.txt, is not installed")


def _agrees(case: list[str]) -> bool:
    codes, direction, paragraph, wanted, order = case
    text = "".join(chr(int(code, 16)) for code in codes.split())
    levels, base = embedding_levels(text, None if direction == "2" else int(direction))
    shown = [i for i, level in enumerate(wanted.split()) if level != "x"]
    return (
        base == int(paragraph)
        and all(int(wanted.split()[i]) == levels[i] for i in shown)
        and [shown[i] for i in visual_order([levels[i] for i in shown])] == [int(i) for i in order.split()]
    )
