"""What the reader's pages promise."""

from typing import Final

from ..policy import NO_INDEX, Policy

PAGES: Final = Policy(endpoints=dict.fromkeys(("article", "shared", "choose", "report", "reported"), NO_INDEX))
