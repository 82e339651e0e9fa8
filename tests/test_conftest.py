"""The guards of conftest.py and pyproject.toml, tried on tests that do what they must not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

STRAYS = """
import logging, threading, warnings
import platformdirs, pytest
from PySide6.QtCore import qDebug

def stray_warning():
    warnings.warn("nobody expects this")

def stray_log_line():
    logging.getLogger("scoring").warning("nobody expects this")

def stray_qt_message():
    qDebug("nobody expects this")

def stray_error_in_a_thread():
    thread = threading.Thread(target=int, args=["no number"])
    thread.start()
    thread.join()

def stray_error_in_a_destructor():
    class Broken:
        def __del__(self):
            raise OSError("nobody expects this")
    Broken()

@pytest.mark.parametrize("stray", [
    stray_warning, stray_log_line, stray_qt_message, stray_error_in_a_thread, stray_error_in_a_destructor,
])
def test_stray(stray):
    stray()

def test_expected_log_line(caplog):
    stray_log_line()
    assert "nobody expects this" in caplog.text
    caplog.clear()

def test_folder():
    assert "second-chair-" in platformdirs.user_data_dir("SecondChair")
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says, run under this project's own guards."""
    file = tmp_path_factory.mktemp("strays") / "test_strays.py"
    file.write_text(STRAYS)
    options = ["-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", "-p", "no:cacheprovider", "-rfEp"]
    command = [sys.executable, "-m", "pytest", *options, str(file)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def outcome(report: str, test: str) -> set[str]:
    """:returns: FAILED, ERROR and PASSED, as far as they were said of ``test``."""
    return {line.split()[0] for line in report.splitlines() if line.partition("::")[2].split(" ")[0] == test}


@pytest.mark.parametrize("what", ["warning", "qt_message", "error_in_a_thread", "error_in_a_destructor"])
def test_a_stray_line_fails_the_test_that_made_it(report: str, what: str) -> None:
    assert outcome(report, f"test_stray[stray_{what}]") == {"FAILED"}


def test_a_stray_log_line_is_an_error_after_the_test_that_made_it(report: str) -> None:
    assert "ERROR" in outcome(report, "test_stray[stray_log_line]")


def test_a_log_line_that_was_looked_at_is_fine(report: str) -> None:
    assert outcome(report, "test_expected_log_line") == {"PASSED"}


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the system names the folder, not the environment"
)
def test_tests_never_see_the_persons_own_folder(report: str) -> None:
    assert outcome(report, "test_folder") == {"PASSED"}
