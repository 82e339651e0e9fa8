"""The data for the commands: to read beside an open window, or to write while none is open."""

from __future__ import annotations

import locale
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from exports.paper import sheet_for
from scoring.errors import SecondChairError
from scoring.facts import CallFacts, facts_of
from scoring.merging import folded_name
from scoring.people import Rep
from scoring.preferences import Preferences, Sheet
from scoring.rubric import Rubric, default_rubric
from scoring.text import tr, trn

if TYPE_CHECKING:
    from scoring.store import Store


@contextmanager
def reading(folder: Path) -> Generator[Store]:
    """Open the data in ``folder`` for reading, and close it afterwards.

    :raises KnownError: not there, damaged, or from another version.
    """
    from scoring.store import Store

    store = Store.open_read_only(folder)
    try:
        with store.trouble():
            yield store
    finally:
        store.close()


@contextmanager
def writing(folder: Path, *, made: bool = True) -> Generator[Store]:
    """Open the data in ``folder`` for this command alone, and close it afterwards.

    :param made: whether it is made if it is missing.
    :raises KnownError: open in the window, damaged, from a newer version, or not there and not made.
    """
    from scoring.store import Store

    if not made:
        Store.refuse_none(folder)
    store = Store.open(folder)
    try:
        with store.trouble():
            yield store
    finally:
        store.close()


def facts_in(store: Store, rep_id: UUID | None = None) -> list[CallFacts]:
    """Read the facts of all calls, or of those that count as one rep's, also where that one was merged into another.

    :returns: latest first; worked out anew where another version of the app stored them.
    """
    rep = store.counts_as(rep_id) if rep_id else None
    if store.facts.are_of_this_version():
        return store.facts.of_rep(rep) if rep else store.facts.all()
    counted = [(call, store.counts_as(call.rep_id)) for call in store.calls.all()]
    chosen = [(call, counts_as) for call, counts_as in counted if rep in (None, counts_as)]
    facts = [facts_of(call, store.state(call.id), counts_as) for call, counts_as in chosen]
    return sorted(facts, key=lambda one: one.when, reverse=True)


def rubric_in(store: Store, rubric_id: str, version: int) -> Rubric | None:
    """:returns: the rubric a call was watched with, which is that of the app where nothing was planned; None where it
    is not in this data."""
    if not rubric_id:
        return default_rubric()
    try:
        return store.rubrics.get(rubric_id, version)
    except KeyError:
        return None


def find_call(store: Store, text: str) -> UUID:
    """Find the call whose id is ``text`` or begins with it, in small or capital letters, with or without hyphens.

    :raises SecondChairError: if there is none, or more than one.
    """
    start = text.replace("-", "").lower()
    found = [call.id for call in store.calls.all() if start and call.id.hex.startswith(start)]
    if len(found) == 1:
        return found[0]
    if not found:
        message = tr("No call has an id that begins with “{text}”. The command “calls” lists them all.")
        raise SecondChairError(tr("No such call"), message.format(text=text))
    message = trn(
        "{n} call has an id that begins with “{text}”. Type more of it.",
        "{n} calls have an id that begins with “{text}”. Type more of it.",
        len(found),
    )
    raise SecondChairError(tr("More than one call"), message.format(n=len(found), text=text))


def find_rep(store: Store, text: str) -> Rep:
    """Find the rep who is called ``text``, whatever the case and the accents, or whose id begins with it.

    :returns: the entry that counts, also for one that was merged into it.
    :raises SecondChairError: if there is none, or more than one.
    """
    name, start = folded_name(text), text.replace("-", "").lower()
    named = [rep for rep in store.reps.all() if name and folded_name(rep.name) == name]
    found = named or [rep for rep in store.reps.all() if start and rep.id.hex.startswith(start)]
    people = {store.counts_as(rep.id) for rep in found}
    if len(people) == 1:
        return store.reps.get(people.pop())
    if not people:
        message = tr("Nobody is called “{text}”, and no id begins so. The command “calls” lists the names.")
        raise SecondChairError(tr("No such rep"), message.format(text=text))
    ids = ", ".join(sorted(str(rep_id) for rep_id in people))
    message = tr("“{text}” fits more than one rep. Give the id of one: {ids}.")
    raise SecondChairError(tr("More than one rep"), message.format(text=text, ids=ids))


def usual_sheet(store: Store) -> Sheet:
    """:returns: the sheet of the settings, or the usual one of the region of this computer."""
    preferences = store.settings.get("preferences", Preferences, Preferences())
    # Asked without getlocale(), which takes "C.UTF-8" for "en_US".
    return sheet_for(preferences.paper, locale.setlocale(locale.LC_CTYPE))
