"""What the engines say for readings that they could get wrong, in phonemes."""

from collections.abc import Callable, Sequence

import pytest

from readerapp.model import Utterance
from readerapp.speech import render
from readerapp.speech.reading import read
from tests.speech.dictions import DICTIONS

Say = Callable[[str, Sequence[str]], list[str]]


def _said(say: Say, text: str, style: str) -> str:
    readings = read(text, "sv")
    utterance = Utterance(text=text, language="sv", block=0, start=0, end=len(text), substitutions=readings)
    return say("sv", [render(utterance, DICTIONS[style]).text])[0]


@pytest.mark.parametrize(
    ("text", "end"),
    [("2024:s", "fˈyːras"), ("1980:s", "ɔtːiːˌuːs"), ("2019:s", "ʊns"), ("EU:s", "ʉs"), ("SCB:s", "bˈeːs")],
)
def test_genitives_end_in_their_s(text: str, end: str, espeak: Say) -> None:
    """The "s" of a genitive is a sound at the end of the word, not the name of the letter."""
    assert _said(espeak, text, "espeak").endswith(end)


def test_an_s_after_digits_is_spelled(espeak: Say) -> None:
    """Why the last word of a genitive is put in letters: after a digit the engine names the letter."""
    assert espeak("sv", ["24s"])[0].endswith("ˈɛs")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Storg. 5", "Storgatan 5"),
        ("120/80 mmHg", "120 genom 80 millimeter kvicksilver"),
        ("per 240131", "per den 31 januari 2024"),
        ("90 kWh/m²", "90 kilowattimmar per kvadratmeter"),
        ("må–fr 8–16", "måndag till fredag 8 till 16"),
        ("IV. Övrigt", "4. Övrigt"),
        ("3 kap. 5 §", "3:e kapitlet 5:e paragrafen"),
    ],
)
def test_short_forms_sound_as_long_ones(short: str, long: str, espeak: Say, piper: Say) -> None:
    """A short form sounds like the same written out, in both engines."""
    for say, style in ((espeak, "espeak"), (piper, "piper")):
        assert _said(say, short, style) == _said(say, long, style)
