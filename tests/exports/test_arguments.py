"""What may be typed, and how a slip is answered."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from exports.arguments import make_parser

COMMANDS = {
    "calls": [],
    "export": ["all", "--out", "pages"],
    "mirror": [],
    "check": [],
    "backup": [],
    "selftest": [],
    "demo": [],
    "replay": ["a.rttm", "--rep", "A"],
}


def parse(*words: str) -> argparse.Namespace:
    return make_parser().parse_args(words)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_the_data_folder_on_both_sides_and_json(command: str) -> None:
    options = [command, *COMMANDS[command]]
    assert parse(*options).data_dir is None
    assert parse("--data-dir", "here", *options).data_dir == Path("here")
    assert parse(*options, "--data-dir", "here").data_dir == Path("here")
    assert parse("--data-dir", "there", *options, "--data-dir", "here").data_dir == Path("here")
    assert parse(*options, "--json").json is True


def test_without_a_command_there_is_the_window() -> None:
    assert vars(parse()) == {"command": None, "data_dir": None}


def test_every_option_of_replay_is_taken() -> None:
    typed = parse(
        *("replay", "a.rttm", "--rep", "A", "--me", "B", "--lag", "0", "--ignore-under", "2.5"),
        *("--silence", "4", "--out", "pages"),
    )
    assert (typed.turns, typed.rep, typed.me) == (Path("a.rttm"), "A", "B")
    assert (typed.lag, typed.ignore_under, typed.silence, typed.out) == (0.0, 2.5, 4.0, Path("pages"))


@pytest.mark.parametrize("seconds", ["-0.1", "nan", "inf", "1e9", "soon", ""])
def test_seconds_are_seconds(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse("replay", "a.rttm", "--rep", "A", f"--lag={seconds}")
    assert ended.value.code == 2
    assert "is not a number of seconds" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_there_for_everything(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(*filter(None, [command]), "--help")
    assert ended.value.code == 0
    assert "--data-dir" in capsys.readouterr().out
