"""The endings that a lexicon's word may carry on a page, so that one entry serves all its forms.

Only what is safe without a dictionary: the Swedish genitive, and the cases of Russian nouns and adjectives whose
alias ends in the letters that change. Anything else is an entry of its own.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Ending(NamedTuple):
    """What an ending is said as, after the stem; and in IPA, in place of the end `replaces` of the word's phonemes."""

    wording: str
    phonemes: str | None = None
    """None where the sound of the whole form cannot be foretold."""
    replaces: str = ""

    def sound(self, word: str) -> str:
        """The form's phonemes, given the word's; "" where they cannot be told."""
        if not word or self.phonemes is None or not word.endswith(self.replaces):
            return ""
        return word[: len(word) - len(self.replaces)] + self.phonemes


_BARE = Ending("", "")
_GENITIVE = {"": _BARE, "s": Ending("s", "s"), ":s": Ending("s", "s")}
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_HARD = ("а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_HUSHING = ("а", "у", "ом", "ем", "е", "и", "ов", "ей", "ам", "ами", "ах")
_SOUNDS = {
    "б": ("p", "b", "bʲ"), "в": ("f", "v", "vʲ"), "г": ("k", "ɡ", "ɡʲ"), "д": ("t", "d", "dʲ"), "з": ("s", "z", "ʑ"),
    "к": ("k", "k", "kʲ"), "л": ("ɭ", "ɭ", "ɭʲ"), "м": ("m", "m", "mʲ"), "н": ("n", "n", "nʲ"), "п": ("p", "p", "pʲ"),
    "р": ("r", "r", "rʲ"), "с": ("s", "s", "sʲ"), "т": ("t", "t", "tʲ"), "ф": ("f", "f", "fʲ"), "х": ("x", "x", "x"),
}  # fmt: skip
"""The sound of a consonant at the end of a word, before a vowel, and softened, as espeak-ng writes them."""
_RUSSIAN = (
    ("ский", ("ского", "скому", "ским", "ском", "ская", "ской", "скую", "ское", "ские", "ских", "скими")),
    ("ская", ("ской", "скую")),
    ("ия", ("ии", "ию", "ией")),
    ("а", ("ы", "и", "е", "у", "ой", "ою", "ей")),
    ("я", ("и", "е", "ю", "ей", "ёй")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
)


def endings(grapheme: str, wording: str, language: str) -> Iterator[tuple[str, str, dict[str, Ending]]]:
    """The stem as written and as said, with every ending that may follow them ("" for the form as given)."""
    if language == "sv":
        takes_s = grapheme[-1:].isalpha() and grapheme[-1:].lower() not in "sxz"
        yield grapheme, wording, _GENITIVE if takes_s else {"": _BARE}
    elif language == "ru" and grapheme.isalpha() and not grapheme.isupper():
        yield _russian(grapheme, wording)
    else:
        yield grapheme, wording, {"": _BARE}


def _russian(grapheme: str, wording: str) -> tuple[str, str, dict[str, Ending]]:
    last = grapheme[-1:].lower()
    if last in _CONSONANTS and wording[-1:].lower() == last:
        suffixes = _HUSHING if last in "гкхжчшщц" else _HARD
        return grapheme, wording, {"": _BARE} | {ending: Ending(ending) for ending in suffixes} | _after_consonant(last)
    for old, forms in _RUSSIAN:
        if grapheme.lower().endswith(old) and wording.lower().endswith(old):
            cases = {form: Ending(form) for form in forms} | {old: Ending(old, "")}
            if old == "а":
                cases |= _in_place_of_a(grapheme[-2:-1].lower())
            return grapheme[: -len(old)], wording[: -len(old)], cases
    return grapheme, wording, {"": _BARE}


def _after_consonant(letter: str) -> dict[str, Ending]:
    """The commonest cases of a noun in a hard consonant, whose last sound they voice or soften."""
    if letter not in _SOUNDS:
        return {}
    final, hard, soft = _SOUNDS[letter]
    sounds = {"а": hard + "a", "у": hard + "u", "ом": hard + "ʌm", "е": soft + "i"}
    return {ending: Ending(ending, sound, final) for ending, sound in sounds.items()}


def _in_place_of_a(letter: str) -> dict[str, Ending]:
    """The cases of a noun in an unstressed -а after a hard consonant."""
    if letter not in _SOUNDS:
        return {}
    _, hard, soft = _SOUNDS[letter]
    cases = {"у": Ending("у", "u", "a"), "ой": Ending("ой", "ʌj", "a"), "е": Ending("е", soft + "i", hard + "a")}
    if letter in "гкх":
        return cases | {"и": Ending("и", soft + "ɪ", hard + "a")}
    return cases | {"ы": Ending("ы", "y", "a")}
