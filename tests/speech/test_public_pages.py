"""The lines that public pages write, of which `python -m benchmarks.public_pages` tells how many are read right."""

import pytest

from benchmarks.public_pages import LANGUAGES, heard, lines, readings, told
from readerapp.speech import normalize


@pytest.mark.parametrize("language", LANGUAGES)
def test_just_the_lines_that_are_marked_are_misread(language: str) -> None:
    """What was read right stays so, and what is told as misread is."""
    wrong = {line.written: said for line, said, right in told(language, normalize) if not right}
    known = {line.written for line in lines(language) if line.misread}
    assert {written: said for written, said in wrong.items() if written not in known} == {}
    assert known - wrong.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_stands_twice(language: str) -> None:
    """So that no form counts for two."""
    written = [line.written for line in lines(language)]
    assert len(written) == len(set(written))


def test_ways_of_a_reading_are_told_apart() -> None:
    """Each choice is made alone, and punctuation and the way numbers are joined are not heard."""
    assert list(readings("{a|b} c{ d|}||e")) == ["a c d", "a c", "b c d", "b c", "e"]
    assert heard("Ett tusen tvåhundratjugo-en, kr.", "sv") == heard("tusen två hundra tjugoett kr", "sv")
    assert heard("одна тысяча", "ru") == heard("тысяча", "ru")
