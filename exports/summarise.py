"""From the record of a call to the words of its page."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from exports.closing_words import since_last_time
from exports.floor_picture import floor_picture, step_in_words
from exports.page_source import PageSource, agreement, is_recalled, short_id
from exports.skill_table import skill_table
from exports.statement import STATEMENT_NAME
from exports.summary import CutWords, Evidence, LabelledText, Signatures, SummaryPage
from exports.wording import (
    MINUTE_MS,
    apart,
    bracketed,
    clock_text,
    date_text,
    delay_text,
    duration_text,
    floor_remembered_words,
    moment_text,
    near_date_text,
    ordinal,
    outcome_text,
    quoted,
    recalled_text,
    sentence,
    time_text,
)
from scoring.acknowledgement import Acknowledgement, Signing
from scoring.call_type import CallType
from scoring.debrief import Commitment, Debrief, MyView, Observation
from scoring.entry import (
    Debriefed,
    Floor,
    FloorRemembered,
    FloorTaken,
    Gap,
    GapReason,
    Marked,
    Moment,
    SelfViewed,
    SteppedIn,
    WordsHeard,
)
from scoring.floor import step_ins
from scoring.state import CallState, Standing
from scoring.text import language, tr, trn


def summarise(source: PageSource) -> SummaryPage:
    """Put a debriefed call into the words of its page, however long it gets.

    :raises SecondChairError: while the manager's view is sealed, or nothing is agreed yet.
    """
    view, debrief = agreement(source)
    title = tr("Coaching summary for {name}").format(name=source.rep.name)
    words = _Words(source)
    strengths, gaps = words.evidence(view.strengths), words.evidence(view.gaps)
    return SummaryPage(
        language=language(),
        document_title=words.document_title(title),
        author=source.manager.name,
        record_id=str(source.call.id),
        title=title,
        subtitle=words.subtitle(),
        facts=tuple(words.facts(view)),
        notices=tuple(words.notices(debrief)),
        change=words.change(debrief),
        change_note=words.change_note(debrief),
        strengths_heading=tr("What worked"),
        strengths=strengths,
        gaps_heading=tr("What got in the way"),
        gaps=gaps,
        floor=floor_picture(source.state, words.rep, words.manager),
        skills=skill_table(source, _said(strengths, gaps)),
        closing=tuple(words.closing(debrief)),
        statement=words.statement(),
        signatures=words.signatures(),
        footer_left=words.footer(),
        footer_right=source.manager.organisation,
        cut=CutWords(text=tr("… ({n} characters left out)"), items=tr("{n} more in the record")),
    )


class _Words:
    """The texts of one page. ``rep`` and ``manager`` are how the two are called in short, in any sentence;
    ``alone`` is whether the rep had no part in what was agreed."""

    def __init__(self, source: PageSource) -> None:
        self.source = source
        self.state: CallState = source.state
        self.plan = source.state.tee_up
        self.rep = apart(source.rep.first_name)
        self.manager = apart(_short_manager_name(source))
        self.alone = _agreed_without_rep(source.state)

    # The head

    def document_title(self, title: str) -> str:
        titled = tr("{title}, {date}").format(title=title, date=date_text(self.source.day))
        amended = self.source.version.amended
        if amended is None:
            return titled
        return tr("{title}, amended {date}").format(title=titled, date=date_text(amended.at.date()))

    def subtitle(self) -> str:
        when = date_text(self.source.day)
        times = self._times()
        if times:
            when = tr("{date}, {time}").format(date=when, time=times)
        if not self.plan.customer.strip():
            return tr("Joint call, {when}").format(when=when)
        return tr("Joint call with {customer}, {when}").format(customer=apart(self.plan.customer), when=when)

    def _times(self) -> str:
        started, ended = self.state.started_at, self.state.ended_at
        if is_recalled(self.state) or started is None:
            return time_text(self.plan.planned_at) if self.plan.planned_at else ""
        if ended is None or moment_text(started) == moment_text(ended):
            return time_text(started)
        return tr("{start} to {end}").format(start=time_text(started), end=time_text(ended))

    def facts(self, view: MyView) -> Iterator[LabelledText]:
        purpose = self.plan.purpose if self.plan.purpose.strip() else tr("Not agreed beforehand")
        yield LabelledText(label=tr("Purpose of the call"), text=purpose)
        yield LabelledText(label=tr("Outcome"), text=outcome_text(view))
        yield LabelledText(label=self._manager_part(), text=self.source.manager.name)
        yield LabelledText(label=tr("Joint call"), text=self._visit())

    def _manager_part(self) -> str:
        return {
            CallType.OBSERVE: tr("Observed by"),
            CallType.TOGETHER: tr("Sold together with"),
            CallType.SHOW: tr("Shown by"),
        }[self.plan.call_type]

    def _visit(self) -> str:
        before = self.source.before
        if before.last_on is None:
            return tr("First together")
        days = (self.source.day - before.last_on).days
        number = ordinal(before.calls + 1)
        if days <= 0:
            return tr("{number} together, same day as the last").format(number=number)
        since = trn("{number} together, {n} day since last", "{number} together, {n} days since last", days)
        return since.format(number=number, n=days)

    def notices(self, debrief: Debrief) -> Iterator[str]:
        yield from self._amended()
        if self.state.without_rep:
            yield (
                tr("Debriefed without the rep.") if self.alone else tr("Debriefed without the rep at first.")
            )
        if is_recalled(self.state) or _all_from_memory(self.state):
            yield _recalled_notice(self.state)
        lost_ms = sum(gap.length_ms for _, gap in self.state.of(Gap) if gap.reason != GapReason.CLOCK_CHANGED)
        if lost_ms >= MINUTE_MS:
            yield tr("Nothing could be logged for {time}.").format(time=duration_text(lost_ms))
        if debrief.can_say is not True:
            yield tr("The coaching on this call is still open.")

    def _amended(self) -> Iterator[str]:
        """A page that takes the place of another one says so, whatever else it says."""
        version = self.source.version
        if version.amended and version.amendment and version.replaces:
            words = tr("Amended on {date} by {author}: {reason} Replaces the page of {replaced}.")
            yield words.format(
                date=moment_text(version.amended.at),
                author=apart(version.amendment.author),
                reason=sentence(version.amendment.reason),
                replaced=moment_text(version.replaces),
            )

    # What the page is for

    def change(self, debrief: Debrief) -> LabelledText:
        words = [commitment.words for commitment in debrief.commitments if commitment.words.strip()]
        if self.alone:  # they are not the rep's words
            return LabelledText(label=tr("What to do differently"), text="\n".join(words))
        return LabelledText(label=tr("What I will do differently"), text="\n".join(map(quoted, words)))

    def change_note(self, debrief: Debrief) -> str:
        commitments = [item for item in debrief.commitments if item.words.strip()]
        if not commitments:
            return ""
        origin = (tr("Written without {name}.") if self.alone else tr("In {name}'s words.")).format(
            name=self.rep
        )
        follow_ups = [self._follow_up(item) for item in commitments]
        if len(follow_ups) > 1 and any(follow_ups):
            numbered = tr("{number}: {words}")
            follow_ups = [
                numbered.format(number=n, words=text) for n, text in enumerate(follow_ups, 1) if text
            ]
        return " ".join(filter(None, [origin, *follow_ups]))

    def _follow_up(self, commitment: Commitment) -> str:
        parts: list[str] = []
        if commitment.first_tried.strip():
            parts.append(sentence(tr("First try: {when}").format(when=commitment.first_tried)))
        if commitment.check_on:
            day = near_date_text(commitment.check_on, self.source.day)
            parts.append(tr("Look at it together: {date}.").format(date=day))
        return " ".join(parts)

    # Strengths and gaps

    def evidence(self, observations: tuple[Observation, ...]) -> tuple[Evidence, ...]:
        found = (self._one_evidence(item) for item in observations)
        return tuple(item for item in found if item.words.strip())

    def _one_evidence(self, observation: Observation) -> Evidence:
        entry = self._standing(observation.entry)
        if entry is None:
            return Evidence(time="", words=observation.words)
        words = _with_words_of(observation.words, entry)
        if entry.entry.recalled:
            return Evidence(time="", words=words, note=self._recalled(entry))
        return Evidence(time=clock_text(entry.offset_ms), words=words)

    def _standing(self, entry_id: UUID | None) -> Standing | None:
        return self.state.standing.get(entry_id) if entry_id else None

    def _recalled(self, item: Standing) -> str:
        return bracketed(recalled_text(item.entry.at, self.state.ended_at))

    # The foot

    def closing(self, debrief: Debrief) -> Iterator[LabelledText]:
        yield LabelledText(label=tr("Who had the floor"), text=self._floor_from_memory())
        yield LabelledText(label=tr("Stepped in"), text=self._steps_without_strip())
        yield LabelledText(
            label=tr("Since last time"),
            text=since_last_time(self.source.before, debrief, self.state, self.source.day),
        )
        parked = "; ".join(apart(point) for point in debrief.parked if point.strip())
        yield LabelledText(label=tr("Parked for a later ride"), text=parked)
        yield LabelledText(label=tr("{name}'s comment").format(name=self.rep), text=debrief.comment)

    def _floor_from_memory(self) -> str:
        """In words, and only where nothing was logged as it happened."""
        remembered = self.state.last_of(FloorRemembered)
        if remembered is None or floor_picture(self.state, self.rep, self.manager):
            return ""
        if remembered.mostly == Floor.ME:
            words = tr("Mostly {name}").format(name=self.manager)
        else:
            words = floor_remembered_words(remembered.mostly, self.rep)
        return tr("{words}, from memory.").format(words=words)

    def _steps_without_strip(self) -> str:
        steps = step_in_words(step_ins(self.state))
        if not steps or floor_picture(self.state, self.rep, self.manager):
            return ""
        return tr("{name} {what}.").format(name=self.manager, what=steps)

    def statement(self) -> LabelledText:
        """Of a long one the page says where it is; how long that is does not depend on what else is on the page."""
        statement = self.state.statement
        text = statement.text if statement.is_given else ""
        if not statement.is_printed:
            words = tr("It is attached to this PDF in full, as {file}.")
            text = words.format(file=STATEMENT_NAME)
        return LabelledText(label=tr("{name}'s statement").format(name=self.rep), text=text)

    def signatures(self) -> Signatures:
        acknowledgement = self.state.acknowledgement
        if acknowledgement is None:
            return self._lines_to_sign_on()
        is_signed = acknowledgement.how == Signing.SIGNED
        said = (self._became(acknowledgement), self._scan())
        return Signatures(terms=self._terms() if is_signed else "", names=(), said=tuple(filter(None, said)))

    def _became(self, acknowledgement: Acknowledgement) -> str:
        """What became of the printed sheet."""
        words = {
            Signing.SIGNED: tr("Signed on paper by {name} on {date}."),
            Signing.DECLINED: tr("{name} declined to sign on {date}."),
        }[acknowledgement.how]
        said = words.format(name=apart(self.source.rep.name), date=date_text(acknowledgement.on))
        if not acknowledgement.witness.strip():
            return said
        witness = sentence(tr("Witness: {name}").format(name=apart(acknowledgement.witness)))
        return tr("{words} {more}").format(words=said, more=witness)

    def _scan(self) -> str:
        scan = self.state.scan
        if scan is None:
            return ""
        words = tr("A scan of the sheet is kept with this page; its SHA-256 sum begins with {digits}.")
        return words.format(digits=scan.short_sum)

    def _lines_to_sign_on(self) -> Signatures:
        people = (self.source.rep.name, self.source.manager.name.strip() or tr("Manager"))
        return Signatures(
            terms=self._terms(),
            names=(
                *(tr("{name}, date").format(name=name) for name in people),
                tr("Witness if declined, date"),
            ),
        )

    def _terms(self) -> str:
        if self.alone:
            return tr("Received; signing does not mean agreeing.")
        return tr("Received and discussed; signing does not mean agreeing.")

    def footer(self) -> str:
        """Which page of which call this is, for who keeps several of them."""
        words = tr(
            "Second Chair record {id} · page {number}, made {moment} · rubric “{rubric}” v{version} · "
            "the full record is attached to this PDF"
        )
        page, rubric = self.source.version, self.source.rubric
        said = words.format(
            id=short_id(self.source.call.id),
            number=page.number,
            moment=moment_text(page.made_at),
            rubric=apart(rubric.name),
            version=rubric.version,
        )
        if not self.source.rep.employee_number.strip():
            return said
        return tr("{words} · employee number {n}").format(
            words=said, n=apart(self.source.rep.employee_number.strip())
        )


def _said(*evidence: tuple[Evidence, ...]) -> str:
    return "\n".join(item.words for items in evidence for item in items)


def _agreed_without_rep(state: CallState) -> bool:
    """:returns: whether what stands as agreed was written down before the rep had said anything."""
    heard, agreed = state.latest(SelfViewed), state.latest(Debriefed)
    return state.without_rep and not (heard and agreed and heard.sequence < agreed.sequence)


def _short_manager_name(source: PageSource) -> str:
    first, *_ = [*source.manager.name.split(), tr("Manager")]
    return tr("Manager") if first == source.rep.first_name else first


def _all_from_memory(state: CallState) -> bool:
    """:returns: whether something was written down about the call, and all of it after the call."""
    told = _told(state)
    return bool(told) and all(item.entry.recalled for item in told)


def _told(state: CallState) -> list[Standing]:
    kinds = (Marked, Moment, SteppedIn, WordsHeard, FloorTaken, FloorRemembered)
    return [item for kind in kinds for item, _ in state.of(kind)]


def _recalled_notice(state: CallState) -> str:
    """:returns: that the call was written down from memory, and how long after it, as far as that is known."""
    times, ended = [item.entry.at for item in _told(state) if item.entry.recalled], state.ended_at
    if not times or ended is None or min(times) < ended:
        return tr("Recalled after the call.")
    first, last = (delay_text(round((at - ended).total_seconds() * 1000)) for at in (min(times), max(times)))
    if first == last:
        return tr("Recalled {when}.").format(when=last)
    return tr("Recalled, the last of it {when}.").format(when=last)


def _with_words_of(words: str, item: Standing) -> str:
    """Words that were heard stand behind what is said about them; other words only where nothing else is said."""
    match item.what:
        case WordsHeard(text=heard) if heard.strip() and heard not in words:
            return tr("{words} {heard}").format(words=words, heard=apart(quoted(heard))).lstrip()
        case Marked(words=logged) | Moment(words=logged) | SteppedIn(words=logged):
            return words if words.strip() else logged
        case _:
            return words
