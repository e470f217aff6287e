"""Makes the table of Swedish words that the built-in voice is told: speech/sv/tables/words.tsv.gz.

    python -m benchmarks.swedish_words [--leave-out 3] [--score 300]

Needs, beside the project: gruut-lang-sv (MIT, 21,108 words with IPA), wordfreq, piper-tts. A line holds a word, its IPA
and a sign: `!` where one of the two builds of espeak-ng says the word otherwise (another main stress, or more than one
sound in seven), nothing where the voice is right and the word is only there to build compounds of.

The consonants are the voice's own where both agree but for length and retroflexes, which the source does not write; a
pronunciation that does not fit the spelling (the source gives infinitives the sound of the present tense) is left out.

With `--leave-out N` every Nth word, drawn by its hash (`--part` says which), is kept out of
the table, nothing is written, and `--score` words of these, drawn by frequency with a fixed seed, are scored as a
listener would hear them.
"""

import argparse
import gzip
import hashlib
import math
import random
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from readerapp.engines.espeak import EspeakEngine
from readerapp.model import Diction
from readerapp.speech import render, utterance
from readerapp.speech.rendering import ORDINARY
from readerapp.speech.sv import words as told_words
from readerapp.speech.sv.loanwords import Rules, vowels

TABLE: Final = Path(__file__).parents[1] / "readerapp" / "speech" / "sv" / "tables" / "words.tsv.gz"
VOWELS: Final = "aɑʌəeɛiɪyɨoɔɵɞuʉʊæɐøœʏɜ"
BUILDS: Final = ("loader", "piper")
BATCH: Final = 200
SHORT: Final = frozenset("era ism ist ekt ant ent ans ell".split())
SUPPORT: Final = 8
SURE: Final = 0.8
SURER: Final = 0.85
"""How many words must have an ending, and what share of them must agree, before it tells the stress."""
GRAMMAR: Final = {
    part: int(number)
    for number, *parts in map(
        str.split, Path(__file__).with_name("swedish_endings.txt").read_text(encoding="utf-8").splitlines()[1:]
    )
    for part in parts
}
"""How many vowels from the end the stress lies in loanwords; 9 where no loanword ends so."""
ADDED: Final = {
    "a": 1, "t": 0, "en": 1, "et": 1, "er": 1, "s": 0, "ens": 1, "ets": 1, "ers": 1, "erna": 2, "ernas": 2, "are": 2,
    "isk": 1, "iska": 2, "iskt": 1, "iker": 2,
}  # fmt: skip
"""Endings of forms and derivations, and how many vowels they add behind the stress."""
_FOLDS: Final = {
    "ɛ": "e", "ə": "e", "æ": "e", "ɪ": "i", "ʏ": "y", "ɔ": "o", "ʊ": "u", "ɵ": "ʉ", "ɑ": "a", "œ": "ø", "ʂ": "ɧ",
    "ʃ": "ɧ", "ɕ": "ɧ", "ɭ": "l", "ɫ": "l", "ʈ": "t", "ɖ": "d", "ɳ": "n", "g": "ɡ",
}  # fmt: skip
_NUCLEUS: Final = re.compile("[st]?tion(?=$|s|e|a)|[aeiouyåäöéà]")
"""A vowel as it is spelt; the two of -tion are one."""
_SILENT_END: Final = {
    "r": "rɹ",
    "n": "nɳŋ",
    "t": "tʈ",
    "s": "sʂɕ",
    "a": "aɑ",
    "e": "eɛəæ",
    "m": "m",
    "k": "k",
    "l": "lɭ",
}
"""Sounds with which a word that ends in the letter may end."""


def source() -> dict[str, list[str]]:
    """IPA by word: lower-case words of letters alone, in our way of writing it."""
    folder = Path(str(import_module("gruut_lang_sv").__file__)).parent
    found: dict[str, list[str]] = {}
    own = {word for word, _ in extras()}
    with sqlite3.connect(folder / "lexicon.db") as database:
        rows = database.execute("select word, phonemes from word_phonemes order by word, pron_order").fetchall()
    for word, phonemes in rows:
        ipa = fronted(word, phonemes.replace("²", "").replace(" ", "").replace("'", "ˈ").replace("g", "ɡ"))
        if "ˈ" not in ipa and len(slots(ipa)[1]) == 1:
            ipa = re.sub(f"([{VOWELS}])", r"ˈ\1", ipa)
        if word not in own and word.isalpha() and word == word.lower() and len(word) > 2 and fits(word, ipa):
            found.setdefault(word, []).append(ipa)
    return found


