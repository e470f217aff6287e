"""The lexicons that we ship: each entry makes the engine that we ship, or piper's, sound nearer to right."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from readerapp.engines.espeak_builds import BuildName
from readerapp.speech import check, explain, pls
from readerapp.speech.lexicon_set import SHIPPED
from readerapp.testing import ipa

Say = Callable[[str, Sequence[str]], list[str]]
LIKE = ("əɛe", "aɑ", "ɔoʊ", "uʊ", "ɵʉ", "øœ", "iɪ", "yʏ")
VOWELS = "aɑəɛeɪiɔoʊuɵʉøœyʏæ"
TARGETS = Path(__file__).with_name("pronunciations_sv.tsv")


def _sounds(phonemes: str) -> str:
    """Swedish sounds and main stress: no length, no spaces, the sj-sound as one, retroflexes as their letters."""
    plain = re.sub(r"\([a-z]+\)|[ːˌ ]", "", phonemes).replace("sx", "ɧ")
    return re.sub("r(?=[tdnl])", "", plain.translate(str.maketrans("ʈɖɳɭ", "tdnl")))


def _distance(said: str, right: str) -> float:
    """Edits from one row of sounds to another; half an edit between vowels that are alike."""
    row = [float(number) for number in range(len(right) + 1)]
    for number, sound in enumerate(said, 1):
        before, row = row, [float(number)]
        for place, wanted in enumerate(right):
            alike = any(sound in group and wanted in group for group in LIKE)
            change = 0.0 if sound == wanted else 0.5 if alike else 1.0
            row.append(min(before[place] + change, before[place + 1] + 1, row[place] + 1))
    return row[-1]


@pytest.mark.parametrize(("language", "least"), [("sv", 1), ("ru", 120)])
def test_a_shipped_lexicon_is_valid_and_large(language: str, least: int) -> None:
    """Each shipped file follows PLS 1.0, has its entries and no spelling twice."""
    path = SHIPPED / f"{language}.pls"
    assert check(path) == ()
    spellings = [entry.grapheme for entry in pls.read(path).entries]
    assert len(spellings) >= least
    assert len(set(spellings)) == len(spellings)


@pytest.mark.parametrize("build", ["loader", "piper"])
def test_swedish_names_sound_right(build: BuildName) -> None:
    """Towns, authorities and Russian names, which the voice says wrongly by itself, are right in both builds."""
    right = dict(line.split("\t") for line in TARGETS.read_text(encoding="utf-8").splitlines())
    said = {name: ipa(name, "sv", build).replace("ʲ", "") for name in right}
    far = {name: said[name] for name in right if _distance(_sounds(said[name]), _sounds(right[name])) > 1}
    assert far == {}
    assert [name for name in right if _stress(said[name]) != _stress(right[name])] == []


def _stress(phonemes: str) -> int:
    """How many vowels come before the first main stress."""
    return sum(sign in VOWELS for sign in phonemes.partition("ˈ")[0])


def test_russian_phonemes_are_those_of_the_marked_word(espeak: Say, piper: Say) -> None:
    """Piper's espeak-ng obeys the mark and says each alias as its phonemes are; the plain word is said otherwise."""
    entries = pls.read(SHIPPED / "ru.pls").entries
    plain = espeak("ru", [entry.grapheme for entry in entries])
    marked = piper("ru", [entry.alias for entry in entries])
    for entry, word, alias in zip(entries, plain, marked, strict=True):
        assert alias.replace('"', "").replace(" ", "") == entry.phonemes, entry.grapheme
        assert word.replace('"', "").replace(" ", "") != entry.phonemes, entry.grapheme


def test_russian_cases_have_the_phonemes_of_the_marked_form(piper: Say) -> None:
    """The phonemes that an entry's cases get by rule are what piper's espeak-ng says of the marked form."""
    lexicon = pls.read(SHIPPED / "ru.pls")
    stems: dict[str, tuple[str, ...]] = {entry.grapheme: ("а", "у", "ом", "е") for entry in lexicon.entries}
    stems |= {name[:-1]: ("у", "ой", "е", "ы", "и") for name in stems if name.endswith("а")}
    forms = [row for stem, ends in stems.items() for end in ends for row in explain(stem + end, "ru", [lexicon])]
    formed = [form for form in forms if form.phonemes and form.displayed not in stems]
    said = piper("ru", [form.spoken for form in formed])
    same = [sounds.replace('"', "") == form.phonemes for form, sounds in zip(formed, said, strict=True)]
    assert len(formed) > 400
    assert sum(same) > 0.99 * len(same)


@pytest.mark.parametrize(
    ("language", "word"),
    [("sv", "Sörmland"), ("sv", "Viborg"), ("ru", "Нючёпинг"), ("ru", "Сёдерманланд"), ("ru", "Выборг")],
)
def test_names_that_need_no_entry(language: str, word: str, espeak: Say) -> None:
    """The engine says these right as they are spelled, so an entry would change nothing."""
    right = {
        "Sörmland": "sˈœrmland",
        "Viborg": "vˈiːbɔrj",
        "Нючёпинг": 'nʲu"tʃʲˈɵpʲink',
        "Сёдерманланд": "sʲˈɵdʲirmʌnɭʌnt",
        "Выборг": "vˈybʌrk",
    }
    assert espeak(language, [word]) == [right[word]]
