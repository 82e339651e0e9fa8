"""Speaker turns of a recorded talk, and the floor taps a person watching it would make.

Turns come from RTTM files (NIST Rich Transcription Time Marked): one record a line, fields parted by white space,
``SPEAKER file channel start duration orthography subtype speaker confidence [lookahead]``, times in seconds, ``<NA>``
for what is not known, comments after ``;;``. Only SPEAKER records say who spoke when; all others are passed over.
"""

from __future__ import annotations

import io
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise, takewhile
from pathlib import Path

from scoring.entry import Floor
from scoring.errors import KnownError, SecondChairError
from scoring.floor import PARTIES, Span
from scoring.text import tr

Speech = Mapping[Floor, tuple[Span, ...]]
"""When each of the three parties speaks, in order of time, no span touching the next."""

MOST_BYTES = 20_000_000
LONGEST_MS = 24 * 60 * 60 * 1000
MOST_NAMES_LISTED = 20

_FEWEST_FIELDS = 8
_MOST_FIELDS = 10
_NOT_KNOWN = "<NA>"
_RECORD_TYPE = re.compile(r"[A-Z][A-Z0-9_/-]*")
_SECONDS = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One stretch in which one person speaks; times in milliseconds from the start of the recording."""

    speaker: str
    start_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        if not self.speaker:
            raise ValueError("a turn needs a speaker")
        if not 0 <= self.start_ms <= self.end_ms:
            raise ValueError(f"a turn cannot run from {self.start_ms} to {self.end_ms}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One press of a floor tile, ``offset_ms`` milliseconds after the start of the recording."""

    offset_ms: int
    floor: Floor


def read_turns(path: Path) -> tuple[Turn, ...]:
    """Read an RTTM file in UTF-8, with or without a byte order mark.

    :returns: its turns in order of time.
    :raises KnownError: when the file cannot be opened.
    :raises SecondChairError: when it is too large, is not UTF-8, or ``parse_turns`` refuses what it says.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise KnownError(
            tr("The turns could not be opened"),
            tr("{path}: {reason}. Check the name and try again.").format(path=path, reason=error.strerror),
        ) from error
    if len(content) > MOST_BYTES:
        raise _refused(tr("The file is larger than {size} MB.").format(size=MOST_BYTES // 1_000_000))
    return parse_turns(_decoded(content))


def parse_turns(text: str) -> tuple[Turn, ...]:
    """Read the turns of one recording from the text of an RTTM file.

    Channels are laid over each other. Turns may come in any order, overlap and be of no length.

    :returns: the turns in order of time.
    :raises SecondChairError: naming the line, when one is damaged; or when the text holds no speech at all, or the
        turns of more than one recording.
    """
    turns: list[Turn] = []
    recordings: dict[str, None] = {}
    for line, fields in _records(text):
        if _is_speaker_record(line, fields):
            turns.append(_turn(line, fields))
            recordings.setdefault(fields[1])
    _check_recordings(list(recordings))
    if not any(turn.end_ms > turn.start_ms for turn in turns):
        raise _refused(tr("No speaker turns were found in it. A turn is a line that begins with SPEAKER."))
    return tuple(sorted(turns, key=lambda turn: (turn.start_ms, turn.end_ms, turn.speaker)))


def parties(turns: Iterable[Turn], rep: str, me: str | None = None) -> dict[str, Floor]:
    """Say which speaker is which party: everybody who is neither ``rep`` nor ``me`` is the customer.

    :returns: the party of each speaker, by name.
    :raises SecondChairError: when a name is not among the speakers, listing those who are; or when both are the same.
    """
    found = dict.fromkeys(turn.speaker for turn in turns)
    for name in (rep, me):
        if name is not None and name not in found:
            raise _unknown_speaker(name, sorted(found))
    if rep == me:
        raise SecondChairError(
            tr("One speaker, two parts"),
            tr("“{name}” cannot be both the rep and you. Name two speakers.").format(name=_shown(rep)),
        )
    named: dict[str | None, Floor] = {rep: Floor.REP, me: Floor.ME}
    return {name: named.get(name, Floor.CUSTOMER) for name in found}


def speech_by_party(turns: Iterable[Turn], party_of: Mapping[str, Floor]) -> Speech:
    """Join the turns of all speakers of a party.

    :param party_of: as ``parties`` gives it; a speaker without a party is a KeyError.
    :returns: for each of the three parties the time in which at least one of its speakers speaks.
    """
    spans: dict[Floor, list[Span]] = {party: [] for party in PARTIES}
    for turn in turns:
        spans[party_of[turn.speaker]].append(Span(turn.start_ms, turn.end_ms))
    return {party: _joined(its) for party, its in spans.items()}


def true_shares(speech: Speech) -> dict[Floor, float] | None:
    """Share out the talking, the time in which two parties talk at once counting for both.

    :returns: each party's part of the sum of the three parties' times, 0 to 1; None when nobody speaks.
    """
    times = {party: sum(span.length_ms for span in speech[party]) for party in PARTIES}
    total = sum(times.values())
    return {party: time / total for party, time in times.items()} if total else None


def end_ms(turns: Iterable[Turn]) -> int:
    """:returns: when the last turn ends, in milliseconds from the start; that is the end of the recording.

    An observer notices the end as late as everything else, so the observed call ends ``lag_ms`` later. Every tap of
    ``observer_taps`` has come by then, and late taps cost nobody a share.
    """
    return max((turn.end_ms for turn in turns), default=0)


def observer_taps(
    speech: Speech, *, lag_ms: int = 1000, ignore_under_ms: int = 1500, silence_ms: int = 3000
) -> tuple[Tap, ...]:
    """Tap as a steady observer would who sees the talk for the first time.

    A party takes the floor once it has spoken alone for ``ignore_under_ms`` without a break; "nobody" takes it after
    ``silence_ms`` without speech, at the start of the recording too, where the floor is not logged yet. Each tap comes
    ``lag_ms`` late, and none is made for who has the floor already. What follows the last word is not recorded.

    :returns: the taps in order of time, no two in a row for the same floor.
    :raises ValueError: when a time is negative.
    """
    if min(lag_ms, ignore_under_ms, silence_ms) < 0:
        raise ValueError("an observer's times cannot be negative")
    taps: list[Tap] = []
    floor: Floor | None = None
    for noticed_ms, taken_by in _noticed(speech, ignore_under_ms, silence_ms):
        if taken_by != floor:
            floor = taken_by
            taps.append(Tap(offset_ms=noticed_ms + lag_ms, floor=floor))
    return tuple(taps)


def _noticed(speech: Speech, ignore_under_ms: int, silence_ms: int) -> Iterator[tuple[int, Floor]]:
    """When the observer becomes sure that somebody, or nobody, has the floor. Talking at once settles nothing."""
    for start, end, talking in _stretches(speech):
        if len(talking) <= 1:
            floor = next(iter(talking), Floor.NOBODY)
            patience = ignore_under_ms if talking else silence_ms
            if end - start >= patience:
                yield start + patience, floor


def _stretches(speech: Speech) -> Iterator[tuple[int, int, frozenset[Floor]]]:
    """Cut the recording, from its start to the last word, wherever the set of talking parties changes."""
    changes: dict[int, set[Floor]] = defaultdict(set, {0: set()})
    for party, spans in speech.items():
        # Spans of one party never touch, so each of their ends switches that party on or off.
        for moment in chain.from_iterable((span.start_ms, span.end_ms) for span in spans):
            changes[moment].add(party)
    talking: frozenset[Floor] = frozenset()
    for start, end in pairwise(sorted(changes)):
        talking ^= changes[start]
        yield start, end, talking


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted((span for span in spans if span.length_ms), key=lambda span: span.start_ms):
        if joined and span.start_ms <= joined[-1].end_ms:
            joined[-1] = Span(joined[-1].start_ms, max(span.end_ms, joined[-1].end_ms))
        else:
            joined.append(span)
    return tuple(joined)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(
            tr("Line {line} is not UTF-8 text. Save the file as UTF-8 and try again.").format(line=line)
        ) from error


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that says something: its number, counted from 1, and its fields."""
    # StringIO, because str.splitlines() would also count form feeds and other separators as line ends.
    for number, line in enumerate(io.StringIO(text.removeprefix("\ufeff"), newline=None), start=1):
        fields = list(takewhile(lambda field: not field.startswith(";;"), line.split()))
        if fields:
            yield number, fields


