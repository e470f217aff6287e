"""Sounds of Russian words with the stress moved, held against the voice's own for words with the stress there."""

import pytest

from readerapp.speech.ru.restressing import restressed
from readerapp.testing import ipa


@pytest.mark.parametrize(
    ("word", "place", "right"),
    [
        ("замок", 1, "zˈɑmʌk"),
        ("замок", 3, "zamˈok"),
        ("Выборг", 1, "vˈybʌrk"),
        ("лесок", 1, "ɭʲˈesʌk"),
        ("рощино", 1, "rˈoɕinʌ"),
    ],
)
def test_the_stress_moves_and_the_vowels_with_it(word: str, place: int, right: str) -> None:
    """The vowel that gets it is full, the one that had it is not."""
    made = restressed(ipa(word, "ru"), word, place)
    assert made.replace("a", "ʌ") == right.replace("a", "ʌ")


@pytest.mark.parametrize(("sounds", "word", "place"), [("zˈɑmʌk", "замок", 0), ("zˈɑm", "замок", 1), ("", "", 0)])
def test_what_does_not_pair_gives_nothing(sounds: str, word: str, place: int) -> None:
    """No guess is made."""
    assert restressed(sounds, word, place) == ""


def test_the_voice_says_it_so() -> None:
    """Told these sounds for a word that it does not know, the built-in voice stresses the vowel that was chosen."""
    for place, vowel in ((2, "ɑ"), (5, "o")):
        assert f"ˈ{vowel}" in restressed(ipa("Грасьон", "ru"), "Грасьон", place)
