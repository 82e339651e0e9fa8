"""Where a line may end: the part of UAX 14 that the scripts on the page need."""

from __future__ import annotations

import re
import unicodedata

# Hangul is left out: Korean breaks between its words, which have blanks
_CJK = "\u2e80-\u2fdf\u3001-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\U00020000-\U0003ffff"
_NEVER_FIRST = (
    "、。，．・：；？！）」』】〉》〕］｝’”,.!?;:)\\]}%‰°…ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NEVER_LAST = "（「『【〈《〔［｛‘“(\\[{"
_GLUE = "\u00a0\u202f\u2060\u200d"

# after a blank or a dash; around an ideograph; before a Thai vowel that is written before its consonant
_CHANCE = re.compile(
    f"(?<=[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000])(?=\\S)"
    f"|(?<=[\\w)][-–—/])(?=[^\\W\\d])"
    f"|(?<=[{_CJK}])(?<![{_NEVER_LAST}])(?=\\S)(?![{_NEVER_FIRST}{_GLUE}])"
    f"|(?<=[^\\s{_NEVER_LAST}{_GLUE}])(?=[{_CJK}])(?![{_NEVER_FIRST}])"
    "|(?<=[\u0e01-\u0e39\u0e45-\u0e5b])(?=[\u0e40-\u0e44])"
)


def line_chances(text: str) -> list[int]:
    """:returns: the positions in ``text`` where a new line may start, in order; after ``"\\n"`` it must."""
    chances = [m.start() for m in _CHANCE.finditer(text) if not unicodedata.combining(text[m.start()])]
    if "\n" not in text:
        return chances
    forced = [m.end() for m in re.finditer("\n", text)]
    return sorted({*chances, *forced})
