from __future__ import annotations

import pytest

from ui.mirror_charts import (
    COUNTS,
    LENGTHS,
    SHARES,
    Ends,
    Scale,
    chart_of_figures,
    chart_of_yes_and_no,
    short_length,
)
from ui.widgets.chart import ChartPoint

MINUTE = 60_000


def _points(*values: float) -> list[ChartPoint]:
    return [ChartPoint(value=value, words="") for value in values]


@pytest.mark.parametrize(
    ("scale", "values", "goal", "top"),
    [
        (SHARES, (0.05, 0.12), None, 0.2),
        (SHARES, (0.05, 0.21), None, 0.4),
        (SHARES, (0.05,), 0.3, 0.4),
        (COUNTS, (0, 0), None, 2),
        (COUNTS, (0, 3), None, 4),
        (COUNTS, (99,), None, 50),
        (LENGTHS, (20_000,), None, 30_000),
        (LENGTHS, (12 * MINUTE,), 60 * MINUTE, 60 * MINUTE),
        (LENGTHS, (200 * MINUTE,), None, 240 * MINUTE),
    ],
)
def test_a_scale_ends_above_all_that_stands_on_it(
    scale: Scale, values: tuple[float, ...], goal: float | None, top: float
) -> None:
    chart = chart_of_figures(_points(*values), scale, Ends(), goal, joined=True)
    assert (chart.lowest, chart.highest, chart.goal) == (0, top, goal)
    assert chart.rungs == (0, top / 2, top)


def test_rungs_are_named_in_short() -> None:
    chart = chart_of_figures(_points(50 * MINUTE), LENGTHS, Ends(), None, joined=False)
    assert chart.rung_words == ("0", "30 min", "1 h")
    assert [short_length(ms) for ms in (30_000, 90 * MINUTE * 60, 2 * 24 * 60 * MINUTE)] == [
        "30 s",
        "4 d",
        "2 d",
    ]


def test_between_yes_and_no_there_is_no_line() -> None:
    chart = chart_of_yes_and_no(_points(1, 0), "as agreed", "“my boss”", Ends(first="1 May", last="2 May"))
    assert not chart.joined
    assert (chart.rung_words, chart.first_words, chart.last_words) == (
        ("“my boss”", "as agreed"),
        "1 May",
        "2 May",
    )
