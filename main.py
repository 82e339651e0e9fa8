"""Second Chair: the window, or one of the commands behind it."""

from __future__ import annotations

import argparse
import locale
import sys
from collections.abc import Sequence
from pathlib import Path

from exports.arguments import make_parser
from exports.console import complain, prepare
from scoring.errors import SecondChairError
from scoring.text import use_language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the app.

    :param arguments: what was typed behind the program's name; None reads it from the system.
    :returns: the exit code: 0 done, 1 refused or something wrong found. Wrong usage exits with 2.
    """
    prepare()
    use_language(locale.getlocale()[0] or "en")
    typed = make_parser().parse_args(arguments)
    try:
        return _run(typed)
    except SecondChairError as error:
        complain(error)
        return 1


def _run(typed: argparse.Namespace) -> int:
    # Each branch loads only what it needs: the window starts fast, and a command needs no Qt.
    if typed.command is None:
        from ui.app import run as run_window

        return run_window(_data_dir(typed))
    if typed.command == "demo":
        from ui.demo import run as run_demo

        return run_demo(typed)
    if typed.command == "replay":
        from ui.replay import run as run_replay

        return run_replay(typed)
    from exports.commands import run as run_command

    return run_command(typed, _data_dir(typed))


def _data_dir(typed: argparse.Namespace) -> Path:
    if typed.data_dir is not None:
        return typed.data_dir
    from scoring.paths import default_data_dir

    return default_data_dir()


if __name__ == "__main__":
    sys.exit(main())
