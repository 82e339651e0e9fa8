"""What may be typed behind ``main.py``."""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import Any, NoReturn

from typing_extensions import override

from exports.console import say
from exports.wording import one_line
from scoring.text import tr
from scoring.version import VERSION

WRONG_USAGE = 2
LONGEST_SECONDS = 3600.0


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line of standard error and ends with 2."""

    @override
    def _print_message(self, message: str, file: Any = None) -> None:
        """Help and version, also into a pipe that nobody reads."""
        if file is sys.stdout:
            for line in message.splitlines():
                say(line)
        else:
            super()._print_message(message, file)

    @override
    def error(self, message: str) -> NoReturn:
        advice = tr("{problem}. Try “{program} --help”.").format(
            problem=message.rstrip("."), program=self.prog
        )
        self.exit(WRONG_USAGE, one_line(advice) + "\n")


def make_parser() -> argparse.ArgumentParser:
    """:returns: the parser of the whole command line. ``command`` is None for the window, ``data_dir`` if not given."""
    parser = Parser(
        prog="second-chair", description=tr("Joint sales calls, from tee-up to one page."), allow_abbrev=False
    )
    parser.add_argument(
        "--version", action="version", version=tr("Second Chair {version}").format(version=VERSION)
    )
    _add_data_dir(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar=tr("COMMAND"))
    _add_calls(commands)
    _add_export(commands)
    _add_import(commands)
    _add_access_pack(commands)
    _add_rep(commands)
    _add_mirror(commands)
    _add_rubric(commands)
    _add_archive(commands)
    _add_check(commands)
    _add_backup(commands)
    _add_selftest(commands)
    _add_demo(commands)
    _add_replay(commands)
    return parser


def _add_data_dir(parser: argparse.ArgumentParser, default: Any) -> None:
    parser.add_argument(
        "--data-dir", type=Path, metavar=tr("DIR"), default=default, help=tr("the folder with the data")
    )


def _add_command(commands: Any, name: str, description: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=description, description=description, allow_abbrev=False)
    # Suppressed, so that a folder given before the command is not forgotten behind it.
    _add_data_dir(parser, default=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help=tr("print JSON"))
    return parser


def _add_out(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    parser.add_argument(
        "--out", type=Path, metavar=tr("DIR"), required=required, help=tr("the folder to write to")
    )


def _add_calls(commands: Any) -> None:
    _add_command(commands, "calls", tr("list the calls"))


def _add_export(commands: Any) -> None:
    parser = _add_command(commands, "export", tr("write the page of one call, or of all, as PDF"))
    parser.add_argument("call", metavar=tr("CALL"), help=tr("the id of a call or how it begins, or “all”"))
    _add_out(parser, required=True)
    _add_paper(parser)


def _add_paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--paper", choices=("a4", "letter"), help=tr("as in the settings if not given"))


def _add_import(commands: Any) -> None:
    parser = _add_command(commands, "import", tr("take in the calls of pages or records from elsewhere"))
    help_text = tr("a page as PDF, or a record.json")
    parser.add_argument("files", type=Path, nargs="+", metavar=tr("FILE"), help=help_text)


def _add_access_pack(commands: Any) -> None:
    parser = _add_command(
        commands, "access-pack", tr("write all that is held about one rep into one zip file")
    )
    _add_who(parser)
    _add_out(parser, required=True)


def _add_rep(commands: Any) -> None:
    _add_who(_add_command(commands, "rep", tr("print one rep over all joint calls")))


def _add_who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rep", metavar=tr("REP"), help=tr("the name of a rep, or how their id begins"))


def _add_mirror(commands: Any) -> None:
    parser = _add_command(commands, "mirror", tr("print what the calls say about you in the second chair"))
    parser.add_argument(
        "--months",
        type=int,
        choices=(3, 12, 24),
        default=12,
        help=tr("how far back to look; 12 if not given"),
    )


def _add_rubric(commands: Any) -> None:
    description = tr("list the rubrics, write one to a file, or take some in from files")
    parser = commands.add_parser("rubric", help=description, description=description, allow_abbrev=False)
    actions = parser.add_subparsers(dest="action", metavar=tr("ACTION"), required=True)
    _add_command(actions, "list", tr("list the rubrics, each in its latest version"))
    _add_which_rubric(_add_command(actions, "export", tr("write a rubric to a file")))
    _add_rubric_import(actions)
    paper = _add_command(actions, "paper", tr("write a rubric with its anchors as a PDF of one sheet"))
    _add_which_rubric(paper)
    _add_paper(paper)


def _add_which_rubric(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rubric", metavar="ID", help=tr("the id of a rubric or how it begins, or its name"))
    parser.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("the file to write"))
    parser.add_argument("--version", type=int, metavar="N", help=tr("the latest one if not given"))


def _add_rubric_import(actions: Any) -> None:
    parser = _add_command(actions, "import", tr("take in rubrics from files"))
    parser.add_argument("files", type=Path, nargs="+", metavar=tr("FILE"), help=tr("a rubric file"))
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--update", action="store_true", help=tr("take in later versions of rubrics that are here, too")
    )
    choice.add_argument(
        "--copy", action="store_true", help=tr("take in as a copy what differs from the rubric that is here")
    )


def _add_archive(commands: Any) -> None:
    description = tr("write to the archive folder, check it, bring it back, or make its lists anew")
    parser = commands.add_parser("archive", help=description, description=description, allow_abbrev=False)
    actions = parser.add_subparsers(dest="action", metavar=tr("ACTION"), required=True)
    _add_action(actions, "verify", tr("say what is missing, altered, unknown or unreadable"))
    restoring = _add_action(actions, "restore", tr("make new data from nothing but the pages"))
    restoring.add_argument(
        "--data-dir", type=Path, metavar=tr("NEW"), required=True, help=tr("the new folder for the data")
    )
    restoring.add_argument("--manager", metavar=tr("NAME"), help=tr("only the pages of this manager"))
    _add_command(actions, "write", tr("write what waits for the archive folder into it"))
    _add_action(actions, "rebuild", tr("write the index and the manifest again, from the files alone"))


def _add_action(actions: Any, name: str, description: str) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=description, description=description, allow_abbrev=False)
    parser.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("the archive folder"))
    parser.add_argument("--json", action="store_true", help=tr("print JSON"))
    return parser


def _add_check(commands: Any) -> None:
    _add_command(commands, "check", tr("look through all the data for damage"))


def _add_backup(commands: Any) -> None:
    _add_out(
        _add_command(commands, "backup", tr("copy all the data, into the folder of backups if not given"))
    )


def _add_selftest(commands: Any) -> None:
    _add_command(commands, "selftest", tr("see whether everything the app needs works here"))


def _add_demo(commands: Any) -> None:
    parser = _add_command(commands, "demo", tr("walk through a sample call and picture every screen"))
    _add_out(parser)


def _add_replay(commands: Any) -> None:
    parser = _add_command(commands, "replay", tr("play the turns of a recorded meeting through Sit in"))
    parser.add_argument("turns", type=Path, metavar="TURNS.rttm", help=tr("who spoke when"))
    parser.add_argument("--rep", required=True, metavar=tr("SPEAKER"), help=tr("who is the rep"))
    parser.add_argument(
        "--me", metavar=tr("SPEAKER"), help=tr("who is the manager; all others are the customer")
    )
    _add_seconds(parser, "--lag", 1.0, tr("how late every tap comes"))
    _add_seconds(parser, "--ignore-under", 1.5, tr("how long a party speaks alone before it has the floor"))
    _add_seconds(parser, "--silence", 3.0, tr("how long nobody speaks before nobody has the floor"))
    _add_out(parser)


def _add_seconds(parser: argparse.ArgumentParser, name: str, default: float, description: str) -> None:
    parser.add_argument(name, type=_seconds, default=default, metavar="S", help=description)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= LONGEST_SECONDS:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is not a number of seconds from 0 to 3600").format(text=text)
        )
    return value
