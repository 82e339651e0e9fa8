"""What a call is watched for: skills in the order of the call, each with four levels that two people can tell apart.

A rubric is data, in one language, and frozen once used: a change to its words is a new ``version``. A skill keeps its
``id`` from version to version, in copies of the rubric and in other rubrics, as long as it means the same. The shipped
rubrics lie in ``scoring/rubrics/``, each version in a file of its own that never changes once it was in use, and
everything in them was written for this app. What they look for follows the public literature, named in
``docs/shipped-rubrics.md``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, get_type_hints

from scoring.call_type import CallType
from scoring.codec import IF_KNOWN, to_plain
from scoring.errors import KnownError, SecondChairError
from scoring.rating import LEVELS
from scoring.tenure import Tenure
from scoring.text import is_language, tr

FORMAT = 2
PLAIN_FORMAT = 1
"""The format of a rubric that says nothing but names, skills and levels: it is written as it always was, so that the
records it stands in keep their bytes."""
DEFAULT_ID = "joint-sales-call"
LONGEST_NAME = 60
LONGEST_SENTENCE = 400
LONGEST_ITEM = 120
MOST_SKILLS = 12
MOST_ITEMS = 6
HIGHEST_VERSION = 1_000_000

_FOLDER = Path(__file__).parent / "rubrics"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SUITED: dict[str, type[StrEnum]] = {"call_types": CallType, "tenures": Tenure}

Made = TypeVar("Made")
Given = ParamSpec("Given")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a skill: ``number`` 1 (lowest) to 4, the ``word`` for it, and one observable ``sentence``."""

    number: int
    word: str
    sentence: str

    def __post_init__(self) -> None:
        """:raises ValueError: with a sentence for a person, when a value is not as described."""
        if self.number not in LEVELS:
            raise ValueError(tr("“number” must be 1, 2, 3 or 4."))
        _check_text("word", self.word, LONGEST_NAME)
        _check_text("sentence", self.sentence, LONGEST_SENTENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something a rep does in a call that can be seen or missed.

    ``id`` is a slug that stays the same when the words change. ``summary`` is the line under the name. ``seen`` and
    ``missed`` say what earns a mark; ``levels`` are four, in order; ``no_chance`` says when none of them applies.
    ``checklist`` are up to six things to look for, each of which somebody did or did not do.
    """

    id: str
    name: str
    summary: str
    seen: str
    missed: str
    levels: tuple[Level, ...]
    no_chance: str
    checklist: tuple[str, ...] = field(default=(), metadata=IF_KNOWN)

    def __post_init__(self) -> None:
        """:raises ValueError: with a sentence for a person, when a value is not as described."""
        _check_slug(self.id)
        _check_text("name", self.name, LONGEST_NAME)
        for key in ("summary", "seen", "missed", "no_chance"):
            _check_text(key, getattr(self, key), LONGEST_SENTENCE)
        if tuple(level.number for level in self.levels) != LEVELS:
            raise ValueError(tr("“levels” must be four, numbered 1 to 4 in this order."))
        if len(self.checklist) > MOST_ITEMS:
            raise ValueError(tr("“checklist” must be at most {limit} texts.").format(limit=MOST_ITEMS))
        for item in self.checklist:
            _check_text("checklist", item, LONGEST_ITEM)
        if len(set(self.checklist)) < len(self.checklist):
            raise ValueError(tr("“checklist” says the same twice."))

    @property
    def wording(self) -> tuple[object, ...]:
        """The words that a level of this skill is given by. The checklist is no part of them."""
        return self.name, self.summary, self.seen, self.missed, self.levels, self.no_chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """Skills in the order of a call, 1 to 12. ``id`` and ``version`` together never change their meaning.

    ``language`` is the language its words are in, as a tag such as ``"en"`` or ``"pt-BR"``. ``summary`` says in a
    sentence what it is for, or nothing; ``call_types`` and ``tenures`` which calls and whom it suits, all where empty.
    """

    id: str
    name: str
    version: int
    language: str
    skills: tuple[Skill, ...]
    summary: str = field(default="", metadata=IF_KNOWN)
    call_types: tuple[CallType, ...] = field(default=(), metadata=IF_KNOWN)
    tenures: tuple[Tenure, ...] = field(default=(), metadata=IF_KNOWN)

    def __post_init__(self) -> None:
        """:raises ValueError: with a sentence for a person, when a value is not as described."""
        _check_slug(self.id)
        _check_text("name", self.name, LONGEST_NAME)
        if not 1 <= self.version <= HIGHEST_VERSION:
            raise ValueError(tr("“version” must be a whole number, 1 or more."))
        if len(self.language) > LONGEST_NAME or not is_language(self.language):
            raise ValueError(tr("“language” must be a tag such as “en” or “pt-BR”."))
        _check_skill_count(len(self.skills))
        if len({skill.id for skill in self.skills}) < len(self.skills):
            raise ValueError(tr("Two skills have the same “id”."))
        if self.summary:
            _check_text("summary", self.summary, LONGEST_SENTENCE)
        for key, kind in _SUITED.items():
            if getattr(self, key) != tuple(one for one in kind if one in getattr(self, key)):
                raise ValueError(tr("“{key}” must name each at most once, in their order.").format(key=key))

    def skill(self, skill_id: str) -> Skill:
        """:returns: the skill with this id. :raises KeyError: when there is none."""
        for skill in self.skills:
            if skill.id == skill_id:
                return skill
        raise KeyError(skill_id)

    def to_json(self) -> dict[str, Any]:
        """:returns: the rubric as plain values for ``json.dumps``; ``from_json`` reads them back."""
        plain = to_plain(self)
        return {"format": FORMAT if _is_more_than_plain(self) else PLAIN_FORMAT, **plain}

    @classmethod
    def from_json(cls, data: object) -> Rubric:
        """Read what ``json.loads`` made of a rubric, strictly: nothing is guessed, coerced or passed over.

        :raises KnownError: when a newer version of the app wrote it.
        :raises SecondChairError: naming the place, when something is missing, unknown, too long or of the wrong kind.
        """
        place = tr("The rubric")
        values = dict(_as_object(data, place))
        written_as = _format_of(values.pop("format", None))
        values = _known_values(cls, values, place)
        for key, kind in _SUITED.items():
            if key in values:
                values[key] = tuple(_one_of(kind, item, key, place) for item in _as_list(values, key, place))
        skills = _as_list(values, "skills", place)
        _in_words(_check_skill_count, place, len(skills))
        values["skills"] = tuple(_skill(item, number) for number, item in enumerate(skills, start=1))
        rubric = _in_words(cls, place, **values)
        if written_as == PLAIN_FORMAT and _is_more_than_plain(rubric):
            raise _refused(place, tr("“format” must be {number} for what it holds.").format(number=FORMAT))
        return rubric


@cache
def shipped_rubrics() -> tuple[Rubric, ...]:
    """:returns: the rubrics that come with the app, in every version it ever came with, by file name.
    :raises KnownError: when one of them is damaged."""
    return tuple(_shipped(path) for path in sorted(_FOLDER.glob("*.json")))


def is_shipped(rubric_id: str) -> bool:
    """:returns: whether this rubric comes with the app: its words are the app's to change."""
    return any(rubric.id == rubric_id for rubric in shipped_rubrics())


def latest_shipped() -> tuple[Rubric, ...]:
    """:returns: each rubric that comes with the app once, in its latest version, by id.
    :raises KnownError: when one of them is damaged."""
    in_order = sorted(shipped_rubrics(), key=lambda rubric: (rubric.id, rubric.version))
    return tuple({rubric.id: rubric for rubric in in_order}.values())


def default_rubric() -> Rubric:
    """:returns: the shipped rubric a new call starts with where nothing else was chosen, in its latest version.
    :raises KnownError: when it is not there any more."""
    for rubric in latest_shipped():
        if rubric.id == DEFAULT_ID:
            return rubric
    raise _part_missing(_FOLDER)


def _is_more_than_plain(rubric: Rubric) -> bool:
    """:returns: whether it says anything that a reader of the plain format does not know."""
    more = rubric.summary or rubric.call_types or rubric.tenures
    return bool(more) or any(skill.checklist for skill in rubric.skills)


def _shipped(path: Path) -> Rubric:
    try:
        return Rubric.from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, SecondChairError) as error:
        raise _part_missing(path) from error


