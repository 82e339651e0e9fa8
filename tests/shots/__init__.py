"""The pictures of README and docs, from the running program: ``python -m tests.shots docs/pictures``.

The same on every run and every machine: a fixed moment, fixed sizes, the bundled font, no display.
"""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QLocale, Qt
from typing_extensions import override

from tests.shots.archive import take_archive
from tests.shots.live import take_live
from tests.shots.over_time import take_over_time
from tests.shots.paper import take_paper
from tests.shots.rubrics import take_rubrics
from ui.demo import WINDOW_SIZE, Camera, before_two, demo
from ui.driving import application_for_script

MONDAY = datetime(2026, 11, 23, tzinfo=timezone(timedelta(hours=1)))
SMALL_LAPTOP = (1366, 768)
SHOWN = (
    "welcome",
    "home",
    "reps",
    "calls",
    "settings",
    "teeup",
    "observe",
    "observe-1366x768",
    "myview",
    "debrief-1-rep-first",
    "debrief-2-what-was-seen",
    "debrief-3-agree-one-thing",
    "page",
)


class LaptopCamera(Camera):
    """Takes the live screen a second time, as large as the screen of a small laptop."""

    @override
    def look(self, name: str) -> None:
        super().look(name)
        if name == "observe":
            self.window.resize(*SMALL_LAPTOP)
            super().look("observe-1366x768")
            self.window.resize(*WINDOW_SIZE)


def take(out: Path) -> list[Path]:
    """Take all pictures anew.

    :returns: where they lie.
    """
    _prepare()
    out.mkdir(parents=True, exist_ok=True)
    usual = Path.cwd()
    with TemporaryDirectory() as folder:
        # A relative data folder, because Settings names it.
        os.chdir(folder)
        try:
            demo(Path("SecondChair"), Path("pictures"), before_two(MONDAY), LaptopCamera)
            shown = [Path(shutil.copy(Path("pictures", f"{name}.png"), out)) for name in SHOWN]
            Path("archive").mkdir()
            os.chdir("archive")
            shown += take_archive(out, before_two(MONDAY))
            shown += take_over_time(out, before_two(MONDAY))
            shown += take_rubrics(out, before_two(MONDAY))
            return shown + take_live(out, before_two(MONDAY)) + take_paper(out, before_two(MONDAY))
        finally:
            os.chdir(usual)


def _prepare() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"  # decides the paper
    application_for_script().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
