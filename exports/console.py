"""What the commands print, so that no console, pipe or missing stream stops them."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from exports.wording import one_line, printable
from scoring.errors import KnownError, SecondChairError
from scoring.text import tr


def prepare() -> None:
    """Let a console that lacks a character show its number instead of stopping the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    """Print one line; control characters in it become spaces. Where nobody reads any more it goes nowhere.

    :raises KnownError: if the system refuses, such as for a full disk.
    """
    _print(printable(line))


def say_json(value: Any) -> None:
    """Print a plain value as JSON, which any console can show: other characters than ASCII are escaped.

    :raises KnownError: if the system refuses, such as for a full disk.
    """
    _print(json.dumps(value, indent=2))


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """:returns: a line for each row, its cells one below the other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def complain(error: SecondChairError) -> None:
    """Print what is in the way as one line of standard error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(one_line(str(error)) + "\n")
        sys.stderr.flush()
    except OSError:
        _point_nowhere(sys.stderr)


def _print(text: str) -> None:
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError as error:
        _point_nowhere(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            reason = tr("The system says: {reason}.").format(reason=error.strerror or error)
            raise KnownError(tr("Nothing could be printed"), reason) from error


def _point_nowhere(stream: TextIO) -> None:
    """What is still buffered must not fail a second time when the process ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
