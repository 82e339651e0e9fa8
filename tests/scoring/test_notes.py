from __future__ import annotations

from uuid import UUID

from scoring.codec import from_plain, to_plain
from scoring.notes import BegunMemories, CurtainNotes


def test_notes_come_back_as_they_were_written() -> None:
    notes = CurtainNotes(text="  Parking\n\n\tat the back \u202e🙂 ")
    assert from_plain(CurtainNotes, to_plain(notes)) == notes


def test_memories_that_are_being_typed_come_back_as_they_were() -> None:
    begun = BegunMemories(text="Asked b", entry=UUID(int=7), moment=" The pr", heard="Too \u202e")
    assert from_plain(BegunMemories, to_plain(begun)) == begun


def test_an_empty_page_is_a_page() -> None:
    assert CurtainNotes().text == ""
