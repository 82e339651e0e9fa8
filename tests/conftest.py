"""What holds for every test: no window on the developer's screen, no touch of real data, no stray line anywhere.

Warnings and Qt messages fail a test through ``pyproject.toml``, log lines through a fixture here.
"""

from __future__ import annotations

import gc
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before Qt is first loaded, and inherited by every process a test starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# wakepy only pretends: no test keeps the developer's computer awake.
os.environ.setdefault("WAKEPY_FAKE_SUCCESS", "1")

settings.register_profile("test", max_examples=50, deadline=None)
settings.register_profile("soak", max_examples=5_000, deadline=None)

# How many of something a test should try: the first number in `make test`, the second in `make soak`.
Amount = Callable[[int, int], int]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the same tests with larger numbers")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("soak" if config.getoption("--soak") else "test")


@pytest.fixture(scope="session")
def amount(request: pytest.FixtureRequest) -> Amount:
    """``amount(20, 200)`` is 20 in `make test` and 200 in `make soak`."""
    soak = bool(request.config.getoption("--soak"))
    return lambda test, long: long if soak else test


@pytest.fixture(autouse=True, scope="session")
def _folders_of_this_person_stay_untouched() -> Iterator[None]:
    """Point everything that asks for the person's own folders somewhere else, in child processes too."""
    with tempfile.TemporaryDirectory(prefix="second-chair-") as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            patch.setenv(name, str(Path(folder, name)))
        yield


@pytest.fixture(autouse=True, scope="session")
def _garbage_is_left_to_us() -> Iterator[None]:
    """As in the program (``ui.collector``): a window that is collected by another thread takes everything with it."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def _old_garbage_goes_with_its_module() -> Iterator[None]:
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _garbage_goes_with_its_test() -> Iterator[None]:
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def _no_stray_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that means to cause a log line looks at it and then calls ``caplog.clear()``."""
    yield
    stray = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    if stray:
        formatter = logging.Formatter("%(levelname)s %(name)s: %(message)s")
        pytest.fail("Stray log lines:\n" + "\n".join(map(formatter.format, stray)))
