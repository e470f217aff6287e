"""The sounds of a Russian word with its stress on another vowel, made of those with which a voice says it by itself.

A voice that does not obey a mark in its text is told sounds. Russian vowels change with the stress: о and а are one
sound where they are not stressed, е and я near и.
"""

import re
from typing import Final

_VOWEL: Final = re.compile(r'u"|[aɑʌəeɛiɪyɨoɔɵuʊæɐ]')
_STRESS: Final = re.compile("[ˈˌ]")
LETTERS: Final = "аеёиоуыэюя"
_FULL: Final = dict(zip(LETTERS, ("ɑ", "e", "ɵ", "i", "o", "u", "y", "ɛ", "u", "ɑ"), strict=True))
_WEAK: Final = dict(zip(LETTERS, ("ʌ", "i", "ɵ", "i", "ʌ", "u", "y", "ɛ", "u", "i"), strict=True))


def restressed(sounds: str, word: str, place: int) -> str:
    """The sounds with the stress on the vowel at a place of the word; empty where letters and sounds do not pair."""
    plain = _STRESS.sub("", sounds)
    letters = [at for at, letter in enumerate(word) if letter.lower() in LETTERS]
    vowels = list(_VOWEL.finditer(plain))
    if place not in letters or len(letters) != len(vowels) or " " in plain:
        return ""
    parts, at = [], 0
    for vowel, where in zip(vowels, letters, strict=True):
        letter = word[where].lower()
        parts += [plain[at : vowel.start()], f"ˈ{_FULL[letter]}" if where == place else _weak(vowel[0], letter)]
        at = vowel.end()
    return "".join((*parts, plain[at:]))


def _weak(sound: str, letter: str) -> str:
    """What is heard of a vowel without stress: a full one loses its sound, another keeps what the voice gave it."""
    return _WEAK[letter] if sound in {"ɑ", "o", "e"} else sound
