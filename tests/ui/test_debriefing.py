from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from scoring.debrief import Commitment, Debrief, Kept, Nerves, SelfView
from scoring.entry import PageAmended
from scoring.handing_over import Amendment, HandOver, PageContext
from scoring.people import Rep
from scoring.privacy import card_of
from scoring.rating import Rating
from scoring.state import Phase
from tests.builders import NINE, FakeClock
from tests.ui.screens.aftercall import ASKS, CALM, a_viewed_call, an_ended_call, priya
from ui.debriefing import Debriefing
from ui.session import Session

SAID = SelfView(went_well="I listened", ratings=(Rating(skill=ASKS, level=3),), began_at=NINE)
CHANGE = (Commitment(words="I ask first"),)


@pytest.fixture
def rep(session: Session) -> Rep:
    return priya(session)


@pytest.fixture
def calls(session: Session, clock: FakeClock, rep: Rep) -> list[UUID]:
    """Three calls of one day, their views sealed."""
    return [a_viewed_call(session, clock, rep, name) for name in ("One", "Two", "Three")]


def _agree(debriefing: Debriefing, **changes: object) -> None:
    debriefing.keep(replace(debriefing.debrief, **changes))  # pyright: ignore[reportArgumentType]  by name
    debriefing.agree()


def test_what_is_written_is_there_for_the_next_one_to_open_it(session: Session, calls: list[UUID]) -> None:
    first = Debriefing(session, calls[0])
    first.keep_self_view(SAID)
    first.keep(Debrief(comment="Hm"))
    again = Debriefing(session, calls[0])
    assert (again.self_view, again.debrief.comment) == (SAID, "Hm")


def test_the_other_calls_of_the_day_can_be_covered_in_order_of_time(
    session: Session, clock: FakeClock, rep: Rep, calls: list[UUID]
) -> None:
    an_ended_call(session, clock, rep, "No view yet")
    clock.advance(minutes=24 * 60)
    a_viewed_call(session, clock, rep, "Tomorrow")
    assert [call.call_id for call in Debriefing(session, calls[1]).coverable()] == [calls[0], calls[2]]


def test_covering_can_be_taken_back_and_survives_closing_the_app(session: Session, calls: list[UUID]) -> None:
    Debriefing(session, calls[0]).toggle_covered(calls[1])
    again = Debriefing(session, calls[0])
    assert [call.call_id for call in again.covered()] == [calls[1]]
    assert [call.call_id for call in Debriefing(session, calls[1]).covered()] == [calls[0]]
    again.toggle_covered(calls[1])
    assert again.covered() == []
    assert again.debrief.shared is None


def test_what_the_rep_says_is_there_whichever_call_of_the_debrief_is_opened(
    session: Session, calls: list[UUID]
) -> None:
    first = Debriefing(session, calls[0])
    first.keep_self_view(SAID)
    first.toggle_covered(calls[1])
    second = Debriefing(session, calls[1])
    assert second.self_view == SAID
    said = replace(second.self_view, differently="Ask first")
    second.keep_self_view(said)
    assert Debriefing(session, calls[0]).self_view == said
    second.hear_rep()
    assert [session.state(call).self_view for call in calls] == [said, said, None]
    assert [session.draft(call, SelfView) for call in calls] == [None, None, None]


def test_what_the_rep_began_to_say_in_two_calls_is_put_together_when_one_debrief_covers_both(
    session: Session, calls: list[UUID]
) -> None:
    Debriefing(session, calls[1]).keep_self_view(
        SelfView(went_well="The opening", nerves=Nerves.A_LOT, ratings=(Rating(skill=CALM, level=1),))
    )
    held = Debriefing(session, calls[0])
    held.keep_self_view(SAID)
    held.toggle_covered(calls[1])
    held.hear_rep()
    assert session.state(calls[0]).self_view == SelfView(
        went_well="I listened\nThe opening",
        nerves=Nerves.A_LOT,
        ratings=(*SAID.ratings, Rating(skill=CALM, level=1)),
        began_at=NINE,
    )


