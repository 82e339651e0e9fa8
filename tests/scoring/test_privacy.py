"""What is private stays private."""

from __future__ import annotations

from scoring.debrief import SelfView
from scoring.entry import Debriefed, SelfViewed, Undone, Viewed, WithoutRep
from scoring.privacy import Surface, coaching_for, drafts_for, entries_for, open_view
from tests.builders import Log, a_debriefed_call, a_rep, a_self_view, a_view, an_ended_log


def a_viewed_log() -> Log:
    log = an_ended_log()
    log.at("15:00", Viewed(view=a_view()))
    return log


def test_the_managers_view_is_sealed_until_the_rep_has_spoken() -> None:
    log = a_viewed_log()
    assert log.state.view is not None
    assert open_view(log.state) is None
    log.at("20:00", SelfViewed(self_view=a_self_view()))
    assert open_view(log.state) == a_view()


def test_a_rep_who_said_nothing_yet_has_not_spoken() -> None:
    log = a_viewed_log()
    log.at("20:00", SelfViewed(self_view=SelfView()))
    assert open_view(log.state) is None


def test_what_was_agreed_does_not_open_the_view_by_itself() -> None:
    log = a_viewed_log()
    _, debriefed = a_debriefed_call(a_rep())
    agreed = debriefed.entries[-1].what
    assert isinstance(agreed, Debriefed)
    log.at("20:00", agreed)
    assert open_view(log.state) is None


def test_a_debrief_said_to_be_without_the_rep_opens_it() -> None:
    log = a_viewed_log()
    log.at("20:00", WithoutRep())
    assert open_view(log.state) == a_view()


def test_there_is_nothing_to_open_before_it_is_written() -> None:
    log = an_ended_log()
    log.at("20:00", SelfViewed(self_view=a_self_view()))
    assert open_view(log.state) is None


def test_an_access_pack_made_before_the_rep_has_spoken_leaves_the_view_out() -> None:
    log = a_viewed_log()
    known = entries_for(Surface.ACCESS_PACK, log.state)
    assert [entry for entry in log.entries if entry not in known] == [
        entry for entry in log.entries if isinstance(entry.what, Viewed)
    ]
    log.at("14:00", SelfViewed(self_view=a_self_view()))
    assert entries_for(Surface.ACCESS_PACK, log.state) == tuple(log.entries)


def test_a_view_that_was_taken_back_before_the_debrief_is_sealed_all_the_same() -> None:
    log = a_viewed_log()
    viewed = log.entries[-1]
    log.at("13:00", Undone(target=viewed.id))
    assert viewed not in entries_for(Surface.ACCESS_PACK, log.state)


def test_what_is_being_written_is_only_for_the_one_it_is_about() -> None:
    drafts = {"MyView": 1, "Debrief": 2, "CurtainNotes": 3}
    sealed, spoken = a_viewed_log(), a_viewed_log()
    spoken.at("14:00", SelfViewed(self_view=a_self_view()))
    assert drafts_for(Surface.ACCESS_PACK, sealed.state, drafts) == {"CurtainNotes": 3}
    assert drafts_for(Surface.ACCESS_PACK, spoken.state, drafts) == drafts
    assert drafts_for(Surface.RECORD, spoken.state, drafts) == {}


def test_how_somebody_likes_to_be_coached_stands_in_their_access_pack_alone() -> None:
    rep = a_rep(coaching="Ask.")
    assert coaching_for(Surface.ACCESS_PACK, rep) == "Ask."
    assert coaching_for(Surface.PAGE, rep) == coaching_for(Surface.RECORD, rep) == ""
