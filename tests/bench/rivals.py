"""The usual page drawn by this project, by Typst and by WeasyPrint, in turn: ``python -m tests.bench.rivals``.

The other two are installed from the package index into a folder that is gone afterwards, so this needs the network.
WeasyPrint also needs some of Debian's libraries, and is left out without them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from ctypes.util import find_library
from pathlib import Path
from statistics import median

import page as page_validation

from tests.bench.a_record import usual_record
from tests.bench.report import figure

PACKAGES = {"typst": "typst==0.15.2", "weasyprint": "weasyprint==70.0"}
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
PROCESSES = 5

Run = tuple[float, list[float]]
"""ms of the first page of a process, and of the next ones."""
STANDARDS = {
    "pdf_a_3a": page_validation.ValidationProfile.PDF_A_3A,
    "pdf_ua_1": page_validation.ValidationProfile.PDF_UA_1,
}


def main() -> None:
    """Print the figures of each, then the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "record.json").write_bytes(usual_record())
        rivals = [name for name in PACKAGES if not missing_libraries(name)]
        pythons = {"ours": Path(sys.executable), **dict.fromkeys(rivals, installed(place / "rivals", rivals))}
        runs = {who: list[Run]() for who in pythons}
        for _ in range(PROCESSES + 1):
            for who, python in pythons.items():
                runs[who].append(one_process(python, who, place))
        for who in pythons:
            print_figures(who, runs[who][1:], runs["ours"][1:], (place / f"{who}.pdf").read_bytes())


def missing_libraries(name: str) -> list[str]:
    """Say on standard error which system libraries a program lacks here. :returns: their Debian packages."""
    missing = [package for library, package in LIBRARIES.items() if not find_library(library)]
    if name != "weasyprint" or not missing:
        return []
    print(f"{name} is left out: install {' '.join(missing)} first.", file=sys.stderr)
    return missing


def installed(folder: Path, names: list[str]) -> Path:
    """Make a virtual environment with the packages. :returns: its Python."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, *(PACKAGES[name] for name in names)], check=True)
    return python


def one_process(python: Path, who: str, place: Path) -> Run:
    """Draw in a new process; it leaves its last page in ``place``."""
    said = subprocess.check_output([str(python), "-m", "tests.bench.rival", who, str(place)])
    times = json.loads(said)
    return times["first"], times["next"]


def print_figures(who: str, runs: list[Run], ours: list[Run], pdf: bytes) -> None:
    """Print medians, what they are over ours, the size of the file, and in how much it fails a standard."""
    figure(f"{who}_first_ms", first_ms(runs), "ms")
    figure(f"{who}_next_ms", next_ms(runs), "ms")
    figure(f"{who}_first_ratio", first_ms(runs) / first_ms(ours), "× ours")
    figure(f"{who}_next_ratio", next_ms(runs) / next_ms(ours), "× ours")
    figure(f"{who}_kb", len(pdf) / 1000, "KB")
    for name, standard in STANDARDS.items():
        report = page_validation.validate_pdf_bytes(pdf, profile=standard)
        figure(f"{who}_fails_{name}", len(report.failures), "checks")


def first_ms(runs: list[Run]) -> float:
    """:returns: the median first page."""
    return median(first for first, _ in runs)


def next_ms(runs: list[Run]) -> float:
    """:returns: the median of all pages but the first ones."""
    return median(ms for _, times in runs for ms in times)


if __name__ == "__main__":
    main()
