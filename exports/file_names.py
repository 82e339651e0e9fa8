"""Names of files and folders that Windows, macOS and Linux all take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

FORBIDDEN = frozenset('<>:"/\\|?*')
MOST_WORDS = 120
"""How long the words of a name may be, in bytes of UTF-8."""
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*", re.IGNORECASE)


def file_words(text: str, most: int = MOST_WORDS) -> str:
    """Leave out what some system does not take in a name, and what would only confuse: controls, marks of direction.

    :param most: how long they may be, in units of UTF-16; in UTF-8 they are never longer than ``MOST_WORDS`` bytes.
    :returns: words for a name in NFC, empty where nothing is left. They need something beside them that no device of
        Windows is called: ``is_reserved``.
    """
    letters = (_file_letter(letter) for letter in unicodedata.normalize("NFC", text))
    words = unicodedata.normalize("NFC", " ".join("".join(letters).split()))
    return _cut(words, most).strip(" .")


def _file_letter(letter: str) -> str:
    if letter in FORBIDDEN or letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} else letter


def _cut(words: str, most: int) -> str:
    short = words.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")
    return short.encode()[:MOST_WORDS].decode(errors="ignore")


def is_reserved(name: str) -> bool:
    """:returns: whether Windows takes a name for a device, whatever stands behind its first dot."""
    return _RESERVED.fullmatch(name.partition(".")[0]) is not None


def numbered(stem: str, suffix: str) -> Iterator[str]:
    """:returns: ``"stem.pdf"``, ``"stem 2.pdf"``, ``"stem 3.pdf"`` and so on, for one that nobody has yet."""
    yield f"{stem}{suffix}"
    for number in count(2):
        yield f"{stem} {number}{suffix}"
