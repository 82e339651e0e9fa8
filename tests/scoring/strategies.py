"""What hypothesis draws: any value an entry can hold, and logs of calls that make sense or none at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from uuid import UUID

from hypothesis import strategies as st

from scoring.acknowledgement import LARGEST_SCAN, Acknowledgement, Scan, ScanFormat, Signing, Statement
from scoring.call_type import CallType
from scoring.debrief import (
    MOST_COMMITMENTS,
    Closing,
    Commitment,
    Debrief,
    Kept,
    MyView,
    Nerves,
    Observation,
    Outcome,
    SelfView,
)
from scoring.entry import (
    Acknowledged,
    Amended,
    Cancelled,
    Closed,
    Correctable,
    Debriefed,
    Ended,
    Entry,
    Floor,
    FloorCorrected,
    FloorRemembered,
    FloorTaken,
    Gap,
    GapReason,
    HandedBack,
    HandedOver,
    Introduced,
    Introduction,
    Marked,
    Moment,
    NoShow,
    PageAmended,
    Paused,
    Planned,
    Redone,
    Reopened,
    Resumed,
    SatIn,
    ScanKept,
    SelfViewed,
    Started,
    Stated,
    SteppedIn,
    Undone,
    Viewed,
    Voided,
    What,
    WithoutRep,
    WordsHeard,
)
from scoring.handing_over import Amendment, Before, EarlierLevels, HandOver, PageContext
from scoring.people import Manager, RepCard
from scoring.preferences import Paper
from scoring.rating import LEVELS, Rating, Ticked
from scoring.teeup import MOST_FOCUS_SKILLS, Chooser, StepInReason, TeeUp, Told, Way
from tests.builders import NINE

CALL_ID = UUID(int=1_000_000, version=4)
HOUR_MS = 3_600_000

texts = st.text(st.characters(exclude_categories=["Cs"]))
"""All of Unicode: control characters, NUL, emoji, every script."""

broken_texts = st.lists(texts | st.sampled_from(["\ud800", "\ud83d", "\ude00", "\udfff"])).map("".join)
"""The same with halves of characters (lone surrogates), as broken imports have them."""

skills = st.sampled_from(["questions", "next-step", "price"])
offsets = st.integers(0, HOUR_MS)
offsets_of_zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(timezones=offsets_of_zones)
ids = st.uuids()
ratings = st.builds(
    Rating,
    skill=skills,
    level=st.none() | st.sampled_from(LEVELS),
    evidence=st.tuples() | st.tuples(ids, ids),
    checked=st.sampled_from([(), (1,), (2, 5)]),
)
some_ratings = st.lists(ratings, max_size=3).map(tuple)


def observations(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Observation, ...]]:
    """:returns: strengths, or what got in the way."""
    return st.lists(st.builds(Observation, words=words, entry=st.none() | ids), max_size=3).map(tuple)


def tee_ups(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[TeeUp]:
    """:returns: any agreement."""
    return st.builds(
        TeeUp,
        customer=words,
        people_met=words,
        planned_at=st.none() | times,
        planned_minutes=st.integers(1, 600),
        call_type=st.sampled_from(CallType),
        way=st.sampled_from(Way),
        purpose=words,
        introduction=words,
        step_in_reasons=st.lists(st.sampled_from(StepInReason), max_size=4).map(tuple),
        focus_skills=st.lists(skills, max_size=MOST_FOCUS_SKILLS, unique=True).map(tuple),
        told=st.lists(st.sampled_from(Told), max_size=4).map(tuple),
        chosen_by=st.none() | st.sampled_from(Chooser),
    )


def my_views(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[MyView]:
    """:returns: any view of the manager's."""
    return st.builds(
        MyView,
        ratings=some_ratings,
        outcome=st.none() | st.sampled_from(Outcome),
        outcome_words=words,
        strengths=observations(words),
        gaps=observations(words),
        ticked=st.sampled_from([(), (Ticked(skill="questions", checked=(1, 3)),)]),
    )


