"""One report: which word, where it was heard, and what has become of it."""

from datetime import UTC, datetime
from typing import Final, Literal

import msgspec

from ..store import content_key
from ..text.cleaning import squeeze

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


def fitted(report: Report) -> Report:
    """The report under its key, with `word` and `comment` cut to their lengths."""
    word = squeeze(report.word)[:WORD]
    key = content_key(report.language, word.casefold(), report.sentence)
    return msgspec.structs.replace(report, key=key, word=word, comment=report.comment.strip()[:COMMENT])


def united(former: Report | None, later: Report) -> Report:
    """What is kept of a report that is told again: both are counted, and it is new again if it had been mended."""
    if former is None:
        return later
    undecided = former.state == "mended" and later.state == "new"
    verdict = later if later.decided and (not former.decided or later.decided > former.decided) else former
    return msgspec.structs.replace(
        verdict,
        times=former.times + later.times,
        first=min(former.first, later.first),
        last=max(former.last, later.last),
        voice=later.voice,
        comment=later.comment or former.comment,
        state="new" if undecided else verdict.state,
    )


def closed(report: Report, state: State, editor: str) -> Report:
    """The report with what has become of it, and who says so."""
    return msgspec.structs.replace(report, state=state, editor=editor, decided=datetime.now(UTC))
