"""Reads references to the Bible: "Johannes tre sexton"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tables.names import BOOKS
from ..tokens import card, nth

_PLACE: Final = re.compile(
    rf"(?<![\w.])(?:(?P<which>[1-5]) )?(?P<book>{'|'.join(sorted(BOOKS, key=len, reverse=True))})\.? "
    r"(?P<chapter>\d{1,3}):(?P<verse>\d{1,3})[a-c]?(?: ?[-–] ?(?P<last>\d{1,3}))?(?![\w:])"
)

_CHAPTER: Final = re.compile(
    r"(?<![\w.,:/-])(?<!\d )([1-5]) (?P<book>Kor|Mos|Sam|Kung|Krön|Thess|Tim|Petr|Pet|Joh)\.? "
    r"(\d{1,3})(?=[ ,;)]|\.(?!\d)|$)(?! \d)"
)
_PSALM: Final = re.compile(r"(?<![\w.])Ps\.? (\d{1,3})(?![\w:]|[.,]\d)")


@rule(cue="P")
def psalms(text: str) -> Iterable[Substitution]:
    """A psalm without its verse: Ps 23."""
    for match in _PSALM.finditer(text):
        yield substitution(*match.span(), ("Psaltaren ", card(match[1])), "scripture")


@rule(cue="KMSTPJ")
def chapters(text: str) -> Iterable[Substitution]:
    """A chapter of a book that is one of several, without its verse: 1 Kor 13."""
    for match in _CHAPTER.finditer(text):
        yield substitution(*match.span(), (nth(match[1]), f" {BOOKS[match['book']]} ", card(match[3])), "scripture")


@rule(cue=":")
def places(text: str) -> Iterable[Substitution]:
    """Book, chapter and verses: Joh. 3:16, 1 Kor 13:4–7."""
    for match in _PLACE.finditer(text):
        which = (nth(match["which"]), " ") if match["which"] else ""
        wording = (which, BOOKS[match["book"]], " ", card(match["chapter"]), " ", card(match["verse"]))
        yield substitution(
            *match.span(), (wording, (" till ", card(match["last"])) if match["last"] else ""), "scripture"
        )
