"""Patterns of many words find what a list of alternatives finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from readerapp.text.alternatives import either

WORDS = st.lists(st.text("аб. /", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, st.text("аб. /", max_size=20))
def test_what_is_found_is_what_the_list_finds(words: list[str], text: str) -> None:
    """At every place the longest word that stands there, and where that does not do the next."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for behind in ("", "(?=а)", r"(?!\.)"):
        one, other = (re.compile(f"(?:{pattern}){behind}") for pattern in (either(words), listed))
        assert [match.span() for match in one.finditer(text)] == [match.span() for match in other.finditer(text)]


def test_spaces_may_be_left_out_of_loose_words() -> None:
    """ "т. е." is also written "т.е."; a word that is not loose is not."""
    assert re.fullmatch(either(["т. е.", "т. д."], loose=True), "т.д.")
    assert not re.fullmatch(either(["т. е.", "т. д."]), "т.д.")
