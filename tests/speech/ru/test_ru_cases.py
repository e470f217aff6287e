"""Russian as it is said: one line of a table is one written form with the spoken forms that are right.

The tables in kinds/ hold what real pages of regions, museums, schools and laws are like, one file a kind; their spoken
forms were written down before the rules had seen the written ones.
"""

import re
import unicodedata
from pathlib import Path

import pytest

from readerapp.speech.ru import normalize, readings, sentences

HERE = Path(__file__).parent


def _cases() -> list[tuple[str, str, list[str]]]:
    found, category = [], ""
    for line in (HERE / "cases.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            category = line[3:]
        elif line:
            written, spoken = line.split("\t")
            found.append((category, written, spoken.split("|")))
    for table in sorted((HERE / "kinds").glob("*.tsv")):
        rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
        found += [(table.stem, written, spoken.split("|")) for written, spoken in rows]
    return found


def _heard(text: str) -> str:
    """What a listener can tell apart: neither punctuation, capitals, spaces nor ё."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join(re.sub(r"[^\w%§№€$₽°@&=]+", " ", plain).split())


@pytest.mark.parametrize(("category", "written", "spoken"), _cases())
def test_is_said_as_a_native_would(category: str, written: str, spoken: list[str]) -> None:
    """Each written form is said in one of the ways that are right."""
    assert _heard(normalize(written)) in {_heard(form) for form in spoken}, category


def _sentence_cases() -> list[list[str]]:
    lines = (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line]


@pytest.mark.parametrize("parts", _sentence_cases(), ids=" ".join)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    """Abbreviations, initials and quotations do not end a sentence; what follows them may."""
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_a_forgotten_space_still_ends_a_sentence() -> None:
    """Pages often lack the space after a full stop."""
    text = "Это конец.Начинаем снова."
    assert [text[a:b] for a, b in sentences(text)] == ["Это конец.", "Начинаем снова."]


def test_a_new_line_ends_a_sentence() -> None:
    """Lines of an address or a list are never run together."""
    text = "Понедельник\nВторник"
    assert [text[a:b] for a, b in sentences(text)] == ["Понедельник", "Вторник"]


def test_the_last_full_stop_stays() -> None:
    """An abbreviation's dot that also ends the text is left for the voice to pause at."""
    text = "Цена — 5 руб."
    (reading,) = readings(text)
    assert text[reading.start : reading.end] == "5 руб"
    assert normalize(text).endswith("рублей.")


def test_each_reading_names_its_rule_and_its_place() -> None:
    """Highlighting and "why does it say that?" need the exact characters and the rule."""
    text = "В\u00a02023\u00a0г. на ул. Мира — 5\u202f%"
    said = [(text[r.start : r.end], r.spoken, r.rule) for r in readings(text)]
    assert said == [
        ("2023\u00a0г.", "две тысячи двадцать третьем году", "year"),
        ("ул.", "улице", "place"),
        ("5\u202f%", "пять процентов", "percent"),
    ]
