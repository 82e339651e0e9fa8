from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

import scoring.text
from scoring.acknowledgement import Acknowledgement, Signing, Statement, scan_of
from scoring.debrief import Debrief
from scoring.entry import HandedOver, PageAmended
from scoring.handing_over import Amendment, HandOver
from tests.builders import FakeClock
from tests.scoring.test_text import write_catalogue
from tests.ui.screens.pages import a_handed_over_call
from ui.acknowledgement_form import AcknowledgementForm
from ui.acknowledging import Acknowledging
from ui.scan_reading import ChosenScan
from ui.session import Session

DATA = b"%PDF-1.4"
CHOSEN = ChosenScan(path=Path("scan.pdf"), scan=scan_of(DATA), data=DATA)


@pytest.fixture
def call_id(session: Session, clock: FakeClock) -> UUID:
    return a_handed_over_call(session, clock)


def signed(held: Acknowledging) -> AcknowledgementForm:
    return replace(held.form, how=Signing.SIGNED, statement="I see it otherwise")


def test_at_first_only_the_day_and_who_records_it_are_there(
    session: Session, clock: FakeClock, call_id: UUID
) -> None:
    held = Acknowledging(session, call_id)
    assert held.form == AcknowledgementForm(on=clock.now().date(), author="Dana Whitfield")
    assert list(held.problems()) == ["how"]


def test_what_is_written_is_there_again(session: Session, call_id: UUID) -> None:
    held = Acknowledging(session, call_id)
    written = replace(held.form, witness="J")
    held.keep(written)
    assert Acknowledging(session, call_id).form == written


def test_once_it_is_on_the_page_the_draft_is_gone_and_what_was_said_is_there_to_change(
    session: Session, call_id: UUID
) -> None:
    held = Acknowledging(session, call_id)
    held.keep(signed(held))
    assert held.add_to_page(held.form, None)
    assert session.draft(call_id, AcknowledgementForm) is None
    state = session.state(call_id)
    assert state.acknowledgement == Acknowledgement(how=Signing.SIGNED, on=held.today)
    assert state.statement == Statement(text="I see it otherwise")
    again = Acknowledging(session, call_id).form
    assert (again.how, again.statement) == (Signing.SIGNED, "I see it otherwise")


def test_the_page_is_filed_in_the_language_it_had(
    session: Session, call_id: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"What became of the printed sheet was recorded.": "Was aus dem Blatt wurde."}
    write_catalogue(tmp_path / "de/LC_MESSAGES", words)
    monkeypatch.setattr(scoring.text, "LOCALE_FOLDER", tmp_path)
    page = session.state(call_id).last_of(HandedOver)
    assert page
    session.book(call_id).amend_page(Amendment(reason="Hm", author="Dana"), Debrief(comment="Hm"))
    session.book(call_id).hand_over(HandOver.SAVED, replace(page.context, language="de"))
    held = Acknowledging(session, call_id)
    held.add_to_page(signed(held), None)
    amended, filed = session.state(call_id).last_of(PageAmended), session.state(call_id).last_of(HandedOver)
    assert amended
    assert filed
    assert amended.amendment == Amendment(reason="Was aus dem Blatt wurde.", author="Dana Whitfield")
    assert (filed.how, filed.context.language) == (HandOver.FILED, "de")


def test_the_bytes_of_a_scan_wait_for_the_archive(session: Session, call_id: UUID) -> None:
    held = Acknowledging(session, call_id)
    assert held.is_new(CHOSEN.scan)
    held.keep_scan(CHOSEN).result()
    assert session.ask(lambda store: store.scans.get(call_id, CHOSEN.scan.sha256)) == DATA
    held.add_to_page(signed(held), CHOSEN.scan)
    assert not held.is_new(CHOSEN.scan)


def test_a_page_that_was_changed_meanwhile_is_left_alone(session: Session, call_id: UUID) -> None:
    held = Acknowledging(session, call_id)
    held.keep(signed(held))
    session.book(call_id).amend_page(Amendment(reason="Hm", author="Dana"), Debrief(comment="Hm"))
    assert not held.add_to_page(held.form, None)
    assert session.state(call_id).acknowledgement is None
    assert session.draft(call_id, AcknowledgementForm) == held.form
