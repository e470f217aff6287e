"""How much of a document is read, whatever its form."""

from typing import Final

from ..i18n import N_

BLOCKS: Final = 5000
"""Blocks that an article may have."""
CHARACTERS: Final = 4_000_000
"""Characters of a document that are looked at."""
TOO_LONG: Final = N_("The rest: the page is too long to be read at once")
"""The rule by which the rest is not read."""
EXCERPT: Final = 200
"""Characters of a part that is not read, to tell it by."""
