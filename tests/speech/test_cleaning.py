"""Text hygiene before rules and voices."""

import pytest

from readerapp.text.cleaning import cleaning
from readerapp.text.rewriting import Rewriting


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("kom\u00admun", "kommun"),
        ("a\u200bb\ufeff", "ab"),
        ("12\u202f345\u2009kr", "12\u00a0345\u00a0kr"),
        ("a\u2003b\tc\u3000d", "a b c d"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("И\u0306од", "Йод"),
        ("за\u0301мок", "за\u0301мок"),
        ("\u212b", "Å"),
        ("Hej 👨\u200d👩\u200d👧 då", "Hej  då"),
        ("ja🎉nej", "ja nej"),
        ("1\ufe0f\u20e3", "1"),
        ("🇸🇪🏴", ""),
        ("a\x00b", "a b"),
        ("№ 5 § 3 → 20 °C ½ €", "№ 5 § 3 → 20 °C ½ €"),
        ("«кавычки» – тире…", "«кавычки» – тире…"),
    ],
)
def test_text_is_cleaned(text: str, clean: str) -> None:
    """What breaks voices goes; what has a meaning stays."""
    assert Rewriting(text, tuple(cleaning(text))).text == clean


def test_heaps_of_marks_are_cut() -> None:
    """A letter keeps three marks at most, however many a page piles on it."""
    assert len(Rewriting("z" + "\u0335" * 5000, tuple(cleaning("z" + "\u0335" * 5000))).text) == 4
