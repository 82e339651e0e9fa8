"""A rubric as a file of its own (docs/rubric.md): read within firm limits whoever wrote it, written so that people can
read it too."""

from __future__ import annotations

import json
import re
import stat
from collections import Counter
from itertools import count, islice
from pathlib import Path
from typing import Any

from exports.file_names import file_words
from exports.record_file import PDF
from exports.wording import one_line
from scoring.errors import SecondChairError
from scoring.files import file_trouble, write_whole
from scoring.rubric import Rubric
from scoring.text import tr

MOST_FILE = 1 << 20
"""Bytes of the largest file that is read. Twelve skills full to every limit take 230 KB as they are written here, and
650 KB from a program that spells out every letter."""
SUFFIX = ".json"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MOST_DIGITS = 20
"""Numbers longer than that are too large wherever they stand; to read all of them could take minutes."""
_SHOWN = 60
_TEXT_OR_END = re.compile(r'"(?:[^"\\]++|\\.)*+"|\}')


class _KeyTwiceError(ValueError):
    """``key`` is twice in the object that is the ``number``-th to end, from 1."""

    def __init__(self, key: str, number: int) -> None:
        super().__init__(key)
        self.key = key
        self.number = number


def read_rubric(path: Path) -> Rubric:
    """Read a rubric file.

    :raises KnownError: if the system refuses, or a newer version of the app wrote it.
    :raises SecondChairError: naming the place, when it is anything but a rubric in the form of docs/rubric.md.
    """
    return rubric_from(_bytes_of(path))


def rubric_from(data: bytes) -> Rubric:
    """:param data: what a rubric file holds.
    :raises KnownError: when a newer version of the app wrote it.
    :raises SecondChairError: as ``read_rubric``."""
    if len(data) > MOST_FILE:
        message = tr("No rubric is that large. Choose a rubric that Second Chair wrote.")
        raise SecondChairError(tr("This file is too large"), message)
    if data.startswith(PDF):
        raise _no_rubric()
    plain = _plain(_text(data.removeprefix(_BYTE_ORDER_MARK)))
    if isinstance(plain, dict) and "entries" in plain:
        raise _no_rubric()
    return Rubric.from_json(plain)


def write_rubric(rubric: Rubric, path: Path) -> None:
    """Write a rubric so that ``path`` holds all of it, in place of what was there, or is untouched.

    :raises KnownError: if the system refuses.
    """
    write_whole(path, rubric_bytes(rubric))


def rubric_bytes(rubric: Rubric) -> bytes:
    """:returns: what the file of a rubric holds; the same rubric gives the same bytes."""
    return (json.dumps(rubric.to_json(), indent=2, ensure_ascii=False) + "\n").encode()


def rubric_file_name(rubric: Rubric) -> str:
    """:returns: ``"Field call, version 3.json"``, which is a file name on every system."""
    name = file_words(rubric.name) or tr("Rubric")
    return tr("{name}, version {version}").format(name=name, version=rubric.version) + SUFFIX


def is_rubric(plain: object) -> bool:
    """:returns: whether a plain value is meant as a rubric and not as the record of a call."""
    return isinstance(plain, dict) and "skills" in plain and "entries" not in plain


def _bytes_of(path: Path) -> bytes:
    """:returns: at most one byte more than there may be, which is enough to refuse a file of any size."""
    with file_trouble(path):
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            raise SecondChairError(
                tr("This is no file"), tr("{path} is no file. Choose one.").format(path=path)
            )
        with path.open("rb") as file:
            return file.read(MOST_FILE + 1)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _unreadable(
            tr("Line {line} is not text in UTF-8. Save it as UTF-8, or ask for the file again."), line=line
        ) from error


def _plain(text: str) -> Any:
    """:returns: the plain value in ``text``. Where a key comes twice nobody can say which one is meant."""
    ended = count(1)

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        number, values = next(ended), dict(pairs)
        if len(values) < len(pairs):
            [(key, _)] = Counter(key for key, _ in pairs).most_common(1)
            raise _KeyTwiceError(key, number)
        return values

    try:
        return json.loads(text, object_pairs_hook=as_object, parse_int=_number)
    except json.JSONDecodeError as error:
        message = tr("It is no JSON any more from line {line}, column {column} on. Ask for the file again.")
        raise _unreadable(message, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise _unreadable(tr("Its brackets stand in each other deeper than in any rubric.")) from error
    except _KeyTwiceError as error:
        message = tr("“{key}” stands twice in the braces that end in line {line}. Take one of them out.")
        line = _line_of_end(text, error.number)
        raise _unreadable(message, key=one_line(error.key[:_SHOWN]), line=line) from error


def _number(digits: str) -> int:
    return int(digits[:_MOST_DIGITS])


def _line_of_end(text: str, number: int) -> int:
    """:returns: the line in which the ``number``-th object ends."""
    ends = (found.start() for found in _TEXT_OR_END.finditer(text) if found[0] == "}")
    return text.count("\n", 0, next(islice(ends, number - 1, None))) + 1


def _unreadable(message: str, **values: object) -> SecondChairError:
    return SecondChairError(tr("This rubric cannot be read"), message.format(**values))


def _no_rubric() -> SecondChairError:
    message = tr("A call is brought in where the calls are. A rubric is a JSON file of its own.")
    return SecondChairError(tr("This is no rubric file"), message)
