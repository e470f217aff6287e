"""What Swedish text is read as, case by case and for any text at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.model import Number
from readerapp.speech.sv import LANGUAGE
from readerapp.speech.sv.numbers import LARGEST, cardinal, ordinal
from readerapp.speech.sv.tokens import words
from tests.growth import LINEAR, exponent

normalize, readings = LANGUAGE.normalize, LANGUAGE.read
PARTS = (
    "1 12 08 1995 2024 3,5 10 000 ½ - – − . , : / § % kr :- € $ km m² kl. v. t.ex. bl a ca nr s. kap. den maj jan. "
    "mån fre "
    "SFS dnr + = & @ www. .se ( ) åringar -talet Karl XII :a :e \u00a0 \u2009 \n st 1177 112 07 0 +46 \ue000 \ue001 ² "
    "A B"
).split(" ")
swedish = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=14).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)


@given(swedish)
def test_readings_are_in_order_and_inside(text: str) -> None:
    """Readings follow each other inside the text, and what they leave out joins up to the displayed text."""
    at = 0
    pieces: list[str] = []
    for reading in readings(text):
        assert at <= reading.start < reading.end <= len(text)
        pieces += text[at : reading.start], text[reading.start : reading.end]
        at = reading.end
    assert "".join([*pieces, text[at:]]) == text


@given(swedish)
def test_parts_say_what_is_spoken(text: str) -> None:
    """Typed parts in words are the spoken text, every rule has a name, and no digit is left outside a number."""
    for reading in readings(text):
        assert reading.rule
        assert not reading.parts or words(reading.parts) == reading.spoken
        assert not re.search(r"[\d<>]", reading.spoken)
        assert all(re.fullmatch("[0-9]+", part.digits) for part in reading.parts if isinstance(part, Number))
        assert not any(re.search(r"\d", part) for part in reading.parts if isinstance(part, str))


@given(swedish)
def test_no_digit_is_left(text: str) -> None:
    """Every digit of the text stands inside a reading."""
    read = {at for reading in readings(text) for at in range(reading.start, reading.end)}
    assert all(at in read for at, character in enumerate(text) if character.isdecimal())


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No text at all makes reading fail."""
    assert isinstance(normalize(text), str)


@given(st.integers(min_value=0, max_value=LARGEST))
def test_numbers_have_words(number: int) -> None:
    """Every number has a cardinal and an ordinal, made of letters and spaces."""
    assert re.fullmatch(r"[a-zåäö ]+", cardinal(number) + ordinal(number))


def test_numbers_are_spelt_right() -> None:
    """Where Swedish is irregular, the words are the ones in the dictionary."""
    assert [cardinal(n) for n in (40, 80, 100, 1000, 1100, 21_000, 10**6, 2 * 10**9)] == [
        "fyrtio", "åttio", "hundra", "tusen", "ettusen etthundra", "tjugoettusen", "en miljon", "två miljarder"
    ]  # fmt: skip
    assert [ordinal(n) for n in (1, 2, 12, 20, 21, 100, 101, 1000)] == [
        "första", "andra", "tolfte", "tjugonde", "tjugoförsta", "hundrade", "hundraförsta", "tusende"
    ]  # fmt: skip


def test_numbers_differ() -> None:
    """No two numbers below ten thousand are said alike."""
    assert len({cardinal(n) for n in range(10_000)}) == len({ordinal(n) for n in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 000 ",
        "1.",
        "1-",
        "1/2 ",
        "a.",
        "a@",
        "www.",
        ".",
        "§ ",
        "- ",
        "1:",
        "0 ",
        "+",
        "2024-",
        "mån,",
        "maj 1 ",
        "1, ",
        "A",
        "%",
        "IV",
        "t.",
        "a/",
        "½",
        "t.v. ",
        "5 m.m. ",
        "den 5, ",
        "5.8.",
        "1/2-",
        "fick ",
        "2-1 (",
        "1:02:",
        "62° ",
        "[1]",
        "* ",
        "1 f.Kr. ",
        "3 a, ",
        "kg-",
        "EN 301 ",
        "ABQ ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""
    assert exponent(lambda length: readings((piece * length)[:length]), 2_000) < LINEAR
