"""What a visitor or an operator may choose about how an article is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from .lexicon import Lexicon

Tables = Literal["headers", "plain", "skip"]


class Say(Protocol):
    """Translate an inserted phrase into a language and fill in its facts; `count` chooses the plural form."""

    def __call__(self, language: str, message: str, plural: str = "", /, **facts: object) -> str:
        """Return the phrase in `language`, a primary subtag; `message` and `plural` are English msgids."""


def english(language: str, message: str, plural: str = "", /, **facts: object) -> str:
    """Leave the phrase in English: what is said where no catalogue is at hand."""
    del language
    phrase = plural if plural and facts.get("count") != 1 else message
    return phrase % facts if facts else phrase


@dataclass(frozen=True, kw_only=True)
class Verbosity:
    """What a visitor chooses. The defaults add only what the eye gets for nothing: list numbers and table headers."""

    headings: bool = False
    """Say the level of each heading."""
    lists: bool = False
    """Say how many items a list has."""
    quotes: bool = False
    """Say where a quotation begins and ends."""
    links: bool = False
    """Say that a link is one."""
    numbers: bool = True
    """Say the numbers of ordered lists."""
    images: bool = True
    """Say the alternative text of images."""
    contacts: bool = True
    """Say contact blocks, last; else not at all."""
    tables: Tables = "headers"
    """Say each cell with its column's header, the cells alone, or nothing."""


@dataclass(frozen=True, kw_only=True)
class SpeechOptions:
    """How an article is said: as the visitor chose, with these lexicons and in these words."""

    verbosity: Verbosity = Verbosity()
    lexicons: Mapping[str, Sequence[Lexicon]] = field(default_factory=dict)
    """For each language its lexicons; a later one wins."""
    say: Say = english
