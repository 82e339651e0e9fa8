"""Opening the file, and what SQLite says said in words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from scoring.codec import BadValueError
from scoring.errors import KnownError
from scoring.store.connection import (
    PRAGMAS,
    alone,
    connect,
    connect_read_only,
    connect_unchanged,
    database_trouble,
    known_database_error,
    roomy,
    uri_of,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one table of three numbers, closed."""
    path = tmp_path / "data.db"
    with closing(connect(path)) as db:
        db.table("numbers").insert_all([{"n": 1}, {"n": 2}, {"n": 3}])
    return path


def numbers(path: Path) -> list[int]:
    with closing(connect_read_only(path)) as db:
        return [row["n"] for row in db.table("numbers").rows]


def test_the_file_is_opened_so_that_a_power_cut_loses_nothing(path: Path) -> None:
    with closing(connect(path)) as db:
        found = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
    assert (found["journal_mode"], found["synchronous"]) == ("wal", 2)
    assert found == PRAGMAS


def test_room_for_many_is_given_back_by_whoever_took_it_first(path: Path) -> None:
    rooms: list[int] = []
    with closing(connect(path)) as db:

        def look() -> None:
            rooms.append(-db.execute("PRAGMA cache_size").fetchone()[0])  # KiB are negative

        look()
        with roomy(db):
            look()
            with roomy(db):
                look()
            look()
        look()
    usual, many = rooms[:2]
    assert rooms == [usual, many, many, many, usual]
    assert many > usual


def test_a_place_that_cannot_be_made_safe_is_refused() -> None:
    with pytest.raises(KnownError, match="own disk"):  # a database in memory knows no write-ahead log
        connect(Path(":memory:"))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/dana/my data.db"), "file:///home/dana/my%20data.db"),
        (PureWindowsPath(r"C:\Dana\100%.db"), "file:///C:/Dana/100%25.db"),
        (PureWindowsPath(r"\\server\team\data.db"), "file:////server/team/data.db"),
    ],
)
def test_a_file_is_found_wherever_it_lies_also_on_a_share(path: PurePath, uri: str) -> None:
    assert uri_of(path) == uri
    with pytest.raises(sqlite3.OperationalError, match="unable to open database file"):
        sqlite3.connect(f"{uri}?mode=ro", uri=True)  # there is none, but nothing is wrong with the name


def test_names_that_mean_something_in_a_uri_are_names(tmp_path: Path) -> None:
    path = tmp_path / "Gespräche 100% #1?.db"
    with closing(connect(path)) as db:
        db.table("numbers").insert({"n": 1})
    assert numbers(path) == [1]


def test_what_is_not_a_database_is_called_damaged_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    path.write_bytes(b"Dear diary, " * 1000)
    for open_it in (connect, connect_read_only):
        with pytest.raises(KnownError, match="damaged"):
            open_it(path)
    assert path.read_bytes() == b"Dear diary, " * 1000


def test_a_file_in_a_folder_that_is_gone_cannot_be_reached(tmp_path: Path) -> None:
    for open_it in (connect, connect_read_only):
        with pytest.raises(KnownError, match="its folder is there"):
            open_it(tmp_path / "gone" / "data.db")


def test_reading_goes_on_beside_a_writer_and_sees_what_is_committed(path: Path) -> None:
    with closing(connect(path)) as writer, closing(connect_read_only(path)) as reader:
        writer.table("numbers").insert({"n": 4})
        assert [row["n"] for row in reader.table("numbers").rows] == [1, 2, 3, 4]


def test_a_reader_cannot_write(path: Path) -> None:
    with (
        closing(connect_read_only(path)) as reader,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        reader.table("numbers").insert({"n": 4})


def leave_as_after_a_crash(path: Path) -> Path:
    """:returns: a copy of the file as a killed program leaves it: with committed entries in the log beside it only."""
    crashed = path.with_name("crashed.db")
    with closing(connect(path)) as db:
        db.table("numbers").insert({"n": 4})
        crashed.write_bytes(path.read_bytes())
        crashed.with_name("crashed.db-wal").write_bytes(path.with_name("data.db-wal").read_bytes())
    return crashed


def test_reading_after_a_crash_sees_everything_and_changes_nothing(path: Path) -> None:
    crashed = leave_as_after_a_crash(path)
    files = [crashed, crashed.with_name("crashed.db-wal")]
    before = [file.read_bytes() for file in files]
    assert numbers(crashed) == [1, 2, 3, 4]
    assert [file.read_bytes() for file in files] == before


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "Make some room"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
        (sqlite3.SQLITE_NOTADB, "damaged"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read-only"),
        (sqlite3.SQLITE_BUSY, "Another program holds"),
        (sqlite3.SQLITE_LOCKED, "Another program holds"),
        (sqlite3.SQLITE_CANTOPEN, "folder is there"),
        (sqlite3.SQLITE_IOERR_WRITE, "folder is there"),
    ],
)
def test_each_trouble_of_the_world_has_its_words_and_names_the_file(code: int, words: str) -> None:
    error = sqlite3.OperationalError("SQLite's own words")
    error.sqlite_errorcode = code
    known = known_database_error(error, Path("/data/secondchair.db"))
    assert known is not None
    assert words in known.message
    assert str(Path("/data/secondchair.db")) in known.message
    assert "SQLite" not in known.message


def test_a_bug_stays_a_bug(path: Path) -> None:
    with closing(connect(path)) as db, pytest.raises(sqlite3.OperationalError), database_trouble(path):
        db.execute("SELECT nonsense FROM numbers")


def test_stored_data_that_cannot_be_read_is_damage(path: Path) -> None:
    with pytest.raises(KnownError, match="damaged"), database_trouble(path):
        raise BadValueError("no number")
    with closing(connect(path)) as db, pytest.raises(KnownError, match="damaged"), database_trouble(path):
        db.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()


def test_a_file_looked_at_gets_no_company(path: Path) -> None:
    with closing(connect_unchanged(path)) as db:
        assert db.table("numbers").count == 3
        assert list(path.parent.iterdir()) == [path]


def test_what_lies_in_the_log_of_a_file_looked_at_is_seen(path: Path) -> None:
    with closing(connect(path)) as writer:
        writer.table("numbers").insert({"n": 4})
        with closing(connect_unchanged(path)) as db:
            assert db.table("numbers").count == 4


def test_a_file_alone_has_no_log_beside_it(path: Path) -> None:
    with closing(connect(path)) as db:
        db.table("numbers").insert({"n": 4})
        alone(db)
        assert list(path.parent.iterdir()) == [path]
    assert numbers(path) == [1, 2, 3, 4]


def test_a_file_that_others_read_is_not_alone(path: Path) -> None:
    with closing(connect(path)) as db, closing(connect_read_only(path)):
        db.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            alone(db)