def test_a_debrief_begins_with_the_first_word_of_the_rep_and_not_when_my_view_is_opened(
    session: Session, clock: FakeClock, calls: list[UUID]
) -> None:
    held = Debriefing(session, calls[2])
    for minutes, said in enumerate(("", "I", "", "I listened", "I listened, mostly")):
        clock.advance(minutes=minutes)
        held.keep_self_view(SelfView(went_well=said))
    began = clock.now() - timedelta(minutes=4)
    again = Debriefing(session, calls[2])
    clock.advance(minutes=10)
    again.keep_self_view(replace(again.self_view, differently="Ask first"))
    again.hear_rep()
    assert session.state(calls[2]).debrief_began_at == began
    assert again.facts().debrief_delay_ms == (12 + 1 + 2 + 3) * 60_000


def test_a_call_that_is_no_longer_covered_takes_what_was_said_in_it_along(
    session: Session, calls: list[UUID]
) -> None:
    Debriefing(session, calls[1]).keep_self_view(SAID)
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    assert held.self_view == SAID
    held.toggle_covered(calls[1])
    assert held.self_view == SelfView()
    assert Debriefing(session, calls[1]).self_view == SAID


def test_what_is_being_agreed_is_there_whichever_call_of_the_debrief_is_opened(
    session: Session, calls: list[UUID]
) -> None:
    first = Debriefing(session, calls[0])
    first.toggle_covered(calls[1])
    first.keep_self_view(SAID)
    first.hear_rep()
    first.agree_rating(calls[0], Rating(skill=CALM, level=1))
    first.keep(replace(first.debrief, commitments=CHANGE))
    second = Debriefing(session, calls[1])
    assert (second.debrief.commitments, second.debrief.agreed) == (CHANGE, ())
    _agree(second, can_say=True)
    one = session.state(calls[0]).debrief
    assert one
    assert (one.commitments, one.agreed) == (CHANGE, (Rating(skill=CALM, level=1),))


def test_a_call_of_one_debrief_is_not_offered_to_another(session: Session, calls: list[UUID]) -> None:
    Debriefing(session, calls[0]).toggle_covered(calls[1])
    assert Debriefing(session, calls[2]).coverable() == []


def test_hearing_the_rep_opens_the_covered_calls_and_no_other(session: Session, calls: list[UUID]) -> None:
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    held.keep_self_view(SAID)
    held.hear_rep()
    assert [session.state(call).view_is_open for call in calls] == [True, True, False]
    assert session.state(calls[1]).self_view == SAID
    assert session.draft(calls[0], SelfView) is None


def test_a_covered_call_the_rep_said_nothing_about_stays_sealed(
    session: Session, clock: FakeClock, rep: Rep, calls: list[UUID]
) -> None:
    book = session.book(calls[1])
    book.plan(replace(book.state.tee_up, focus_skills=(CALM,)))
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    held.keep_self_view(replace(SAID, went_well=""))
    held.hear_rep()
    assert [session.state(call).view_is_open for call in calls] == [True, False, False]
    assert held.covered() == []


def test_going_on_alone_is_recorded_with_every_covered_call(session: Session, calls: list[UUID]) -> None:
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    held.go_alone()
    assert [session.state(call).without_rep for call in calls] == [True, True, False]


def test_what_is_agreed_belongs_to_all_and_agreed_ratings_to_their_own_call(
    session: Session, calls: list[UUID]
) -> None:
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    held.keep_self_view(SAID)
    held.hear_rep()
    held.agree_rating(calls[1], Rating(skill=CALM, level=1))
    _agree(held, commitments=CHANGE, can_say=True)
    one, two, three = (session.state(call).debrief for call in calls)
    assert one
    assert two
    assert one.commitments == two.commitments == CHANGE
    assert one.shared == two.shared is not None
    assert (one.agreed, two.agreed, three) == ((), (Rating(skill=CALM, level=1),), None)
    assert [session.state(call).phase for call in calls] == [Phase.CLOSED, Phase.CLOSED, Phase.VIEWED]
    assert session.draft(calls[1], Debrief) is None


