"""What was seen stands with its time, easy to run down with a finger."""

from __future__ import annotations

import pytest

from tests.exports.page import samples
from tests.exports.page.looking import drawn, find


def test_times_and_words_stand_on_one_baseline_and_words_on_one_edge() -> None:
    page = drawn(samples.usual())
    time, first, second = find(page, "04:10")[-2], find(page, "Asked")[0], find(page, "Closed")[0]
    assert time.bottom == pytest.approx(first.bottom, abs=0.2)
    assert first.left == pytest.approx(second.left, abs=1.0)