def self_views(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[SelfView]:
    """:returns: any view of the rep's own."""
    nerves = st.none() | st.sampled_from(Nerves)
    return st.builds(
        SelfView,
        went_well=words,
        differently=words,
        ratings=some_ratings,
        nerves=nerves,
        began_at=st.none() | times,
    )


def debriefs(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Debrief]:
    """:returns: anything two people can agree on."""
    commitments = st.builds(
        Commitment, words=words, first_tried=words, check_on=st.none() | times.map(lambda time: time.date())
    )
    closings = st.builds(
        Closing,
        agreed_in=ids,
        number=st.integers(0, MOST_COMMITMENTS - 1),
        words=words,
        kept=st.sampled_from(Kept),
        evidence=st.tuples() | st.tuples(ids),
    )
    return st.builds(
        Debrief,
        agreed=some_ratings,
        last_commitment=st.none() | st.sampled_from(Kept),
        commitments=st.lists(commitments, max_size=MOST_COMMITMENTS).map(tuple),
        parked=st.lists(words, max_size=3).map(tuple),
        comment=words,
        can_say=st.none() | st.booleans(),
        shared=st.none() | ids,
        closings=st.lists(closings, max_size=MOST_COMMITMENTS).map(tuple),
    )


def floor_corrections() -> st.SearchStrategy[FloorCorrected]:
    """:returns: any stretch given to anybody, also one that reaches up to now."""
    open_ones = st.builds(FloorCorrected, who=st.sampled_from(Floor), from_ms=offsets)
    lengths = st.integers(1, HOUR_MS)
    return open_ones | st.builds(_up_to, open_ones, lengths)


def _up_to(correction: FloorCorrected, length_ms: int) -> FloorCorrected:
    return replace(correction, until_ms=correction.from_ms + length_ms)


ways = st.builds(SatIn, way=st.sampled_from(Way))


def correctables(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[Correctable]:
    """:returns: anything that is logged by a tap and can be corrected."""
    return st.one_of(
        st.builds(Marked, skill=skills, seen=st.booleans(), words=words),
        st.builds(FloorTaken, who=st.sampled_from(Floor)),
        floor_corrections(),
        st.builds(FloorRemembered, mostly=st.none() | st.sampled_from(Floor)),
        st.builds(
            SteppedIn,
            reason=st.none() | st.sampled_from(StepInReason),
            words=words,
            handed_back=st.none() | st.booleans(),
        ),
        st.builds(HandedBack),
        st.builds(WordsHeard, text=words),
        st.builds(Moment, words=words),
        st.builds(Introduced, how=st.sampled_from(Introduction)),
    )


def lives(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[What]:
    """:returns: anything that decides where a call stands."""
    return st.one_of(
        st.builds(Planned, tee_up=tee_ups(words)),
        st.builds(Viewed, view=my_views(words)),
        st.builds(SelfViewed, self_view=self_views(words)),
        st.builds(Debriefed, debrief=debriefs(words)),
        st.builds(Voided, reason=words),
        st.sampled_from(
            [Started(), Ended(), Reopened(), WithoutRep(), Closed(), Cancelled(), NoShow()],
        ),
    )


def interruptions() -> st.SearchStrategy[What]:
    """:returns: pauses, and gaps forward and back."""
    gaps = st.builds(Gap, length_ms=st.integers(-HOUR_MS, HOUR_MS), reason=st.sampled_from(GapReason))
    return st.one_of(st.sampled_from([Paused(), Resumed()]), gaps)


def corrections(
    targets: st.SearchStrategy[UUID] = ids, words: st.SearchStrategy[str] = texts
) -> st.SearchStrategy[What]:
    """:returns: amendments, undo and redo."""
    return st.one_of(
        st.builds(Amended, target=targets, offset_ms=offsets, what=st.none() | correctables(words)),
        st.builds(Undone, target=targets),
        st.builds(Redone, target=targets),
    )


def handings_over(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[What]:
    """:returns: pages handed over, and amended."""
    named = words.filter(str.strip)
    before = st.builds(
        Before,
        calls=st.integers(0, 99),
        last_on=st.none() | st.dates(),
        committed_on=st.none() | st.dates(),
        commitments=st.lists(words, max_size=2).map(tuple),
        levels=st.lists(_earlier_levels, max_size=2).map(tuple),
    )
    managers = st.builds(Manager, name=words, title=words, organisation=words)
    cards = st.builds(RepCard, id=ids, name=named, employee_number=words)
    contexts = st.builds(
        PageContext, rep=cards, manager=managers, before=before, language=st.sampled_from(("en", "pt-BR"))
    )
    amendments = st.builds(Amendment, reason=named, author=named)
    return st.one_of(
        st.builds(HandedOver, how=st.sampled_from(HandOver), context=contexts, paper=st.sampled_from(Paper)),
        st.builds(PageAmended, amendment=amendments, until=ids, context=contexts),
        acknowledgements(words),
    )


def acknowledgements(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[What]:
    """:returns: what became of a sheet, what the rep says about it, and scans of it."""
    days, witnesses = st.dates(), words.filter(str.strip)
    said = st.builds(Acknowledgement, how=st.just(Signing.SIGNED), on=days, witness=words)
    declined = st.builds(Acknowledgement, how=st.just(Signing.DECLINED), on=days, witness=witnesses)
    sums = st.binary(min_size=32, max_size=32).map(bytes.hex)
    sizes = st.integers(1, LARGEST_SCAN)
    return st.one_of(
        st.builds(Acknowledged, acknowledgement=said | declined),
        st.builds(Stated, statement=st.builds(Statement, text=words)),
        st.builds(
            ScanKept, scan=st.builds(Scan, sha256=sums, suffix=st.sampled_from(ScanFormat), size=sizes)
        ),
    )


_levels = st.lists(st.none() | st.sampled_from(LEVELS), max_size=4).map(tuple)
_earlier_levels = st.builds(EarlierLevels, skill=skills, levels=_levels)


def whats(words: st.SearchStrategy[str] = texts) -> st.SearchStrategy[What]:
    """:returns: anything an entry can say."""
    return st.one_of(
        lives(words),
        correctables(words),
        interruptions(),
        corrections(words=words),
        handings_over(words),
        ways,
    )


def an_entry(number: int, what: What, offset_ms: int, *, recalled: bool = False) -> Entry:
    """:returns: entry ``number`` of the one call these logs are about."""
    at = NINE + timedelta(milliseconds=offset_ms)
    return Entry(
        id=UUID(int=number), call_id=CALL_ID, offset_ms=offset_ms, at=at, what=what, recalled=recalled
    )


few_words = st.sampled_from(["", "words"])
_targets = st.integers(0, 30).map(lambda number: UUID(int=number))
_plans = st.builds(TeeUp, purpose=few_words, focus_skills=st.sampled_from([(), ("price",)]))
_anything = st.one_of(
    correctables(few_words),
    correctables(few_words),
    interruptions(),
    ways,
    handings_over(few_words),
    corrections(_targets, few_words),
    corrections(_targets, few_words),
    st.builds(Planned, tee_up=_plans),
    lives(few_words).filter(lambda what: not isinstance(what, Planned)),
)
_said = st.lists(st.tuples(_anything, offsets, st.booleans()), max_size=25)


@st.composite
def nonsense_logs(draw: st.DrawFn) -> list[Entry]:
    """Any entries in any order: corrections of what is unknown, later or itself a correction, undo of undo, repeats."""
    said = draw(_said)
    entries = [an_entry(n, what, offset, recalled=late) for n, (what, offset, late) in enumerate(said)]
    return entries + entries[: draw(st.integers(0, 3))]