def test_an_agreed_rating_stands_on_the_same_marks(session: Session, calls: list[UUID]) -> None:
    held = Debriefing(session, calls[0])
    held.keep_self_view(SAID)
    held.hear_rep()
    held.agree_rating(calls[0], Rating(skill=ASKS, level=4))
    marks = tuple(item.entry.id for item, _ in session.state(calls[0]).marks_of(ASKS))
    assert held.debrief.agreed == (Rating(skill=ASKS, level=4, evidence=marks),)


def test_no_rating_is_agreed_on_while_the_view_is_sealed(session: Session, calls: list[UUID]) -> None:
    held = Debriefing(session, calls[0])
    held.agree_rating(calls[0], Rating(skill=ASKS, level=4))
    assert held.debrief.agreed == ()


def test_agreeing_on_the_same_again_writes_nothing(session: Session, calls: list[UUID]) -> None:
    held = Debriefing(session, calls[0])
    held.keep_self_view(SAID)
    held.hear_rep()
    _agree(held, commitments=CHANGE, can_say=True)
    before = session.state(calls[0]).count
    Debriefing(session, calls[0]).agree()
    assert session.state(calls[0]).count == before


def test_covering_a_call_that_was_debriefed_goes_on_from_what_was_agreed_there(
    session: Session, calls: list[UUID]
) -> None:
    first = Debriefing(session, calls[0])
    first.keep_self_view(SAID)
    first.hear_rep()
    _agree(first, commitments=CHANGE, can_say=False)
    second = Debriefing(session, calls[1])
    second.toggle_covered(calls[0])
    assert second.debrief.commitments == CHANGE


def test_what_the_rep_agreed_to_before_is_found_and_this_debrief_is_not_before_itself(
    session: Session, clock: FakeClock, rep: Rep, calls: list[UUID]
) -> None:
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    held.keep_self_view(SAID)
    held.hear_rep()
    _agree(held, commitments=CHANGE, can_say=True)
    assert Debriefing(session, calls[1]).earlier() == []
    clock.advance(minutes=24 * 60)
    later = Debriefing(session, a_viewed_call(session, clock, rep, "Tomorrow"))
    assert [call.call_id for call in later.earlier()] == [calls[1], calls[0]]
    assert Debriefing(session, calls[0]).earlier() == []


def test_of_several_calls_those_whose_page_somebody_has_are_amended(
    session: Session, calls: list[UUID]
) -> None:
    debriefing = Debriefing(session, calls[0])
    debriefing.toggle_covered(calls[1])
    debriefing.keep_self_view(SAID)
    debriefing.hear_rep()
    _agree(debriefing, commitments=CHANGE, can_say=True)
    context = PageContext(rep=card_of(session.rep_of(calls[1])))
    session.book(calls[1]).hand_over(HandOver.SAVED, context)
    again = Debriefing(session, calls[0])
    assert again.handed_over_at == session.state(calls[1]).last_at
    assert not again.is_amending
    again.keep(replace(again.debrief, comment="Said anew"))
    assert again.is_amending
    again.keep_amendment(Amendment(reason="More was said", author="Dana"))
    again.agree()
    assert [len(list(session.state(call).of(PageAmended))) for call in calls] == [0, 1, 0]
    assert [page and page.comment for page in (session.state(call).debrief for call in calls[:2])] == [
        "Said anew",
        "Said anew",
    ]


def _handed_over(session: Session, call_id: UUID) -> None:
    session.book(call_id).hand_over(HandOver.SAVED, PageContext(rep=card_of(session.rep_of(call_id))))


