"""The machine-readable record of a call, as it is attached to its page. ``docs/record.md`` describes its shape."""

from __future__ import annotations

from typing import Any

from exports.page_source import PageSource, agreement
from scoring.codec import as_json, to_plain
from scoring.facts import FACTS_VERSION, facts_of
from scoring.people import Rep
from scoring.privacy import Surface, entries_for, rep_for
from scoring.version import VERSION

FORMAT = 1
"""Raised with every change that an older reader would misread."""
APP = "Second Chair"
REP_FIELDS = ("id", "name", "employee_number", "team", "title")


def record_json(source: PageSource) -> bytes:
    """Write down all of a call that may leave the app with its page: the same call always gives the same bytes.

    :returns: canonical JSON (sorted keys, no blanks) in UTF-8.
    :raises SecondChairError: while the manager's view is sealed, or nothing is agreed yet.
    """
    agreement(source)
    facts = to_plain(facts_of(source.call, source.state))
    record = {
        "format": FORMAT,
        "app": {"name": APP, "version": VERSION},
        "call": to_plain(source.call),
        "rep": _rep(source.rep),
        "manager": to_plain(source.manager),
        "rubric": source.rubric.to_json(),
        "entries": to_plain(entries_for(Surface.RECORD, source.state)),
        "facts": {"version": FACTS_VERSION, **facts},
    }
    return as_json(record).encode("utf-8")


def _rep(rep: Rep) -> dict[str, Any]:
    plain = to_plain(rep_for(Surface.RECORD, rep))
    return {name: plain[name] for name in REP_FIELDS}
