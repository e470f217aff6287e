"""What an operator can choose of Google Translate's voices."""

from typing import Annotated, Final

import msgspec

from ..i18n import N_
from .declaring import setting

DOMAINS: Final = ("com", "se", "ru", "fi", "de", "fr", "co.uk", "ca", "com.au")
"""Google's own. The package checks none, and "com@another.host" would send the text there."""


class GttsSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which of Google's hosts is asked."""

    domain: Annotated[
        str, setting(N_("The end of the Google Translate host that gTTS asks: com, se, fi, …."), values=DOMAINS)
    ] = "com"
