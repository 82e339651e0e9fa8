"""The words the check knows: data in ``lists/<language>.json``, so that another language needs no code."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "lists"
_EDGES = {"start": "^", "end": "$"}
_NAME = re.compile(r"\{(\w+)(\*|\?)?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """What is known of one language, all in small letters.

    ``praise``, ``qualities``, ``topics``, ``call_parts`` and ``filler`` are words that could stand under any call: what
    consists of them alone names nothing that happened. A change may well be about one of the ``call_parts``.
    ``vague``, ``wishes`` and ``degrees`` ("be", "improve", "more") name no act, ``loose_acts`` ("listen") one that can
    be done in many ways, ``acts`` begin an instruction of their own. ``first_words`` may stand before an act
    ("I will"), ``further`` ones ("plus") begin another. ``places`` and ``place_phrases`` say where or when, ``clauses``
    ("how you") lead to what was done. ``common`` words show, with all others, that a text is in this language.
    """

    praise: frozenset[str]
    qualities: frozenset[str]
    topics: frozenset[str]
    call_parts: frozenset[str]
    filler: frozenset[str]
    vague: frozenset[str]
    wishes: frozenset[str]
    degrees: frozenset[str]
    loose_acts: frozenset[str]
    acts: frozenset[str]
    first_words: frozenset[str]
    further: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    place_phrases: tuple[str, ...]
    clauses: tuple[str, ...]
    person: PersonWords


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """How one writes about the person. In ``phrases``, ``{name}`` stands for any of the words of that list, ``{name*}``
    for any number of them, ``{any?}`` for any one word or none, ``{start}`` and ``{end}`` for those of a sentence, and
    in the lists ``{rep}`` for the name of the rep. ``who`` with one of ``adverbs`` is a habit ("you never ask") unless
    a form of the past follows ("you never asked"). ``traits`` are single words for how somebody is, ``bare`` those that
    stand for themselves ("Careless").
    """

    lists: dict[str, tuple[str, ...]]
    phrases: tuple[str, ...]
    traits: frozenset[str]
    bare: frozenset[str]
    who: tuple[str, ...]
    adverbs: tuple[str, ...]
    past: frozenset[str]

    def pattern(self, names: tuple[str, ...]) -> re.Pattern[str]:
        """:returns: what finds one of the phrases in plain words; ``names`` are those of the rep, in small letters."""
        return _person_pattern(self.phrases, tuple(self.lists.items()), names)

    def habit(self, names: tuple[str, ...]) -> re.Pattern[str]:
        """:returns: what finds a habit, and the word after it as its first group."""
        return _habit_pattern(self.who, self.adverbs, names)


@cache
def lists_for(language: str) -> WordLists | None:
    """:param language: a BCP 47 tag.
    :returns: the lists of a language, or None where there are none."""
    path = FOLDER / f"{language.split('-', maxsplit=1)[0].lower()}.json"
    return _read(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def _read(data: dict[str, Any]) -> WordLists:
    phrases: dict[str, Any] = {key: tuple(data[key]) for key in ("place_phrases", "clauses")}
    others = {"person": _read_person(data["person"]), **phrases}
    words: dict[str, Any] = {key: _words(data[key]) for key in data.keys() - others.keys()}
    return WordLists(**others, **words)


def _read_person(data: dict[str, Any]) -> PersonWords:
    habits = data["habits"]
    return PersonWords(
        lists={name: tuple(words) for name, words in data["lists"].items()},
        phrases=tuple(data["phrases"]),
        traits=_single(data["lists"], "trait", "role", "bare", "disposition"),
        bare=_single(data["lists"], "bare"),
        who=tuple(habits["who"]),
        adverbs=tuple(habits["adverbs"]),
        past=_words(habits["past"]),
    )


def _single(lists: dict[str, list[str]], *names: str) -> frozenset[str]:
    return frozenset(word for name in names for phrase in lists.get(name, ()) for word in phrase.split())


def _words(lines: list[str]) -> frozenset[str]:
    """Each line holds several words with blanks between them."""
    return frozenset(word for line in lines for word in line.split())


@cache
def _person_pattern(
    phrases: tuple[str, ...], lists: tuple[tuple[str, tuple[str, ...]], ...], names: tuple[str, ...]
) -> re.Pattern[str]:
    found = dict(lists)
    made = [_branch(first, rests, found, names) for first, rests in _by_first_word(phrases).items()]
    return re.compile(rf"(?<!\S)(?:{'|'.join(made)})(?!\S)")


def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """So that most words of a text are looked at once, not once for each phrase."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        found.setdefault(first, []).append(f" {rest}" if rest else "")
    return found


def _branch(first: str, rests: list[str], lists: dict[str, tuple[str, ...]], names: tuple[str, ...]) -> str:
    spelled = "|".join(_spelled_out(rest, lists, names) for rest in rests)
    return f"{_spelled_out(first, lists, names)}(?:{spelled})"


@cache
def _habit_pattern(who: tuple[str, ...], adverbs: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{_one_of(who, names)}) (?:{_one_of(adverbs, names)}) (\S+)")


def _spelled_out(phrase: str, lists: dict[str, tuple[str, ...]], names: tuple[str, ...]) -> str:
    """:returns: a phrase as a regular expression."""

    def spelled(match: re.Match[str]) -> str:
        name, times = match.groups()
        if name in _EDGES:
            return _EDGES[name]
        one = r"\S+" if name == "any" else _one_of(lists[name], names)
        return _times(one, times)

    return _NAME.sub(spelled, phrase)


def _times(one: str, times: str | None) -> str:
    """With ``*`` or ``?`` the blank after it belongs to it: there may be none of them."""
    return f"(?:(?:{one}) ){times}" if times else f"(?:{one})"


def _one_of(words: tuple[str, ...], names: tuple[str, ...]) -> str:
    plain = [word for word in words if word != "{rep}"]
    return "|".join(re.escape(word) for word in (*plain, *(names if "{rep}" in words else ())))
