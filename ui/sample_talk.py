"""What happens in a sample call, and when."""

from __future__ import annotations

import random
from collections.abc import Iterator

from scoring.entry import (
    Floor,
    FloorTaken,
    HandedBack,
    Introduced,
    Introduction,
    Marked,
    SteppedIn,
    WordsHeard,
)
from scoring.rubric import default_rubric
from scoring.teeup import StepInReason
from ui.sample_data import Ride, SampleMark, samples

Happening = Introduced | FloorTaken | Marked | WordsHeard | SteppedIn | HandedBack

MINUTE_MS = 60_000
NO_CHANCE = "-"
# How many marks, seen and missed, a level usually stands on.
USUAL_MARKS = {"1": (0, 2), "2": (1, 2), "3": (2, 1), "4": (3, 0), NO_CHANCE: (0, 0)}

INTRODUCED_MS = 25_000
FIRST_WORD_MS = 4_000
# How long one party keeps the floor: mostly short, sometimes long, together about four taps a minute.
SHORTEST_TURN_MS = 4_000
USUAL_TURN_MS = 11_000
LONGEST_TURN_MS = 80_000
STEP_IN_MS = 50_000
# How unevenly the floor goes round: the larger, the further a party may get ahead of its part.
UNEVEN_MS = 240_000


def happenings(ride: Ride, rng: random.Random) -> list[tuple[int, Happening]]:
    """:returns: what happens in the call, each with its offset (ms), in order of time."""
    return sorted(_told(ride, rng), key=lambda happening: happening[0])


def _told(ride: Ride, rng: random.Random) -> Iterator[tuple[int, Happening]]:
    how = Introduction.AS_BOSS if ride.as_boss else Introduction.AS_AGREED
    yield INTRODUCED_MS, Introduced(how=how)
    yield from _floor_taps(ride, rng)
    for mark in ride.marks or _usual_marks(ride, rng):
        yield _ms(mark.at), Marked(skill=mark.skill, seen=mark.seen, words=mark.words)
    for heard in ride.heard:
        yield _ms(heard.at), WordsHeard(text=heard.words)
    if ride.step_in:
        yield _ms(ride.step_in), SteppedIn(reason=StepInReason.ASKED)
        yield _ms(ride.step_in) + STEP_IN_MS, HandedBack()


def _floor_taps(ride: Ride, rng: random.Random) -> Iterator[tuple[int, FloorTaken]]:
    """Let the floor go round: next is who is furthest behind its part, give or take."""
    parts = dict(zip(Floor, ride.floor, strict=True))
    spoken = dict.fromkeys(parts, 0)
    at_ms, last = FIRST_WORD_MS, Floor.NOBODY
    while at_ms < ride.minutes * MINUTE_MS:
        behind = {who: _behind(at_ms, part, spoken[who], rng) for who, part in parts.items() if who != last}
        last = max(behind, key=behind.__getitem__)
        yield at_ms, FloorTaken(who=last)
        turn_ms = min(SHORTEST_TURN_MS + round(rng.expovariate(1 / USUAL_TURN_MS)), LONGEST_TURN_MS)
        spoken[last] += turn_ms
        at_ms += turn_ms


def _behind(at_ms: int, part: int, spoken_ms: int, rng: random.Random) -> float:
    return at_ms * part / 100 - spoken_ms + rng.random() * UNEVEN_MS * part / 100


def _usual_marks(ride: Ride, rng: random.Random) -> Iterator[SampleMark]:
    """As many marks of each skill as its level usually stands on, in the part of the call where it belongs."""
    for place, (phrases, level) in enumerate(zip(samples().heard, ride.levels, strict=True)):
        for seen, count in zip((True, False), USUAL_MARKS[level], strict=True):
            for words in _some(phrases.seen if seen else phrases.missed, count, rng):
                at = _time_of(place, ride.minutes * 60, rng)
                yield SampleMark(at=at, skill=phrases.skill, seen=seen, words=words)


def _time_of(place: int, seconds: int, rng: random.Random) -> str:
    middle = seconds * (place + 0.5) / len(default_rubric().skills)
    at = round(min(max(rng.gauss(middle, seconds / 12), 30), seconds - 20))
    return f"{at // 60:02}:{at % 60:02}"


def _some(phrases: tuple[str, ...], count: int, rng: random.Random) -> list[str]:
    """:returns: ``count`` different phrases, and blanks where there are not as many: not every mark has words."""
    chosen = rng.sample(phrases, min(count, len(phrases)))
    return chosen + [""] * (count - len(chosen))


def _ms(at: str) -> int:
    minutes, seconds = at.split(":")
    return (int(minutes) * 60 + int(seconds)) * 1000
