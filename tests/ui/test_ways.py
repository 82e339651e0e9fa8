from __future__ import annotations

import pytest

from scoring.teeup import Way
from ui import ways
from ui.ways import live_way_words, offered_ways, usable_way, way_hint, way_words


def _on(patch: pytest.MonkeyPatch, platform: str) -> None:
    class Application:
        @staticmethod
        def platformName() -> str:  # noqa: N802  Qt's name
            return platform

    patch.setattr(ways, "QGuiApplication", Application)


@pytest.mark.parametrize("platform", ["xcb", "windows", "cocoa", "offscreen"])
def test_all_three_ways_are_offered(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    _on(monkeypatch, platform)
    assert offered_ways() == (Way.OPEN_LAPTOP, Way.DISCREET, Way.NO_DEVICE)
    assert [usable_way(way) for way in Way] == list(Way)


@pytest.mark.parametrize("platform", ["wayland", "wayland-egl"])
def test_there_is_no_strip_where_no_window_stays_on_top(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    _on(monkeypatch, platform)
    assert offered_ways() == (Way.OPEN_LAPTOP, Way.NO_DEVICE)
    assert usable_way(Way.DISCREET) == Way.OPEN_LAPTOP
    assert usable_way(Way.NO_DEVICE) == Way.NO_DEVICE


def test_every_way_has_its_own_words_and_says_what_it_means() -> None:
    for words in (way_words, way_hint):
        assert len({words(way) for way in Way}) == len(Way)
    assert "recalled" in way_hint(Way.NO_DEVICE)


def test_during_a_call_the_ways_are_called_by_words_that_tell_nothing() -> None:
    words = [live_way_words(way) for way in Way]
    assert len(set(words)) == len(Way)
    assert not any("strip" in word.casefold() or "discreet" in word.casefold() for word in words)
