"""A page's words are counted as a reader meets them, in any script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.page import draw_page
from exports.summary import LabelledText
from exports.word_count import count_words, words_by_part
from scoring.writeup.check import MOST_PAGE_WORDS
from tests.exports.page import samples
from tests.exports.page.reading import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("– … “”", 0),
        ("So what happens, then?", 4),
        ("04:10 I'll ask (twice)", 4),
        ("Спросить о цене", 3),
        ("سأسأل أولاً كم", 3),
        ("बैठक से पहले एजेंडा", 4),
        ("이유를 먼저 묻는다.", 3),
        ("先问清楚原因", 3),
        ("次回は理由を先に聞く。", 5),
        ("ถามก่อนตอบทุกครั้ง", 4),
        ("会议 with ABC株式会社 2026", 6),
    ],
)
def test_words_are_counted_in_every_script(text: str, count: int) -> None:
    assert count_words(text) == count


def test_the_parts_add_up_to_what_is_read_on_the_page() -> None:
    page = samples.usual()
    drawn = draw_page(page, paper="a4", created=samples.CREATED)
    assert sum(drawn.words.values()) == sum(words_by_part(page).values()) == count_words(words(drawn.pdf))
    assert sum(drawn.words.values()) < MOST_PAGE_WORDS


def test_what_is_left_to_say_is_counted_by_its_own_label_however_often_it_comes() -> None:
    comment = LabelledText(label="Comment", text="Ask first.")
    by_part = words_by_part(
        replace(samples.empty(), closing=(comment, replace(comment, label="Parked"), comment))
    )
    assert (by_part["Comment"], by_part["Parked"]) == (6, 3)


def test_what_is_not_shown_is_not_counted() -> None:
    page = replace(samples.empty(), signatures=samples.Signatures(terms="", names=()))
    label = replace(page.closing[0], label="A heading without a text")
    assert sum(words_by_part(replace(page, closing=(label,))).values()) == 0


def test_a_hundred_thousand_letters_are_counted_as_easily() -> None:
    assert count_words("x" * 100_000) == 1
    assert count_words("東" * 100_000) == 50_000
