from __future__ import annotations

import pytest

from scoring.writeup.hints import Kind
from ui.hint_words import hint_words

FIELDS = [kind for kind in Kind if kind is not Kind.LENGTH]


@pytest.mark.parametrize("kind", FIELDS)
def test_every_hint_on_a_field_is_one_short_line_that_blames_nobody(kind: Kind) -> None:
    words = hint_words(kind)
    assert len(words) < 80
    assert words[-1] in ".?"
    assert not {"you", "wrong", "must", "bad", "failed"} & {*words.casefold().split()}


def test_the_length_of_a_page_is_said_beside_the_page_and_nowhere_else() -> None:
    with pytest.raises(KeyError):
        hint_words(Kind.LENGTH)
