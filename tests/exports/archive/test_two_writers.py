"""Two computers archive into one folder at the same time: nothing is overwritten, and both lists are whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from exports.archive.lock import prepare_archive
from exports.page_file import draw_call
from tests.conftest import Amount
from tests.exports.archive.checks import assert_whole, files_in
from tests.exports.archive.writers import page

ROOT = Path(__file__).parents[3]
SHARED = 10


def start(folder: Path, first: int, amount: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.exports.archive.writers", "both", str(folder)]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*command, str(first), str(amount)], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )


def test_two_who_archive_at_the_same_time_lose_nothing(tmp_path: Path, amount: Amount) -> None:
    prepare_archive(tmp_path)
    each = amount(60, 500)
    both = [start(tmp_path, first, each) for first in (0, each - SHARED)]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [(*process.communicate(), process.returncode) for process in both]
    assert answers == [("", "", 0)] * 2
    assert_whole(tmp_path, 2 * each - SHARED)
    written = files_in(tmp_path)
    expected = {draw_call(page(number), "a4").pdf for number in range(2 * each - SHARED)}
    assert set(written.values()) == expected, "each page once, and none in two places"
