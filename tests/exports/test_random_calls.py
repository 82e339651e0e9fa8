"""The random calls that other tests stand on are as varied as they say, and the same on every run."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from exports.page_source import agreement
from scoring.entry import Cancelled, NoShow, Voided, What
from scoring.store.store import Store
from tests.exports.random_calls import RandomCalls


def test_the_same_seed_tells_the_same_calls_to_the_last_id() -> None:
    once, again = RandomCalls(seed=4), RandomCalls(seed=4)
    for _ in range(5):
        assert once.call().told.written == again.call().told.written


def test_every_call_can_be_kept_and_is_read_back_as_it_was_told(tmp_path: Path) -> None:
    calls = RandomCalls(seed=5)
    store = Store.open(tmp_path)
    try:
        for _ in range(10):
            call = calls.call()
            kept, told = call.keep(store), call.source()
            assert agreement(kept) == agreement(told)
            assert (kept.call, kept.context, kept.version) == (told.call, told.context, told.version)
            assert list(kept.state.entries.values()) == list(told.state.entries.values())
        assert store.check() == []
    finally:
        store.close()


def test_everything_that_can_be_logged_about_a_debriefed_call_comes_up() -> None:
    calls = RandomCalls(seed=6)
    logged = {type(entry.what) for _ in range(60) for entry in calls.call().told.written}
    assert logged == set(get_args(What)) - {Cancelled, NoShow, Voided}
