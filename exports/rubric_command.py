"""``main.py rubric``: lists the rubrics, writes one to a file or on a sheet of paper, and takes some in from files
(docs/rubric.md)."""

from __future__ import annotations

import argparse
import locale
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exports.console import columns, say, say_json
from exports.paper import sheet_for
from exports.reading import reading, usual_sheet, writing
from exports.rubric_arrival import (
    Arrival,
    Arriving,
    arrival_of,
    arrival_sentence,
    as_copy,
    take_in,
    taken_in_sentence,
)
from exports.rubric_difference_words import DifferenceLine, difference_lines
from exports.rubric_file import read_rubric, rubric_bytes
from exports.wording import one_line
from scoring import paths
from scoring.codec import to_plain
from scoring.errors import KnownError, SecondChairError
from scoring.files import holds, write_new
from scoring.merging import folded_name
from scoring.preferences import Paper, Sheet
from scoring.rubric import Rubric, latest_shipped, shipped_rubrics
from scoring.text import tr, trn

if TYPE_CHECKING:
    from scoring.store import Store

DONE = 0
REFUSED = 1
COPIED = "copied"
UPDATED = "updated"
"""What became of an update that was taken in; one that waits to be is an ``Arrival.UPDATE``."""
NOT_TAKEN_IN = ("refused", Arrival.UPDATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One rubric: the version ``in_use``, and all that are known, by number."""

    in_use: Rubric
    versions: dict[int, Rubric]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file. ``rubric`` and ``version`` are those of the file, or of the copy."""

    file: str
    rubric: str | None
    version: int | None
    result: str
    sentence: str
    differences: tuple[DifferenceLine, ...] = ()


def run_rubric(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Run one of the commands.

    :returns: 0 when done, 1 when a file was refused or waits to be confirmed.
    :raises SecondChairError: when it cannot be done.
    """
    actions: dict[str, Callable[[argparse.Namespace, Path], int]] = {
        "list": list_rubrics,
        "export": export_rubric,
        "import": import_rubrics,
        "paper": draw_rubric,
    }
    return actions[arguments.action](arguments, data_dir)


def list_rubrics(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Print every rubric in the version in use, by name; in JSON with the names of its skills."""
    found = [known.in_use for known in rubrics_in(data_dir).values()]
    found.sort(key=lambda rubric: (rubric.name.casefold(), rubric.id))
    if arguments.json:
        say_json([_json(rubric) for rubric in found])
        return DONE
    for line in columns([_cells(rubric) for rubric in found]):
        say(line)
    return DONE


def _json(rubric: Rubric) -> dict[str, object]:
    names = [skill.name for skill in rubric.skills]
    return {"id": rubric.id, "name": rubric.name, "version": rubric.version, "skills": names}


def _cells(rubric: Rubric) -> list[str]:
    skills = trn("{n} skill", "{n} skills", len(rubric.skills)).format(n=len(rubric.skills))
    version = tr("version {version}").format(version=rubric.version)
    return [one_line(rubric.name), version, skills, rubric.id]


def export_rubric(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Write one rubric to a file. Another file that is there already stays."""
    rubric = find_rubric(rubrics_in(data_dir), arguments.rubric, arguments.version)
    _write(arguments.file, rubric_bytes(rubric))
    if arguments.json:
        say_json({"path": str(arguments.file), "id": rubric.id, "version": rubric.version})
    else:
        say(str(arguments.file))
    return DONE


def draw_rubric(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Write one rubric with its anchors as a PDF of one sheet. Another file that is there already stays."""
    from exports.rubric_paper import draw_rubric_paper

    rubric = find_rubric(rubrics_in(data_dir), arguments.rubric, arguments.version)
    drawn = draw_rubric_paper(rubric, arguments.paper or _usual_sheet(data_dir))
    _write(arguments.file, drawn.pdf)
    if arguments.json:
        left_out = [{"part": cut.part, cut.unit: cut.count} for cut in drawn.cuts]
        path = str(arguments.file)
        say_json({"path": path, "id": rubric.id, "version": rubric.version, "left_out": left_out})
    else:
        say(str(arguments.file))
    return DONE


def _usual_sheet(data_dir: Path) -> Sheet:
    if not (data_dir / paths.DATABASE).exists():
        return sheet_for(Paper.AUTO, locale.setlocale(locale.LC_CTYPE))
    with reading(data_dir) as store:
        return usual_sheet(store)


def _write(path: Path, data: bytes) -> None:
    if write_new(path, data) or holds(path, data):
        return
    message = tr("There is something else at {path}. Choose another name.")
    raise KnownError(tr("The name is taken"), message.format(path=path))


def rubrics_in(data_dir: Path) -> dict[str, Known]:
    """:returns: every rubric by its id: those of the app, and those of the data where there is any.
    :raises KnownError: if the data is damaged, or from another version."""
    latest = latest_shipped()
    found = {rubric.id: Known(in_use=rubric, versions=_shipped_versions(rubric.id)) for rubric in latest}
    if (data_dir / paths.DATABASE).exists():
        with reading(data_dir) as store:
            for rubric in store.rubrics.latest():
                versions = {one.version: one for one in store.rubrics.versions(rubric.id)}
                found.setdefault(rubric.id, Known(in_use=rubric, versions=versions))
    return found


def _shipped_versions(rubric_id: str) -> dict[int, Rubric]:
    return {rubric.version: rubric for rubric in shipped_rubrics() if rubric.id == rubric_id}


def find_rubric(found: dict[str, Known], text: str, version: int | None = None) -> Rubric:
    """Find the rubric whose id is ``text``, or the one that is called so, or whose id begins so.

    :param version: the one in use if None.
    :raises SecondChairError: if there is none, or more than one.
    """
    named = [one for one, known in found.items() if _is_called(known.in_use, text)]
    begun = [one for one in found if text and one.startswith(text.lower())]
    ids = [text] if text in found else named or begun
    if not ids:
        message = tr(
            "No rubric is called “{text}”, and no id begins so. The command “rubric list” lists them."
        )
        raise SecondChairError(tr("No such rubric"), message.format(text=text))
    if len(ids) > 1:
        message = tr("“{text}” fits more than one rubric. Give the id of one: {ids}.")
        raise SecondChairError(tr("More than one rubric"), message.format(text=text, ids=", ".join(ids)))
    known = found[ids[0]]
    if version is None:
        return known.in_use
    if version not in known.versions:
        message = tr("There are these versions of it: {versions}.")
        numbers = ", ".join(map(str, sorted(known.versions)))
        raise SecondChairError(tr("No such version"), message.format(versions=numbers))
    return known.versions[version]


def _is_called(rubric: Rubric, text: str) -> bool:
    return folded_name(rubric.name) == folded_name(text)


def import_rubrics(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Take in rubrics from files, each whole or not at all. An update is shown, and waits until it is asked for."""
    with writing(data_dir) as store:
        outcomes = [_outcome(store, path, arguments) for path in arguments.files]
    if arguments.json:
        say_json({"files": to_plain(outcomes)})
    else:
        for outcome in outcomes:
            _say(outcome)
    return REFUSED if any(outcome.result in NOT_TAKEN_IN for outcome in outcomes) else DONE


def _outcome(store: Store, path: Path, wish: argparse.Namespace) -> Outcome:
    try:
        arriving = arrival_of(store, read_rubric(path))
        if arriving.arrival == Arrival.UPDATE and not (wish.update or wish.copy):
            return _waiting(path, arriving)
        return _taken_in(store, path, arriving, as_a_copy=wish.copy)
    except SecondChairError as error:
        sentence = f"{error.title}. {error.message}"
        return Outcome(file=str(path), rubric=None, version=None, result="refused", sentence=sentence)


def _waiting(path: Path, arriving: Arriving) -> Outcome:
    advice = tr("{sentence} Nothing was changed. Give --update to take it in.")
    sentence = advice.format(sentence=arrival_sentence(arriving))
    return _told(path, arriving, arriving.arrival, sentence)


def _taken_in(store: Store, path: Path, arriving: Arriving, *, as_a_copy: bool) -> Outcome:
    result = UPDATED if arriving.arrival == Arrival.UPDATE else arriving.arrival.value
    if as_a_copy and arriving.arrival not in (Arrival.NEW, Arrival.SAME):
        arriving, result = arrival_of(store, as_copy(arriving.rubric)), COPIED
    take_in(store, arriving)
    return _told(path, arriving, result, taken_in_sentence(arriving))


def _told(path: Path, arriving: Arriving, result: str, sentence: str) -> Outcome:
    return Outcome(
        file=str(path),
        rubric=arriving.rubric.id,
        version=arriving.rubric.version,
        result=result,
        sentence=sentence,
        differences=_differences(arriving),
    )


def _differences(arriving: Arriving) -> tuple[DifferenceLine, ...]:
    """Only an update is compared: of what is the same, older or new there is nothing to look through."""
    if arriving.arrival != Arrival.UPDATE or arriving.latest is None:
        return ()
    return tuple(difference_lines(arriving.latest, arriving.rubric))


def _say(outcome: Outcome) -> None:
    say(tr("{file}: {sentence}").format(file=outcome.file, sentence=outcome.sentence))
    for line in outcome.differences:
        say(tr("  {what}").format(what=line.what))
        if line.was:
            say(tr("    was: {words}").format(words=line.was))
        if line.now:
            say(tr("    now: {words}").format(words=line.now))
