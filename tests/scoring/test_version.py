"""There is one version."""

from __future__ import annotations

import tomllib
from pathlib import Path

from scoring.version import VERSION

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_app_and_its_package_name_the_same_version() -> None:
    assert tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"] == VERSION