def fronted(word: str, ipa: str) -> str:
    """With ɛ for the a that the source writes where an e or ä stands before r: verk, färg, termin."""
    spelt = [found.group()[0] + word[found.end() : found.end() + 1] for found in _NUCLEUS.finditer(word)]
    starts = [place for place, sign in enumerate(ipa) if sign in VOWELS]
    signs = list(ipa)
    for number, place in enumerate(starts):
        front = spelt[number] in ("er", "är") if len(spelt) == len(starts) else "a" not in word
        if front and ipa[place] == "a" and ipa[place + 1 : place + 2] not in "ŋː":
            signs[place] = "ɛ"
    return "".join(signs)


def fits(word: str, ipa: str) -> bool:
    """Whether a pronunciation can be one of the spelling."""
    ends = _SILENT_END.get(word[-1])
    last = ipa.rstrip("ːˈ")[-1:]
    if ends and last not in ends and not (word.endswith("gt") or last == "ɖ"):
        return False
    if word[-1] in "åoyöiuä" and last not in VOWELS:
        return False
    letters = len(re.findall("[aeiouyåäöéà]+", word))
    return "ˈ" in ipa and abs(letters - len(slots(ipa)[1])) <= 1 + letters // 4


def slots(ipa: str) -> tuple[list[str], list[str]]:
    """Consonants around the vowels (one stretch more than there are), and the vowels with their stress and length."""
    consonants, vowels, stress = [""], [], ""
    for sign in unicodedata.normalize("NFC", ipa):
        if sign in "ˈˌ":
            stress = sign
        elif sign in VOWELS:
            vowels.append(stress + sign)
            consonants.append("")
            stress = ""
        elif sign == "ː" and vowels and not consonants[-1]:
            vowels[-1] += sign
        elif sign not in "²ʲ":
            consonants[-1] += sign
    return consonants, vowels


def folded(ipa: str) -> str:
    """Sounds in broad classes, without length, stress and the r that a retroflex has swallowed."""
    signs = (_FOLDS.get(sign, sign) for sign in ipa if unicodedata.category(sign) in ("Ll", "Lo"))
    said = re.sub(r"r(?=[tdnlɧs])", "", "".join(signs).replace("tɕ", "ɧ").replace("sx", "ɧ"))
    return re.sub(r"(.)\1+", r"\1", said)


def distance(one: str, other: str) -> int:
    """Edits between two folded pronunciations."""
    row = list(range(len(other) + 1))
    for i, x in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def stress(ipa: str) -> int | None:
    """Number of the first main stressed vowel."""
    return next((n for n, vowel in enumerate(slots(ipa)[1]) if "ˈ" in vowel), None)


def right(sources: Sequence[str], said: str) -> bool:
    """Whether the voice says it as one of the sources does; small words (med, eller) it rightly leaves unstressed."""
    heard, place = folded(said), stress(said)
    return any(
        place in (None, stress(ipa)) and distance(folded(ipa), heard) <= len(folded(ipa)) // 7 for ipa in sources
    )


def united(word: str, ipa: str, said: str) -> str:
    """The source's vowels and stress with the voice's consonants, where these are the same but for what it lacks."""
    consonants, vowels = slots(ipa)
    own, other = slots(said)
    if len(other) != len(vowels):
        return _retroflex(word, ipa)
    own = [part.replace("ː", "") for part in own]
    kept = (b if folded(b) == folded(a) else a for a, b in zip(consonants, own, strict=True))
    return "".join(part for pair in zip(kept, [*vowels, ""], strict=True) for part in pair)


def _retroflex(word: str, ipa: str) -> str:
    return ipa.replace("ɕ", "ʂ") if "rs" in word and "k" not in word and "tj" not in word else ipa


def voices(words: Sequence[str]) -> dict[str, list[str]]:
    """How each build says each word."""
    said: dict[str, list[str]] = {word: [] for word in words}
    for build in BUILDS:
        engine = EspeakEngine(workers=1, build=build)
        for at in range(0, len(words), BATCH):
            batch = words[at : at + BATCH]
            for word, ipa in zip(batch, engine._ipa("sv", batch), strict=True):  # noqa: SLF001 - asked here only
                said[word].append(ipa)
        engine.close()
    return said


