"""Which paper a page is drawn on."""

from __future__ import annotations

from scoring.page_versions import PageVersion
from scoring.preferences import Paper, Sheet

# CLDR, supplemental data, paperSize "US-Letter"; the two names are how Windows calls the regions.
LETTER_REGIONS = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
) | {"United States", "Canada"}


def sheet_for(paper: Paper, locale_name: str | None) -> Sheet:
    """:returns: the sheet to draw on; AUTO takes the usual one of the region in ``locale_name`` (``"en_US"``)."""
    if paper == Paper.AUTO:
        region = (locale_name or "").partition("_")[2].partition(".")[0]
        return "letter" if region in LETTER_REGIONS else "a4"
    return "letter" if paper == Paper.LETTER else "a4"


def sheet_of(version: PageVersion, usual: Sheet) -> Sheet:
    """:returns: the sheet a page was handed over on, as far as that is known; otherwise ``usual``."""
    paper = version.leaving.paper if version.leaving else Paper.AUTO
    return usual if paper == Paper.AUTO else sheet_for(paper, None)
