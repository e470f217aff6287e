"""What holds for any text whatever: places, order, coverage and time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.model import Substitution
from readerapp.speech.ru import LANGUAGE
from tests.growth import LINEAR, exponent

readings, sentences = LANGUAGE.read, LANGUAGE.sentences

PIECES = [
    "5",
    "10",
    "21",
    "2023",
    "1",
    "000",
    "12.05.2020",
    "13:30",
    "3,5",
    "%",
    "₽",
    "$",
    "№",
    "§",
    "г.",
    "гг.",
    "руб.",
    "тыс.",
    "млн",
    "ул.",
    "д.",
    "кв.",
    "ст.",
    "ч.",
    "п.",
    "т.",
    "е.",
    "и",
    "др.",
    "в",
    "с",
    "по",
    "до",
    "от",
    "на",
    "к",
    "XIX",
    "II",
    "IV",
    "век",
    "1-й",
    "25-летие",
    "2-х",
    "-5",
    "+7",
    "(812)",
    "123-45-67",
    "8",
    "–",
    "—",
    "…",
    ".",
    ",",
    ":",
    ";",
    "(",
    ")",
    "«",
    "»",
    "/",
    "а/я",
    "www.mos.ru",
    "a@b.ru",
    "школ",
    "дней",
    "мая",
    "Пётр",
    "м²",
    "°C",
]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(alphabet="0123456789 .,:/-–IVXвгчкм%()\n\u00a0", max_size=60),
)


def _said_and_left(text: str, found: tuple[Substitution, ...]) -> str:
    pieces, at = [], 0
    for reading in found:
        pieces += [text[at : reading.start], text[reading.start : reading.end]]
        at = reading.end
    return "".join((*pieces, text[at:]))


@settings(max_examples=150)
@given(TEXTS)
def test_readings_are_ordered_and_give_the_text_back(text: str) -> None:
    """Readings are inside the text, in order, apart from each other, and displayed pieces join to the text."""
    found = readings(text)
    edges = [edge for r in found for edge in (r.start, r.end)]
    assert edges == sorted(edges)
    assert all(0 <= r.start < r.end <= len(text) for r in found)
    assert _said_and_left(text, found) == text
    assert all(r.rule for r in found)


@settings(max_examples=150)
@given(TEXTS)
def test_no_figure_is_spoken_as_a_figure(text: str) -> None:
    """What a reading says is words: no engine's own reading of figures is relied on."""
    assert not any(c in "0123456789" for r in readings(text) for c in r.spoken)


@settings(max_examples=150)
@given(TEXTS)
def test_sentences_cover_all_but_spaces(text: str) -> None:
    """Every character that is not a space is in exactly one sentence, and the sentences are in order."""
    spans = sentences(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())


HOSTILE = """9 1· 1·000· 1. 12.05. 1- 1: 1/ 1,· 5·и· . … -· ( « X IV– г.· ст.·5· т.·е.· www. a@ 8·(812)· +7 А.· слово·
    слово 5– %· в·5· № ул.· Б 1-й· пн- в· 5·новых· 5·( // $ «А!· 2023,· Иван·I· X·и· 5·(пять· a.ru/ 1·мая,·
    на·5·км· 5·л.· 1:5· H2 дом·5·к· * [1] ½·ч. ум.·1900· с·5·до· сын·5· 8-00,· ст.·5,· #а (1900) им.А
    муниц.· нач.·XVI·–· ул.·Мира·и· 5·муниц.· рис.·5·и· сел· -5, +46·(0) янв.– 1-й·кат.· кровли·6·школ· спец""".split()


@pytest.mark.parametrize("unit", [unit.replace("·", " ") for unit in HOSTILE])
def test_time_grows_with_length_only(unit: str) -> None:
    """Hostile repetition costs no more than its length: 16 times the text takes nowhere near 16² times as long."""

    def read(length: int) -> None:
        text = unit * (length // len(unit))
        readings(text)
        sentences(text)

    assert exponent(read, 500, 16) < LINEAR


@pytest.mark.parametrize("unit", ["нач. XVI – ", "ул. Мира и ", "рис. 5 и ", "рабочих "])
def test_a_chain_of_any_length_is_read(unit: str) -> None:
    """What looks along a chain stops after some links, and never calls itself as often as the chain is long."""
    assert readings("5 " + unit * 2000)
