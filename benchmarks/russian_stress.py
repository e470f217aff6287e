"""Makes the tables of Russian stress that the built-in voice is told: speech/ru/tables/*.tsv.

    python -m benchmarks.russian_stress [--words 120000]

Needs, beside the project: silero-stress (with torch), gruut-lang-ru, wordfreq, piper-tts. All are MIT or Apache
licensed but piper-tts, whose espeak-ng is only asked here how it says a word with a mark of stress.

- `stress.tsv`: frequent words that espeak-ng stresses otherwise than both silero-stress and gruut-lang-ru do.
  Loanwords with a hard consonant before a written е (темп) stand there too.
- `homographs.tsv`: forms that are a genitive singular with one stress and a nominative plural with another. Silero is
  asked for both in a sentence that leaves no choice; a masculine plural in -а/-я is always stressed at its end.
- `locatives.tsv`: forms that are stressed at their end after в and на (на берегу́), elsewhere not (к бе́регу).
- `homonyms.tsv`: the IPA of the pairs that `homonyms.txt` beside this file lists, which context tells apart.
A line holds the spelling with U+0301 and the IPA of the voice; all but `stress.tsv` have that twice. `clitics.tsv`,
where a preposition takes the stress of its noun (на́ дом), is written by hand: the words, as one with a mark, the IPA.

What is put into `stress.tsv` by hand stands in `russian_extras.tsv` beside this file, which `--merge` alone puts in
again, without asking any model.
"""

import argparse
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pymorphy3

from readerapp.engines.espeak import EspeakEngine

ACCENT: Final = "\u0301"
VOWELS: Final = "аеёиоуыэюя"
IPA_VOWELS: Final = "aɑʌəeɛiɪyɨoɔɵɞuʉʊæɐøœʏɜ"
TABLES: Final = Path(__file__).parents[1] / "readerapp" / "speech" / "ru" / "tables"
ALPHABET: Final = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё")
BATCH: Final = 200

HARD: Final = {
    "темп": "тэмп", "тендер": "тэндэр", "тест": "тэст", "отел": "отэл", "интернет": "интэрнэт", "менедж": "мэнэдж",
    "сервис": "сэрвис", "сервер": "сэрвер", "рейтинг": "рэйтинг", "теннис": "тэннис", "антенн": "антэнн",
    "модем": "модэм", "модел": "модэл", "детектив": "дэтэктив", "бутерброд": "бутэрброд", "шедевр": "шэдэвр",
    "тезис": "тэзис", "бартер": "бартэр", "тендерн": "тэндэрн", "партер": "партэр", "стенд": "стэнд", "тент": "тэнт",
    "тембр": "тэмбр", "синтез": "синтэз", "протез": "протэз", "дефис": "дэфис", "денди": "дэнди", "кафе": "кафэ",
    "шоссе": "шоссэ", "купе": "купэ", "фойе": "фойэ", "портмоне": "портмонэ", "резюме": "рэзюмэ", "бизнес": "бизнэс",
    "фитнес": "фитнэс", "генетик": "гэнэтик", "генетич": "гэнэтич", "экстерн": "экстэрн", "инертн": "инэртн",
}  # fmt: skip
"""Beginnings of words with a hard consonant before a written е, as the voice must see them."""

Say = Callable[[str], str]


def marked(plus: str) -> str:
    """A word in silero's spelling ("+" before the stressed vowel) in ours; ё carries no mark."""
    said, stressed = "", False
    for letter in plus:
        if letter == "+":
            stressed = True
            continue
        said += letter + (ACCENT if stressed and letter != "ё" else "")
        stressed = False
    return said


def place(word: str) -> int:
    """The number of the stressed vowel of a marked word, -1 without a mark."""
    vowels = [at for at, letter in enumerate(word) if letter in VOWELS]
    at = next((i for i, letter in enumerate(word) if word[i + 1 : i + 2] == ACCENT or letter == "ё"), -1)
    return vowels.index(at) if at in vowels else -1


def with_stress(word: str, number: int) -> str:
    """The word marked at its vowel `number`."""
    at = [i for i, letter in enumerate(word) if letter in VOWELS][number]
    return word if word[at] == "ё" else word[: at + 1] + ACCENT + word[at + 1 :]


