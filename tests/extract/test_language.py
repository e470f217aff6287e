"""The language of an article and of its blocks."""

from random import Random

import pytest

from readerapp.extract import language as languages
from readerapp.extract.language import block_language, guessed
from readerapp.extract.language_words import ENDINGS, LETTERS, SMALL_WORDS
from readerapp.languages import READ
from tests.growth import LINEAR, exponent

SEED = 5
WORDS = {
    name: [*words.split(), *(f"grund{end}" for end in ENDINGS.get(name, ())), *(f"x{c}" for c in LETTERS.get(name, ""))]
    for name, words in SMALL_WORDS.items()
}


def mixture(chance: Random) -> str:
    """A text of a few words of one or two languages, with signs between."""
    names = chance.choices(list(WORDS), k=chance.choice((1, 2)))
    words = [chance.choice(WORDS[chance.choice(names)]) for _ in range(chance.randrange(1, 40))]
    signs = [chance.choice(("", "", "", ",", ".", "–", "»", "1")) for _ in words]
    return " ".join(chance.choice((word, word.title(), word.upper())) + s for word, s in zip(words, signs, strict=True))


@pytest.mark.parametrize("around", READ)
def test_a_text_that_is_not_looked_at_closely_is_in_the_expected_language(around: str) -> None:
    """Whatever a text is made of, the first look only spares the second where both say the same."""
    chance = Random(SEED)
    texts = [mixture(chance) for _ in range(5_000)]
    easy = [text for text in texts if languages._doubt(around, text) < 1]
    assert len(easy) > 500
    assert {guessed(text) for text in easy} <= {None, around}
    assert {block_language(text, around) for text in texts} > {around}, "the others are found as before"


def test_a_script_alone_makes_a_text_doubtful() -> None:
    """Russian names in a Swedish article are Russian, though none of their words is common."""
    text = "Сыктывкар Ярославль Череповец"
    assert languages._doubt("sv", text) > 1
    assert block_language(text, "sv") == "ru"


def test_words_that_were_met_are_bounded() -> None:
    """What stands between spaces is kept for the next page while it is a word, and not too many are."""
    words = languages._DOUBTS["sv"]
    block_language("ord" * 40, "sv")
    assert "ord" * 40 not in words
    for n in range(languages._MOST_TOKENS // 500 + 2):
        block_language(" ".join(f"{n}-{m}" for m in range(500)), "sv")
        assert len(words) <= languages._MOST_TOKENS


def test_new_words_cost_no_more_the_more_there_are() -> None:
    """Blocks of words that no page ever had, four times as many of them."""
    chance = Random(SEED)

    def work(n: int) -> None:
        for _ in range(n):
            block_language(" ".join(f"o{chance.randrange(10**9)}ning" for _ in range(20)), "sv")

    assert exponent(work, 200) < LINEAR
