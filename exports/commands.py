"""The commands without a window: each does one thing, prints what it did and returns the exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from exports.console import columns, say, say_json
from exports.page_source import short_id
from exports.reading import facts_in, find_call, find_rep, reading, usual_sheet, writing
from exports.wording import one_line, phase_word, time_text
from scoring.codec import to_plain
from scoring.errors import SecondChairError
from scoring.facts import CallFacts
from scoring.files import make_folder
from scoring.state import DEBRIEFED_PHASES
from scoring.text import tr, trn

if TYPE_CHECKING:
    from exports.importing import Imported
    from scoring.store import Store

DONE = 0
REFUSED = 1
ALL = "all"


def run(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Run one command.

    :returns: 0 when done, 1 when something wrong was found.
    :raises SecondChairError: when it cannot be done.
    """
    commands: dict[str, Callable[[argparse.Namespace, Path], int]] = {
        "calls": list_calls,
        "export": export,
        "import": import_files,
        "access-pack": access_pack,
        "rep": rep_over_time,
        "rubric": rubric,
        "mirror": mirror,
        "archive": archive,
        "check": check,
        "backup": backup,
        "selftest": selftest,
    }
    return commands[arguments.command](arguments, data_dir)


def list_calls(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Print every call, latest first: nothing of what was seen in it."""
    with reading(data_dir) as store:
        names = {rep.id: rep.name for rep in store.reps.all()}
        calls = facts_in(store)
    if arguments.json:
        say_json({"calls": [_call_json(facts, names) for facts in calls]})
        return DONE
    for line in columns([_call_words(facts, names) for facts in calls]):
        say(line)
    if not calls:
        say(tr("There are no calls yet."))
    return DONE


def _call_json(facts: CallFacts, names: dict[UUID, str]) -> dict[str, Any]:
    return {
        "id": str(facts.call_id),
        "short_id": short_id(facts.call_id),
        "when": facts.when.isoformat(),
        "rep": names[facts.rep_id],
        "rep_id": str(facts.rep_id),
        "customer": facts.customer,
        "state": facts.phase.value,
        "state_words": phase_word(facts.phase, facts.way),
        "has_page": facts.phase in DEBRIEFED_PHASES,
    }


def _call_words(facts: CallFacts, names: dict[UUID, str]) -> list[str]:
    when = tr("{date} {time}").format(date=facts.when.date().isoformat(), time=time_text(facts.when))
    rep, customer = one_line(names[facts.rep_id]), one_line(facts.customer) or "–"
    return [
        short_id(facts.call_id),
        when,
        rep,
        customer,
        phase_word(facts.phase, facts.way),
        str(facts.call_id),
    ]


def export(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Write the pages of one call, or of every call that has one: the amended ones and those they replace."""
    from exports.page_file import export_pages

    with reading(data_dir) as store:
        usual, sheet = usual_sheet(store), arguments.paper
        chosen, left_out = _chosen_calls(store, arguments.call)
        written = [(call, export_pages(store, call, arguments.out, usual, sheet)) for call in chosen]
    pages = [(call_id, path) for call_id, paths in written for path in paths]
    if arguments.json:
        plain = [{"call": str(call_id), "path": str(path)} for call_id, path in pages]
        say_json({"pages": plain, "without_page": [str(call_id) for call_id in left_out]})
        return DONE
    for _, path in pages:
        say(str(path))
    if left_out:
        words = trn("{n} call has no page yet.", "{n} calls have no page yet.", len(left_out))
        say(words.format(n=len(left_out)))
    return DONE


def _chosen_calls(store: Store, text: str) -> tuple[list[UUID], list[UUID]]:
    """:returns: the calls to export, and those of "all" that have no page yet."""
    if text.lower() != ALL:
        return [find_call(store, text)], []
    calls = facts_in(store)
    return (
        [facts.call_id for facts in calls if facts.phase in DEBRIEFED_PHASES],
        [facts.call_id for facts in calls if facts.phase not in DEBRIEFED_PHASES],
    )


def import_files(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Take in the records of calls, each whole or not at all."""
    from exports.importing import read_files, take_in_all

    with writing(data_dir) as store:
        results = take_in_all(store, read_files(arguments.files), datetime.now().astimezone())
    outcomes = [_import_json(path, result) for path, result in results]
    if arguments.json:
        say_json({"files": outcomes})
    else:
        for outcome in outcomes:
            say(tr("{file}: {sentence}").format(file=outcome["file"], sentence=outcome["sentence"]))
    return REFUSED if any(outcome["call"] is None for outcome in outcomes) else DONE


def _import_json(path: Path, result: Imported | SecondChairError) -> dict[str, str | None]:
    if isinstance(result, SecondChairError):
        sentence = f"{result.title}. {result.message}"
        return {"file": str(path), "call": None, "result": "refused", "sentence": sentence}
    call, arrival = str(result.call_id), result.arrival.value
    return {"file": str(path), "call": call, "result": arrival, "sentence": result.sentence}


def access_pack(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Write everything that is held about one rep into one file."""
    from exports.access_pack.pack import PackWish, missing_words, write_pack

    with reading(data_dir) as store:
        rep = find_rep(store, arguments.rep)
        wish = PackWish(rep_id=rep.id, now=datetime.now().astimezone(), usual=usual_sheet(store))
        make_folder(arguments.out)
        path, packed = write_pack(lambda job: job(store), wish, arguments.out)
    if arguments.json:
        say_json({"path": str(path), "rep_id": str(rep.id), **to_plain(packed)})
        return DONE
    say(str(path))
    for sentence in missing_words(packed):
        say(sentence)
    return DONE


def rep_over_time(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Print what the page about one rep shows, over all joint calls."""
    from exports.rep_figures import over_time
    from exports.rep_text import rep_lines

    with reading(data_dir) as store:
        over = over_time(store, find_rep(store, arguments.rep).id)
    if arguments.json:
        say_json(to_plain(over))
        return DONE
    for line in rep_lines(over, datetime.now().astimezone().date()):
        say(line)
    return DONE


def mirror(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Print the manager's mirror."""
    from exports.mirror_command import run_mirror

    return run_mirror(arguments, data_dir)


def rubric(arguments: argparse.Namespace, data_dir: Path) -> int:
    """List the rubrics, write one to a file, or take some in."""
    from exports.rubric_command import run_rubric

    return run_rubric(arguments, data_dir)


def archive(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Check an archive folder, bring it back, or make its lists anew."""
    from exports.archive.commands import run_archive

    return run_archive(arguments, data_dir)


def check(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Look through all the data, and print what is wrong with it."""
    with reading(data_dir) as store:
        problems = _problems(store)
    if arguments.json:
        say_json({"ok": not problems, "problems": problems})
    else:
        for line in problems or [tr("All is well.")]:
            say(line)
    return REFUSED if problems else DONE


def _problems(store: Store) -> list[str]:
    try:
        return store.check()
    except SecondChairError as error:
        return [str(error)]


def backup(arguments: argparse.Namespace, data_dir: Path) -> int:
    """Copy all the data, also while the window is open, and print where the copy lies."""
    from exports.backups import back_up

    path = back_up(data_dir, arguments.out)
    if arguments.json:
        say_json({"path": str(path)})
    else:
        say(str(path))
    return DONE


def selftest(arguments: argparse.Namespace, _data_dir: Path) -> int:
    """See whether everything the app needs works on this computer; the person's own data is not touched."""
    from exports.selftest import run_checks

    outcomes = list(run_checks())
    all_passed = all(outcome.passed for outcome in outcomes)
    if arguments.json:
        checks = [{"name": one.name, "ok": one.passed, "detail": one.detail} for one in outcomes]
        say_json({"ok": all_passed, "checks": checks})
    else:
        for one in outcomes:
            verdict = tr("{name}: fine, {detail}") if one.passed else tr("{name}: FAILED, {detail}")
            say(verdict.format(name=one.name, detail=one.detail))
    return DONE if all_passed else REFUSED
