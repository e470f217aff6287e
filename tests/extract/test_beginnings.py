"""Lines are passed over by their first letters alone, where no pattern begins so."""

import pytest

from readerapp.extract.html.beginnings import begin, beginnings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("read more|by", {"rea", "by"}),
        ("(?:see|läs) (?:also|mer)", {"see", "läs"}),
        ("(?:last |first )?updated", {"las", "fir", "upd"}),
        ("(?:(?:page|text) ){0,5}(?:changed|edited)", {"pag", "tex", "cha", "edi"}),
    ],
)
def test_every_way_to_begin_is_known(pattern: str, expected: set[str]) -> None:
    """What may be missing in front lets in what follows it."""
    assert beginnings(pattern) == expected


@pytest.mark.parametrize(
    ("line", "first"), [("– läs mer", "läs"), ("«by: ek»", "by"), ("12 kommentarer", "12"), ("—", "")]
)
def test_signs_in_front_do_not_count(line: str, first: str) -> None:
    """A line begins with its first letters or digits."""
    assert begin(line) == first
