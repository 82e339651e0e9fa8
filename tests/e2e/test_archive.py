"""The archive in a real window, by keyboard and pointer: what is handed over is kept, checked and missed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from exports.archive.verify import verify
from scoring.archived import FileKind
from scoring.store import Store
from tests.e2e.desktop import Desktop, Node, is_named
from tests.e2e.test_the_page import a_folder

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

SCAN = b"%PDF-1.4 a scan of the signed sheet"


def has_keys(name: str, nodes: list[Node]) -> bool:
    return any(is_named(node, name) and "focused" in node["states"] for node in nodes)


def choose_folder(desk: Desktop, folder: Path) -> None:
    """Type a folder into the dialog that is open."""
    desk.node("fileNameEdit")
    desk.type(str(folder))
    desk.key("Return")


def test_a_signed_page_and_its_scan_get_into_the_archive_and_are_found_whole_there(tmp_path: Path) -> None:
    data, share, scan = tmp_path / "data", tmp_path / "share", tmp_path / "scan.pdf"
    call_id = a_folder(data)
    share.mkdir()
    scan.write_bytes(SCAN)
    with Desktop(data) as desk:
        desk.tab_to("nav.home")
        for name in ("reps", "calls", "mirror", "rubrics", "archive"):
            desk.key("Down")
            desk.wait(partial(has_keys, f"nav.{name}"), name)
        desk.key("Return")
        desk.tab_to("empty.action")
        desk.key("Return")
        choose_folder(desk, share)
        desk.wait_for_words("Nothing is in it yet")
        desk.click("nav.calls")
        desk.tab_to("calls.table")
        desk.key("Home", "Return")
        desk.click("header.action")
        desk.click("page.save")
        desk.save_as(tmp_path / "page.pdf")
        desk.wait_for_words("Kept in the archive.")
        desk.click("page.acknowledge")
        desk.click("acknowledge.how.choice.signed")
        desk.fill("acknowledge.statement", "I would say it again. ")
        desk.click("scan.choose")
        desk.node("fileNameEdit")
        desk.type(str(scan))
        desk.key("Return")
        desk.wait_for_words("scan.pdf")
        desk.click("acknowledge.add")
        desk.wait_for_words("Kept in the archive, with the scan.")
        desk.click("back")
        desk.click("nav.archive")
        desk.wait_for_words("2 pages are kept there; nothing waits.")
        desk.tab_to("archive.check")
        desk.key("Return")
        desk.wait_for_words("All of it is there, whole")
    report = verify(share)
    assert report.is_well
    assert report.files == 3
    (kept,) = share.rglob("*signed*.pdf")
    assert kept.read_bytes() == SCAN
    store = Store.open(data)
    kinds = sorted(file.what for file in store.archived.of(call_id))
    assert kinds == [FileKind.PAGE, FileKind.PAGE, FileKind.SCAN]
    store.close()


def test_a_share_that_is_away_holds_nothing_up_and_gets_what_waited(tmp_path: Path) -> None:
    data, share = tmp_path / "data", tmp_path / "share"
    a_folder(data)
    share.mkdir()
    with Desktop(data) as desk:
        desk.click("nav.archive")
        desk.click("empty.action")
        choose_folder(desk, share)
        desk.wait_for_words("Nothing is in it yet")
        away = share.rename(tmp_path / "away")
        desk.click("nav.calls")
        desk.tab_to("calls.table")
        desk.key("Home", "Return")
        desk.click("header.action")
        desk.click("page.save")
        desk.save_as(tmp_path / "page.pdf")
        desk.wait_for_words("It waits for the archive. The archive folder is not there.")
        desk.key("Escape")
        desk.wait_for_words("Archive, 1 waiting")
        desk.click("nav.archive")
        desk.wait_for_words("is not there")
        desk.tab_to("archive.again")
        away.rename(share)
        desk.key("Return")
        desk.wait_for_words("1 page is kept there; nothing waits.")
    assert verify(share).is_well
    assert len(list(share.rglob("*.pdf"))) == 1
