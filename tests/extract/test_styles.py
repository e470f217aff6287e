"""What a page's own style sheets hide, and what they only seem to hide."""

import time

import pytest
from lxml import etree

from readerapp.extract.html.styles import styles


def _hidden(css: str) -> frozenset[str]:
    sheet = etree.Element("style")
    sheet.text = css
    return styles([sheet]).hidden


@pytest.mark.parametrize(
    ("css", "hidden"),
    [
        (".a { .b { display: none } }", ""),
        (".a { color: red; &:hover { display: none } } .c { display: none }", ".c"),
        (".a { display: none; .b { color: red } }", ".a"),
        (".a { .b { color: red } display: none }", ".a"),
        (".a { .b { .c { display: none } } }", ""),
        ("@media print { .a { display: none } } .b { display: none }", ".b"),
    ],
)
def test_a_rule_within_a_rule_speaks_of_other_elements(css: str, hidden: str) -> None:
    """What the outer rule says itself, before and behind them, is what hides its elements."""
    assert _hidden(css) == frozenset(hidden.split())


@pytest.mark.parametrize(
    "begin",
    [".a{", ".a{.b{display:none}", ".a{display:none;x{", "}.a{display:none"],
    ids=["open", "nested", "unclosed", "closed"],
)
def test_the_cost_grows_as_the_sheet(begin: str) -> None:
    """Four times as many rules in rules cost some four times as much."""

    def cost(n: int) -> float:
        spent = []
        for _ in range(3):
            began = time.process_time()
            _hidden(begin * n)
            spent.append(time.process_time() - began)
        return min(spent)

    assert cost(8000) < 8 * cost(2000) + 0.01
