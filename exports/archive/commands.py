"""``main.py archive``: checking an archive, bringing it back and making its lists anew, without a window."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

from exports.archive.rebuild import rebuild
from exports.archive.report import Progress, Report, Stopped, Verdict, verdict_words
from exports.archive.restore import not_brought_back, restore
from exports.archive.sending import send_waiting
from exports.archive.verify import verify
from exports.console import say, say_json
from scoring.text import tr, trn

DONE = 0
REFUSED = 1
_EVERY_S = 0.3

Work = Callable[[Progress, Stopped], Report]


def run_archive(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Run one of the commands.

    :returns: 0 when all is well, 1 when something is wrong or it was stopped.
    :raises SecondChairError: when it cannot be done.
    """
    if arguments.action == "write":
        return send_waiting(arguments, data_dir)
    folder: Path = arguments.folder
    works: dict[str, tuple[Work, Callable[[Report], list[str]]]] = {
        "verify": (lambda progress, stopped: verify(folder, progress=progress, stopped=stopped), _checked),
        "rebuild": (lambda progress, stopped: rebuild(folder, progress=progress, stopped=stopped), _listed),
        "restore": (_restoring(arguments, data_dir), _restored),
    }
    work, words = works[arguments.action]
    with _uncollected(), _until_interrupted() as stopped, _progress_line() as progress:
        report = work(progress, stopped)
    if arguments.json:
        more = {"not_brought_back": not_brought_back()} if arguments.action == "restore" else {}
        say_json({**_as_plain(report), **more})
    else:
        for line in [*_lines(report), *words(report)]:
            say(line)
    return DONE if report.is_well and not _is_empty(arguments.action, report) else REFUSED


def _restoring(arguments: argparse.Namespace, data_dir: Path) -> Work:
    def work(progress: Progress, stopped: Stopped) -> Report:
        now, manager = datetime.now().astimezone(), arguments.manager
        return restore(
            arguments.folder, data_dir, now=now, manager=manager, progress=progress, stopped=stopped
        )

    return work


def _is_empty(action: str, report: Report) -> bool:
    return action == "restore" and not report.calls


def _as_plain(report: Report) -> dict[str, Any]:
    findings = [
        {"path": one.path, "verdict": one.verdict.value, "sentence": one.sentence} for one in report.findings
    ]
    return {
        "ok": report.is_well,
        "stopped": report.stopped,
        "files": report.files,
        "calls": report.calls,
        "findings": findings,
    }


def _lines(report: Report) -> list[str]:
    line = tr("{verdict}: {path}: {sentence}")
    return [
        line.format(verdict=verdict_words(one.verdict), path=one.path or ".", sentence=one.sentence)
        for one in report.findings
    ]


def _checked(report: Report) -> list[str]:
    if report.stopped:
        return [tr("Stopped before the end. Nothing was changed.")]
    words = trn("{n} file was looked at.", "{n} files were looked at.", report.files).format(n=report.files)
    counted = [
        tr("{n} {verdict}").format(n=report.count(verdict), verdict=verdict_words(verdict))
        for verdict in Verdict
        if report.count(verdict)
    ]
    well = [tr("All is well.")] if report.is_well else []
    return [" ".join([words, *([", ".join(counted) + "."] if counted else []), *well])]


def _listed(report: Report) -> list[str]:
    if report.stopped:
        return [tr("Stopped before the end. The lists are as they were.")]
    words = trn("{n} file is listed.", "{n} files are listed.", report.files)
    return [words.format(n=report.files)]


def _restored(report: Report) -> list[str]:
    if report.stopped:
        return [tr("Stopped before the end. There is no new data.")]
    if not report.calls:
        return [tr("There is no call to bring back. There is no new data.")]
    words = trn("{n} call was brought back.", "{n} calls were brought back.", report.calls)
    return [words.format(n=report.calls), *not_brought_back()]


@contextmanager
def _uncollected() -> Generator[None]:
    """Leave Python's garbage alone, as in the window: records are trees, and looking for rings in them takes a tenth of
    the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _until_interrupted() -> Generator[Stopped]:
    """:returns: says whether somebody pressed Ctrl-C meanwhile; pressed again, it ends the program as usual."""
    asked = Event()

    def ask(_number: int, _frame: Any) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress_line() -> Generator[Progress]:
    """:returns: says on a terminal how far it is, a few times a second; nothing of it is left at the end."""
    terminal = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None
    last = 0.0
    longest = 0

    def progress(done: int, of: int) -> None:
        nonlocal last, longest
        now = time.monotonic()
        if terminal is None or now - last < _EVERY_S:
            return
        line = tr("{percent}%, Ctrl-C stops").format(percent=100 * done // max(1, of))
        last, longest = now, max(longest, len(line))
        terminal.write(f"\r{line.ljust(longest)}")
        terminal.flush()

    try:
        yield progress
    finally:
        if terminal is not None and longest:
            terminal.write(f"\r{' ' * longest}\r")
            terminal.flush()
