"""How each entry of a log reads for somebody who does not know the app."""

from __future__ import annotations

from collections.abc import Iterable

from exports.wording import (
    clock_text,
    date_text,
    duration_text,
    introduction_words,
    kept_word,
    moment_text,
    nerves_word,
    outcome_text,
    quoted,
    step_in_reason_words,
)
from scoring.acknowledgement import Acknowledgement, Signing
from scoring.debrief import Closing, Commitment, Debrief, MyView, SelfView
from scoring.entry import (
    Acknowledged,
    Amended,
    Cancelled,
    Closed,
    Debriefed,
    Ended,
    Floor,
    FloorCorrected,
    FloorRemembered,
    FloorTaken,
    Gap,
    HandedBack,
    HandedOver,
    Introduced,
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
from scoring.handing_over import HandOver
from scoring.rating import Rating, Ticked
from scoring.rubric import Rubric
from scoring.teeup import Chooser, TeeUp, Way
from scoring.text import tr, trn


def said(what: What, rubric: Rubric) -> tuple[str, str]:
    """:returns: what an entry is, and its words; these may be empty."""
    return _kind(what), _words(what, rubric)


def _kind(what: What) -> str:
    return {
        Planned: tr("Agreed before the call"),
        Started: tr("The call began"),
        Introduced: tr("The manager was introduced"),
        Marked: tr("Missed") if isinstance(what, Marked) and not what.seen else tr("Seen"),
        FloorTaken: tr("Who was speaking from here on"),
        FloorCorrected: tr("Who was really speaking"),
        FloorRemembered: tr("Who mostly spoke, from memory"),
        SteppedIn: tr("The manager stepped in"),
        HandedBack: tr("The manager handed back"),
        WordsHeard: tr("Words that were said"),
        Moment: tr("A moment to come back to"),
        SatIn: tr("How the manager sat in from here on"),
        Paused: tr("The call was interrupted"),
        Resumed: tr("The call went on"),
        Gap: tr("Nothing could be logged for a while"),
        Ended: tr("The call was over"),
        Reopened: tr("The call was not over yet"),
        Viewed: tr("The manager's view"),
        SelfViewed: tr("The rep's own view"),
        WithoutRep: tr("The debrief was held without the rep"),
        Debriefed: tr("Agreed in the debrief"),
        Closed: tr("The coaching was closed"),
        Cancelled: tr("The call was cancelled"),
        NoShow: tr("The customer did not come"),
        Voided: tr("The call was made void"),
        HandedOver: tr("The page was handed over"),
        PageAmended: tr("The page was amended"),
        Acknowledged: tr("What became of the printed page"),
        Stated: tr("The rep's statement"),
        ScanKept: tr("A scan of the signed page was kept"),
        Amended: tr("An earlier entry was corrected"),
        Undone: tr("An earlier entry was taken back"),
        Redone: tr("An entry that was taken back stands again"),
    }[type(what)]


def _words(what: What, rubric: Rubric) -> str:
    match what:
        case Planned(tee_up=plan):
            return _plan_words(plan, rubric)
        case Marked(skill=skill, words=words):
            return joined([skill_name(rubric, skill), words])
        case Viewed(view=view):
            return view_words(view, rubric)
        case SelfViewed(self_view=own):
            return own_words(own, rubric)
        case Debriefed(debrief=debrief):
            return debrief_words(debrief, rubric)
        case Amended(what=really):
            return joined(said(really, rubric)) if really else tr("It was struck.")
        case PageAmended(amendment=amendment):
            return joined([amendment.reason, amendment.author])
        case Acknowledged(acknowledgement=acknowledgement):
            return _signing_words(acknowledgement)
        case _:
            return _short_words(what)


def _short_words(what: What) -> str:
    match what:
        case WordsHeard(text=words) | Moment(words=words) | Voided(reason=words):
            return words
        case Stated(statement=statement):
            return statement.text
        case SteppedIn(reason=reason, words=words):
            return joined([step_in_reason_words(reason) if reason else "", words])
        case Introduced(how=how):
            return introduction_words(how)
        case Gap(length_ms=length):
            return duration_text(abs(length))
        case SatIn(way=way):
            return _way_word(way)
        case HandedOver(how=how):
            return _how_word(how)
        case _:
            return _floor_words(what)


def _floor_words(what: What) -> str:
    match what:
        case FloorTaken(who=who):
            return _floor_word(who)
        case FloorCorrected(who=who, from_ms=start, until_ms=end):
            times = [clock_text(start), clock_text(end) if end is not None else "…"]
            return tr("{who}, {times}").format(who=_floor_word(who), times=" – ".join(times))
        case FloorRemembered(mostly=mostly):
            return _floor_word(mostly) if mostly else tr("About even")
        case _:
            return ""


def _floor_word(who: Floor) -> str:
    return {
        Floor.REP: tr("The rep"),
        Floor.CUSTOMER: tr("The customer"),
        Floor.ME: tr("The manager"),
        Floor.NOBODY: tr("Nobody"),
    }[who]


def _way_word(way: Way) -> str:
    return {
        Way.OPEN_LAPTOP: tr("With the laptop open"),
        Way.DISCREET: tr("With a narrow strip on the screen"),
        Way.NO_DEVICE: tr("Without a device"),
    }[way]


def _signing_words(acknowledgement: Acknowledgement) -> str:
    how = {Signing.SIGNED: tr("Signed"), Signing.DECLINED: tr("Not signed")}[acknowledgement.how]
    return joined([how, date_text(acknowledgement.on), labelled(tr("Witness"), acknowledgement.witness)])


def _how_word(how: HandOver) -> str:
    return {
        HandOver.SAVED: tr("Saved as a file"),
        HandOver.PRINTED: tr("Printed"),
        HandOver.IMPORTED: tr("Brought in from a file"),
        HandOver.FILED: tr("Put into the archive"),
    }[how]


def _chooser_word(chooser: Chooser) -> str:
    return {
        Chooser.REP: tr("the rep"),
        Chooser.MANAGER: tr("the manager"),
        Chooser.BOTH: tr("both"),
    }[chooser]


def _plan_words(plan: TeeUp, rubric: Rubric) -> str:
    return joined(labelled(label, words) for label, words in plan_lines(plan, rubric))


def plan_lines(plan: TeeUp, rubric: Rubric) -> list[tuple[str, str]]:
    """:returns: (label, words) of what was agreed before the call; the words may be empty."""
    return [
        (tr("Customer"), plan.customer),
        (tr("People"), plan.people_met),
        (tr("Planned for"), moment_text(plan.planned_at) if plan.planned_at else ""),
        (tr("Chosen by"), _chooser_word(plan.chosen_by) if plan.chosen_by else ""),
        (tr("Purpose"), plan.purpose),
        (tr("Best"), plan.best),
        (tr("Least"), plan.least),
        (tr("Introduction"), plan.introduction),
        (tr("Focus"), ", ".join(skill_name(rubric, skill) for skill in plan.focus_skills)),
    ]


def view_words(view: MyView, rubric: Rubric) -> str:
    """:returns: the manager's view in one line."""
    return joined(
        [
            labelled(tr("Outcome"), outcome_text(view)),
            *ratings_words(view.ratings, rubric),
            *(labelled(skill_name(rubric, one.skill), ticked_words(one, rubric)) for one in view.ticked),
            *(labelled(tr("What worked"), item.words) for item in view.strengths),
            *(labelled(tr("What got in the way"), item.words) for item in view.gaps),
        ]
    )


def own_words(own: SelfView, rubric: Rubric) -> str:
    """:returns: what the rep said of themselves, in one line."""
    return joined(
        [
            labelled(tr("Went well"), own.went_well),
            labelled(tr("Would do differently"), own.differently),
            *ratings_words(own.ratings, rubric),
            labelled(tr("Thrown by the manager being there"), nerves_word(own.nerves) if own.nerves else ""),
        ]
    )


def debrief_words(debrief: Debrief, rubric: Rubric) -> str:
    """:returns: what both agreed, in one line."""
    kept = kept_word(debrief.last_commitment) if debrief.last_commitment else ""
    return joined(
        [
            *ratings_words(debrief.agreed, rubric),
            labelled(tr("What was agreed last time"), kept),
            *map(_closing_words, debrief.closings),
            *map(_commitment_words, debrief.commitments),
            *(labelled(tr("For another time"), words) for words in debrief.parked),
            labelled(tr("The rep's comment"), debrief.comment),
        ]
    )


def _closing_words(closing: Closing) -> str:
    """In one part, so that several closings are told apart."""
    kept = labelled(tr("What was agreed before"), quoted(closing.words))
    seen = (
        trn("seen in {n} entry", "seen in {n} entries", len(closing.evidence))
        if closing.evidence
        else tr("without anything seen on this ride")
    )
    return tr("{words}: {kept}, {seen}").format(
        words=kept, kept=kept_word(closing.kept), seen=seen.format(n=len(closing.evidence))
    )


def _commitment_words(commitment: Commitment) -> str:
    day = date_text(commitment.check_on) if commitment.check_on else ""
    return joined(
        [
            labelled(tr("To do differently"), commitment.words),
            labelled(tr("First tried"), commitment.first_tried),
            labelled(tr("Looked at again"), day),
        ]
    )


def ratings_words(ratings: Iterable[Rating], rubric: Rubric) -> list[str]:
    """:returns: each rating as ``"Asks before answering: 3 of 4"``."""
    return [
        labelled(
            skill_name(rubric, rating.skill),
            tr("; ").join(filter(None, (_level_words(rating.level), ticked_words(rating, rubric)))),
        )
        for rating in ratings
    ]


def ticked_words(ticked: Rating | Ticked, rubric: Rubric) -> str:
    """:returns: what was ticked of a checklist, ``"ticked: Asked back, Waited"``; nothing where nothing was."""
    items = next((skill.checklist for skill in rubric.skills if skill.id == ticked.skill), ())
    found = [items[item - 1] if item <= len(items) else str(item) for item in ticked.checked]
    return tr("ticked: {items}").format(items=", ".join(found)) if found else ""


def _level_words(level: int | None) -> str:
    return tr("no chance to see") if level is None else tr("{level} of 4").format(level=level)


def skill_name(rubric: Rubric, skill_id: str) -> str:
    """:returns: the name of a skill; its id where the rubric does not know it."""
    return next((skill.name for skill in rubric.skills if skill.id == skill_id), skill_id)


def labelled(label: str, words: str) -> str:
    """:returns: ``"Purpose: agree the scope"``; nothing where there are no words."""
    return tr("{kind}: {words}").format(kind=label, words=words.strip()) if words.strip() else ""


def joined(parts: Iterable[str]) -> str:
    """:returns: what is not empty of ``parts``, one after the other."""
    return "; ".join(part.strip() for part in parts if part.strip())
