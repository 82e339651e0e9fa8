"""The SQLite file: the only rooms of the house where SQL stands."""

from scoring.store.store import Store

__all__ = ["Store"]
