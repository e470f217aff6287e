"""What is heard: everyday words in both builds of the built-in voice, told how to say what it would get wrong."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.russian_stress import ACCENT, VOWELS, heard
from benchmarks.swedish_words import right
from readerapp.engines.espeak_builds import BuildName, find_build
from readerapp.speech import normalize
from readerapp.testing import ipa

HERE = Path(__file__).parent
BUILDS: tuple[BuildName, ...] = ("loader", "piper")


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line]


def _stressed(marked: str) -> list[int]:
    """The numbers of the vowels that are marked, or ё."""
    bare = unicodedata.normalize("NFC", marked.lower())
    numbers, vowel = [], -1
    for sign in bare:
        vowel += sign in VOWELS
        if sign in ("ё", ACCENT):
            numbers.append(vowel)
    return numbers


def _misheard(language: str, build: BuildName) -> Iterator[str]:
    for word, wanted, _ in _rows(f"{language}/frequent.tsv"):
        said = ipa(word, language, build=build)
        fine = right(wanted.split("|"), said) if language == "sv" else heard(said) in ([], _stressed(wanted))
        if not fine:
            yield word


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("language", ["sv", "ru"])
def test_a_thousand_frequent_words_are_said_as_well_as_before(language: str, build: BuildName) -> None:
    """No word is misheard that was not, and a word that is mended is taken off the list."""
    if find_build(build) is None:
        pytest.skip(f"the build {build} of espeak-ng is not installed")
    known = {row[0] for row in _rows(f"{language}/frequent.tsv") if build[0] in row[2]}
    assert set(_misheard(language, build)) == known


@pytest.mark.parametrize("build", BUILDS)
def test_russian_sentences_are_stressed_by_their_context(build: BuildName) -> None:
    """Genitives and plurals, locatives, words with two senses, ё: every marked vowel carries a stress."""
    if find_build(build) is None:
        pytest.skip(f"the build {build} of espeak-ng is not installed")
    wrong = [
        f"{text}: {said}"
        for text, wanted, _ in _rows("ru/stress.tsv")[1:]
        if not set(_stressed(wanted)) <= set(heard(said := ipa(text, "ru", build=build)))
    ]
    assert wrong == []


@pytest.mark.parametrize("row", [row for row in _rows("ru/stress.tsv")[1:] if row[2] == "yo"], ids=lambda row: row[0])
def test_every_voice_is_told_which_e_is_yo(row: list[str]) -> None:
    """ё is put back where it is certain, and only there, in what any voice is given."""
    wanted = re.sub(ACCENT, "", row[1])
    said = normalize(row[0], "ru")
    assert [letter for letter in said if letter in "её"] == [
        letter for letter in _full(row[0], wanted) if letter in "её"
    ]


def _full(text: str, wanted: str) -> str:
    """The expected words, with the ё of those that the table leaves unmarked since they are not in question."""
    pairs = zip(text.split(), wanted.split(), strict=True)
    return " ".join(right if right != word else normalize(word, "ru") for word, right in pairs)


@pytest.mark.parametrize("word", ["все", "узнаем", "небо", "падеж", "совершенное", "передохнем", "лет", "мел", "чем"])
def test_a_word_that_may_be_either_stays_by_itself(word: str) -> None:
    """Where nothing tells, the е of the page is kept."""
    assert normalize(f"Слово «{word}»", "ru").count("ё") == 0
