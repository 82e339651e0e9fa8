"""Our frozen dataclasses as plain JSON values and back, strictly.

The type hints of the dataclasses are the schema: a value of the wrong type, an unknown key or a missing one is refused.
Supported: str, int, float, bool, None, ``X | None``, ``tuple[X, ...]``, enums by value, UUID, date, aware datetime and
nested dataclasses. Unions of dataclasses carry a ``"kind"`` key with the class's registered name.
"""

from __future__ import annotations

import dataclasses
import json
import math
import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args, get_origin
from uuid import UUID

T = TypeVar("T")
KIND = "kind"
IF_KNOWN = {"if_known": True}
"""The metadata of a field that is left out where it is None, an empty text or an empty tuple: what was written before
there was such a field stays as it was, byte for byte."""
_ID_LENGTH = 36
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_HALF_CHARACTERS = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


class BadValueError(ValueError):
    """Plain data does not fit the type it is read as. The text is for developers; say it in words to a person."""


def to_plain(value: Any) -> Any:
    """:returns: ``value`` made of dict, list, str, int, float, bool and None only, ready for ``json.dumps``."""
    return _writer(type(value))(value)


@cache
def _writer(kind: type) -> Callable[[Any], Any]:
    """:returns: what writes values of one class. Looked up once a class: a record has thousands of values."""
    if dataclasses.is_dataclass(kind):
        return _dataclass_writer(kind)
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, UUID):
        return str
    if issubclass(kind, datetime | date):
        return kind.isoformat
    if issubclass(kind, tuple | list):
        return lambda value: [to_plain(item) for item in value]
    return lambda value: value


def _dataclass_writer(kind: type) -> Callable[[Any], Any]:
    names = [field.name for field in dataclasses.fields(kind)]
    if_known = {field.name for field in dataclasses.fields(kind) if "if_known" in field.metadata}
    registered = getattr(kind, "KIND", None)
    first = {KIND: registered} if registered else {}

    def write(value: Any) -> dict[str, Any]:
        plain = dict(first)
        for name in names:
            item = getattr(value, name)
            if name in if_known and item in (None, "", ()):
                continue
            plain[name] = _writer(type(item))(item)
        return plain

    return write


def as_json(value: Any) -> str:
    """:returns: ``value`` as canonical JSON text that any file can hold.

    Half a character (a lone surrogate, as broken imports have them) fits no UTF-8 file; JSON can spell it out. Two
    halves that belong together are one character, as whoever reads it will take them.
    """
    text = _CANONICAL.encode(to_plain(value))
    return text if _fits_a_file(text) else _HALF_CHARACTERS.sub(_spelt_out, text)


def _fits_a_file(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _spelt_out(halves: re.Match[str]) -> str:
    if len(halves[0]) == 2:
        return halves[0].encode("utf-16", "surrogatepass").decode("utf-16")
    return f"\\u{ord(halves[0]):04x}"


def from_json(hint: type[T] | Any, text: str) -> T:
    """The inverse of ``as_json``.

    :raises BadValueError: when the text is not JSON, or does not fit.
    """
    return from_plain(hint, plain_from_json(text))


def plain_from_json(text: str) -> Any:
    """:returns: the plain value in ``text``. :raises BadValueError: when it is not JSON."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise BadValueError(str(error)) from error


def from_plain(hint: type[T] | Any, value: Any) -> T:
    """Read plain data as ``hint``.

    :raises BadValueError: when it does not fit; nothing is coerced.
    """
    return _reader(hint)(value)


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """:returns: what reads plain data as ``hint``. Looked up once a hint: a record has thousands of values."""
    origin = get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_reader(hint)
    if origin is tuple:
        return _tuple_reader(hint)
    if dataclasses.is_dataclass(hint):
        return _dataclass_reader(hint)
    if issubclass(hint, Enum):
        return _enum_reader(hint)
    return _TEXT_READERS.get(hint) or _scalar_reader(hint)


def _union_reader(hint: Any) -> Callable[[Any], Any]:
    options = get_args(hint)
    present = [option for option in options if option is not type(None)]
    read = _reader(present[0]) if len(present) == 1 else _kind_reader(present)
    if len(present) == len(options):
        return read
    return lambda value: None if value is None else read(value)


def _kind_reader(options: list[Any]) -> Callable[[Any], Any]:
    readers = {option.KIND: _reader(option) for option in reversed(options) if hasattr(option, "KIND")}

    def read(value: Any) -> Any:
        kind = value.get(KIND) if type(value) is dict or isinstance(value, Mapping) else None
        if not isinstance(kind, str) or kind not in readers:
            raise BadValueError(f"unknown kind {kind!r}")
        return readers[kind](value)

    return read


def _tuple_reader(hint: Any) -> Callable[[Any], Any]:
    read_item = _reader(get_args(hint)[0])

    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise BadValueError(f"a list was expected, not {type(value).__name__}")
        return tuple([read_item(item) for item in value])

    return read


def _dataclass_reader(hint: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(hint)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(hint)}
    known = {KIND, *readers}

    def read(value: Any) -> Any:
        if type(value) is not dict and not isinstance(value, Mapping):
            raise BadValueError(f"an object was expected for {hint.__name__}, not {type(value).__name__}")
        if not value.keys() <= known:
            raise BadValueError(f"{hint.__name__} has no {sorted(value.keys() - known)}")
        given = {name: readers[name](item) for name, item in value.items() if name != KIND}
        try:
            return hint(**given)
        except (TypeError, ValueError) as error:
            raise BadValueError(f"{hint.__name__}: {error}") from error

    return read


def _enum_reader(hint: Any) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        try:
            return hint(value)
        except ValueError as error:
            raise BadValueError(str(error)) from error

    return read


def _scalar_reader(hint: Any) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not hint:
            raise BadValueError(f"{hint.__name__} was expected, not {type(value).__name__}")
        return value

    return read


def _read_float(value: Any) -> float:
    if type(value) not in (float, int):
        raise BadValueError(f"float was expected, not {type(value).__name__}")
    if not math.isfinite(value):
        raise BadValueError("a finite number was expected")
    return float(value)


def _text_reader(hint: type, read_text: Callable[[str], Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, str):
            raise BadValueError(f"text was expected for {hint.__name__}, not {type(value).__name__}")
        try:
            return read_text(value)
        except ValueError as error:
            raise BadValueError(str(error)) from error

    return read


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise BadValueError("a time with its offset was expected")
    return moment


@lru_cache(maxsize=1024)
def _usual_id(text: str) -> UUID:
    """Every entry of a call names the call: to read its id anew each time takes a quarter of the reading."""
    return UUID(text)


def _id(text: str) -> UUID:
    """What is longer than an id is read too, if it is one, but never kept."""
    return _usual_id(text) if len(text) == _ID_LENGTH else UUID(text)


_TEXT_READERS: dict[Any, Callable[[Any], Any]] = {
    float: _read_float,
    UUID: _text_reader(UUID, _id),
    date: _text_reader(date, date.fromisoformat),
    datetime: _text_reader(datetime, _moment),
}
