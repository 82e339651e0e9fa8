"""The mirror in words: of each measure what it is, what it says, and how it was worked out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from exports.mirror_figures import Mirror
from exports.mirror_words import (
    count_text,
    debrief_goal,
    delay_words,
    hand_back_goal,
    per_cent,
    share_goal,
    steps_goal,
    stretch_words,
)
from exports.wording import apart, too_few
from scoring.floor import Band
from scoring.measures.over_calls import Measured, Tally
from scoring.text import tr, trn

MOST_NAMES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One measure: ``value`` is the figure, or that there are too few calls to tell; ``sentence`` what stands beside
    it; ``explanation`` how it was worked out."""

    title: str
    value: str
    sentence: str
    explanation: str


def own_share_said(mirror: Mirror) -> Said:
    """:returns: the manager's part of the floor."""
    found = mirror.own_share
    return Said(
        title=tr("My share of the floor"),
        value=_value(found, per_cent),
        sentence=_joined(_of_observed(found.calls), _without_figure(found), share_goal(mirror.goals)),
        explanation=tr(
            "Your part of the time one of you spoke, on calls you meant to observe; the middle one of them is the "
            "figure. Each is right to about {fine} points, or {rough} where the floor was tapped less. Without enough "
            "taps, or from memory, there is none."
        ).format(fine=Band.FIVE.value, rough=Band.EIGHT.value),
    )


def step_ins_said(mirror: Mirror) -> Said:
    """:returns: how often the manager stepped in."""
    found = mirror.step_ins
    calls = found.a_call.calls + len(found.a_call.left_out)
    asked = tr("{asked} asked for, {taken} taken over").format(asked=found.asked, taken=found.taken_over)
    counts = tr("{counts}.").format(counts=asked) if found.asked + found.taken_over else ""
    remembered = tr("{n} of them from memory.")
    longest = tr("The longest took {time}.")
    return Said(
        title=tr("Step-ins a call"),
        value=_value(found.a_call, count_text),
        sentence=_joined(
            _of_observed(calls),
            counts,
            remembered.format(n=found.recalled) if found.recalled else "",
            longest.format(time=stretch_words(found.longest.value)) if found.longest else "",
            steps_goal(mirror.goals),
        ),
        explanation=tr(
            "Every time you took the floor on a call you meant to observe; the middle one of those calls is the "
            "figure. “Asked for” is where the rep asked you to, “taken over” is for any other reason, or none. Those "
            "from memory are counted and have no length. A call without a device is in the counts, and not in the "
            "figure."
        ),
    )


def hand_backs_said(mirror: Mirror) -> Said:
    """:returns: how soon the floor went back."""
    found = mirror.hand_backs
    never = trn("Once it never went back.", "{n} times it never went back.", found.never).format(
        n=found.never
    )
    times = len(found.times.points)
    logged = trn("{n} hand-back was logged.", "{n} hand-backs were logged.", times).format(n=times)
    return Said(
        title=tr("Handing the floor back"),
        value=_value(found.times, stretch_words),
        sentence=_joined(logged if times else "", never if found.never else "", hand_back_goal(mirror.goals)),
        explanation=tr(
            "From stepping in to handing back, where both were logged on a call you meant to observe; the middle one "
            "is the figure. Sleep and pauses are left out. What never went back has no time, and is counted."
        ),
    )


def tee_ups_said(mirror: Mirror) -> Said:
    """:returns: how many calls were teed up."""
    return Said(
        title=tr("Teed up before the call"),
        value=_tally(mirror.tee_ups),
        sentence=_counted(mirror.tee_ups),
        explanation=tr(
            "Calls where you and the rep agreed on the purpose and on how you are introduced. All calls that took "
            "place count."
        ),
    )


def introductions_said(mirror: Mirror) -> Said:
    """:returns: how the manager was introduced."""
    noted, remembered = mirror.introductions.noted, len(mirror.introductions.remembered)
    boss, silent = len(noted.not_done), len(noted.left_out)
    parts = [
        trn("Once as “my boss”.", "{n} times as “my boss”.", boss).format(n=boss) if boss else "",
        tr("{n} not noted.").format(n=silent) if silent else "",
        tr("{n} more as agreed, from memory.").format(n=remembered) if remembered else "",
    ]
    return Said(
        title=tr("Introduced as agreed"),
        value=_tally(noted),
        sentence=_joined(_counted(noted), *parts),
        explanation=tr(
            "Of the calls where it was noted how the rep introduced you, those as agreed. From memory, “as agreed” is "
            "counted apart; “my boss” counts."
        ),
    )


def debrief_delays_said(mirror: Mirror) -> Said:
    """:returns: how soon the debriefs began."""
    found = mirror.debrief_delays
    left_out = len(found.times.left_out)
    same_day = tr("{n} of {of} on the day of the call.").format(n=found.same_day, of=found.times.calls)
    remembered = trn(
        "{n} more call ended from memory.", "{n} more calls ended from memory.", left_out
    ).format(n=left_out)
    return Said(
        title=tr("Debrief after the call"),
        value=_value(found.times, delay_words),
        sentence=_joined(
            same_day if found.times.points else "",
            remembered if left_out else "",
            debrief_goal(mirror.goals),
        ),
        explanation=tr(
            "From the end of the call to the first word of the debrief; the middle one is the figure. Where the end "
            "was put in from memory the call is left out. Straight after, or once at the end of a day with several "
            "calls: both are good practice."
        ),
    )


