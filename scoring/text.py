"""Every text a person sees passes through here, so that it can be translated.

The catalogue is gettext's (``locale/<language>/LC_MESSAGES/secondchair.mo`` beside this file). Call ``tr`` when the
text is needed, never at import time: the language is chosen after the modules are loaded.
"""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "secondchair"
LOCALE_FOLDER = Path(__file__).parent / "locale"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str) -> None:
    """Choose the language of all texts from now on.

    :param code: a locale name such as ``"de"`` or ``"pt_BR"``; one without a catalogue means English.
    """
    global _catalogue
    _catalogue = gettext.translation(DOMAIN, LOCALE_FOLDER, languages=[code], fallback=True)


def language() -> str:
    """:returns: the language the texts really are in, as a BCP 47 tag such as ``"en"`` or ``"pt-BR"``."""
    return (_catalogue.info().get("language") or "en").replace("_", "-")


def tr(text: str) -> str:
    """:returns: ``text`` in the chosen language. Give one literal and fill placeholders afterwards with ``format``."""
    return _catalogue.gettext(text)


def trn(one: str, many: str, count: int) -> str:
    """:returns: the form for ``count`` things in the chosen language; ``count`` itself is not filled in."""
    return _catalogue.ngettext(one, many, count)


def tr_data(text: str) -> str:
    """:returns: ``text`` from a data file of the app in the chosen language. What a person wrote is not for it."""
    return _catalogue.gettext(text) if text else ""
