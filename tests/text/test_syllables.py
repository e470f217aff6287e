"""Syllables as a reader says them."""

import time

import pytest

from readerapp.text.syllables import MOST, of_page, syllables


def parted(text: str, language: str) -> str:
    places = syllables(text, language)
    return "".join(f"·{letter}" if place in places else letter for place, letter in enumerate(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "bib·li·o·te·ket i kom·mun·full·mäk·ti·ge"),
        ("sv", "ö·va en i·dé på en sta·tion, u·te"),
        ("sv", "Ar·bets·mark·nad, upp·hand·ling: 2026"),
        ("ru", "биб·ли·о·те·ка, здра·во·ох·ра·не·ни·е, И·ва·нов·на"),
        ("ru", "я·ма, мэ·ри·я, об·ще·ство, объ·яв·ле·ни·е"),
    ],
)
def test_words_part_into_syllables(language: str, text: str) -> None:
    """Each syllable has a vowel; compounds part between their words; one letter can be a syllable."""
    assert parted(text.replace("·", ""), language) == text


def test_other_languages_are_left_alone() -> None:
    """Nothing is parted by another language's rules, nor numbers, nor letters of another alphabet."""
    assert syllables("about the library", "en") == []
    assert syllables("2026 1234", "sv") == []
    assert syllables("библиотека", "sv") == []


def test_offsets_are_code_points() -> None:
    """A character outside the basic plane before the word counts as one."""
    assert syllables("😀 ute", "sv") == [3]


def test_a_page_four_times_as_long_takes_about_four_times() -> None:
    """Growth is linear, also for lines without a space."""

    def spent(count: int) -> float:
        text = " ".join(f"ord{'abcdefgh'[n % 8]}kommun{n}följd" for n in range(count)) + "x" * (count * 20)
        begun = time.process_time()
        syllables(text, "sv")
        return time.process_time() - begun

    spent(500)
    assert spent(8000) < 10 * max(spent(2000), 0.005)


def test_a_page_of_made_up_words_holds_nobody_up() -> None:
    """Only so many different words are parted, in all texts together; known ones go on being parted after that."""
    signs = "bdfghjklmn"
    made = ["".join(f"{signs[int(digit)]}a" for digit in f"{number:05}") for number in range(MOST + 50)]
    first, rest, known = of_page([(" ".join(made[:MOST]), "sv"), (" ".join(made[MOST:]), "sv"), (made[0], "sv")])
    assert len(first) > MOST
    assert (rest, bool(known)) == ([], True)


def test_letters_that_grow_when_they_are_small_move_no_place() -> None:
    """A word whose small letters are more than its own is left whole: its places would be another word's."""
    assert syllables("İstanbul", "sv") == []
    assert syllables("İ bibliotek", "sv") == [place + 2 for place in syllables("bibliotek", "sv")]
