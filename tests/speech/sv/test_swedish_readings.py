"""What Swedish text is read as, case by case and for any text at all."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.speech.sv import normalize, readings, words
from readerapp.speech.sv.numbers import LARGEST, cardinal, ordinal

HERE = Path(__file__).parent
CASES = [
    line.split("\t")
    for line in (HERE / "cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PARTS = (
    "1 12 08 1995 2024 3,5 10 000 ½ - – − . , : / § % kr :- € $ km m² kl. v. t.ex. bl a ca nr s. kap. den maj jan. "
    "mån fre "
    "SFS dnr + = & @ www. .se ( ) åringar -talet Karl XII :a :e \u00a0 \u2009 \n st 1177 112 07 0 +46 \ue000 \ue001 ² "
    "A B"
).split(" ")
swedish = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=14).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)


@pytest.mark.parametrize("category", sorted({case[0] for case in CASES}))
def test_cases(category: str) -> None:
    """Every written form in the table is read as the table says."""
    cases = {written: spoken for kind, written, spoken in CASES if kind == category}
    assert {written: normalize(written) for written in cases} == cases


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
def test_tokens_say_what_is_spoken(text: str) -> None:
    """A token in words is the spoken text, every reading has a rule, and no digit is left in it."""
    for reading in readings(text):
        assert reading.rule
        assert not reading.token or words(reading.token) == reading.spoken
        assert not re.search(r"[\d<>]", reading.spoken)
        assert all(
            re.fullmatch(r"c:[0-9]+(:u)?|o:[0-9]+(:m)?|[yd]:[0-9]+", t) for t in re.findall(r"<(.*?)>", reading.token)
        )


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
    ],
)
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""

    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        begin = time.process_time()
        readings(text)
        return time.process_time() - begin

    small, large = min(seconds(2_000) for _ in range(2)), min(seconds(8_000) for _ in range(2))
    assert large < 12 * small + 0.02
