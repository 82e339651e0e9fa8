"""Where the data lies."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

DATABASE = "secondchair.db"
LOCK = "secondchair.lock"
BACKUPS = "backups"
COMING = "coming"
"""Holds a copy while it is looked into, and until it is put in the place of the data."""


def default_data_dir() -> Path:
    """:returns: the person's own data folder for this app on this system. It may not exist yet."""
    return user_data_path("SecondChair", appauthor=False)
