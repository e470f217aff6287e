"""What the engines make of Russian: the reasons for spoken forms that look odd, checked on the engines themselves."""

import re
from collections.abc import Callable, Sequence

import pytest

from readerapp.speech.ru import LANGUAGE

normalize = LANGUAGE.normalize

Say = Callable[[str, Sequence[str]], list[str]]


def _sounds(say: Say, text: str) -> str:
    """The sounds alone, without stress, length and spaces, and with one kind of "a"."""
    return re.sub(r'[ˈˌː" ]', "", say("ru", [text])[0]).replace("ɑ", "a")


@pytest.mark.parametrize("name", ["А. С. Пушкин", "К. В. Иванов", "Я. Б. Князев"])
def test_initials_are_said_in_one_breath(name: str, espeak: Say, piper: Say) -> None:
    """Without the spaces the engines name each letter still, and the stops between them are gone."""
    for say in (espeak, piper):
        assert _sounds(say, normalize(name)) == _sounds(say, name)
        assert normalize(name).count(" ") == 0


def test_initials_without_full_stops_are_prepositions(espeak: Say) -> None:
    """“К В Иванов” has the sounds of "к в", which is why the full stops stay."""
    assert _sounds(espeak, "К В Иванов").startswith("kv")
    assert _sounds(espeak, normalize("К. В. Иванов")).startswith("kavɛ")


@pytest.mark.parametrize(
    ("written", "letter"),
    [
        ("10 «Б» класс", "bɛ"),
        ("в 5В классе", "vɛ"),
        ("пункт «в» части 3", "vɛ"),
        ("пункт «к» статьи", "ka"),
        ("витамин С полезен", "ɛs"),
        ("лит. В по ул. Мира", "vɛ"),
        ("д. 5К по ул. Мира", "ka"),
    ],
)
def test_a_label_before_a_word_is_a_letter(written: str, letter: str, espeak: Say, piper: Say) -> None:
    """Engines say a lone consonant before a word as a preposition or a particle; its name is said as a letter."""
    for say in (espeak, piper):
        assert letter in _sounds(say, normalize(written))
        assert letter not in _sounds(say, written)


@pytest.mark.parametrize(
    ("written", "heard"), [("ООН", "ooɛn"), ("УФАС", "uɛfaɛs"), ("СПбГУ", "ɛspɛbɛɡɛu"), ("УК РФ", "ukaɛrɛf")]
)
def test_acronyms_that_engines_would_read_are_spelled(written: str, heard: str, espeak: Say) -> None:
    """An engine reads these letters as a word, or drops some."""
    assert _sounds(espeak, normalize(written)) == heard
    assert _sounds(espeak, written) != heard


@pytest.mark.parametrize("written", ["МЧС", "ФСБ", "ЖКХ", "МФЦ", "РФ", "ДТП"])
def test_acronyms_without_vowels_are_left_to_the_engine(written: str, espeak: Say) -> None:
    """Engines name the letters of these themselves: there are as many vowels as letters."""
    assert normalize(written) == written
    assert len(re.findall("[aɛiou]", _sounds(espeak, written))) == len(written)


@pytest.mark.parametrize("stem", ["двадцатипятилетие", "трёхсотдвадцатилетию", "двухсотпятидесятиграммовый"])
def test_long_compounds_have_one_chief_stress(stem: str, espeak: Say) -> None:
    """A compound numeral is one word to the engine, with one chief stress."""
    assert espeak("ru", [stem])[0].count("ˈ") == 1
