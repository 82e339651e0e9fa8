"""What a rep over time says in words, for the page and the command alike. Days come as they are written there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from exports.rep_figures import CommitmentLine, RepOverTime, SkillOverTime, VisitLine
from exports.wording import bracketed, kept_word, month_name, outcome_word, too_few
from scoring.commitments import Footing
from scoring.debrief import Kept
from scoring.measures.choosing import ChoiceCount
from scoring.measures.levels import LevelPoint
from scoring.measures.outcomes import Ending, Endings
from scoring.measures.practising import LEAST_TRIES, Practice, Try
from scoring.measures.self_view import Gap, SelfViewGaps
from scoring.measures.spread import Spread
from scoring.rating import Basis
from scoring.teeup import Chooser
from scoring.text import tr, trn
from scoring.wordings import Wording

DayWords = Callable[[date], str]


def head_words(over: RepOverTime, today: date) -> str:
    """:returns: ``"5 joint calls since June."``"""
    if not over.visits:
        return tr("No joint call yet.")
    first, n = over.visits[0].when, len(over.visits)
    month = month_name(first.month)
    since = month if first.year == today.year else tr("{month} {year}").format(month=month, year=first.year)
    return trn("{n} joint call, in {month}.", "{n} joint calls since {month}.", n).format(n=n, month=since)


def visit_words(visit: VisitLine, day: DayWords) -> str:
    """:returns: ``"12 Oct, Northgate Dental"``."""
    when, customer = day(visit.when.date()), visit.customer.strip()
    return tr("{day}, {customer}").format(day=when, customer=customer) if customer else when


def said_of(visit: str, words: str) -> str:
    """:returns: ``"12 Oct, Northgate Dental: Mostly"``."""
    return tr("{call}: {words}").format(call=visit, words=words)


# Levels


def level_word(skill: SkillOverTime, level: int, wording: Wording | None = None) -> str:
    """:param wording: the rubric the level was given by, where that is not the latest with this skill.
    :returns: the rubric's word for a level."""
    words = skill.words_in(wording) if wording else skill.level_words
    return words[level - 1]


def level_words(skill: SkillOverTime, point: LevelPoint) -> str:
    """:returns: the level on one call, with what it stands on where that is not evidence."""
    if point.level is None:
        return tr("No chance to see") if point.rated else tr("Not rated")
    notes = (
        tr("judgement only") if point.basis == Basis.JUDGEMENT else "",
        tr("from memory") if point.from_memory else "",
        "" if point.same_wording else tr("in another wording"),
    )
    word = level_word(skill, point.level, point.wording)
    return " ".join(filter(None, (word, bracketed(tr("; ").join(filter(None, notes))))))


def level_value(skill: SkillOverTime) -> str:
    """:returns: the latest level in a word, where there are enough of them to stand beside each other."""
    if not any(point.rated for point in skill.levels.points):
        return tr("not rated yet")
    if skill.levels.spread is None or skill.levels.latest is None:
        return too_few()
    latest = skill.levels.latest
    return tr("no chance to see") if latest.level is None else level_word(skill, latest.level)


def level_spread(skill: SkillOverTime) -> str:
    """:returns: how far the levels reach and where their middle is, or that there are too few of them."""
    n = skill.levels.counted
    if not n:
        return (
            tr("No level in the present wording counts yet.")
            if skill.rewordings
            else tr("No level counts yet.")
        )
    if skill.levels.spread is None:
        return (_few_reworded(n) if skill.rewordings else _few(n)).format(n=n)
    of = (_of_reworded(n) if skill.rewordings else trn("Of {n} level:", "Of {n} levels:", n)).format(n=n)
    reach = spread_words(skill.levels.spread, lambda level: level_word(skill, level))
    return tr("{of} {reach}").format(of=of, reach=reach)


def _few(n: int) -> str:
    return trn("{n} level counts so far: too few to tell.", "{n} levels count so far: too few to tell.", n)


def _few_reworded(n: int) -> str:
    return trn(
        "{n} level in the present wording counts so far: too few to tell.",
        "{n} levels in the present wording count so far: too few to tell.",
        n,
    )


def _of_reworded(n: int) -> str:
    return trn("Of {n} level in the present wording:", "Of {n} levels in the present wording:", n)


def spread_words(spread: Spread, word: Callable[[int], str]) -> str:
    """:returns: ``"Not yet to Mostly, the middle is Sometimes."``"""
    if spread.lowest == spread.highest:
        return tr("all {level}.").format(level=word(spread.lowest))
    words = tr("{lowest} to {highest}, the middle is {middle}.")
    return words.format(
        lowest=word(spread.lowest), highest=word(spread.highest), middle=_middle(spread, word)
    )


def _middle(spread: Spread, word: Callable[[int], str]) -> str:
    low, high = word(spread.low_middle), word(spread.high_middle)
    return low if low == high else tr("between {low} and {high}").format(low=low, high=high)


def how_levels() -> str:
    """:returns: how a chart of levels is worked out."""
    return tr(
        "The level that stands for each call. From four on there is a line, the spread and the middle; no average. "
        "Not counted: no chance to see, what stands on memory alone. Levels in another wording stand in the line, "
        "but spread and middle are of the present wording alone. A square: judgement only, or from memory."
    )


# The rep's own view


