"""Runs a function over files nobody trusts, in a process of its own, with limits for time and memory.

One process reads file after file; it is started anew only where one of them was its end.
"""

from __future__ import annotations

import importlib
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

SECONDS = 5
MEGABYTES = 500
HANGING_SECONDS = 120.0
"""How long an answer may take altogether, for what waits without working; a busy machine alone must not get there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file.

    ``error`` is the name of the exception's class, ``"died"`` where the process did not live through it (too much time,
    or it crashed), or None; ``value`` is what was returned, or the exception's text. ``seconds`` are those of the
    processor, ``megabytes`` what the memory in use grew by at most.
    """

    name: str
    error: str | None
    value: Any
    seconds: float = 0.0
    megabytes: float = 0.0


def watch(
    function: str,
    files: Iterable[tuple[str, bytes]],
    *,
    seconds: int = SECONDS,
    megabytes: int = MEGABYTES,
) -> Iterator[Outcome]:
    """Call ``function`` with the bytes of every file.

    :param function: ``"package.module.name"``; takes bytes, and what it returns must be fit to be pickled.
    :param seconds: of processor time for one file; more is its end, as is waiting far longer.
    :param megabytes: that a file may take beyond what the process took before; more is a MemoryError there.
    """
    watched = _Watched(function, seconds, megabytes)
    try:
        for name, data in files:
            yield watched.call(name, data)
    finally:
        watched.end()


class _Watched:
    """The process that reads, seen from outside."""

    def __init__(self, *arguments: Any) -> None:
        self._arguments = arguments
        self._process: BaseProcess | None = None

    def call(self, name: str, data: bytes) -> Outcome:
        if self._process is None:
            self._start()
        try:
            self._connection.send((name, data))
            if self._connection.poll(HANGING_SECONDS):
                return self._connection.recv()
        except (EOFError, ConnectionError):
            pass
        return Outcome(name=name, error="died", value=f"exit code {self.end()}")

    def _start(self) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, *self._arguments), daemon=True)
        self._process.start()
        theirs.close()

    def end(self) -> int | None:
        """End the process, if there is one. :returns: what it ended with: less than 0 is a signal."""
        process, self._process = self._process, None
        if process is None:
            return None
        self._connection.close()
        process.join(1)
        process.kill()
        process.join()
        code = process.exitcode
        process.close()
        return code


def _serve(connection: Connection, function: str, seconds: int, megabytes: int) -> None:
    """The process that reads, from inside."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    module, _, attribute = function.rpartition(".")
    called = getattr(importlib.import_module(module), attribute)
    called_once = False
    while True:
        try:
            name, data = connection.recv()
        except EOFError:
            return
        if not called_once:  # what is imported late is not the file's fault
            _outcome(called, "warming", b"")
            called_once = True
        _limit(seconds, megabytes)
        connection.send(_outcome(called, name, data))


def _limit(seconds: int, megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, resource.RLIM_INFINITY))
    if sys.platform == "linux":  # elsewhere the memory is only measured
        in_use = _kilobytes("VmSize") * 1024
        resource.setrlimit(resource.RLIMIT_AS, (in_use + megabytes * 1_000_000, resource.RLIM_INFINITY))


def _outcome(called: Callable[[bytes], Any], name: str, data: bytes) -> Outcome:
    before = _forget_peak()
    began = time.process_time()
    error = None
    try:
        value = called(data)
    except Exception as raised:  # noqa: BLE001  whatever it is, it is the outcome
        error, value = type(raised).__name__, str(raised)[:2_000]
    seconds = time.process_time() - began
    return Outcome(name=name, error=error, value=value, seconds=seconds, megabytes=_peak() - before)


def _forget_peak() -> float:
    """:returns: MB in use now; the peak counts from here on where the system can forget the last one."""
    if sys.platform != "linux":
        return _peak()
    Path("/proc/self/clear_refs").write_text("5")
    return _kilobytes("VmRSS") / 1000


def _peak() -> float:
    if sys.platform == "linux":
        return _kilobytes("VmHWM") / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _kilobytes(what: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{what}:")[2].split()[0])
