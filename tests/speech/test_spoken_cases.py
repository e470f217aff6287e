"""Every language as it is said: each line of a table is one written form with the spoken forms that are right."""

import pytest

from readerapp.speech.languages import language
from tests.speech.spoken_cases import LANGUAGES, cases, kinds, right, sentences

KINDS = [(tag, kind) for tag in LANGUAGES for kind in kinds(tag)]
TEXTS = [(tag, parts) for tag in LANGUAGES for parts in sentences(tag)]


@pytest.mark.parametrize(("tag", "kind"), KINDS)
def test_is_said_as_a_native_would(tag: str, kind: str) -> None:
    """Each written form of a kind is said in one of the ways that are right."""
    normalize = language(tag).normalize
    told = {written: (normalize(written), spoken) for written, spoken in cases(tag, kind)}
    assert {written: said for written, said in told.items() if not right(tag, *said)} == {}


@pytest.mark.parametrize(("tag", "parts"), TEXTS, ids=[" ".join(parts) for _, parts in TEXTS])
def test_sentences_end_where_a_reader_ends_them(tag: str, parts: list[str]) -> None:
    """Abbreviations, initials and quotations do not end a sentence; what follows them may."""
    text = " ".join(parts)
    assert [text[start:end] for start, end in language(tag).sentences(text)] == parts


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_new_line_ends_a_sentence(tag: str) -> None:
    """Lines of an address or a list are never run together."""
    text = "Понедельник\nOnsdag"
    assert [text[a:b] for a, b in language(tag).sentences(text)] == ["Понедельник", "Onsdag"]