def in_sentence(say: Say, frame: str, word: str) -> str:
    """How the last word of a sentence is stressed."""
    return marked(say(f"{frame} {word}").split()[-1])


def gruut() -> dict[str, int]:
    """Number of the stressed vowel by word."""
    folder = Path(str(import_module("gruut_lang_ru").__file__)).parent
    found: dict[str, int] = {}
    with sqlite3.connect(folder / "lexicon.db") as database:
        for word, phonemes in database.execute("select word, phonemes from word_phonemes order by pron_order desc"):
            vowels = [sound for sound in phonemes.split() if any(sign in IPA_VOWELS for sign in sound)]
            found[word] = next((n for n, sound in enumerate(vowels) if "ː" in sound), -1)
    return found


def voice_ipa(words: Sequence[str], build: Any) -> list[str]:
    """The IPA in which a build of espeak-ng says each word."""
    engine = EspeakEngine(workers=1, build=build)
    try:
        return [ipa for at in range(0, len(words), BATCH) for ipa in engine._ipa("ru", words[at : at + BATCH])]  # noqa: SLF001 - asked here only
    finally:
        engine.close()


def heard(ipa: str) -> list[int]:
    """The numbers of the stressed vowels of an IPA."""
    number, stressed, found = 0, False, []
    for sign in ipa.replace("ɪ^", ""):
        if sign == "ˈ":
            stressed = True
        elif sign in IPA_VOWELS:
            found += [number] if stressed else []
            stressed, number = False, number + 1
    return found


def homographs(words: Sequence[str], dictionary: Any, say: Say) -> Iterator[tuple[str, str]]:
    """Forms with two stresses: as a genitive singular, as a nominative plural."""
    for word in words:
        for lemma in _both(word, dictionary):
            gender = str(lemma.tag.gender)
            oblique = lemma.inflect({"ablt" if gender == "femn" else "datv", "sing"})
            if oblique is None or "ё" in word or word[-1] not in {"femn": "ыи"}.get(gender, "ая"):
                continue
            if gender == "femn" and lemma.normal_form[-1] not in "ая":
                continue
            singular = place(in_sentence(say, "с этой" if gender == "femn" else "к этому", oblique.word))
            plural = in_sentence(say, "Нам нужны эти", word)
            last = _vowels(word) - 1
            if gender == "masc":
                plural = with_stress(word, last)
            if singular >= 0 and place(plural) not in (-1, singular):
                yield with_stress(word, singular), plural
                break


def _both(word: str, dictionary: Any) -> Iterator[Any]:
    """The nouns of which the word is the genitive singular and the nominative plural."""
    parses = [
        p for p in dictionary.parse(word) if p.tag.POS == "NOUN" and not {"Surn", "Name", "Patr"} & p.tag.grammemes
    ]
    for lemma in dict.fromkeys(p.normal_form for p in parses):
        own = [p for p in parses if p.normal_form == lemma]
        forms = {(p.tag.case, p.tag.number) for p in own}
        if {("gent", "sing"), ("nomn", "plur")} <= forms:
            yield own[0]


def locatives(words: Sequence[str], dictionary: Any, say: Say) -> Iterator[tuple[str, str]]:
    """Forms by their stress elsewhere and after в and на."""
    for word in words:
        cases = {p.tag.case for p in dictionary.parse(word) if p.tag.POS == "NOUN" and p.tag.number == "sing"}
        if "loc2" not in cases or "ё" in word:
            continue
        elsewhere = in_sentence(say, "к этому" if word[-1] in "ую" else "нет этой", word)
        last = with_stress(word, _vowels(word) - 1)
        if place(elsewhere) >= 0 and elsewhere != last:
            yield elsewhere, last


def hard(words: Sequence[str], say: Say) -> Iterator[tuple[str, str]]:
    """Loanwords, marked, with the spelling by which the voice says them."""
    for word in words:
        for stem, spelling in HARD.items():
            if word.startswith(stem):
                told = marked(say(word))
                told = told if ACCENT in told else with_stress(word, 0)
                yield told, with_stress(spelling + word[len(stem) :], place(told))


