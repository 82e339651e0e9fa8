"""The page is as large as it can be, then cut where it hurts least."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.page.arrangement import summary_layout
from exports.page.drawing import Fit
from exports.page.fitting import best_fit
from exports.page.layout import Layout
from exports.page.style import PAPERS, SIZES
from exports.page.textbox import Setting
from exports.summary import Evidence, LabelledText, SummaryPage
from tests.exports.page import samples


def layout(page: SummaryPage) -> Layout:
    return summary_layout(page, Setting(page.language, 0, page.cut), PAPERS["a4"])


def fits(page: SummaryPage, fit: Fit) -> bool:
    measured = layout(page)
    return measured.height(fit) <= measured.room


def with_notes(count: int) -> SummaryPage:
    item = Evidence(time="04:10", words="Asked three open questions in a row, and waited.")
    return replace(samples.usual(), strengths=(item,) * count)


@pytest.mark.parametrize("count", range(2, 12))
def test_the_size_is_the_largest_that_fits(count: int) -> None:
    page = with_notes(count)
    fit = best_fit(layout(page))
    assert fits(page, fit)
    larger = [size for size in SIZES if size > fit.size]
    assert not any(fits(page, Fit(size)) for size in larger)


def test_nothing_is_cut_while_a_smaller_size_would_do() -> None:
    for count in range(2, 40, 3):
        fit = best_fit(layout(with_notes(count)))
        assert fit.items is None or not fits(with_notes(count), Fit(SIZES[-1], air=fit.air))


def test_the_parts_move_closer_before_anything_is_cut() -> None:
    crowded = [best_fit(layout(with_notes(count))) for count in range(2, 40, 3)]
    tight = [fit for fit in crowded if fit.air < 1 and fit.lines is None]
    assert tight
    assert all(fit.size == SIZES[-1] for fit in tight)


def test_a_cut_page_is_full() -> None:
    page = samples.long(12)
    fit = best_fit(layout(page))
    assert fits(page, fit)
    assert fit.lines is not None
    assert not fits(page, replace(fit, lines=fit.lines + 1, bonus=0))
    assert fit.items is not None
    assert not fits(page, replace(fit, items=fit.items + 1, lines=1, bonus=0))


def test_the_table_of_skills_is_the_last_list_to_shrink() -> None:
    page = replace(with_notes(200), gaps=with_notes(200).strengths)
    measured = layout(page)
    fit = best_fit(measured)
    table = layout(replace(page, strengths=(), gaps=()))
    assert fit.items is not None
    assert table.height(Fit(8.5, air=fit.air)) == table.height(replace(fit, lines=None))


def test_much_too_much_text_is_never_shaped_whole() -> None:
    page = replace(samples.usual(), closing=(LabelledText(label="Comment", text="word " * 20_000),))
    measured = layout(page)
    best_fit(measured)
    shaped = sum(len(text) for text, *_ in measured.setting._shaped)
    assert shaped < 8_000
