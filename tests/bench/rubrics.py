"""What rubrics take: ``python -m tests.bench.rubrics`` on a screen prints the figures.

A letter in the editor, from the key to the last picture that came of it, in the first and the largest rubric one may
write; the screen of all rubrics, once it has been shown; the paper of a rubric.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from exports.rubric_paper import draw_rubric_paper
from scoring.rubric import Rubric, default_rubric
from scoring.rubric_draft import copy_of, draft_of
from scoring.store import Store
from tests.bench.large_screens import LastPicture, opened_app, showing_ms
from tests.bench.live import rest
from tests.bench.report import figure
from tests.sized_rubrics import longest_rubric
from ui.app import App

TIMES = 9
LETTERS = "Asks what it costs them, and waits for the answer"


def letter_ms(app: App, rubric_id: str, field: str) -> float:
    """:returns: the median over the letters of a sentence."""
    app.window.open_rubric_editor(rubric_id)
    picture = LastPicture(app.frame)
    rest(500)
    editor = app.window.current()
    assert editor is not None
    line = editor.findChild(QWidget, field)
    assert line is not None
    return median(picture.ms_until_painted(partial(_type, line, letter)) for letter in LETTERS)


def _type(line: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def drawing_ms(rubric: Rubric) -> float:
    """:returns: the median of drawing the same sheet again, after a first."""
    times = [_ms(partial(draw_rubric_paper, rubric, "a4")) for _ in range(TIMES + 1)]
    return median(times[1:])


def _ms(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print all of them."""
    usual, largest = copy_of(default_rubric(), "Ours"), draft_of(longest_rubric(12, "answers"))
    with tempfile.TemporaryDirectory() as folder:
        app = opened_app(Path(folder))
        for draft in (usual, largest):
            app.session.ask(partial(Store.put_in_use, draft=draft))
        figure("rubrics_ms", showing_ms(app, partial(app.window.open_place, "rubrics")), "ms")
        figure("editor_letter_ms", letter_ms(app, usual.id, "rubric.summary"), "ms")
        figure("editor_letter_largest_ms", letter_ms(app, largest.id, "rubric.summary"), "ms")
        app.session.close()
    figure("rubric_paper_ms", drawing_ms(default_rubric()), "ms")
    figure("rubric_paper_largest_ms", drawing_ms(longest_rubric(12, "answers")), "ms")


if __name__ == "__main__":
    main()
