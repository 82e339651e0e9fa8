"""Where the data lies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scoring.paths import default_data_dir


def test_asking_where_the_data_lies_makes_no_folder() -> None:
    folder = default_data_dir()
    assert folder.name == "SecondChair"
    assert not folder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are a Linux custom")
def test_the_data_lies_where_this_person_keeps_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_data_dir() == tmp_path / "SecondChair"
