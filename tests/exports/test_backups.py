"""Copies made by hand, beside an open window too."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from exports.backups import back_up, list_copies, look_into
from scoring import paths
from scoring.copies import BY_HAND
from scoring.errors import KnownError
from scoring.store import Store
from tests.builders import a_rep


def test_a_copy_made_by_hand_holds_what_is_saved_while_the_window_is_open(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with closing(Store.open(data)) as store:
        store.reps.save(a_rep("Priya Nair"))
        path = back_up(data)
        store.reps.save(a_rep("Tom Adeyemi"))
        assert [(copy.path, copy.why) for copy in list_copies(data)] == [(path, BY_HAND)]
        assert look_into(path, data).comparison.reps_gone == ("Tom Adeyemi",)


def test_a_copy_goes_where_one_says(tmp_path: Path) -> None:
    Store.open(tmp_path / "data").close()
    (tmp_path / "stick").mkdir()
    path = back_up(tmp_path / "data", tmp_path / "stick")
    assert path.parent == tmp_path / "stick"
    assert list_copies(tmp_path / "data") == []


def test_a_stick_that_is_not_connected_is_no_folder_on_this_disk(tmp_path: Path) -> None:
    Store.open(tmp_path / "data").close()
    with pytest.raises(KnownError, match="The folder is not there"):
        back_up(tmp_path / "data", tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_without_data_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no Second Chair data"):
        back_up(tmp_path / "nothing")
    assert list_copies(tmp_path / "nothing") == []
    assert not (tmp_path / "nothing" / paths.BACKUPS).exists()
