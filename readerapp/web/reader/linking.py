"""Links to single sentences by what they say: they survive a page that has changed, and carry nobody's language.

A sentence's id in an address is the beginning of its segment's: eight digits, and its number among equal sentences
unless it is the first. Within one page that is as good as all sixteen.
"""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlencode

from flask import request, url_for

from ...model import Utterance

PLACE: Final = "n"
"""The argument that tells where the sentence stands now, so that the way there is shown once."""
SENTENCE: Final = "sentence"
PASSING: Final = (SENTENCE, PLACE)
"""These lead to a sentence once, and are not for the next address."""
_DIGITS: Final = 8
_SHARED: Final = ("url", "region", "readid", "readclass", "language")
"""What decides which text is shown; voice, choices and language of the interface are the receiver's own."""


def short(segment: str) -> str:
    """A segment's id as addresses have it; empty for what is no segment."""
    digits, _, count = segment.partition("-")
    return digits[:_DIGITS] + (f"-{count}" if count not in {"", "1"} else "")


def place(utterances: Iterable[Utterance], segment: str) -> int | None:
    """The number of the sentence that an address names; None where the page has it no more."""
    name = short(segment)
    places = (number for number, utterance in enumerate(utterances) if short(utterance.segment) == name)
    return next(places, None) if name else None


def shared() -> str:
    """The address of this page for others, to which a sentence's id can be added."""
    arguments = {name: request.args[name] for name in _SHARED if request.args.get(name)}
    return url_for("reader.shared") + "?" + urlencode(arguments)


def link(address: str, segment: str) -> str:
    """The address of a sentence of the page at an address, for others."""
    return url_for("reader.shared") + "?" + urlencode({"url": address, SENTENCE: short(segment)})
