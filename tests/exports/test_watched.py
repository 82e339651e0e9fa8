"""The watchdogs bite."""

from __future__ import annotations

import os
from itertools import count

from tests.exports.watched import watch

ME = "tests.exports.test_watched"


def misbehave(data: bytes) -> object:
    match data:
        case b"loop":
            return next(number for number in count() if number < 0)
        case b"eat":
            return len(bytearray(300_000_000))
        case b"crash":
            os.abort()
        case b"fail":
            raise ValueError("as told")
        case _:
            return data


def test_what_takes_too_long_ends_and_the_next_file_is_read() -> None:
    slow, next_one = watch(f"{ME}.misbehave", [("slow", b"loop"), ("next", b"fine")], seconds=1)
    assert slow.error == "died"
    assert (next_one.name, next_one.error, next_one.value) == ("next", None, b"fine")


def test_what_takes_too_much_memory_is_told() -> None:
    (outcome,) = watch(f"{ME}.misbehave", [("hungry", b"eat")], megabytes=200)
    assert outcome.error == "MemoryError"


def test_what_is_taken_is_measured() -> None:
    eating, resting = watch(f"{ME}.misbehave", [("hungry", b"eat"), ("full", b"rest")])
    assert eating.megabytes > 290
    assert resting.megabytes < 50


def test_a_crash_and_an_error_are_told_apart() -> None:
    crash, error = watch(f"{ME}.misbehave", [("crash", b"crash"), ("error", b"fail")])
    assert (crash.error, crash.value) == ("died", "exit code -6")
    assert (error.error, error.value) == ("ValueError", "as told")
