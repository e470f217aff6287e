"""What the translators' pages promise: they are nobody else's, and no browser or proxy keeps them."""

from typing import Final

from ..policy import NO_INDEX, Policy

DESK: Final = Policy(headers={**NO_INDEX, "Cache-Control": "no-store"})