def rep_first_said(mirror: Mirror) -> Said:
    """:returns: who spoke first in the debriefs."""
    found, without = mirror.rep_first, len(mirror.rep_first.without_rep)
    return Said(
        title=tr("The rep spoke first"),
        value=_tally(found.debriefs),
        sentence=_joined(
            _counted(found.debriefs),
            tr("{n} without the rep.").format(n=without) if without else "",
        ),
        explanation=tr("Debriefs that began with the rep's own view, before yours was opened."),
    )


def strengths_first_said(mirror: Mirror) -> Said:
    """:returns: whether strengths were named."""
    found = mirror.strengths_first
    strengths = trn("{n} strength", "{n} strengths", found.strengths).format(n=found.strengths)
    gaps = trn("{n} thing that got in the way", "{n} things that got in the way", found.gaps).format(
        n=found.gaps
    )
    named = tr("{strengths}, {gaps}.").format(strengths=strengths, gaps=gaps)
    return Said(
        title=tr("A strength was named"),
        value=_tally(found.named),
        sentence=_joined(_counted(found.named), named if found.named.calls else ""),
        explanation=tr(
            "Of the calls where your view names anything in words, those with at least one strength. A view that is "
            "still closed names nothing yet."
        ),
    )


def coaching_closed_said(mirror: Mirror) -> Said:
    """:returns: whether the coaching closed in the rep's words."""
    return Said(
        title=tr("Closed in the rep's words"),
        value=_tally(mirror.coaching_closed),
        sentence=_counted(mirror.coaching_closed),
        explanation=tr(
            "Debriefs where you said that the rep can say what was not done well and what to do differently. Where the "
            "question was left open it does not count."
        ),
    )


def followed_through_said(mirror: Mirror) -> Said:
    """:returns: what became of the commitments."""
    found = mirror.followed_through
    without, past, waiting = len(found.without), len(found.past), len(found.waiting)
    replaced = len(found.replaced)
    return Said(
        title=tr("Commitments followed through"),
        value=_tally(found.due),
        sentence=_joined(
            tr("{n} closed with evidence.").format(n=len(found.with_evidence)) if found.due.calls else "",
            tr("{n} closed without.").format(n=without) if without else "",
            tr("{n} replaced by another.").format(n=replaced) if replaced else "",
            trn("{n} open past its day.", "{n} open past their day.", past).format(n=past) if past else "",
            tr("{n} not due yet.").format(n=waiting) if waiting else "",
        ),
        explanation=tr(
            "Of what was agreed on these calls and is closed, replaced or past its day: what was closed with something "
            "logged on a later call. Kept, partly or not yet is the rep's matter, and not counted here."
        ),
    )


def cadence_said(mirror: Mirror) -> Said:
    """:returns: who is seen as often as planned, and who is not. There is no minimum: it is no habit, it is today."""
    found = mirror.cadence
    late = tr("Late: {names}.").format(names=_names(mirror, [one.hex for one in found.late]))
    never = tr("Not seen yet: {names}.").format(names=_names(mirror, [one.hex for one in found.never]))
    value = tr("{n} of {of} reps").format(n=len(found.kept), of=found.planned) if found.planned else ""
    return Said(
        title=tr("Seen as planned"),
        value=value,
        sentence=_joined(late if found.late else "", never if found.never else ""),
        explanation=tr("Reps whose next joint call is not past its day, by your plan, as of today."),
    )


def all_said(mirror: Mirror) -> dict[str, Said]:
    """:returns: every measure in words, in the order of a call, by its name in the figures."""
    said = {
        "own_share": own_share_said(mirror),
        "step_ins": step_ins_said(mirror),
        "hand_backs": hand_backs_said(mirror),
        "tee_ups": tee_ups_said(mirror),
        "introductions": introductions_said(mirror),
        "debrief_delays": debrief_delays_said(mirror),
        "rep_first": rep_first_said(mirror),
        "strengths_first": strengths_first_said(mirror),
        "coaching_closed": coaching_closed_said(mirror),
        "followed_through": followed_through_said(mirror),
        "cadence": cadence_said(mirror),
    }
    return {key: replace(one, sentence=one.sentence or _nothing_yet(one)) for key, one in said.items()}


def _nothing_yet(said: Said) -> str:
    return "" if said.value else tr("Nothing to show yet.")


def _value(found: Measured, words: Callable[[float], str]) -> str:
    if not found.points:
        return ""
    middle = found.median
    return too_few() if middle is None else words(middle)


def _tally(found: Tally) -> str:
    if not found.calls:
        return ""
    return tr("{n} of {of}").format(n=len(found.done), of=found.calls) if found.tells else too_few()


def _counted(found: Tally) -> str:
    """:returns: the counts, where there are too few for a figure."""
    if found.tells or not found.calls:
        return ""
    return tr("{n} of {of} so far.").format(n=len(found.done), of=found.calls)


def _without_figure(found: Measured) -> str:
    n = len(found.left_out)
    if not n:
        return ""
    if not found.points:
        return trn(
            "{n} observed call, without a figure.", "{n} observed calls, none with a figure.", n
        ).format(n=n)
    return trn("{n} more call has no figure.", "{n} more calls have no figure.", n).format(n=n)


def _of_observed(calls: int) -> str:
    return trn("On {n} observed call.", "On {n} observed calls.", calls).format(n=calls) if calls else ""


def _names(mirror: Mirror, rep_ids: Sequence[str]) -> str:
    names = [apart(mirror.reps[one].name) for one in rep_ids[:MOST_NAMES] if one in mirror.reps]
    more = len(rep_ids) - len(names)
    if more:
        names.append(tr("{n} more").format(n=more))
    return ", ".join(names)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
