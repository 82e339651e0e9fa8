"""The record of a usual call, for what is measured with one attached."""

from __future__ import annotations

import tempfile
from pathlib import Path

from exports.page_source import PageSource
from exports.record import record_json
from scoring.rubric import default_rubric
from tests.exports.builders import Told, source_of, started

MINUTES = 42


def usual_record() -> bytes:
    """:returns: the JSON of a call of 42 minutes with four taps a minute on the floor and one on the skills."""
    with tempfile.TemporaryDirectory() as folder:
        return record_json(usual_source(Path(folder)))


def usual_source(folder: Path) -> PageSource:
    """Write that call into the data folder ``folder``."""
    return source_of(folder, usual_call())


def usual_call() -> Told:
    """:returns: that call, told up to its debrief."""
    told, skills = started(), default_rubric().skills
    for minute in range(MINUTES):
        told.book.mark(skills[minute % len(skills)].id, seen=minute % 3 > 0)
        told.floor_for(1)
    return told.end().view().debrief()