def gap_words(gap: int) -> str:
    """:returns: how far the rep's own level lies from the manager's first one."""
    if gap == 0:
        return tr("the same as mine")
    words = (
        trn("{n} level above mine", "{n} levels above mine", gap)
        if gap > 0
        else trn("{n} level below mine", "{n} levels below mine", -gap)
    )
    return words.format(n=abs(gap))


def gap_line(over: RepOverTime, gap: Gap) -> str:
    """:returns: one comparison: the skill, both levels, and the gap."""
    skill = over.skill(gap.skill)
    words = tr("{skill}, own view {own}, mine {mine}: {gap}").format(
        skill=skill.name,
        own=level_word(skill, gap.own, gap.wording),
        mine=level_word(skill, gap.mine, gap.wording),
        gap=gap_words(gap.gap),
    )
    note = bracketed(tr("from memory")) if gap.from_memory else ""
    return " ".join(filter(None, (words, note)))


def self_view_value(gaps: SelfViewGaps) -> str:
    """:returns: the middle of the gaps in words, or that there are too few."""
    return too_few() if gaps.spread is None else _middle(gaps.spread, gap_words)


def how_self_view() -> str:
    """:returns: how the gap is worked out."""
    return tr(
        "The rep's own level less the level you gave first, before you had heard them. "
        "The middle of all is told from four calls on. Neither of the two is the truth."
    )


# What is being practised


def tries_words(practice: Practice) -> str:
    """:returns: ``"2 of 3 tries, too early to judge"``, or on how many tries it was seen more often than missed."""
    if practice.more_seen is None:
        words = tr("{n} of {least} tries, too early to judge")
        return words.format(n=practice.counted, least=LEAST_TRIES)
    return tr("seen more often than missed on {n} of {all} tries").format(
        n=practice.more_seen, all=practice.counted
    )


def dip_words() -> str:
    """:returns: what is said once of a new behaviour."""
    return tr("A dip at first is usual.")


def try_words(one: Try) -> str:
    """:returns: what was seen and missed on one try."""
    words = tr("seen {seen}, missed {missed}").format(seen=one.seen, missed=one.missed)
    if not one.counts:
        note = tr("from memory, no try")
    else:
        note = tr("{n} from memory").format(n=one.recalled) if one.recalled else ""
    return " ".join(filter(None, (words, bracketed(note))))


def how_practising() -> str:
    """:returns: how tries are counted."""
    return tr(
        "A try is a joint call since this is in focus, on which it was seen or missed as the call went on. "
        "It is judged from three tries on. Tries count through a change of the wording, because each is told by the "
        "words of its own call."
    )


# How calls ended, and who chose them


def ending_words(ending: Ending) -> str:
    """:returns: how one call ended, and what was declared."""
    word = outcome_word(ending.outcome) if ending.outcome else tr("Not said")
    parts = (
        tr("purpose: {words}").format(words=ending.purpose) if ending.purpose.strip() else "",
        ending.words,
    )
    return tr("; ").join(filter(None, (word, *(part.strip() for part in parts))))


def endings_words(endings: Endings) -> str:
    """:returns: how many calls ended how, from the best to the least."""
    return _counted((outcome_word(one.outcome), one.calls) for one in endings.counts)


def how_endings() -> str:
    """:returns: how endings are counted."""
    return tr("How each call ended, against what was declared before it. Counts only: customers differ.")


def choice_word(chosen_by: Chooser | None, name: str) -> str:
    """:returns: who chose a call."""
    if chosen_by is None:
        return tr("Not said")
    return {Chooser.REP: name, Chooser.MANAGER: tr("Me"), Chooser.BOTH: tr("Both of us")}[chosen_by]


def choices_words(choices: Iterable[ChoiceCount], name: str) -> str:
    """:returns: how many calls were chosen by whom."""
    return _counted((choice_word(one.chosen_by, name), one.calls) for one in choices)


def how_choices() -> str:
    """:returns: why it matters who chose."""
    return tr(
        "As it was said at tee-up. Calls that one of you picks alone may be the easy ones, or the hard ones."
    )


def _counted(pairs: Iterable[tuple[str, int]]) -> str:
    return tr(" · ").join(tr("{word}: {n}").format(word=word, n=n) for word, n in pairs)


# Commitments


def status_words(line: CommitmentLine, today: date, day: DayWords) -> str:
    """:returns: what became of a commitment, or when it is to be checked."""
    if line.kept is not None:
        return kept_word(line.kept)
    if not line.is_open:
        return tr("Not checked")
    if line.check_on is None:
        return tr("Open")
    words = tr("Not checked since {day}") if line.check_on < today else tr("Due {day}")
    return words.format(day=day(line.check_on))


def needs_a_look(line: CommitmentLine, today: date) -> bool:
    """Whether a commitment is late, or has not been kept yet."""
    late = line.is_open and line.kept is None and line.check_on is not None and line.check_on < today
    return late or line.kept == Kept.NOT_YET


def footing_words(line: CommitmentLine) -> str:
    """:returns: what the last word on a commitment stands on; nothing where none was said."""
    if line.kept is None:
        return ""
    seen = trn("on {n} thing seen", "on {n} things seen", line.evidence).format(n=line.evidence)
    return {
        Footing.SEEN: seen,
        Footing.MEMORY: tr("from memory"),
        Footing.NOTHING: tr("said by both, nothing logged"),
    }[line.footing]
