"""What is held as plain values for JSON files that a person can read."""

from __future__ import annotations

import json
from typing import Any

from exports.access_pack.entry_words import debrief_words, own_words, said, view_words
from exports.access_pack.gathering import HeldCall, Person
from exports.access_pack.letters import utf8
from exports.wording import clock_text, phase_word
from scoring.codec import to_plain
from scoring.entry import Entry
from scoring.privacy import Surface, entries_for, open_view, self_view_for
from scoring.text import tr


def call_plain(held: HeldCall) -> dict[str, Any]:
    """:returns: all that is held about one call: in short, what was written, and the whole log, struck entries too."""
    return {
        "call": to_plain(held.source.call),
        "state": phase_word(held.facts.phase, held.facts.way),
        "rubric": {"name": held.source.rubric.name, **_rubric_words(held)},
        "agreed_before": to_plain(held.state.tee_up),
        "own_view": _own_view(held),
        "managers_view": _managers_view(held),
        "agreed_after": _agreement(held),
        "in_short": to_plain(held.facts),
        "log": [_entry_plain(held, entry) for entry in entries_for(Surface.ACCESS_PACK, held.state)],
        "not_in_the_record": held.drafts,
        "files_in_the_archive": to_plain(held.archived),
    }


def _rubric_words(held: HeldCall) -> dict[str, Any]:
    return {"skills": {skill.id: skill.name for skill in held.source.rubric.skills}}


def _own_view(held: HeldCall) -> Any:
    own = self_view_for(Surface.ACCESS_PACK, held.state)
    return {"in_words": own_words(own, held.source.rubric), **to_plain(own)} if own else None


def _managers_view(held: HeldCall) -> Any:
    if held.withheld:
        return {"in_words": sealed_words()}
    view = open_view(held.state)
    return {"in_words": view_words(view, held.source.rubric), **to_plain(view)} if view else None


def _agreement(held: HeldCall) -> Any:
    debrief = held.state.debrief if held.state.view_is_open else None
    return {"in_words": debrief_words(debrief, held.source.rubric), **to_plain(debrief)} if debrief else None


def _entry_plain(held: HeldCall, entry: Entry) -> dict[str, Any]:
    kind, words = said(entry.what, held.source.rubric)
    return {
        "written_at": entry.at.isoformat(),
        "time_in_the_call": clock_text(entry.offset_ms),
        "what": kind,
        "words": words,
        "from_memory": entry.recalled,
        "stands": entry.id in held.state.standing,
        "entry": to_plain(entry),
    }


def sealed_words() -> str:
    """:returns: why the manager's view of a call is not in the pack."""
    return tr("Left out: the manager's view stays closed until the rep has spoken about the call first.")


def about_plain(person: Person) -> dict[str, Any]:
    """:returns: all that is held about the person beside the calls, with the manager's private notes."""
    return {
        "entries": [
            {**to_plain(rep), "coaching": notes}
            for rep, notes in zip(person.entries, person.coaching, strict=True)
        ],
        "manager": to_plain(person.manager),
        "kept_from_being_erased": to_plain(person.holds),
    }


def as_readable_json(plain: Any) -> bytes:
    """:returns: JSON in UTF-8, indented; the same values always give the same bytes."""
    return utf8(json.dumps(plain, indent=2, ensure_ascii=False) + "\n")