def _part_missing(path: Path) -> KnownError:
    return KnownError(
        tr("A part of the app is missing"),
        tr("{path} is not as it was installed. Install Second Chair again; your records stay.").format(
            path=path
        ),
    )


def _skill(data: object, number: int) -> Skill:
    place = tr("Skill {n}").format(n=number)
    values = _known_values(Skill, _as_object(data, place), place)
    # One more than there may be is enough to refuse a list of any length.
    levels = _as_list(values, "levels", place)[: len(LEVELS) + 1]
    values["levels"] = tuple(
        _level(item, tr("{place}, level {n}").format(place=place, n=count))
        for count, item in enumerate(levels, 1)
    )
    if "checklist" in values:
        items = _as_list(values, "checklist", place)[: MOST_ITEMS + 1]
        for item in items:
            _check_kind("checklist", item, str, place)
        values["checklist"] = tuple(items)
    return _in_words(Skill, place, **values)


def _level(data: object, place: str) -> Level:
    return _in_words(Level, place, **_known_values(Level, _as_object(data, place), place))


def _known_values(kind: type, values: dict[str, Any], place: str) -> dict[str, Any]:
    """:returns: a copy of ``values`` that holds each field of ``kind`` that has to be there, no unknown one, and the
    right kind in each."""
    expected = _hints(kind)
    for key in values:
        if key not in expected:
            raise _refused(
                place, tr("“{key}” is not known here. Check its spelling.").format(key=_shown(key))
            )
    for key, hint in expected.items():
        if key in values:
            _check_kind(key, values[key], hint, place)
        elif key not in _left_out(kind):
            raise _refused(place, tr("“{key}” is missing.").format(key=key))
    return dict(values)


