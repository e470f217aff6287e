"""One report: which word, where it was heard, and what has become of it."""

from datetime import datetime
from typing import Final, Literal

import msgspec

State = Literal["new", "taken", "mended", "declined"]
"""No editor has seen it; one is looking at it; the word is said otherwise now; it is right as it is said, or nothing
can be done."""

WORD: Final = 80
"""Characters of a word or a few."""
COMMENT: Final = 500
"""Characters of what a listener adds."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A word that somebody heard said wrongly. Who that was is not kept."""

    key: str
    """By language, word and sentence: the same report of many listeners is one."""
    word: str
    sentence: str
    language: str
    voice: str
    """The id of the voice that said it."""
    page: str
    """The page's address, as the first listener gave it."""
    comment: str = ""
    """The latest that anybody added."""
    first: datetime
    last: datetime
    times: int = 1
    """How often it was told."""
    state: State = "new"
    editor: str = ""
    """Who wrote the state."""
    decided: datetime | None = None
