"""What lines say that nobody wants to hear is known by how they begin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.extract.html.phrases import OPENINGS, may_open


@pytest.mark.parametrize("pattern", [pattern for _, pattern in OPENINGS])
@settings(max_examples=25)
@given(data=st.data())
def test_no_opening_is_passed_over_unread(pattern: str, data: st.DataObject) -> None:
    """Whatever an opening's pattern matches begins with one of the words, in capitals too, and behind signs."""
    line = data.draw(st.from_regex(rf"\A(?:{pattern})", fullmatch=True))
    sign = data.draw(st.sampled_from(("", "– ", "«", "_")))
    assert may_open((sign + line).lower())
    assert may_open(line.upper().lower())


def test_other_lines_are_passed_over() -> None:
    """A line that begins otherwise is not looked at more closely."""
    assert not may_open("beslutet gäller från i går")
    assert not may_open("")