def _is_speaker_record(line: int, fields: list[str]) -> bool:
    if fields[0] == "SPEAKER":
        return True
    if _RECORD_TYPE.fullmatch(fields[0]):
        return False
    word = _shown(fields[0])
    raise _refused(tr("Line {line} is no RTTM record: it begins with “{word}”.").format(line=line, word=word))


def _turn(line: int, fields: list[str]) -> Turn:
    if not _FEWEST_FIELDS <= len(fields) <= _MOST_FIELDS:
        raise _refused(
            tr("Line {line} has {count} fields; a SPEAKER line has {fewest} to {most}.").format(
                line=line, count=len(fields), fewest=_FEWEST_FIELDS, most=_MOST_FIELDS
            )
        )
    if fields[7] == _NOT_KNOWN:
        raise _refused(tr("Line {line} does not name its speaker.").format(line=line))
    start, length = _seconds(line, fields[3]), _seconds(line, fields[4])
    start_ms, end_ms = round(start * 1000), round((start + length) * 1000)
    if end_ms > LONGEST_MS:
        raise _refused(
            tr("Line {line} ends after more than 24 hours. Are its times in seconds?").format(line=line)
        )
    return Turn(speaker=fields[7], start_ms=start_ms, end_ms=end_ms)


def _seconds(line: int, field: str) -> float:
    value = float(field) if _SECONDS.fullmatch(field) else math.nan
    if not (math.isfinite(value) and value >= 0):
        raise _refused(
            tr("Line {line}: a time must be a number of seconds, 0 or more, not “{value}”.").format(
                line=line, value=_shown(field)
            )
        )
    return value


def _check_recordings(recordings: list[str]) -> None:
    if len(recordings) > 1:
        raise _refused(
            tr("It holds the turns of several recordings: {names}. Put one recording in a file.").format(
                names=_listed(recordings)
            )
        )


def _unknown_speaker(name: str, found: list[str]) -> SecondChairError:
    return SecondChairError(
        tr("No such speaker"),
        tr("“{name}” does not speak here. The speakers are: {names}.").format(
            name=_shown(name), names=_listed(found)
        ),
    )


def _refused(sentence: str) -> SecondChairError:
    return SecondChairError(tr("These turns cannot be read"), sentence)


def _listed(names: list[str]) -> str:
    listed = ", ".join(_shown(name) for name in names[:MOST_NAMES_LISTED])
    more = len(names) - MOST_NAMES_LISTED
    return listed if more <= 0 else tr("{names} and {n} more").format(names=listed, n=more)


def _shown(word: str) -> str:
    """A word from a file, fit to stand in a sentence: short, and without characters that cannot be seen."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in word[:40])
