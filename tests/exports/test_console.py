"""What is printed stays on its lines. Processes with broken streams are tried in tests/test_main.py."""

from __future__ import annotations

import io
import json
import sys

import pytest

from exports.console import columns, complain, prepare, say, say_json
from scoring.errors import KnownError


def test_a_line_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("Elm Street\r\nClinic \x1b[2J")
    assert capsys.readouterr().out == "Elm Street  Clinic  [2J\n"


def test_cells_stand_one_below_the_other() -> None:
    assert columns([["Field call", "1"], ["Demo", "12"]]) == ["Field call | 1 ", "Demo       | 12"]
    assert columns([]) == []


def test_json_keeps_every_character_in_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"customer": "株式会社\n🚀", "half": "\ud83d"}
    say_json(value)
    out = capsys.readouterr().out
    assert out.isascii()
    assert json.loads(out) == value


def test_a_refusal_is_one_line_of_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    complain(KnownError("Not found", "/tmp/a\nb is not there."))
    assert capsys.readouterr() == ("", "Not found: /tmp/a b is not there.\n")


def test_a_console_that_lacks_a_letter_shows_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    bytes_out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(bytes_out, encoding="latin-1"))
    prepare()
    say("Zoë Ł")
    assert bytes_out.getvalue() == b"Zo\xeb \\u0141\n"


def test_a_program_without_streams_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    prepare()
    say("nobody reads this")
    complain(KnownError("Nor", "this."))
