"""Somebody else's window: a meeting that fills the screen and writes down what is typed into it.

Run as ``python -m tests.e2e.meeting``. A screen reader finds what was typed in the field ``meeting.chat``.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QPlainTextEdit


def main() -> int:
    """:returns: the exit code; the process is meant to be ended from outside."""
    application = QApplication(sys.argv[:1])
    chat = QPlainTextEdit()
    chat.setObjectName("meeting.chat")
    chat.setWindowTitle("Meeting")
    chat.showMaximized()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