def test_leaving_a_page_as_it_was_costs_nothing_that_is_agreed_for_the_first_time(
    session: Session, calls: list[UUID]
) -> None:
    first = Debriefing(session, calls[0])
    first.keep_self_view(SAID)
    first.hear_rep()
    _agree(first, commitments=CHANGE, can_say=False)
    _handed_over(session, calls[0])
    second = Debriefing(session, calls[1])
    second.toggle_covered(calls[0])
    second.keep_self_view(SAID)
    second.hear_rep()
    second.keep(replace(second.debrief, comment="Said today"))
    assert second.is_amending
    second.leave_as_it_was()
    assert (second.is_amending, second.covered()) == (False, [])
    assert second.debrief.comment == "Said today"
    assert Debriefing(session, calls[1]).debrief.comment == "Said today"


def test_a_page_is_left_as_it_was_with_all_that_was_agreed_in_its_debrief(
    session: Session, calls: list[UUID]
) -> None:
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    held.keep_self_view(SAID)
    held.hear_rep()
    _agree(held, commitments=CHANGE, can_say=True)
    _handed_over(session, calls[1])
    again = Debriefing(session, calls[0])
    before = again.debrief
    again.keep(replace(before, comment="Said anew"))
    again.leave_as_it_was()
    assert (again.is_amending, again.debrief) == (False, before)
    assert [call.call_id for call in again.covered()] == [calls[1]]


def test_what_the_rep_could_say_of_one_call_stays_though_another_was_debriefed_alone(
    session: Session, calls: list[UUID]
) -> None:
    alone = Debriefing(session, calls[0])
    alone.go_alone()
    _agree(alone, commitments=CHANGE)
    held = Debriefing(session, calls[1])
    held.toggle_covered(calls[0])
    held.keep_self_view(SAID)
    held.hear_rep()
    _agree(held, can_say=True)
    _handed_over(session, calls[1])
    again = Debriefing(session, calls[0])
    assert not again.is_amending
    again.agree()
    debrief = session.state(calls[1]).debrief
    assert debrief
    assert (debrief.can_say, session.state(calls[1]).phase) == (True, Phase.CLOSED)


def test_the_reason_of_one_amendment_is_not_offered_for_the_next(session: Session, calls: list[UUID]) -> None:
    held = Debriefing(session, calls[0])
    held.toggle_covered(calls[1])
    held.keep_self_view(SAID)
    held.hear_rep()
    _agree(held, commitments=CHANGE, can_say=True)
    for call_id in calls[:2]:
        _handed_over(session, call_id)
    why = Amendment(reason="More was said", author="Dana")
    Debriefing(session, calls[1]).keep_amendment(why)
    again = Debriefing(session, calls[0])
    again.keep(replace(again.debrief, comment="Said anew"))
    again.keep_amendment(why)
    again.agree()
    assert Debriefing(session, calls[1]).amendment.reason == ""


# What the rep came with


@pytest.fixture
def next_day(session: Session, clock: FakeClock, rep: Rep, calls: list[UUID]) -> list[UUID]:
    """Two calls of the day after a commitment was agreed in the first of ``calls``."""
    first = Debriefing(session, calls[0])
    first.keep_self_view(SAID)
    first.hear_rep()
    _agree(first, commitments=CHANGE, can_say=True)
    clock.advance(minutes=24 * 60)
    return [a_viewed_call(session, clock, rep, name) for name in ("Four", "Five")]


def _mark_of(session: Session, call_id: UUID) -> UUID:
    return session.state(call_id).marks_of(ASKS)[0][0].entry.id


def test_nothing_is_said_of_a_commitment_before_both_say_it(session: Session, next_day: list[UUID]) -> None:
    held = Debriefing(session, next_day[0])
    (item,) = held.asked()
    assert held.closing(item) is None
    held.toggle_evidence(item, _mark_of(session, next_day[0]))
    assert held.closing(item) is None


