"""A name that one system takes and another refuses is a file that gets lost between them."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.file_names import FORBIDDEN, MOST_WORDS, file_words, is_reserved, numbered
from tests.exports.random_words import RandomWords

NASTY = st.one_of(
    st.text(),
    st.text(alphabet='. /\\:*"<>|?\t\n\x00\u202e\ufeff\ud83d\u0301aeCON1'),
    st.integers().map(lambda seed: RandomWords(Random(seed)).text()),
)


@given(NASTY, st.integers(0, 200))
def test_words_hold_nothing_that_a_system_refuses(text: str, most: int) -> None:
    words = file_words(text, most)
    assert not FORBIDDEN & set(words)
    assert not {unicodedata.category(letter) for letter in words} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert words == words.strip(" .")
    assert words == unicodedata.normalize("NFC", words)
    assert len(words.encode("utf-16-le")) <= 2 * most
    assert len(words.encode()) <= MOST_WORDS


@given(NASTY)
def test_words_that_are_safe_stay_as_they_are(text: str) -> None:
    words = file_words(text)
    assert file_words(words) == words


def test_what_stood_apart_does_not_join_to_another_form() -> None:
    assert file_words("e\u200d\u0301") == "é"


@pytest.mark.parametrize(
    "name",
    ["CON", "nul", "Con. Smith (70000000)", "aux .txt", "COM1.", "lpt9", "COM¹", "conin$", "NUL.tar.gz"],
)
def test_a_device_of_windows_is_known_by_what_stands_before_the_first_dot(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["Connie", "CON (70000000)", "COM10", "2026-11-23 CON", "Nuland", "a.CON"])
def test_a_name_that_only_resembles_one_is_none(name: str) -> None:
    assert not is_reserved(name)


def test_the_numbers_of_a_taken_name_go_on_for_ever() -> None:
    assert list(islice(numbered("a", ".pdf"), 3)) == ["a.pdf", "a 2.pdf", "a 3.pdf"]
    assert re.fullmatch(r"a 1000\.pdf", next(islice(numbered("a", ".pdf"), 999, None)))
