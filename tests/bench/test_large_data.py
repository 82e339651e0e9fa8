"""The large file that figures are taken over is sound, and holds what it says."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from scoring.facts import CallFacts
from scoring.state import Phase
from scoring.store.store import Store
from scoring.teeup import Way
from tests.bench.large_data import LargeSize, large_data, rep_with_sixty_calls, write_large_data
from tests.builders import NINE

SIZE = LargeSize(reps=12, calls=200, entries=20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    write_large_data(folder, SIZE, NINE)
    return folder


@pytest.fixture(scope="module")
def calls(folder: Path) -> list[CallFacts]:
    with closing(Store.open_read_only(folder)) as store:
        return store.facts.all()


def test_what_lists_and_searches_know_is_what_the_logs_say(folder: Path) -> None:
    with closing(Store.open_read_only(folder)) as store:
        assert store.check() == []


def test_there_is_as_much_as_was_asked_for(folder: Path, calls: list[CallFacts]) -> None:
    with closing(Store.open_read_only(folder)) as store:
        entries = sum(store.entries.count(call.id) for call in store.calls.all())
        assert len(store.reps.all()) == SIZE.reps
    assert len(calls) == SIZE.calls
    assert abs(entries / SIZE.calls - SIZE.entries) < 3
    assert sum(call.rep_id == rep_with_sixty_calls() for call in calls) == 60


def test_calls_came_as_far_as_they_do_in_life(calls: list[CallFacts]) -> None:
    phases = Counter(call.phase for call in calls)
    assert phases.keys() - {Phase.DEBRIEFED} == set(Phase) - {Phase.RUNNING, Phase.DEBRIEFED}
    assert phases[Phase.CLOSED] > len(calls) * 0.6
    assert {call.way for call in calls} == set(Way)
    assert sum(bool(call.closings) for call in calls) > len(calls) * 0.6
    assert any(closing.evidence for call in calls for closing in call.closings)


def test_all_of_it_took_place_in_five_years(calls: list[CallFacts]) -> None:
    took_place = [call.when for call in calls if call.phase != Phase.PLANNED]
    assert NINE.year - 6 < min(took_place).year < NINE.year - 3
    assert max(took_place) < NINE
    assert all(call.when > NINE for call in calls if call.phase == Phase.PLANNED)


def test_it_is_made_once(tmp_path: Path) -> None:
    size = LargeSize(reps=1, calls=1, entries=1)
    folder = large_data(tmp_path, size)
    made = (folder / "secondchair.db").stat()
    assert large_data(tmp_path, size) == folder
    assert (folder / "secondchair.db").stat() == made
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
