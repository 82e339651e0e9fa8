"""What an erasure takes away and leaves, in words."""

from __future__ import annotations

from pathlib import Path

from exports.erasing_words import WhatGoes, beyond_lines, call_names, goes_lines, stays_lines, word_to_type
from scoring.facts import facts_of
from tests.builders import Log, a_call, a_running_log, a_tee_up

CALL = facts_of(a_call(), a_running_log().state)
NAME = "Bergmann & Söhne, 10 March 2026"
EVERYTHING = WhatGoes(
    reps=("Priya Nair",),
    calls=(CALL,),
    pages=("2026/a.pdf", "2026/b.pdf"),
    scans=("2026/a signed.png",),
    scans_waiting=1,
    drafts=3,
    copies=("a.db",),
    copies_lost=("b.db",),
    archive=Path("/archive"),
    mentioning=(CALL,),
    missing=("2026/c.pdf",),
    left=("2026/notes.docx",),
    unread=("2026/d.pdf",),
    namesakes=2,
)


def test_what_goes_is_counted_and_named() -> None:
    assert [(line.text, line.names) for line in goes_lines(EVERYTHING)] == [
        ("1 entry of this person, with your notes", ("Priya Nair",)),
        ("1 call", (NAME,)),
        ("2 pages in the archive", ("2026/a.pdf", "2026/b.pdf")),
        ("2 scans of signed sheets", ("2026/a signed.png",)),
        ("3 drafts and notes", ()),
        ("1 copy of the data is made anew without it", ("a.db",)),
        ("1 copy of the data is deleted: it cannot be read", ("b.db",)),
    ]
    assert goes_lines(WhatGoes()) == []


def test_what_it_cannot_reach_is_told() -> None:
    lines = stays_lines(EVERYTHING)
    assert [line.names for line in lines if line.names] == [
        (NAME,),
        ("2026/c.pdf",),
        ("2026/notes.docx",),
        ("2026/d.pdf",),
    ]
    assert any("same name" in line.text for line in lines)
    assert any("printed" in line.text for line in stays_lines(WhatGoes()))


def test_a_receipt_gets_sentences_without_names() -> None:
    text = " ".join(beyond_lines(EVERYTHING))
    for name in ("Priya", "Bergmann", "2026", "archive/", ".db", ".pdf"):
        assert name not in text


def test_without_an_archive_that_is_said_and_so_is_what_other_calls_repeat() -> None:
    assert "An archive folder: none is set" in beyond_lines(WhatGoes(reps=("Priya",)))[0]
    assert "same rep repeat" in beyond_lines(WhatGoes(archive=Path("/archive")))[0]


def test_a_call_without_a_customer_has_a_name() -> None:
    log = Log()
    log.planned(a_tee_up(customer=""))
    [name] = call_names([facts_of(a_call(), log.state)])
    assert name.startswith("Joint call, ")


def test_whoever_means_it_types_the_name_or_how_many_calls() -> None:
    assert word_to_type(EVERYTHING) == "Priya Nair"
    assert word_to_type(WhatGoes(calls=(CALL, CALL))) == "2 calls"
