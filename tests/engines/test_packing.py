"""Tests of cutting a text by sense."""

from hypothesis import given
from hypothesis import strategies as st

from readerapp.engines.packing import pack


@given(st.text(alphabet="ab, .;:–!\nåя", max_size=400), st.integers(1, 120))
def test_nothing_is_lost_and_nothing_too_long(text: str, limit: int) -> None:
    """The parts in order hold every letter of the text, and each fits."""
    parts = list(pack(text, limit))
    assert all(0 < len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_sentences_before_clauses_before_words() -> None:
    """The best place wins, if it does not leave the part nearly empty."""
    assert list(pack("Ett två tre fyra. Fem sex, sju åtta nio.", 30)) == ["Ett två tre fyra.", "Fem sex, sju åtta nio."]
    assert list(pack("Ett två tre, fyra fem sex sju åtta", 25)) == ["Ett två tre,", "fyra fem sex sju åtta"]
    assert list(pack("A. ett två tre fyra fem sex sju", 20)) == ["A. ett två tre fyra", "fem sex sju"]
    assert list(pack("x" * 50, 20)) == ["x" * 20, "x" * 20, "x" * 10]
