"""Every text a person sees passes through here, so that it can be translated.

The catalogue is gettext's (``locale/<language>/LC_MESSAGES/secondchair.mo`` beside this file). Call ``tr`` when the
text is needed, never at import time: the language is chosen after the modules are loaded.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

DOMAIN = "secondchair"
LOCALE_FOLDER = Path(__file__).parent / "locale"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_for_now: ContextVar[gettext.NullTranslations | None] = ContextVar("_for_now", default=None)


def is_language(code: str) -> bool:
    """:returns: whether ``code`` is a tag such as ``"en"`` or ``"pt-BR"``, whatever texts there are in it."""
    return _LANGUAGE.fullmatch(code) is not None


def use_language(code: str) -> None:
    """Choose the language of all texts from now on.

    :param code: a locale name such as ``"de"`` or ``"pt_BR"``; one without a catalogue means English.
    """
    global _catalogue
    _catalogue = _catalogue_of(code)


@contextmanager
def texts_in(code: str) -> Generator[None]:
    """Have texts in another language meanwhile, in this thread alone: a page keeps the one it was handed over in.

    :param code: as for ``use_language``, or a BCP 47 tag.
    """
    before = _for_now.set(_catalogue_of(code.replace("-", "_")))
    try:
        yield
    finally:
        _for_now.reset(before)


def _catalogue_of(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE_FOLDER, languages=[code], fallback=True)


def _current() -> gettext.NullTranslations:
    return _for_now.get() or _catalogue


def language() -> str:
    """:returns: the language the texts really are in, as a BCP 47 tag such as ``"en"`` or ``"pt-BR"``."""
    return (_current().info().get("language") or "en").replace("_", "-")


def tr(text: str) -> str:
    """:returns: ``text`` in the chosen language. Give one literal and fill placeholders afterwards with ``format``."""
    return _current().gettext(text)


def trn(one: str, many: str, count: int) -> str:
    """:returns: the form for ``count`` things in the chosen language; ``count`` itself is not filled in."""
    return _current().ngettext(one, many, count)


def tr_data(text: str) -> str:
    """:returns: ``text`` from a data file of the app in the chosen language. What a person wrote is not for it."""
    return _current().gettext(text) if text else ""
