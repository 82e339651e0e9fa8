"""Letters as bytes that any program can read."""

from __future__ import annotations

import pytest

from exports.access_pack.letters import utf8


@pytest.mark.parametrize(
    ("text", "read"), [("Söhne", "Söhne"), ("a\ud83d", "a\ufffd"), ("\ud83d\ude00", "😀"), ("😀", "😀")]
)
def test_any_text_fits_a_file(text: str, read: str) -> None:
    assert utf8(text).decode() == read
