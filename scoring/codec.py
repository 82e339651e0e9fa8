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
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin
from uuid import UUID

T = TypeVar("T")
KIND = "kind"
_HALF_CHARACTERS = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


class BadValueError(ValueError):
    """Plain data does not fit the type it is read as. The text is for developers; say it in words to a person."""


def to_plain(value: Any) -> Any:
    """:returns: ``value`` made of dict, list, str, int, float, bool and None only, ready for ``json.dumps``."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        kind = getattr(type(value), "KIND", None)
        return {KIND: kind, **plain} if kind else plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def as_json(value: Any) -> str:
    """:returns: ``value`` as canonical JSON text that any file can hold.

    Half a character (a lone surrogate, as broken imports have them) fits no UTF-8 file; JSON can spell it out. Two
    halves that belong together are one character, as whoever reads it will take them.
    """
    text = json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _HALF_CHARACTERS.sub(_spelt_out, text)


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
    origin = get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _read_union(hint, value)
    if origin is tuple:
        return _read_tuple(hint, value)
    if dataclasses.is_dataclass(hint):
        return _read_dataclass(hint, value)
    return _read_scalar(hint, value)


def _read_union(hint: Any, value: Any) -> Any:
    options = get_args(hint)
    if value is None and type(None) in options:
        return None
    present = [option for option in options if option is not type(None)]
    if len(present) == 1:
        return from_plain(present[0], value)
    kind = value.get(KIND) if isinstance(value, Mapping) else None
    for option in present:
        if kind is not None and getattr(option, "KIND", None) == kind:
            return from_plain(option, value)
    raise BadValueError(f"unknown kind {kind!r}")


def _read_tuple(hint: Any, value: Any) -> Any:
    if not isinstance(value, list):
        raise BadValueError(f"a list was expected, not {type(value).__name__}")
    item_hint = get_args(hint)[0]
    return tuple(from_plain(item_hint, item) for item in value)


def _read_dataclass(hint: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise BadValueError(f"an object was expected for {hint.__name__}, not {type(value).__name__}")
    hints = _field_hints(hint)
    given = {key: item for key, item in value.items() if key != KIND}
    if unknown := given.keys() - hints.keys():
        raise BadValueError(f"{hint.__name__} has no {sorted(unknown)}")
    read = {name: from_plain(hints[name], item) for name, item in given.items()}
    try:
        return hint(**read)
    except (TypeError, ValueError) as error:
        raise BadValueError(f"{hint.__name__}: {error}") from error


@cache
def _field_hints(hint: type) -> dict[str, Any]:
    hints = typing.get_type_hints(hint)
    return {field.name: hints[field.name] for field in dataclasses.fields(hint)}


def _read_scalar(hint: Any, value: Any) -> Any:
    try:
        if issubclass(hint, Enum):
            return hint(value)
        if hint in (UUID, date, datetime):
            return _read_text_form(hint, value)
    except ValueError as error:
        raise BadValueError(str(error)) from error
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise BadValueError(f"{hint.__name__} was expected, not {type(value).__name__}")
    if hint is float and not math.isfinite(value):
        raise BadValueError("a finite number was expected")
    return value


def _read_text_form(hint: Any, value: Any) -> Any:
    if not isinstance(value, str):
        raise BadValueError(f"text was expected for {hint.__name__}, not {type(value).__name__}")
    if hint is UUID:
        return UUID(value)
    read = hint.fromisoformat(value)
    if hint is datetime and read.tzinfo is None:
        raise BadValueError("a time with its offset was expected")
    return read
