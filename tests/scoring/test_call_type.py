"""Who leads is kept in words that no later version may change."""

from __future__ import annotations

from scoring.call_type import CallType


def test_the_kept_words_stay_as_they_are() -> None:
    assert [*CallType] == ["observe", "together", "show"]
