"""Texts in the chosen language."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scoring.text import language, texts_in, tr, tr_data, trn, use_language


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language("en")


def write_catalogue(folder: Path, messages: dict[str, str]) -> None:
    """Write a gettext catalogue (.mo) by hand."""
    pairs = [(key.encode(), value.encode()) for key, value in sorted(messages.items())]
    tables, strings, start = b"", b"", 28 + 16 * len(pairs)
    for column in (0, 1):
        for pair in pairs:
            tables += struct.pack("<2I", len(pair[column]), start + len(strings))
            strings += pair[column] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    folder.mkdir(parents=True)
    (folder / "secondchair.mo").write_bytes(header + tables + strings)


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = "Language: de_AT\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    messages = {"": header, "Save": "Speichern", "{n} call\0{n} calls": "{n} Gespräch\0{n} Gespräche"}
    write_catalogue(tmp_path / "de" / "LC_MESSAGES", messages)
    monkeypatch.setattr("scoring.text.LOCALE_FOLDER", tmp_path)


@pytest.mark.usefixtures("german")
def test_texts_follow_the_chosen_language() -> None:
    use_language("de_AT")
    assert tr("Save") == "Speichern"
    assert trn("{n} call", "{n} calls", 1).format(n=1) == "1 Gespräch"
    assert trn("{n} call", "{n} calls", 3).format(n=3) == "3 Gespräche"


@pytest.mark.usefixtures("german")
def test_what_is_not_translated_yet_stays_english() -> None:
    use_language("de")
    assert tr("Cancel") == "Cancel"


@pytest.mark.usefixtures("german")
def test_a_language_without_a_catalogue_means_english() -> None:
    use_language("de")
    use_language("xx")
    assert tr("Save") == "Save"
    assert [trn("{n} call", "{n} calls", n) for n in (0, 1, 2)] == ["{n} calls", "{n} call", "{n} calls"]


@pytest.mark.usefixtures("german")
def test_the_language_named_is_the_one_the_texts_are_in() -> None:
    assert language() == "en"
    use_language("de")
    assert language() == "de-AT"
    use_language("xx")
    assert language() == "en"


@pytest.mark.usefixtures("german")
def test_words_from_a_data_file_are_translated_and_no_words_stay_none() -> None:
    use_language("de")
    assert tr_data("Save") == "Speichern"
    assert tr_data("Nobody has translated this") == "Nobody has translated this"
    assert tr_data("") == ""


@pytest.mark.usefixtures("german")
def test_a_page_keeps_its_language_while_the_app_has_another() -> None:
    with texts_in("de-AT"):
        assert (tr("Save"), language()) == ("Speichern", "de-AT")
        assert trn("{n} call", "{n} calls", 3) == "{n} Gespräche"
    assert (tr("Save"), language()) == ("Save", "en")


@pytest.mark.usefixtures("german")
def test_another_thread_keeps_the_language_of_the_app_meanwhile() -> None:
    with texts_in("de"), ThreadPoolExecutor() as threads:
        assert threads.submit(tr, "Save").result() == "Save"