def test_what_was_seen_can_be_linked_and_taken_away_and_survives_closing_the_app(
    session: Session, next_day: list[UUID]
) -> None:
    held = Debriefing(session, next_day[0])
    (item,) = held.asked()
    mark = _mark_of(session, next_day[0])
    held.say_kept(item, Kept.PARTLY)
    held.toggle_evidence(item, mark)
    held.say_kept(item, Kept.KEPT)
    said = Debriefing(session, next_day[0]).closing(item)
    assert said
    assert (said.words, said.kept, said.evidence) == (CHANGE[0].words, Kept.KEPT, (mark,))
    held.toggle_evidence(item, mark)
    assert held.closing(item) == replace(said, evidence=())


def test_one_closing_belongs_to_all_calls_and_what_was_seen_to_its_own(
    session: Session, next_day: list[UUID]
) -> None:
    held = Debriefing(session, next_day[0])
    held.toggle_covered(next_day[1])
    held.keep_self_view(SAID)
    held.hear_rep()
    (item,) = held.asked()
    held.say_kept(item, Kept.KEPT)
    marks = [_mark_of(session, call_id) for call_id in next_day]
    for mark in marks:
        held.toggle_evidence(item, mark)
    _agree(held, can_say=True, comment="Fair")
    agreed = [session.state(call_id).debrief for call_id in next_day]
    closings = [debrief.closings for debrief in agreed if debrief]
    assert [[closing.evidence for closing in one] for one in closings] == [[(marks[0],)], [(marks[1],)]]
    for call_id in next_day:
        again = Debriefing(session, call_id)
        said = again.closing(item)
        assert said
        assert set(said.evidence) == set(marks)
        before = session.state(call_id).count
        again.agree()
        assert session.state(call_id).count == before, "opening it again changes nothing"


def test_what_was_seen_elsewhere_is_not_taken_along_by_a_call_that_joins(
    session: Session, next_day: list[UUID]
) -> None:
    first = Debriefing(session, next_day[0])
    (item,) = first.asked()
    first.say_kept(item, Kept.KEPT)
    first.toggle_evidence(item, _mark_of(session, next_day[0]))
    second = Debriefing(session, next_day[1])
    second.toggle_covered(next_day[0])
    assert [(closing.kept, closing.evidence) for closing in second.debrief.closings] == [(Kept.KEPT, ())]
    said = second.closing(item)
    assert said
    assert said.evidence == (_mark_of(session, next_day[0]),)


def test_closing_it_differently_later_amends_a_page_that_somebody_has(
    session: Session, next_day: list[UUID]
) -> None:
    held = Debriefing(session, next_day[0])
    held.keep_self_view(SAID)
    held.hear_rep()
    (item,) = held.asked()
    held.say_kept(item, Kept.KEPT)
    _agree(held, can_say=True)
    _handed_over(session, next_day[0])
    again = Debriefing(session, next_day[0])
    again.say_kept(item, Kept.NOT_YET)
    assert again.is_amending
    again.leave_as_it_was()
    said = Debriefing(session, next_day[0]).closing(item)
    assert said
    assert (said.kept, again.is_amending) == (Kept.KEPT, False)


def test_an_older_page_that_is_opened_again_stays_as_it_is(session: Session, next_day: list[UUID]) -> None:
    held = Debriefing(session, next_day[0])
    held.keep_self_view(SAID)
    held.hear_rep()
    _agree(held, can_say=True, last_commitment=Kept.PARTLY)
    again = Debriefing(session, next_day[0])
    (item,) = again.asked()
    said = again.closing(item)
    assert said
    assert said.kept == Kept.PARTLY
    again.agree()
    debrief = session.state(next_day[0]).debrief
    assert debrief
    assert (debrief.last_commitment, debrief.closings) == (Kept.PARTLY, ())
