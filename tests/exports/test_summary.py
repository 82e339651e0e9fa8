"""The page is plain data that nobody can change behind the drawing's back."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from exports.summarise import summarise
from scoring.entry import Floor
from tests.exports.builders import source_of, started


def parts_of(value: object) -> list[object]:
    """:returns: ``value`` with everything in it."""
    if dataclasses.is_dataclass(value):
        inner: list[object] = [getattr(value, field.name) for field in dataclasses.fields(value)]
    else:
        inner = list(value) if isinstance(value, tuple) else []
    return [value, *(part for item in inner for part in parts_of(item))]


def test_a_page_is_texts_numbers_and_tuples_of_them(tmp_path: Path) -> None:
    told = started()
    told.floor_for(12, who=(Floor.REP, Floor.CUSTOMER))
    parts = parts_of(summarise(source_of(tmp_path, told.end().view().debrief())))
    assert len(parts) > 100
    for part in parts:
        if dataclasses.is_dataclass(part):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(part, dataclasses.fields(part)[0].name, None)
        else:
            assert part is None or type(part) in {str, int, float, bool, tuple}
