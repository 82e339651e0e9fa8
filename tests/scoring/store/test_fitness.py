"""Whether a file is one of ours."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from scoring import paths
from scoring.errors import KnownError
from scoring.store.connection import connect
from scoring.store.fitness import refuse_newer, refuse_older, refuse_unfit, steps_taken, unsound
from scoring.store.migrations import KNOWN_MIGRATIONS
from tests.scoring.store.folders import (
    DAMAGES,
    a_folder_with_calls,
    contents,
    make_an_older_file,
    write_by_a_newer_version,
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_look_at_a_damaged_file_says_so_and_changes_nothing(tmp_path: Path, damage: str) -> None:
    path = a_folder_with_calls(tmp_path) / paths.DATABASE
    DAMAGES[damage](path)
    before = contents(tmp_path)
    with pytest.raises(KnownError, match="damaged"):
        refuse_unfit(path, check=True)
    assert contents(tmp_path) == before


def test_a_sound_file_of_ours_passes(tmp_path: Path) -> None:
    path = a_folder_with_calls(tmp_path) / paths.DATABASE
    refuse_unfit(path, check=True)
    with closing(connect(path)) as db:
        assert unsound(db) == []
        assert steps_taken(db, path) == KNOWN_MIGRATIONS
        refuse_newer(db, path)
        refuse_older(db, path)


def test_the_version_is_told_by_the_steps_behind_it(tmp_path: Path) -> None:
    make_an_older_file(tmp_path / "older")
    newer = a_folder_with_calls(tmp_path / "newer")
    write_by_a_newer_version(newer)
    with (
        closing(connect(tmp_path / "older" / paths.DATABASE)) as db,
        pytest.raises(KnownError, match="older"),
    ):
        refuse_older(db, tmp_path)
    with closing(connect(newer / paths.DATABASE)) as db, pytest.raises(KnownError, match="newer"):
        refuse_newer(db, tmp_path)
