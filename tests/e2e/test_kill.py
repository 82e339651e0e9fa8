"""What the screen showed as saved is there after the process was killed, at any moment."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from scoring.entry import Marked
from scoring.state import Phase
from scoring.store import Store
from tests.conftest import Amount
from tests.e2e.screen import VirtualScreen

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1800)]

Painted = dict[tuple[str, bool], int]
MOST_LINES = 400
APART_MS = 3 * 60 * 60 * 1000 // 20_000
"""So far apart that 20,000 taps are three hours."""


def tap_until_killed(screen: VirtualScreen, data: Path, lines: int, *how: str) -> Painted:
    """Let the window be tapped, kill it after it has told ``lines`` pictures, and :returns: what it had painted."""
    command = [sys.executable, "-m", "tests.e2e.tapping", str(data), *how]
    painted: Painted = {}
    with subprocess.Popen(command, env=screen.environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            _note(painted, line)
            if number == lines:
                process.kill()
        assert process.returncode is None or process.wait() < 0, "it was to end by the kill alone"
    return painted


def _note(painted: Painted, line: str) -> None:
    if line.endswith("\n"):
        skill, side, count = line.split()
        painted[skill, side == "seen"] = int(count)


def test_nothing_painted_as_saved_is_lost_and_the_call_goes_on(tmp_path: Path, amount: Amount) -> None:
    chance = random.Random(20261123)
    count = 0
    with VirtualScreen() as screen:
        for _ in range(amount(20, 200)):
            painted = tap_until_killed(screen, tmp_path, chance.randrange(1, MOST_LINES))
            count = check_all_is_there(tmp_path, painted)
    assert count > MOST_LINES, "there was hardly anything to lose"


def check_all_is_there(data: Path, painted: Painted) -> int:
    """:returns: the number of entries in the file, which holds at least what was painted as saved."""
    store = Store.open(data)
    (facts,) = store.facts.all()
    state = store.state(facts.call_id)
    kept = {half: state.tally(half[0], seen=half[1]) for half in painted}
    assert all(kept[half] >= count for half, count in painted.items())
    assert store.check() == []
    assert state.phase == Phase.RUNNING
    store.close()
    return state.count


def test_three_hours_of_tapping_with_kills_on_the_way_are_all_there_and_in_order(
    tmp_path: Path, amount: Amount
) -> None:
    chance = random.Random(20261128)
    taps, kills = amount(2_000, 20_000), amount(4, 40)
    count = 0
    with VirtualScreen() as screen:
        while count < taps:
            painted = tap_until_killed(
                screen, tmp_path, chance.randrange(1, 2 * taps // kills), str(APART_MS)
            )
            count = check_all_is_there(tmp_path, painted)
    offsets = offsets_of_marks(tmp_path)
    assert offsets == [APART_MS * (number + 1) for number in range(len(offsets))]
    assert len(offsets) > taps * 0.95, "the rest is what is written when a call is taken up again"


def offsets_of_marks(data: Path) -> list[int]:
    """:returns: when each mark was tapped, in the order of logging (ms)."""
    store = Store.open(data)
    (call,) = store.calls.all()
    offsets = [entry.offset_ms for entry in store.entries.of(call.id) if isinstance(entry.what, Marked)]
    store.close()
    return offsets
