"""A page is saved, amended with a reason, and its call brought into other data, in a real window."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from exports.page_file import draw_call
from exports.page_source import page_source
from scoring.store import Store
from tests.e2e.desktop import Desktop
from tests.exports.builders import DANA, a_debriefed_call

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

REASON = "She wanted her comment in full"


def a_folder(folder: Path) -> UUID:
    """:returns: the one debriefed call in new data."""
    store = Store.open(folder)
    told = a_debriefed_call().keep(store)
    store.settings.put("manager", DANA)
    store.close()
    return told.call.id


def test_a_page_that_was_saved_is_amended_with_a_reason_and_both_can_be_saved_again(tmp_path: Path) -> None:
    data, pages = tmp_path / "data", [tmp_path / f"{name}.pdf" for name in ("first", "second", "again")]
    call_id = a_folder(data)
    with Desktop(data) as desk:
        desk.click("nav.calls")
        desk.tab_to("calls.table")
        desk.key("Home", "Return")
        desk.click("header.action")
        desk.click("page.save")
        desk.save_as(pages[0])
        desk.click("page.debrief")
        desk.fill("debrief.comment", "And more. ")
        desk.fill("amendment.reason", REASON)
        desk.click("debrief.page")
        desk.click("page.save")
        desk.save_as(pages[1])
        desk.click("page.pages.choice.1")
        desk.wait_until_chosen("page.pages.choice.1")
        desk.click("page.save")
        desk.save_as(pages[2])
    first, second, again = (page.read_bytes() for page in pages)
    assert again == first
    store = Store.open(data)
    try:
        assert draw_call(page_source(store, call_id), "a4").pdf == second
        amendment = page_source(store, call_id).version.amendment
        assert amendment
        assert (amendment.reason, amendment.author) == (REASON, DANA.name)
    finally:
        store.close()


def test_a_page_is_brought_into_other_data_and_is_the_same_there(tmp_path: Path) -> None:
    call_id = a_folder(tmp_path / "there")
    store = Store.open(tmp_path / "there")
    page = draw_call(page_source(store, call_id), "a4").pdf
    store.close()
    (tmp_path / "page.pdf").write_bytes(page)
    (tmp_path / "here").mkdir()
    store = Store.open(tmp_path / "here")
    store.settings.put("manager", DANA)
    store.close()
    with Desktop(tmp_path / "here") as desk:
        desk.click("nav.calls")
        desk.click("calls.import")
        desk.node("fileNameEdit")
        desk.type(str(tmp_path / "page.pdf"))
        desk.key("Return")
        desk.wait_for_words("is here now")
        desk.click("message.action")
        desk.click("page.save")
        desk.save_as(tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == page
