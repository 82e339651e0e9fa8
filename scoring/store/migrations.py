"""The shape of the file, one step after another.

Steps are only ever added at the end, never changed, and use no class of today: a file of any age passes through all of
them.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("secondchair")


@migrations()
def m001_record(db: Database) -> None:
    """People, rubrics, calls and their entries."""
    db.table("reps").create(
        {
            "id": str,
            "name": str,
            "employee_number": str,
            "team": str,
            "title": str,
            "started_on": str,
            "coaching": str,
            "retired_at": str,
        },
        pk="id",
        not_null={"name", "employee_number", "team", "title", "coaching"},
        strict=True,
    )
    db.table("rubrics").create(
        {"id": str, "version": int, "data": str}, pk=("id", "version"), not_null={"data"}, strict=True
    )
    db.table("calls").create(
        {"id": str, "rep_id": str, "created_at": str},
        pk="id",
        foreign_keys=[("rep_id", "reps", "id")],
        not_null={"rep_id", "created_at"},
        strict=True,
    )
    db.table("entries").create(
        {
            "sequence": int,
            "id": str,
            "call_id": str,
            "kind": str,
            "offset_ms": int,
            "at": str,
            "recalled": int,
            "data": str,
        },
        pk="sequence",
        foreign_keys=[("call_id", "calls", "id")],
        not_null={"id", "call_id", "kind", "offset_ms", "at", "recalled", "data"},
        strict=True,
    )
    db.table("entries").create_index(["id"], unique=True)
    db.table("entries").create_index(["call_id", "sequence"])
    db.table("calls").create_index(["rep_id"])


@migrations()
def m002_beside_the_record(db: Database) -> None:
    """Settings, what is being written, and the facts derived from the entries."""
    db.table("settings").create({"key": str, "value": str}, pk="key", not_null={"value"}, strict=True)
    db.table("drafts").create(
        {"call_id": str, "kind": str, "data": str},
        pk=("call_id", "kind"),
        foreign_keys=[("call_id", "calls", "id")],
        not_null={"data"},
        strict=True,
    )
    db.table("facts").create(
        {"call_id": str, "version": int, "rep_id": str, "phase": str, "day": str, "data": str},
        pk="call_id",
        foreign_keys=[("call_id", "calls", "id")],
        not_null={"version", "rep_id", "phase", "day", "data"},
        strict=True,
    )
    db.table("facts").create_index(["rep_id", "day"])
    db.table("facts").create_index(["phase"])
    db.table("skill_facts").create(
        {"call_id": str, "skill": str, "level": int, "seen": int, "missed": int},
        pk=("call_id", "skill"),
        foreign_keys=[("call_id", "calls", "id")],
        not_null={"seen", "missed"},
        strict=True,
    )


@migrations()
def m003_ways_and_corrected_floor(_db: Database) -> None:
    """Entries and settings may say more than before. The shape is the same: it is so that an older program, which could
    not read them, refuses the file with a sentence."""


@migrations()
def m004_pages_handed_over(_db: Database) -> None:
    """Entries may say that a page was handed over, or amended. The shape is the same, as in the step before."""


@migrations()
def m005_archive(db: Database) -> None:
    """What lies in the archive and what waits for it, legal holds, reps entered twice, receipts of what was erased."""
    db.table("archived").create(
        {"path": str, "call_id": str, "page": int, "what": str, "sha256": str, "at": str},
        pk="path",
        foreign_keys=[("call_id", "calls", "id")],
        not_null={"call_id", "page", "what", "sha256", "at"},
        strict=True,
    )
    db.table("archived").create_index(["call_id"])
    db.table("scans").create(
        {"call_id": str, "sha256": str, "data": bytes},
        pk=("call_id", "sha256"),
        foreign_keys=[("call_id", "calls", "id")],
        not_null={"data"},
        strict=True,
    )
    db.table("holds").create(
        {
            "id": str,
            "reason": str,
            "placed_at": str,
            "rep_id": str,
            "call_id": str,
            "lifted_at": str,
        },
        pk="id",
        foreign_keys=[("rep_id", "reps", "id"), ("call_id", "calls", "id")],
        not_null={"reason", "placed_at"},
        strict=True,
    )
    db.table("merges").create(
        {"rep_id": str, "into_id": str},
        pk="rep_id",
        foreign_keys=[("rep_id", "reps", "id"), ("into_id", "reps", "id")],
        not_null={"into_id"},
        strict=True,
    )
    db.table("receipts").create({"id": str, "data": str}, pk="id", not_null={"data"}, strict=True)
    # Few of the entries of thousands of calls tell what waits for the archive.
    db.execute(
        "CREATE INDEX entries_of_pages ON entries (call_id, sequence) "
        "WHERE kind IN ('handed_over', 'page_amended', 'scan')"
    )


@migrations()
def m006_follow_through(db: Database) -> None:
    """What lists over thousands of calls are sorted, filtered and searched by; how often each rep is to be seen.

    Facts follow from the entries: their tables are made anew, and filled again as the file is opened.
    """
    db.execute("DROP TABLE skill_facts")
    db.execute("DROP TABLE facts")
    listed = {
        "call_id": str,
        "version": int,
        "rep_id": str,
        "phase": str,
        "day": str,
        "on_day": str,
        "data": str,
        "customer": str,
        "call_type": str,
        "rubric_id": str,
        "rubric_version": int,
        "focus": str,
        "agreed": str,
    }
    db.table("facts").create(
        {"number": int, **listed, "mirror": str},
        pk="number",
        foreign_keys=[("call_id", "calls", "id")],
        not_null=set(listed),
        strict=True,
    )
    db.table("facts").create_index(["call_id"], unique=True)
    db.table("facts").create_index(["version"])
    # What is known of a call is long, and lies somewhere else than what is needed of thousands of them: what the mirror
    # asks, what a list of reps tells of the calls with each, what the list of calls is filtered and put in order by.
    db.execute("CREATE INDEX facts_mirrored ON facts (phase, day DESC, call_id, version, mirror)")
    db.execute(
        "CREATE INDEX facts_in_short ON facts "
        "(rep_id, day DESC, call_id, phase, on_day, focus, rubric_id, rubric_version, agreed)"
    )
    db.execute(
        "CREATE INDEX facts_listed ON facts "
        "(day DESC, call_id, phase, rep_id, customer, call_type, rubric_id, rubric_version, on_day)"
    )
    db.table("skill_facts").create(
        {"call_id": str, "skill": str, "level": int, "from_memory": int, "seen": int, "missed": int},
        pk=("call_id", "skill"),
        foreign_keys=[("call_id", "calls", "id")],
        not_null={"from_memory", "seen", "missed"},
        strict=True,
    )
    db.execute("CREATE INDEX skills_listed ON skill_facts (skill, call_id, level, from_memory, seen, missed)")
    # The row of a call has the number of its facts. The text is folded before it comes here. Beginnings of one letter
    # stand in an index too: they are typed first, and begin the most words.
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (text, prefix = '1 2 3')")
    db.table("cadences").create(
        {"rep_id": str, "months": int},
        pk="rep_id",
        foreign_keys=[("rep_id", "reps", "id")],
        not_null={"months"},
        strict=True,
    )


@migrations()
def m007_rubric_drafts(db: Database) -> None:
    """Rubrics that are being written."""
    db.table("rubric_drafts").create(
        {"rubric_id": str, "kind": str, "data": str},
        pk=("rubric_id", "kind"),
        not_null={"rubric_id", "kind", "data"},
        strict=True,
    )


@migrations()
def m008_rubrics_in_use(db: Database) -> None:
    """Which versions of rubrics were put in use here. Those of until now came with the app, which says so again, or
    with calls."""
    db.table("rubrics").add_column("in_use", int, not_null_default=0)


KNOWN_MIGRATIONS = frozenset(
    {
        m001_record.__name__,
        m002_beside_the_record.__name__,
        m003_ways_and_corrected_floor.__name__,
        m004_pages_handed_over.__name__,
        m005_archive.__name__,
        m006_follow_through.__name__,
        m007_rubric_drafts.__name__,
        m008_rubrics_in_use.__name__,
    }
)
