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
from scoring.preferences import Preferences, Sheet
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
def writing(folder: Path) -> Generator[Store]:
    """Open the data in ``folder`` for this command alone, and close it afterwards; it is made if it is missing.

    :raises KnownError: open in the window, damaged, or from a newer version.
    """
    from scoring.store import Store

    store = Store.open(folder)
    try:
        with store.trouble():
            yield store
    finally:
        store.close()


def facts_in(store: Store, rep_id: UUID | None = None) -> list[CallFacts]:
    """Read the facts of all calls, or of one rep's.

    :returns: latest first; worked out anew where another version of the app stored them.
    """
    if store.facts.are_of_this_version():
        return store.facts.of_rep(rep_id) if rep_id else store.facts.all()
    calls = [call for call in store.calls.all() if rep_id in (None, call.rep_id)]
    facts = [facts_of(call, store.state(call.id)) for call in calls]
    return sorted(facts, key=lambda one: one.when, reverse=True)


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


def usual_sheet(store: Store) -> Sheet:
    """:returns: the sheet of the settings, or the usual one of the region of this computer."""
    preferences = store.settings.get("preferences", Preferences, Preferences())
    # Asked without getlocale(), which takes "C.UTF-8" for "en_US".
    return sheet_for(preferences.paper, locale.setlocale(locale.LC_CTYPE))
