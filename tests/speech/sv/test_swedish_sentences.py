"""Where Swedish sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.speech.sv import LANGUAGE
from tests.growth import LINEAR, exponent

sentences = LANGUAGE.sentences

PARTS = ('t.ex. Vi a. A 1. 12 kr. ! ? … ." ) ( \n Karl XII. m.m. www.x.se. – st. 5 § kl. jan. \u00a0').split(" ")


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=4)).map(" ".join))
def test_everything_is_in_a_sentence(text: str) -> None:
    """Sentences are in order, hold all that is not space, and begin and end with something."""
    at = 0
    for start, end in sentences(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


def test_no_text_has_no_sentences() -> None:
    """Space alone is no sentence."""
    assert sentences(" \n\u00a0") == ()


@pytest.mark.parametrize("piece", [".", ". ", "a. ", "t. ex. ", "1. ", "A.B", "!\n", " "])
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""
    assert exponent(lambda length: sentences((piece * length)[:length]), 10_000) < LINEAR
