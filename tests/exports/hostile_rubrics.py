"""Rubric files that somebody might hand us: broken, wrong or made to hurt. The same seed gives the same files."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import chain
from typing import Any

from exports.rubric_file import MOST_FILE, rubric_bytes
from scoring.rubric import Rubric
from tests.exports.hostile_files import HostileFile, damaged, other_encodings, other_shapes, wrong_somewhere

LETTERS = (
    "a",
    "ü",
    "字",
    "ש",
    "\U0001f600",
    " ",
    '"',
    "\\",
    "\n",
    "\0",
    "\u2028",
    "\u202e",
    "\ud800",
    "\ufeff",
)
NUMBERS = (b"NaN", b"Infinity", b"-Infinity", b"1e400000000", b"3.0", b"-3", b"0", b"1000001")
MOST_DEPTH = 4


def hostile_rubrics(seed: int, rubrics: list[Rubric]) -> Iterator[HostileFile]:
    """:param rubrics: valid ones, at least one. :returns: those made on purpose, then others without end."""
    compact = json.dumps(rubrics[0].to_json(), separators=(",", ":"), ensure_ascii=False).encode()
    on_purpose = chain(other_encodings(compact.decode()), other_shapes(compact), _too_much(compact))
    return chain(on_purpose, _by_chance(random.Random(seed), rubrics))


def _too_much(rubric: bytes) -> Iterator[HostileFile]:
    yield "a byte too large", b" " * (MOST_FILE + 1)
    yield "lists in lists", b"[" * MOST_FILE
    yield "objects in objects", b'{"a":' * (MOST_FILE // 5)
    yield "deep but whole", b"[" * 50_000 + b"]" * 50_000
    for name, item in {
        "lists": b"[],",
        "objects": b"{},",
        "numbers": b"1.5,",
        "skills": b'{"id":"a"},',
    }.items():
        many = item * ((MOST_FILE - 100) // len(item))
        yield f"many {name}", b'{"format":2,"skills":[%b0]}' % many
    keys = b",".join(b'"%x":0' % number for number in range(MOST_FILE // 12))
    yield "many keys", b'{"format":2,%b}' % keys
    yield "one key again and again", b'{"format":2%b}' % (b',"id":0' * (MOST_FILE // 8))
    yield "objects before a key twice", b'[%b{"a":0,"a":1}]' % (b'{"\\"}":0},' * (MOST_FILE // 12))
    yield "a long key", b'{"%b":2}' % (b"x" * (MOST_FILE - 10))
    for number in (*NUMBERS, b"9" * 900_000, b"-" + b"9" * 900_000, b"1." + b"0" * 900_000):
        yield f"version {number[:8].decode()}", rubric.replace(b'"version":3', b'"version":' + number)
    for letter in LETTERS:
        long = json.dumps(letter * 60_000).encode()
        yield f"a long name of {letter!r}", rubric.replace(b'"Field call"', long)


def _by_chance(chance: random.Random, rubrics: list[Rubric]) -> Iterator[HostileFile]:
    while True:
        rubric = chance.choice(rubrics)
        yield damaged(chance, "damaged", rubric_bytes(rubric))
        yield "wrong somewhere", wrong_somewhere(chance, json.dumps(rubric.to_json()).encode())
        yield "said otherwise", json.dumps(_said_otherwise(chance, rubric.to_json())).encode()
        yield "any json", json.dumps(_anything(chance, MOST_DEPTH)).encode()


def _said_otherwise(chance: random.Random, value: Any) -> Any:
    """:returns: the same structure with some of its texts and numbers replaced, many of them by what fits."""
    if isinstance(value, dict):
        return {key: _said_otherwise(chance, item) for key, item in value.items()}
    if isinstance(value, list):
        return [_said_otherwise(chance, item) for item in value]
    if chance.random() > 0.03:
        return value
    return _words(chance) if isinstance(value, str) else chance.choice((value, 0, 1, 2, 7, 1_000_001, True))


def _words(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=chance.choice((0, 1, 3, 60, 400))))


def _anything(chance: random.Random, depth: int) -> Any:
    plain = (None, True, 0, 1, 2.5, _words(chance), "format", "skills")
    kind = chance.randrange(3) if depth else 0
    if kind == 0:
        return chance.choice(plain)
    items = [_anything(chance, depth - 1) for _ in range(chance.randrange(5))]
    keys = chance.sample(("format", "id", "name", "version", "skills", "levels", "x"), len(items))
    return items if kind == 1 else dict(zip(keys, items, strict=True))
