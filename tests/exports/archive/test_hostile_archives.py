"""Whatever lies in a folder: it is reported, and nothing crashes, hangs, leads out of it or is written beside it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.conftest import Amount
from tests.exports.archive.hostile_archives import FINE, HURTS, look_through
from tests.exports.watched import MEGABYTES, watch

SECONDS = 30
FUNCTION = "tests.exports.archive.hostile_archives.look_through"


@pytest.mark.timeout(7200)
def test_of_any_folder_it_is_said_what_is_there(amount: Amount) -> None:
    seeds = [(f"folder {seed}", str(seed).encode()) for seed in range(amount(25, 500))]
    outcomes = [*watch(FUNCTION, seeds, seconds=SECONDS, megabytes=MEGABYTES)]
    assert [one for one in outcomes if one.error or one.value != FINE] == []
    assert [one for one in outcomes if one.seconds > SECONDS or one.megabytes > MEGABYTES] == []


def test_every_way_to_hurt_comes_up_in_the_shorter_run() -> None:
    used = set[str]()
    for seed in range(25):
        chance = random.Random(seed)
        used |= {hurt.__name__ for hurt in chance.sample(HURTS, chance.choice((1, 2, 4, 8)))}
    assert used == {hurt.__name__ for hurt in HURTS}


def test_the_watch_would_see_a_canary_that_came_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def let_in(_chance: random.Random, folder: Path, outside: Path) -> None:
        (folder / "canary.pdf").write_bytes((outside / "canary.pdf").read_bytes())

    monkeypatch.setattr("tests.exports.archive.hostile_archives.HURTS", (let_in,) * 8)
    assert look_through(b"1") == "the canary was brought back"
