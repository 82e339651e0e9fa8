"""``main.py archive write``: sends what waits on its way, without a window."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports.archive.outbox import Sent, archive_waiting
from exports.console import say, say_json
from exports.reading import usual_sheet, writing
from exports.wording import one_line
from scoring.archived import ARCHIVE_FOLDER, ArchivedFile, Waiting
from scoring.errors import SecondChairError
from scoring.text import tr

if TYPE_CHECKING:
    from scoring.store import Store

DONE = 0
REFUSED = 1


def send_waiting(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Write what waits into the archive folder of the data, and say what became of each.

    :returns: 0 when nothing waits any more, else 1.
    :raises SecondChairError: if no archive folder was chosen yet, or the data is not there or cannot be written to.
    """
    with writing(data_dir, made=False) as store:
        now = datetime.now().astimezone()
        results = [_as_plain(*one) for one in archive_waiting(store, _folder(store), usual_sheet(store), now)]
    is_done = all(one["path"] for one in results)
    if arguments.json:
        say_json({"ok": is_done, "files": results})
    else:
        for one in results:
            say(one["sentence"])
        if not results:
            say(tr("Nothing waits for the archive."))
    return DONE if is_done else REFUSED


def _folder(store: Store) -> Path:
    folder = store.settings.get(ARCHIVE_FOLDER, str, "")
    if not folder:
        message = tr("Choose the archive folder in the window first.")
        raise SecondChairError(tr("There is no archive folder yet"), message)
    return Path(folder)


def _as_plain(waiting: Waiting, sent: Sent) -> dict[str, Any]:
    path = sent.path if isinstance(sent, ArchivedFile) else None
    return {
        "call": str(waiting.call_id),
        "page": waiting.page,
        "what": waiting.what.value,
        "path": path,
        "sentence": _sentence(waiting, sent),
    }


def _sentence(waiting: Waiting, sent: Sent) -> str:
    if isinstance(sent, ArchivedFile):
        return tr("{path} lies in the archive now.").format(path=sent.path)
    words = tr("The call at {customer} with {rep} waits: {reason}")
    customer, rep = one_line(waiting.customer) or "–", one_line(waiting.rep)
    return words.format(customer=customer, rep=rep, reason=_reason(sent))


def _reason(sent: SecondChairError | None) -> str:
    return f"{sent.title}. {sent.message}" if sent else tr("its page has to lie there first.")
