"""Reads the endings of acronyms: "T ven", "S M essade", "hovrätten"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tables.acronyms import LETTER_NAMES
from .acronyms import is_spelled

_INFLECTED: Final = re.compile(
    r"(?<![\w.-])(?P<letters>[A-ZÅÄÖ]{2,6}|HovR|KamR|FörvR):(?P<end>n|ns|en|ens|et|ets|t|ts|ar|arna|arnas|er|erna|na|are|aren|a|ar|"
    r"ade|at|as|or|orna)(?!\w)"
)
_WORDS: Final = {"TR": "tingsrätt", "HovR": "hovrätt", "KamR": "kammarrätt", "FörvR": "förvaltningsrätt"}
_VOWELS: Final = frozenset("aeiouyåäöé")
_LONG: Final = {"de": "dé", "te": "té", "ge": "gé", "ce": "sé", "ve": "vé", "pe": "pé", "e": "é"}
"""Names of letters whose vowel a voice would say short before an ending."""


@rule(cue=":", digits=False)
def inflected(text: str) -> Iterable[Substitution]:
    """TV:n, PC:n, SMS:a, TR:n; words that are in capitals take the ending as words do."""
    for match in _INFLECTED.finditer(text):
        letters, ending = match["letters"], match["end"]
        if letters in _WORDS:
            wording = _WORDS[letters] + ("e" + ending if ending in {"n", "ns"} else ending)
        elif is_spelled(letters) or _VOWELS.isdisjoint(letters.lower()):
            wording = " ".join((*letters[:-1], _behind_letter(LETTER_NAMES[letters[-1]], ending)))
        else:
            wording = _joined(letters.capitalize(), ending)
        yield substitution(*match.span(), wording, "acronym")


def _behind_letter(name: str, ending: str) -> str:
    """The ending at the name of a letter: "vén", "essen"; one that is a vowel keeps its sound: "A ien", "D N aet"."""
    if name[-1] in _VOWELS and name[-1] != "e":
        return name + ("e" + ending if ending in {"n", "ns", "t", "ts"} else ending)
    return _joined(_LONG.get(name, name), ending)


def _joined(name: str, ending: str) -> str:
    """The ending at a name, without a vowel twice nor a consonant without one."""
    if name[-1] in _VOWELS:
        return name + (ending[1:] if ending[0] == "e" and len(ending) > 1 and ending[1] in "nt" else ending)
    return name + ("e" + ending if ending in {"n", "ns"} else ending)
