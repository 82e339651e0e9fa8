"""The program, opened at the editor of one rubric: everything is real but where it begins.

``python -m tests.e2e.at_rubric ID …``: the id of the rubric, then what is typed behind ``main.py``.
"""

from __future__ import annotations

import sys

import main
from ui.main_window import MainWindow


def run(rubric_id: str, arguments: list[str]) -> int:
    """Run the program, beginning at this rubric. :returns: its exit code."""

    def open_first(self: MainWindow) -> None:
        self.open_rubric_editor(rubric_id)

    MainWindow.open_first = open_first
    return main.main(arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]))
