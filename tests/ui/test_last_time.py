from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from exports.floor_picture import floor_picture
from scoring.debrief import Closing, Commitment, Debrief, Kept
from scoring.entry import Floor
from scoring.people import Rep
from scoring.rubric import default_rubric
from tests.builders import FakeClock, a_rep, a_self_view, a_tee_up, a_view
from ui.last_time import debriefed_before, last_time_notes
from ui.session import Session
from ui.widgets.side_notes import Note

CHANGE = Commitment(words="I ask for the date before I stand up")


@pytest.fixture
def priya(session: Session) -> Rep:
    rep = a_rep("Priya Nair")
    session.save_rep(rep)
    return rep


def _ended(session: Session, clock: FakeClock, rep: Rep, customer: str, *, steps: int = 0) -> UUID:
    """:returns: a call of twelve minutes with a tap every ten seconds, 20 per cent of them the manager's."""
    plan = a_tee_up(customer=customer, rubric_id=default_rubric().id, planned_at=None)
    call_id = session.add_call(rep.id, plan)
    book = session.book(call_id)
    book.start()
    for _ in range(24):
        for who, seconds in ((Floor.REP, 15), (Floor.CUSTOMER, 9), (Floor.ME, 6)):
            book.floor(who)
            clock.advance(seconds=seconds)
    book.floor(Floor.NOBODY)
    for _ in range(2 * steps):
        book.step()
        clock.advance(seconds=1)
    book.end()
    return call_id


def _debriefed(
    session: Session,
    clock: FakeClock,
    rep: Rep,
    customer: str = "Elm Street Clinic",
    *,
    agreed: Debrief | None = None,
    steps: int = 0,
) -> UUID:
    call_id = _ended(session, clock, rep, customer, steps=steps)
    book = session.book(call_id)
    book.finish_view(a_view())
    clock.advance(minutes=22)
    book.hear_rep(a_self_view())
    book.agree(agreed or Debrief(can_say=True, commitments=(CHANGE,), parked=("Handling price", "Samples")))
    clock.advance(minutes=60 * 24 * 7)
    return call_id


def _notes(session: Session, rep: Rep) -> dict[str, Note]:
    next_call = session.new_call(rep.id)
    return {note.heading: note for note in last_time_notes(session, rep, next_call)}


def test_before_the_first_call_it_says_where_the_first_commitment_comes_from(
    session: Session, priya: Rep
) -> None:
    notes = _notes(session, priya)
    assert list(notes) == ["Last time's commitment"]
    assert "this call's debrief" in notes["Last time's commitment"].detail


