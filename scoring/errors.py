"""The two kinds of trouble a person is told about.

Anything that is neither is a bug, and the window shows its report for it.
"""

from __future__ import annotations


class SecondChairError(Exception):
    """Something the app cannot do, said to a person.

    :param title: a few words, sentence case, already translated.
    :param message: one sentence that says what to do, already translated.
    """

    def __init__(self, title: str, message: str) -> None:
        super().__init__(title, message)
        self.title = title
        self.message = message

    def __str__(self) -> str:
        return f"{self.title}: {self.message}"


class KnownError(SecondChairError):
    """The world's fault, not the app's: disk full, folder gone, file locked, file from a newer version."""
