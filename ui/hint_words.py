"""What the write-up check sees, in words that say what would help."""

from __future__ import annotations

from scoring.text import tr
from scoring.writeup.hints import Kind


def hint_words(kind: Kind) -> str:
    """:returns: a sentence on one field.

    :raises KeyError: for the length of a page, which is said beside the page.
    """
    return {
        Kind.PERSON: tr("This reads as if it were about the person. What was done, or said?"),
        Kind.MANY: tr("There seem to be more than two changes here. Keep one, and park the rest."),
        Kind.WHAT: tr("What will be done? Something one could see or hear."),
        Kind.HOW: tr("How? What is said or done, and at which moment?"),
        Kind.EXAMPLE: tr("An example would help: what was said, and when?"),
        Kind.WHERE: tr("Where is it tried first? A name and a day are enough."),
    }[kind]
