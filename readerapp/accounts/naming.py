"""What an account is called, which is the same however it is typed: composed or not, with more spaces or fewer."""

import unicodedata
from typing import Final

from ..errors import NameUnfit
from ..text.cleaning import squeeze

LONGEST: Final = 100


def typed(name: str) -> str:
    """The name as it is kept, of whatever somebody typed; what no database takes as text is nobody's name."""
    text = name.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    return squeeze(unicodedata.normalize("NFC", text))


def fitting(name: str) -> str:
    """The name of a new account. Raises NameUnfit where nobody could see it, or type it."""
    usual = typed(name)
    if not usual or len(usual) > LONGEST or not usual.isprintable() or "\ufffd" in usual:
        raise NameUnfit(name=name[:LONGEST])
    return usual
