"""Tests of what an engine is handed, and of the way back from it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.engines.prepared import LONGEST_WORD, prepare


@pytest.mark.parametrize(
    ("text", "handed"),
    [
        ("A\u030angström", "Ångström"),
        ("Kul 👨‍👩‍👧‍👦 va 👍🏽!", "Kul   va   !"),
        ("sam\u00adarbete", "samarbete"),
        ("[[h@l'oU]] där", "((h@l'oU)) där"),
        ("1" * 17, "111 111 111 111 111 11"),
        ("х" * 45, "х" * 40 + " " + "х" * 5),
        ("Plats 12345 och 19°", "Plats 12345 och 19°"),
    ],
)
def test_what_is_handed_over(text: str, handed: str) -> None:
    """Letters are composed, pictures and unseen signs left out, brackets disarmed, endless words cut."""
    assert " ".join(prepare(text).text.split()) == " ".join(handed.split())


@given(st.text())
def test_every_character_knows_where_it_came_from(text: str) -> None:
    """Origins never go back, stay inside the source, and each token comes from where its first letter stands."""
    prepared = prepare(text)
    assert len(prepared.origin) == len(prepared.text) + 1
    assert list(prepared.origin) == sorted(prepared.origin)
    for start, end in prepared.tokens():
        first, last = prepared.source(start, end)
        assert 0 <= first < last <= len(text)
        letter = unicodedata.normalize("NFC", text[first:last])[0]
        assert prepared.text[start] in {letter, "("} or letter == "]"


@given(st.text(alphabet="abå1 ", max_size=200), st.integers(0, 100), st.integers(0, 100))
def test_a_replaced_stretch_points_back_to_the_whole_of_it(text: str, a: int, b: int) -> None:
    """Phonemes in place of a word: what is lit is the word, and what follows is not shifted."""
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    if start == end:
        return
    prepared = prepare(text).replaced(start, end, "[[x]]")
    at = prepared.text.index("[[x]]")
    assert prepared.source(at, at + 5) == (start, end)
    assert prepared.origin[-1] == len(text)


def test_no_word_stays_too_long() -> None:
    """Five thousand letters or digits without a space are cut into pieces that end."""
    for letter in "aя7":
        words = prepare(letter * 5000).text.split()
        assert max(map(len, words)) <= LONGEST_WORD
        assert "".join(words) == letter * 5000
