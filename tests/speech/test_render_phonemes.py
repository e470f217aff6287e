"""What espeak-ng says, in phonemes: the reasons for each thing that the renderer does, checked on the engine itself."""

import re
from collections.abc import Callable, Sequence

import pytest

from readerapp.model import Utterance
from readerapp.speech import render
from readerapp.speech.reading import read
from tests.speech.dictions import DICTIONS

Say = Callable[[str, Sequence[str]], list[str]]


def _one(say: Say, text: str, language: str = "sv") -> str:
    return say(language, [text])[0]


def _rendered(text: str, style: str, language: str = "sv") -> str:
    readings = read(text, language)
    utterance = Utterance(text=text, language=language, block=0, start=0, end=len(text), substitutions=readings)
    return render(utterance, DICTIONS[style]).text


def _plain(phonemes: str) -> str:
    """Without stress, length and spaces: the sounds alone."""
    return re.sub(r'[ˈˌː" ]', "", phonemes)


def test_no_break_spaces_break_numbers(espeak: Say) -> None:
    """Espeak-ng reads "12 345" with a no-break space as two numbers, so no fixed space may reach it."""
    assert _one(espeak, "12\u00a0345") != _one(espeak, "12 345")
    for space in "\u00a0\u2009\u202f\u2007":
        assert _rendered(f"12{space}345 barn", "espeak") == "12 tusen 345 barn"


def test_five_digits_become_millions_later_in_the_process(fresh_espeak: Say) -> None:
    """After some large numbers espeak-ng 1.52 reads "12345" as millions, but "12 tusen 345" stays right."""
    before, scaled = fresh_espeak("sv", ["12345", "12 tusen 345"])
    after, still = fresh_espeak("sv", ["1000000000", "12345", "12 tusen 345"])[1:]
    assert "mɪlj" not in before
    assert "mɪlj" in after
    assert scaled == still
    assert _plain(scaled) == _plain(before).replace("sɛn", "sən")


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("12 345 barn", "12 tusen 345 barn"),
        ("1 234 567 kronor", "en miljon 234 tusen 567 kronor"),
        ("3,5 procent", "3 komma 5 procent"),
        ("1 000 000 kronor", "en miljon kronor"),
        ("2 000 000 000 kronor", "2 miljarder kronor"),
        ("1 000 barn", "tusen barn"),
        ("år 1995", "år 19 hundra 95"),
        ("år 2000", "år 2 tusen"),
        ("1 bil", "en bil"),
        ("21 bilar", "20 en bilar"),
        ("1 barn", "1 barn"),
        ("den 10 maj", "den tijonde maj"),
        ("den 31 maj", "den 30 första maj"),
        ("på 1990-talet", "på 19 hundra 90-talet"),
        ("40-årig", "40-årig"),
        ("Karl XII", "Karl den tolfte"),
        ("1234567 invånare", "en miljon 234 tusen 567 invånare"),
    ],
)
@pytest.mark.parametrize("style", ["espeak", "piper"])
def test_swedish_numbers_are_put_with_scale_words(text: str, put: str, style: str) -> None:
    """Numbers up to 999 go as digits, larger ones with their scales as words, ordinals as they are heard."""
    assert _rendered(text, style) == put


def test_joined_number_words_are_misread(espeak: Say, piper: Say) -> None:
    """“femtionio” gets a false sj-sound in both engines; digits sound right, so words on a page become digits."""
    for say in (espeak, piper):
        assert re.search("sx|ɧ", _one(say, "femtionio"))
        assert not re.search("sx|ɧ", _one(say, "59"))
    assert _rendered("femtionio och tjugofem", "espeak") == "59 och 25"


def test_stress_of_eighteen(espeak: Say) -> None:
    """“arton” gets its stress on the end; "18" does not."""
    assert _one(espeak, "arton").startswith("a")
    assert _one(espeak, _rendered("arton", "espeak")).startswith("ˈ")


@pytest.mark.parametrize("word", ["tionde", "femtionde", "sextionde"])
def test_ordinals_with_a_false_sj_sound(word: str, espeak: Say, piper: Say) -> None:
    """These ordinals are said with a sj-sound by both engines, respelled with j they are not."""
    for say, style in ((espeak, "espeak"), (piper, "piper")):
        assert re.search("sx|ɧ", _one(say, word))
        said = _one(say, _rendered(word, style))
        assert not re.search("sx|ɧ", said)
        assert _plain(said).endswith("tijɔndə")


