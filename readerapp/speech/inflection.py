"""The endings that a lexicon's word may carry on a page, so that one entry serves all its forms.

Only what is safe without a dictionary: the Swedish genitive, and the cases of Russian nouns and adjectives whose
alias ends in the letters that change. Anything else is an entry of its own.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Ending(NamedTuple):
    """What an ending adds to the spoken word, and to its phonemes (None: their sound cannot be foretold)."""

    said: str
    phonemes: str | None


_BARE = Ending("", "")
_GENITIVE = {"": _BARE, "s": Ending("s", "s"), ":s": Ending("s", "s")}
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_HARD = ("а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_HUSHING = ("а", "у", "ом", "ем", "е", "и", "ов", "ей", "ам", "ами", "ах")
_RUSSIAN = (
    ("ский", ("ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую", "ское", "ские", "ских", "скими")),
    ("ская", ("ская", "ской", "скую")),
    ("ия", ("ия", "ии", "ию", "ией")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ою", "ей")),
    ("я", ("я", "и", "е", "ю", "ей", "ёй")),
    ("ь", ("ь", "я", "ю", "ем", "е", "и", "ью")),
)
_PLURALS = ("ы", "ов", "ам", "ами", "ах")


def endings(grapheme: str, said: str, language: str) -> Iterator[tuple[str, str, dict[str, Ending]]]:
    """The stem as written and as said, with every ending that may follow them ("" for the form as given)."""
    if language == "sv":
        takes_s = grapheme[-1:].isalpha() and grapheme[-1:].lower() not in "sxz"
        yield grapheme, said, _GENITIVE if takes_s else {"": _BARE}
    elif language == "ru" and grapheme.isalpha() and not grapheme.isupper():
        yield from _russian(grapheme, said)
    else:
        yield grapheme, said, {"": _BARE}


def _russian(grapheme: str, said: str) -> Iterator[tuple[str, str, dict[str, Ending]]]:
    last = grapheme[-1:].lower()
    if last in _CONSONANTS and said[-1:].lower() == last:
        added = _HUSHING if last in "гкхжчшщц" else _HARD
        yield grapheme, said, {"": _BARE} | {ending: Ending(ending, None) for ending in added}
        return
    for old, forms in _RUSSIAN:
        if grapheme.lower().endswith(old) and said.lower().endswith(old):
            cut = len(old)
            known = {form: Ending(form, None) for form in forms} | {old: Ending(old, "")}
            yield grapheme[:-cut], said[:-cut], known
            return
    yield grapheme, said, {"": _BARE}