def test_the_last_commitment_stands_there_word_for_word_with_where_it_was_made(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    _debriefed(session, clock, priya)
    note = _notes(session, priya)["Last time's commitment"]
    assert CHANGE.words in note.words
    assert "Elm Street Clinic" in note.detail
    assert "10" in note.detail, "the day"


def test_a_debrief_without_a_commitment_does_not_hide_the_one_before(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    _debriefed(session, clock, priya)
    _debriefed(session, clock, priya, "Northgate", agreed=Debrief(can_say=False))
    note = _notes(session, priya)["Last time's commitment"]
    assert CHANGE.words in note.words
    assert "Elm Street Clinic" in note.detail


def test_a_commitment_that_was_kept_is_not_open_any_more(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    _debriefed(session, clock, priya)
    _debriefed(session, clock, priya, agreed=Debrief(can_say=True, last_commitment=Kept.KEPT))
    note = _notes(session, priya)["Last time's commitment"]
    assert (note.words, note.detail) == ("", "Kept. Nothing is open.")


def test_each_open_commitment_says_when_it_is_looked_at_and_how_it_stands(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    change = (Commitment(words="I ask first", check_on=date(2026, 3, 24)), Commitment(words="I wait"))
    first = _debriefed(session, clock, priya, agreed=Debrief(can_say=True, commitments=change))
    closing = Closing(agreed_in=first, number=0, words="I ask first", kept=Kept.PARTLY)
    _debriefed(session, clock, priya, "Northgate", agreed=Debrief(can_say=True, closings=(closing,)))
    ask, wait, *_ = last_time_notes(session, priya, session.new_call(priya.id))
    assert (ask.heading, ask.words) == ("Last time's commitment", "“I ask first”")
    assert ask.detail.split("\n") == [
        "10 March 2026, Elm Street Clinic",
        "Look at it together: 24 March.",
        "So far: Partly kept, 17 March.",
    ]
    assert (wait.heading, wait.words) == ("", "“I wait”")
    assert wait.detail.split("\n") == ["10 March 2026, Elm Street Clinic", "Not talked about since."]


def test_a_commitment_without_a_customer_ends_with_its_day(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    _debriefed(session, clock, priya, "")
    assert not _notes(session, priya)["Last time's commitment"].detail.endswith((",", " "))


def test_parked_points_of_the_last_call_stand_there_line_by_line(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    _debriefed(session, clock, priya)
    assert _notes(session, priya)["Parked for a later ride"].words == "Handling price\nSamples"


def test_parked_points_stay_with_their_day_until_others_are_parked(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    _debriefed(session, clock, priya)
    _debriefed(session, clock, priya, "Northgate", agreed=Debrief(can_say=True))
    note = _notes(session, priya)["Parked for a later ride"]
    assert (note.words, note.detail) == ("Handling price\nSamples", "10 March 2026, Elm Street Clinic")
    _debriefed(session, clock, priya, "Oakfield", agreed=Debrief(can_say=True, parked=("Silence",)))
    assert _notes(session, priya)["Parked for a later ride"].words == "Silence"


def test_how_somebody_likes_to_be_coached_stands_there_only_if_it_is_known(
    session: Session, priya: Rep
) -> None:
    assert "How Priya likes it" not in _notes(session, priya)
    shy = a_rep("Tom Adeyemi", coaching="Straight, but never in front of others.")
    session.save_rep(shy)
    assert _notes(session, shy)["How Tom likes it"].detail == "Straight, but never in front of others."


@pytest.mark.parametrize(
    ("steps", "words"),
    [(0, "You did not step in."), (1, "You stepped in once."), (3, "You stepped in 3 times.")],
)
def test_the_managers_own_part_in_the_last_call_is_said(
    session: Session, clock: FakeClock, priya: Rep, steps: int, words: str
) -> None:
    _debriefed(session, clock, priya, steps=steps)
    detail = _notes(session, priya)["Your last call together"].detail
    assert words in detail
    assert "You had the floor 20% of the time (±5 points)." in detail
    assert "22 min" in detail


def test_the_managers_share_is_the_one_on_the_page(session: Session, clock: FakeClock, priya: Rep) -> None:
    call_id = session.add_call(priya.id, a_tee_up(rubric_id=default_rubric().id))
    book = session.book(call_id)
    book.start()
    for _ in range(30):
        for who, ms in ((Floor.REP, 15_210), (Floor.CUSTOMER, 8_910), (Floor.ME, 5_880)):
            book.floor(who)
            clock.advance(ms=ms)
    book.end()
    book.finish_view(a_view())
    book.hear_rep(a_self_view())
    book.agree(Debrief(can_say=True))
    picture = floor_picture(session.state(call_id), "Priya", "Dana")
    assert picture
    shares = _notes(session, priya)["Your last call together"].detail
    assert [label.text for label in picture.labels] == ["Priya 51%", "Customer 30%", "Dana 19%"]
    assert "the floor 19% of" in shares


@pytest.mark.parametrize("minutes", [3, 20], ids=["too short", "too few taps"])
def test_no_share_is_said_where_too_little_was_logged(
    session: Session, clock: FakeClock, priya: Rep, minutes: int
) -> None:
    book = session.book(session.new_call(priya.id))
    book.start()
    book.floor(Floor.ME)
    clock.advance(minutes=minutes)
    book.end()
    book.finish_view(a_view())
    book.hear_rep(a_self_view())
    book.agree(Debrief(can_say=True))
    assert "%" not in _notes(session, priya)["Your last call together"].detail


def test_a_call_whose_debrief_is_still_to_come_gives_nothing_away(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    call_id = _ended(session, clock, priya, "Northgate", steps=1)
    session.book(call_id).finish_view(a_view())
    notes = _notes(session, priya)
    assert list(notes) == ["Last time's commitment"]
    assert "SEALED" not in str(notes)


def test_the_call_itself_and_other_peoples_calls_are_not_earlier_calls(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    other = a_rep("Priya Nair")
    session.save_rep(other)
    first = _debriefed(session, clock, priya)
    second = _debriefed(session, clock, priya)
    _debriefed(session, clock, other)
    assert [call.call_id for call in debriefed_before(session, second)] == [first]
    assert [call.call_id for call in debriefed_before(session, first)] == [], "later ones neither"


def test_a_call_planned_long_ago_knows_what_was_agreed_since(
    session: Session, clock: FakeClock, priya: Rep
) -> None:
    planned = session.new_call(priya.id)
    clock.advance(minutes=60)
    since = _debriefed(session, clock, priya)
    assert [call.call_id for call in debriefed_before(session, planned)] == [since]
