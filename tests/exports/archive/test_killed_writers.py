"""The power goes while an archive is written to: the next writer finishes what was begun, and nothing is half."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import SystemRandom

import pytest

from exports.archive.lock import prepare_archive
from tests.conftest import Amount
from tests.exports.archive.checks import assert_whole
from tests.exports.archive.writers import archive_all, page

ROOT = Path(__file__).parents[3]
PAGES = 12


@pytest.mark.parametrize("how", ["killed", "killed-without-second-names"])
def test_a_writer_that_is_killed_at_any_moment_leaves_nothing_that_the_next_cannot_finish(
    tmp_path: Path, amount: Amount, how: str
) -> None:
    prepare_archive(tmp_path)
    kills, seed = amount(60, 2_000), SystemRandom().randrange(1 << 30)
    command = [sys.executable, "-m", "tests.exports.archive.writers", how, str(tmp_path)]
    done = subprocess.run(
        [*command, str(PAGES), str(kills), str(seed)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    assert int(done.stdout) > kills / 4, "most were killed while they wrote"
    archive_all(tmp_path, [page(number) for number in range(PAGES)])
    assert_whole(tmp_path, PAGES)