def test_no_ordinal_up_to_a_hundred_has_a_false_sound(espeak: Say, piper: Say) -> None:
    """A sj-sound is heard in ordinals with six (sjätte), seven and seventy only, and there alone."""
    for say, style in ((espeak, "espeak"), (piper, "piper")):
        for number in range(1, 101):
            said = _one(say, _rendered(f"{number}:e" if number % 10 not in (1, 2) else f"{number}:a", style))
            rightly = number in range(70, 80) or number == 17 or (number % 10 in (6, 7) and number != 16)
            assert bool(re.search("sx|ɧ", said)) == rightly, (number, said)


def test_numbers_to_999_are_the_engines_own_digits(espeak: Say) -> None:
    """A number word on the page sounds as its digits do, for every number from 13 to 999 that has one word."""
    from readerapp.speech.sv import numbers  # noqa: PLC0415 - the words under test

    counted = [number for number in range(13, 1000) if number != 100]
    words = espeak("sv", [_rendered(numbers.cardinal(number), "espeak") for number in counted])
    assert words == espeak("sv", [str(number) for number in counted])


def test_decimal_comma(espeak: Say) -> None:
    """“3,5” is read with "punkt"; "3 komma 5" with "komma"."""
    assert "pˈɵŋkt" in _one(espeak, "3,5")
    assert "kˈɔma" in _one(espeak, _rendered("3,5", "espeak"))


def test_russian_words_are_better_than_digits(espeak: Say) -> None:
    """Russian digits have false sounds that the words do not have, so words it is, for every engine."""
    for number, word in (("7", "семь"), ("60", "шестьдесят"), ("0", "ноль")):
        assert _plain(_one(espeak, number, "ru")) != _plain(_one(espeak, word, "ru"))
    assert _rendered("7 домов", "espeak", "ru") == _rendered("7 домов", "words", "ru") == "семь домов"


def test_russian_decimals_are_broken(espeak: Say, piper: Say) -> None:
    """Both engines say "3,5" as "three and fifty-hundredths"; words say tenths."""
    for say in (espeak, piper):
        assert _plain(_one(say, "3,5", "ru")).endswith("pʲɑtʲdʲɪsʲɑtøx")
    assert _rendered("3,7 метра", "espeak", "ru") == "три целых семь десятых метра"


def test_endless_words_are_cut(espeak: Say) -> None:
    """A page's letters without a space reach the engine as words of a length that it can take."""
    rendered = [_rendered("ab" * 5000, "espeak"), _rendered("1" * 5000, "espeak")]
    assert max(len(word) for text in rendered for word in text.split()) <= 60
    assert all(espeak("sv", rendered))


def test_the_stress_mark(espeak: Say, piper: Say) -> None:
    """Espeak-ng 1.52 loses the stress of a word with U+0301, piper's obeys it: stripped for one, kept for the other."""
    marked, plain = "па\u0301мять", "память"
    assert _one(espeak, marked, "ru") != _one(espeak, plain, "ru")
    assert _one(piper, marked, "ru") == _one(piper, plain, "ru")
    assert _one(piper, "за\u0301мок", "ru") != _one(piper, "замо\u0301к", "ru")
    assert _rendered(marked, "espeak", "ru") == _rendered(marked, "words", "ru") == plain
    assert _rendered(marked, "piper", "ru") == marked


def test_decomposed_letters_are_misread(espeak: Say) -> None:
    """“å” as a letter and a ring is two sounds; composed it is one."""
    assert _one(espeak, "a\u030al") != _one(espeak, "ål")
    assert _rendered("a\u030al", "espeak") == "ål"


def test_soft_hyphens_and_emoji_are_heard(espeak: Say) -> None:
    """An emoji is read out by its name, and a zero-width space breaks a word; neither reaches the engine."""
    assert _one(espeak, "hej 🎉") != _one(espeak, "hej")
    assert _rendered("hej 🎉", "espeak").strip() == "hej"
    assert _one(espeak, "kom\u200bmun") != _one(espeak, "kommun")
    assert _rendered("kom\u00admun kom\u200bmun", "espeak") == "kommun kommun"


def test_brackets_do_not_reach_the_engines(espeak: Say) -> None:
    """“[[” opens raw phonemes in piper and in espeak-ng's own interface; as parentheses they sound like nothing."""
    for style in ("espeak", "piper"):
        assert _rendered("[[hej]] då", style) == "((hej)) då"
    assert _plain(_one(espeak, "((hej)) då")) == _plain(_one(espeak, "hej då"))
