"""A record is read back: the inverse of ``record_json``. It is believed only as far as it proves itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from functools import lru_cache
from typing import Any

from exports.page_source import PageSource
from exports.record import APP, FORMAT, without_facts
from exports.rubric_file import is_rubric
from exports.summarise import summarise
from exports.wording import MINUTE_MS
from scoring.call import Call
from scoring.codec import BadValueError, as_json, from_plain, plain_from_json
from scoring.entry import Entry
from scoring.errors import KnownError, SecondChairError
from scoring.fold import LIFECYCLE, PAGES, fold
from scoring.handing_over import Before, PageContext
from scoring.page_versions import page_versions
from scoring.people import Manager, RepCard
from scoring.rubric import Rubric
from scoring.text import texts_in, tr

MOST_ENTRIES = 50_000
"""A call of three hours with a tap every half second has 22,000."""
MOST_TURNS = 500
"""So often may a call be planned, ended, reopened, debriefed, handed over, acknowledged and so on: each is dear to
fold, or may be long."""
TURNS = (*LIFECYCLE, *PAGES)
LONGEST_MS = 366 * 24 * 3_600_000
"""Neither a call nor anything in it takes a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _App:
    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """All of a record but its rubric, entries and facts."""

    format: int
    app: _App
    language: str
    call: Call
    rep: RepCard
    manager: Manager
    before: Before


def read_record(data: bytes) -> PageSource:
    """Read what ``record_json`` wrote, or any JSON that says the same. The facts in it are not read: they follow.

    :returns: the page the record was attached to.
    :raises KnownError: when a newer version of the app wrote it.
    :raises SecondChairError: when it is damaged or no record at all.
    """
    try:
        plain = plain_from_json(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise damaged_record() from error
    _refuse_rubric(plain)
    _refuse_newer(plain)
    try:
        source = _source(dict(plain))
        _prove(source, plain)
    except KnownError:
        raise
    except Exception as error:  # whatever a made-up record trips over, it is the record that is wrong
        raise damaged_record() from error
    return source


def _refuse_rubric(plain: Any) -> None:
    if is_rubric(plain):
        message = tr("Take it in where the rubrics are, or with “rubric import”.")
        raise SecondChairError(tr("This is a rubric, not a call"), message)


def _refuse_newer(plain: Any) -> None:
    number = plain.get("format") if isinstance(plain, dict) else None
    if type(number) is not int or number < 1:
        raise damaged_record()
    if number > FORMAT:
        message = tr("A newer version of Second Chair wrote it. Update the app here and try again.")
        raise KnownError(tr("This record is newer than the app"), message)


def _source(plain: dict[str, Any]) -> PageSource:
    rubric, entries = _rubric(as_json(plain.pop("rubric"))), _entries(plain.pop("entries"))
    plain.pop("facts")
    head = from_plain(_Head, plain)
    [*_, version] = page_versions(entries)
    return PageSource(
        call=head.call,
        version=version,
        state=fold(entries),
        rubric=rubric,
        context=PageContext(
            rep=head.rep,
            manager=head.manager,
            before=head.before,
            language=head.language,
            app_version=head.app.version,
        ),
    )


@lru_cache(maxsize=16)
def _rubric(text: str) -> Rubric:
    """The records of an archive have the same few."""
    return Rubric.from_json(plain_from_json(text))


def _entries(plain: Any) -> tuple[Entry, ...]:
    if not isinstance(plain, list) or not 0 < len(plain) <= MOST_ENTRIES:
        raise BadValueError("a list of entries was expected")
    entries = from_plain(tuple[Entry, ...], plain)
    if max(entry.offset_ms for entry in entries) > LONGEST_MS:
        raise BadValueError("no call takes that long")
    if sum(isinstance(entry.what, TURNS) for entry in entries) > MOST_TURNS:
        raise BadValueError("no call takes so many turns")
    return entries


def _prove(source: PageSource, plain: dict[str, Any]) -> None:
    """The same record follows from what was read, and its page can be put into words."""
    _prove_that_it_fits_together(source)
    again = {**without_facts(source), "facts": plain["facts"]}
    same = again == plain  # it was read strictly, so no True or 1.0 can stand there for a 1
    _require(same and again["app"]["name"] == APP, "nothing gets lost")
    with texts_in(source.context.language):
        summarise(source)


def _prove_that_it_fits_together(source: PageSource) -> None:
    """Screens over many calls rely on all of this: one call where it does not hold would keep them from being shown."""
    call, entries, plan = source.call, source.version.entries, source.state.tee_up
    skills = {skill.id for skill in source.rubric.skills}
    moments = (call.created_at, plan.planned_at or call.created_at, *(entry.at for entry in entries))
    used = {item.skill for item in source.facts.skills}
    rubric = (source.rubric.id, source.rubric.version)
    _require(call.rep_id == source.rep.id, "the call is with this rep")
    _require(all(entry.call_id == call.id for entry in entries), "every entry is of this call")
    _require(len({entry.id for entry in entries}) == len(entries), "no entry comes twice")
    _require((plan.rubric_id, plan.rubric_version) == rubric, "the rubric is the one that was planned with")
    _require(used <= skills, "the rubric has each skill")
    _require(plan.planned_minutes * MINUTE_MS <= LONGEST_MS, "no call takes that long")
    _require(all(moment.astimezone(UTC) for moment in moments), "in no zone is it beyond the calendar")


def _require(condition: bool, promise: str) -> None:
    if not condition:
        raise BadValueError(f"not so: {promise}")


def damaged_record() -> SecondChairError:
    """:returns: the error for what is no record, or is no longer one."""
    message = tr("It is damaged, or not as Second Chair wrote it. Ask for the PDF as it was handed over.")
    return SecondChairError(tr("The record cannot be used"), message)
