"""`make bundle` runs this on what PyInstaller built: does it work, how large is it, how fast does it open a window?

One JSON line per figure, as in the other benchmarks; ends with 1 where the bundle does not work.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.e2e.screen import VirtualScreen

PROGRAM = Path("dist", "second-chair", "second-chair")
STARTS = 5
SECONDS_TO_OPEN = 20.0


def main() -> int:
    """:returns: the exit code: 0 if the built program passes its own test and opens a window."""
    program = PROGRAM.resolve()
    _print("bundle_mb", _megabytes(program.parent), "MB")
    if _selftest(program) != 0:
        return 1
    with VirtualScreen() as screen:
        starts = [_milliseconds_to_window([str(program)], screen) for _ in range(STARTS + 1)]
        from_source = [
            _milliseconds_to_window([sys.executable, "main.py"], screen) for _ in range(STARTS + 1)
        ]
    _print("bundle_first_window_ms", starts[0], "ms")
    _print("bundle_window_ms", median(starts[1:]), "ms")
    _print("source_window_ms", median(from_source[1:]), "ms")
    return 0


def _print(name: str, value: float, unit: str) -> None:
    print(json.dumps({"name": name, "value": round(value, 1), "unit": unit}), flush=True)


def _megabytes(folder: Path) -> float:
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6


def _selftest(program: Path) -> int:
    """As on a machine without any of this: no environment to lean on, another folder, nothing of Python around."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "QT_QPA_PLATFORM": "offscreen"}
        command = [program, "--data-dir", str(Path(folder, "data")), "selftest"]
        return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


def _milliseconds_to_window(command: list[str], screen: VirtualScreen) -> float:
    """From starting the process to its first visible window, looked for without pause (a look takes about 5 ms)."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--data-dir", str(Path(folder, "data"))], env=screen.environment
        )
        try:
            while not _has_window(process.pid, screen):
                if process.poll() is not None or time.perf_counter() - started > SECONDS_TO_OPEN:
                    raise SystemExit(f"{command[0]} opened no window")
            return (time.perf_counter() - started) * 1000
        finally:
            process.terminate()
            process.wait()


def _has_window(pid: int, screen: VirtualScreen) -> bool:
    look = ["xdotool", "search", "--onlyvisible", "--pid", str(pid)]
    return bool(subprocess.run(look, env=screen.environment, capture_output=True, check=False).stdout)


if __name__ == "__main__":
    sys.exit(main())
