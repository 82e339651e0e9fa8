"""The call sheet, from a tee-up that is being typed to the saved file and back, in a real window."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.e2e.desktop import Desktop

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

PURPOSE = "Agree the scope of the pilot"


def test_what_is_being_typed_is_on_the_call_sheet_and_still_there_after_it(tmp_path: Path) -> None:
    saved = tmp_path / "sheet.pdf"
    with Desktop(tmp_path / "data") as desk:
        desk.fill("welcome.name", "Dana Whitfield")
        desk.click("welcome.begin")
        desk.click("empty.action")
        desk.fill("rep.name", "Priya Nair")
        desk.click("rep.call")
        desk.fill("teeup.customer", "Elm Street Clinic")
        desk.fill("teeup.purpose", PURPOSE)
        desk.click("teeup.callsheet")
        desk.tab_to("callsheet.save")
        desk.key("ctrl+s")
        desk.save_as(saved)
        desk.wait_for_words("Saved in")
        desk.key("Escape")
        assert desk.node("teeup.purpose")["text"] == PURPOSE
    with pypdfium2.PdfDocument(saved) as document:
        assert len(document) == 1
        assert PURPOSE in document[0].get_textpage().get_text_range()