def lines(known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The table."""
    yield from (f"{word}\t{ipa}\t!" for word, ipa in extras())
    said = voices(sorted(known))
    for word, heard in said.items():
        wrong = any(stress(ipa) is not None and not right(known[word], ipa) for ipa in heard)
        yield f"{word}\t{united(word, known[word][0], heard[-1])}\t{'!' if wrong else ''}"


def extras() -> list[tuple[str, str]]:
    """What `swedish_extras.txt` says, in small letters."""
    lines = Path(__file__).with_name("swedish_extras.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split() for line in lines if line and line[0] != "#"]
    return [(word.lower(), ipa) for word, ipa in pairs]


def stress_rules(known: Mapping[str, Sequence[str]]) -> Rules:
    """Which endings of loanwords, and which beginnings with be- and för-, tell where the stress lies.

    Words of one vowel tell nothing. An ending of fewer than four letters ends too many native words to be believed,
    but for those of `SHORT`.
    """
    ends: dict[str, Counter[int]] = {}
    begins: dict[str, Counter[int]] = {}
    for word, sources in known.items():
        number, count = stress(sources[0]), vowels(word)
        if number is None or count < 2 or len(slots(sources[0])[1]) != count:
            continue
        for size in range(2, min(len(word), 8)):
            ends.setdefault(word[-size:], Counter())[count - number] += 1
        for size in range(2, min(len(word), 6)) if word.startswith(("be", "för")) else ():
            begins.setdefault(word[:size], Counter())[number] += 1
    endings = {part: told for part, counts in ends.items() if (told := _sure(counts, part)) is not None}
    beginnings = {part: told for part, counts in begins.items() if (told := _sure(counts)) is not None}
    grammar = GRAMMAR | inflected()
    known_endings = {part: told for part, told in endings.items() if part not in grammar}
    rules = {**_needed(grammar | known_endings, 1), **grammar}
    return Rules(rules, _needed(beginnings, -1), frozenset(part for part in grammar if len(part) > len("ell")))


def inflected() -> dict[str, int]:
    """The endings of `GRAMMAR` with what is added to the words that have them: digital, digitala, digitalt."""
    return {
        part + added: back + more + (added in ("er", "ers", "erna") and part.endswith("ik") and part != "brik")
        for part, back in GRAMMAR.items()
        if back == 1 and part[-1] not in "aeiouy" and len(part) > len("ell")
        for added, more in ADDED.items()
        if not part.endswith(added)
    }


def _sure(counts: Counter[int], part: str = "") -> int | None:
    """What nearly all words with the part have in common."""
    (best, times), total = counts.most_common(1)[0], counts.total()
    sure = SURE if len(part) > 3 or part in SHORT or not part else SURER
    return best if total >= SUPPORT and times >= sure * total else None


def _needed(rules: dict[str, int], step: int) -> dict[str, int]:
    """Without those that a shorter part says already."""
    return {part: told for part, told in rules.items() if rules.get(part[1:] if step > 0 else part[:-1]) != told}


def score(known: Mapping[str, Sequence[str]], left_out: Sequence[str], count: int) -> None:
    """Print the share of left-out words, drawn by frequency, that each build says right: by itself, and told."""
    frequency = import_module("wordfreq").word_frequency
    weights = [frequency(word, "sv") + 1e-9 for word in left_out]
    drawn = _drawn(left_out, weights, count)
    for build in BUILDS:
        engine = EspeakEngine(workers=1, build=build)
        alone = [right(known[word], _heard(engine, word, ORDINARY)) for word in drawn]
        told = [right(known[word], _heard(engine, word, EspeakEngine.diction)) for word in drawn]
        engine.close()
        print(f"{build}: {sum(alone)} by itself, {sum(told)} told, of {len(drawn)}")
        worse = [word for word, a, b in zip(drawn, alone, told, strict=True) if a and not b]
        print("  made worse:", *worse, "\n  still wrong:", *[w for w, b in zip(drawn, told, strict=True) if not b][:60])


def _drawn(words: Sequence[str], weights: Sequence[float], count: int) -> list[str]:
    """Different words, each as likely as it is frequent."""
    dice = random.Random(20261129)
    keyed = sorted(zip((math.log(1 - dice.random()) / weight for weight in weights), words, strict=True), reverse=True)
    return [word for _, word in keyed[:count]]


def _heard(engine: EspeakEngine, word: str, diction: Diction) -> str:
    return engine.ipa(render(utterance(word, "sv"), diction), "sv")


def main() -> None:
    """Write the table, or score what is left out of it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--leave-out", type=int, default=0)
    options.add_argument("--score", type=int, default=300)
    options.add_argument("--part", type=int, default=0)
    given = options.parse_args()
    known = source()
    if not given.leave_out:
        text = "\n".join(lines(known)) + "\n"
        rules = stress_rules(known)
        rows = sorted(
            [
                *(f"-{part}\t{n}\t{'!' if part in rules.foreign else ''}" for part, n in rules.endings.items()),
                *(f"{part}-\t{n}\t" for part, n in rules.beginnings.items()),
            ]
        )
        TABLE.with_name("stress.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        TABLE.write_bytes(gzip.compress(text.encode(), mtime=0))
        print(f"{len(known)} words, {text.count('!')} told, {TABLE.stat().st_size} bytes")
        return
    left_out = [
        word for word in known if int(hashlib.sha256(word.encode()).hexdigest(), 16) % given.leave_out == given.part
    ]
    kept = {word: ipa for word, ipa in known.items() if word not in set(left_out)}
    told_words.use((line.split("\t") for line in lines(kept)), stress_rules(kept))
    score(known, left_out, given.score)


if __name__ == "__main__":
    main()
