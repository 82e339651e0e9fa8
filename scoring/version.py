"""The version of the app, for people and for what it writes. ``pyproject.toml`` names the same one."""

from __future__ import annotations

VERSION = "0.1.0"
