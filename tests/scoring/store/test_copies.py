"""Looking into a copy of the data."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from scoring import paths
from scoring.copies import BY_HAND
from scoring.errors import KnownError
from scoring.store.copies import look_into
from scoring.store.migrations import KNOWN_MIGRATIONS
from scoring.store.store import Store
from tests.conftest import Amount
from tests.scoring.conftest import Disk
from tests.scoring.store.folders import (
    DAMAGES,
    a_folder_with_calls,
    a_stored_log,
    as_after_a_crash,
    contents,
    make_an_older_file,
    overwrite,
    write_by_a_newer_version,
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data that is worked with: three calls, and a copy among the backups."""
    return a_folder_with_calls(tmp_path / "data")


def the_copy(data: Path) -> Path:
    (copy,) = (data / paths.BACKUPS).iterdir()
    return copy


def test_a_look_changes_neither_the_copy_nor_the_data(data: Path) -> None:
    copy = the_copy(data)
    before = contents(data), copy.read_bytes()
    look = look_into(copy, data)
    assert (look.contents.calls, look.contents.reps, look.comparison.is_same) == (3, 3, True)
    assert not look.contents.is_older
    assert (contents(data), copy.read_bytes()) == before
    assert list(copy.parent.iterdir()) == [copy], "nor comes anything beside it"


def test_a_look_beside_the_open_app_compares_with_what_is_saved_now(data: Path) -> None:
    copy = the_copy(data)
    with closing(Store.open(data)) as store:
        log = a_stored_log(store)
        look = look_into(copy, data)
        store.append([log.seen("04:10")])
    assert [call.call_id for call in look.comparison.calls_gone] == [log.call_id]


def test_a_copy_of_an_older_version_is_brought_up_to_date_beside_it(data: Path, tmp_path: Path) -> None:
    make_an_older_file(tmp_path / "older")
    source = tmp_path / "older" / paths.DATABASE
    before = contents(tmp_path / "older")
    look = look_into(source, data)
    assert look.contents.is_older
    assert (look.contents.reps, look.contents.calls, look.contents.latest) == (1, 1, None)
    assert look.comparison.reps_back == ("Ada",)
    with closing(Store.open_read_only(look.prepared.parent)) as store:
        assert store.check() == []
    assert contents(tmp_path / "older") == before


def test_a_file_from_a_newer_version_is_refused(data: Path, tmp_path: Path) -> None:
    newer = a_folder_with_calls(tmp_path / "newer")
    write_by_a_newer_version(newer)
    with pytest.raises(KnownError, match="newer version"):
        look_into(newer / paths.DATABASE, data)


def give_it_a_trigger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TRIGGER greedy AFTER INSERT ON facts BEGIN DELETE FROM entries; END")


def take_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TABLE entries")


def leave_no_table(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 1")


UNUSABLE: dict[str, Callable[[Path], object]] = {
    **DAMAGES,
    "something that acts by itself": give_it_a_trigger,
    "a table is missing": take_a_table,
    "nothing in it": leave_no_table,
}


@pytest.mark.parametrize("damage", UNUSABLE)
def test_what_is_damaged_empty_or_of_another_program_gets_a_sentence_that_names_it(
    data: Path, tmp_path: Path, damage: str
) -> None:
    source = Path(shutil.copy(the_copy(data), tmp_path / "Kopie von früher.db"))
    UNUSABLE[damage](source)
    before = source.read_bytes()
    with pytest.raises(KnownError, match=r"früher\.db is damaged, or it is something else"):
        look_into(source, data)
    assert source.read_bytes() == before


def test_what_is_not_there_or_a_folder_is_told_so(data: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="not there"):
        look_into(tmp_path / "gone.db", data)
    with pytest.raises(KnownError):
        look_into(tmp_path, data)


def test_the_data_itself_is_no_copy(data: Path) -> None:
    with pytest.raises(KnownError, match="no copy"):
        look_into(data / paths.DATABASE, data)


def test_entries_that_lie_beside_a_file_that_was_not_closed_are_seen(data: Path, tmp_path: Path) -> None:
    with closing(Store.open(tmp_path / "other")) as store:
        log = a_stored_log(store)
        crashed = as_after_a_crash(tmp_path / "other", tmp_path / "crashed")
    before = contents(crashed)
    look = look_into(crashed / paths.DATABASE, data)
    assert [call.call_id for call in look.comparison.calls_back] == [log.call_id]
    assert contents(crashed) == before


def test_the_next_look_takes_the_place_of_the_last_and_a_start_clears_up(data: Path) -> None:
    first = look_into(the_copy(data), data)
    second = look_into(the_copy(data), data)
    assert not first.prepared.exists()
    assert second.prepared.exists()
    Store.open(data).close()
    assert not (data / paths.COMING).exists()


def test_no_room_is_not_taken_for_damage(disk: Disk) -> None:
    data = a_folder_with_calls(disk.folder / "data")
    disk.fill()
    with pytest.raises(KnownError) as caught:
        look_into(the_copy(data), data)
    assert caught.value.title in {"The disk is full", "The data cannot be reached"}
    disk.free()
    assert look_into(the_copy(data), data).comparison.is_same


def test_whatever_bytes_are_flipped_a_person_gets_a_look_or_a_sentence(data: Path, amount: Amount) -> None:
    sound = the_copy(data).read_bytes()
    source = data.with_name("flipped.db")
    for seed in range(amount(60, 3_000)):
        chance = random.Random(seed)
        source.write_bytes(sound)
        for _ in range(chance.choice((1, 3, 30))):
            at = chance.choice(
                (chance.randrange(100), chance.randrange(4096), chance.randrange(len(sound) - 40))
            )
            overwrite(source, at, chance.randbytes(chance.choice((1, 4, 40))))
        try:
            look_into(source, data)
        except KnownError:
            continue


@pytest.mark.parametrize("steps", range(1, len(KNOWN_MIGRATIONS)))
def test_a_copy_of_any_version_can_be_put_in_place(data: Path, tmp_path: Path, steps: int) -> None:
    make_an_older_file(tmp_path / "older", steps)
    with closing(Store.open(data)) as store:
        store.put_in_place(look_into(tmp_path / "older" / paths.DATABASE, data).prepared)
        assert [rep.name for rep in store.reps.all()] == ["Ada"]
        assert store.check() == []
        assert store.back_up(BY_HAND).exists()
