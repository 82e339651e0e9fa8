"""The same small and locked disks as for the files of the database."""

from tests.scoring.conftest import disk, padlock

__all__ = ["disk", "padlock"]