_hints = cache(get_type_hints)


@cache
def _left_out(kind: type) -> frozenset[str]:
    return frozenset(one.name for one in fields(kind) if "if_known" in one.metadata)


def _one_of(kind: type[StrEnum], value: object, key: str, place: str) -> StrEnum:
    if type(value) is str and value in set(kind):
        return kind(value)
    options = ", ".join(f"“{one}”" for one in kind)
    raise _refused(place, tr("“{key}” must be of {options}.").format(key=key, options=options))


def _check_kind(key: str, value: object, hint: object, place: str) -> None:
    # Types are compared exactly, because True is an int to isinstance.
    if hint is int and type(value) is not int:
        raise _refused(place, tr("“{key}” must be a whole number.").format(key=key))
    if hint is str and type(value) is not str:
        raise _refused(place, tr("“{key}” must be a text in quotes.").format(key=key))


def _as_object(data: object, place: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise _refused(place, tr("a group of named values in braces was expected."))
    return data


def _as_list(values: dict[str, Any], key: str, place: str) -> list[Any]:
    if not isinstance(values[key], list):
        raise _refused(place, tr("“{key}” must be a list in square brackets.").format(key=key))
    return values[key]


def _format_of(found: object) -> int:
    if type(found) is not int or found < 1:
        raise _refused(tr("The rubric"), tr("“format” must say which format it is written in."))
    if found > FORMAT:
        raise KnownError(
            tr("This rubric is newer than the app"),
            tr("A newer version of Second Chair wrote it. Update the app here and try again."),
        )
    return found


def _in_words(make: Callable[Given, Made], place: str, *values: Given.args, **named: Given.kwargs) -> Made:
    """Call ``make``, whose ValueError is a sentence already, and say with it where in the file it is."""
    try:
        return make(*values, **named)
    except ValueError as error:
        raise _refused(place, str(error)) from error


def _refused(place: str, problem: str) -> SecondChairError:
    return SecondChairError(
        tr("This rubric cannot be used"), tr("{place}: {problem}").format(place=place, problem=problem)
    )


def _check_slug(value: str) -> None:
    if len(value) > LONGEST_NAME or not _SLUG.fullmatch(value):
        raise ValueError(
            tr("“id” must be small letters, digits and single hyphens, at most {limit} in all.").format(
                limit=LONGEST_NAME
            )
        )


def _check_skill_count(count: int) -> None:
    if not 1 <= count <= MOST_SKILLS:
        raise ValueError(tr("“skills” must be 1 to {limit} skills.").format(limit=MOST_SKILLS))


def _check_text(key: str, value: str, longest: int) -> None:
    if not value.strip():
        raise ValueError(tr("“{key}” is empty.").format(key=key))
    if len(value) > longest:
        raise ValueError(tr("“{key}” is longer than {limit} characters.").format(key=key, limit=longest))
    if value != value.strip() or not (value.isprintable() or all(map(fits_one_line, value))):
        raise ValueError(tr("“{key}” must be one line of text, without spaces around it.").format(key=key))


def fits_one_line(letter: str) -> bool:
    """Control characters, line ends and halves of a character (which no file can store) do not."""
    return unicodedata.category(letter) not in {"Cc", "Cs", "Zl", "Zp"}


def _shown(key: object) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in str(key)[:LONGEST_NAME])
