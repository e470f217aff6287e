"""Names, towns, Russian names, loanwords and compounds, as the built-in voice says them when it is told."""

from pathlib import Path

import pytest

from readerapp.engines.espeak_builds import BuildName
from readerapp.testing import ipa

VOWELS = "aɑəɛeɪiɔoʊuɵʉøœyʏæ"
LINES = Path(__file__).with_name("own_words.tsv").read_text(encoding="utf-8").splitlines()


def _stress(phonemes: str) -> int:
    """How many vowels come before the first main stress."""
    return sum(sign in VOWELS for sign in phonemes.partition("ˈ")[0])


@pytest.mark.parametrize("build", ["loader", "piper"])
def test_words_are_stressed_where_a_native_stresses_them(build: BuildName) -> None:
    """Words of the kinds that voices get wrong are stressed on the right vowel in both builds."""
    rows = [line.split("\t") for line in LINES]
    said = {word: ipa(word, "sv", build) for word, _ in rows}
    wrong = [word for word, right in rows if _stress(said[word]) not in map(_stress, right.split("|"))]
    assert len(rows) > 200
    assert wrong == []