def inflected(word: str, dictionary: Any) -> Iterator[str]:
    """A marked word and its forms, all stressed on the same vowel."""
    plain, number = word.replace(ACCENT, ""), place(word)
    yield word
    for parse in dictionary.parse(plain)[:1] if dictionary.word_is_known(plain) else ():
        for form in parse.lexeme:
            if len(form.word) >= len(plain) - 1 and form.word[:3] == plain[:3] and number < _vowels(form.word):
                yield with_stress(form.word, number)


def _vowels(word: str) -> int:
    return sum(letter in VOWELS for letter in word)


def misread(words: Sequence[str], dictionary: Any, say: Say) -> Iterator[str]:
    """Words, marked, that the voice stresses otherwise than both sources."""
    source = gruut()
    for word, ipa in zip(words, voice_ipa(words, "loader"), strict=True):
        right = source.get(word, -1)
        said = heard(ipa)
        if right < 0 or not said or said == [right] or not dictionary.word_is_known(word):
            continue
        if len(word) < 4 or any("Abbr" in p.tag for p in dictionary.parse(word)):
            continue
        told = marked(say(word))
        if place(told) == right and "ё" not in told:
            yield told


def extras() -> dict[str, str]:
    """What was put in by hand: IPA by marked word."""
    return read(Path(__file__).with_name("russian_extras.tsv"))


def read(path: Path) -> dict[str, str]:
    """A table of marked words and their IPA."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {word: ipa for word, _, ipa in (line.partition("\t") for line in lines if line)}


def merged(made: Mapping[str, str]) -> list[str]:
    """The lines of `stress.tsv`: what the script made, and over it what was put in by hand."""
    return sorted(f"{word}\t{ipa}" for word, ipa in ({**made, **extras()}).items())


def main() -> None:
    """Write the tables, or only put in again what was written by hand."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--words", type=int, default=120_000)
    options.add_argument("--merge", action="store_true")
    given = options.parse_args()
    if given.merge:
        _write("stress.tsv", merged(read(TABLES / "stress.tsv")))
    else:
        make(given.words)


def make(count: int) -> None:
    """Ask the sources and the voice, and write all tables."""
    spelled = [word for word in import_module("wordfreq").top_n_list("ru", count) if ALPHABET.issuperset(word)]
    frequent = [word for word in spelled if _vowels(word) > 1]
    dictionary = pymorphy3.MorphAnalyzer(lang="ru")
    accentor = import_module("silero_stress").load_accentor()

    def say(text: str) -> str:
        return str(accentor(text, stress_single_vowel=False))

    pairs = list(homographs(frequent, dictionary, say))
    places = list(locatives(frequent, dictionary, say))
    listed = (Path(__file__).with_name("homonyms.txt")).read_text(encoding="utf-8").split("\n")
    senses = [(one, other) for one, other in (line.split() for line in listed if line and line[0] not in "#=+")]
    pairs += [(one, other) for _, one, other in (line.split() for line in listed if line.startswith("="))]
    loans = dict(hard([word for word in spelled if _vowels(word)], say))
    known = [form for line in listed if line.startswith("+") for form in inflected(line.split()[1], dictionary)]
    paired = {one.replace(ACCENT, "") for one, _ in (*pairs, *senses, *places)}
    single = [word for word in misread(frequent, dictionary, say) if word.replace(ACCENT, "") not in paired]
    tables = {"homographs.tsv": pairs, "locatives.tsv": places, "homonyms.tsv": senses}
    single = [*dict.fromkeys([*single, *known])]
    forms = [*single, *loans.values(), *(form for table in tables.values() for pair in table for form in pair)]
    ipa = dict(zip(forms, voice_ipa(forms, "piper"), strict=True))
    alone = {word: ipa[word] for word in single} | {word: ipa[spelling] for word, spelling in loans.items()}
    _write("stress.tsv", merged(alone))
    for name, table in tables.items():
        _write(name, sorted(f"{one}\t{ipa[one]}\t{other}\t{ipa[other]}" for one, other in table))


def _write(name: str, lines: Sequence[str]) -> None:
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} lines")


if __name__ == "__main__":
    main()
