"""The page to begin with, for a person who knows nothing of the app."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from exports.access_pack.gathering import Person
from exports.access_pack.start_page import CallLine, start_page
from scoring.people import Manager, Rep
from tests.exports.access_pack.test_html import parsed
from tests.exports.builders import DANA, MORNING, id_of

REP = Rep(id=id_of(9), name="Priya <Nair>", team="North", started_on=date(2025, 9, 1), coaching="Ask.\nWait.")


def a_person(*others: Rep, manager: Manager = DANA) -> Person:
    entries = (REP, *others)
    return Person(
        entries=entries,
        coaching=tuple(rep.coaching for rep in entries),
        manager=manager,
        calls=(),
        holds=(),
        archive=Path("/mnt/hr"),
    )


def a_line(**changes: object) -> CallLine:
    line: dict[str, object] = {
        "when": MORNING,
        "customer": "Northgate & Co",
        "state": "Closed",
        "file": "calls/a.json",
        "pages": ("pages/a #1.pdf", "pages/b.pdf"),
        "scans": ("scans/a.png",),
        "scans_away": 0,
        "withheld": False,
    }
    return CallLine(**{**line, **changes})  # pyright: ignore[reportArgumentType]  by name


def said(person: Person, *lines: CallLine) -> str:
    return " ".join(parsed(start_page(person, lines, MORNING).decode()).text.split())


def test_it_says_whom_it_is_about_and_where_it_comes_from() -> None:
    words = said(a_person(Rep(id=id_of(8), name="P. Nair", coaching="Never in front of others.")), a_line())
    assert "What is held about Priya <Nair>" in words
    assert "Put together on 23 November 2026, 10:00" in words
    assert "It comes from Dana Whitfield, Sales manager, Northwind Chairs." in words
    assert "1 September 2025" in words
    assert "P. Nair" in words
    assert "Ask. Wait." in words
    assert "Never in front of others." in words
    assert "There is 1 joint call." in words


def test_links_lead_to_the_files_of_the_pack_alone() -> None:
    links = parsed(start_page(a_person(), [a_line()], MORNING).decode()).links
    assert "pages/a%20%231.pdf" in links
    assert set(links) == {
        "pages/a%20%231.pdf",
        "pages/b.pdf",
        "scans/a.png",
        "calls/a.json",
        "about.json",
        "calls.csv",
        "entries.csv",
    }


def test_what_is_missing_is_said_with_its_reason() -> None:
    assert "Left out" not in said(a_person(), a_line())
    words = said(a_person(), a_line(withheld=True), a_line(scans_away=2))
    assert "23 November 2026, Northgate & Co: Left out: the manager's view stays closed until" in words
    assert "2 scans of signed pages lie in a folder that cannot be reached now." in words


@pytest.mark.parametrize(("lines", "says"), [([], True), ([a_line()], False)])
def test_without_calls_it_says_so(lines: list[CallLine], says: bool) -> None:
    assert ("There are none." in said(a_person(manager=Manager()), *lines)) is says
