"""What decides whether a rule is tried at all leaves nothing out, and letters of any size are read."""

import re

import pytest

from readerapp.speech import normalize
from readerapp.speech.languages import language
from tests.speech.spoken_cases import LANGUAGES, cases, kinds

SOME = 7
"""One of so many cases is looked at, which is enough of each kind."""


def written(tag: str) -> list[str]:
    return [text for kind in kinds(tag) for text, _ in cases(tag, kind)][::SOME]


def test_a_rule_finds_nothing_without_its_cue() -> None:
    """A text that has none of a Russian rule's characters, or no digit where it wants one, holds nothing for it.

    Swedish rules say by their cues too when what they find is meant.
    """
    rules = language("ru")
    for text in written("ru"):
        shape = rules.fold(text)
        digits = re.search(r"[\d¼-¾⅓-⅞]", shape) is not None
        for rule in rules.order:
            if (rule.cue and set(rule.cue).isdisjoint(shape)) or (rule.digits and not digits):
                assert list(rule.find(shape)) == [], (rule.find.__name__, text)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_case_can_be_read_in_capitals(tag: str) -> None:
    """Headlines are written so: a word that a pattern knows in capitals is in the tables that it is looked up in."""
    for text in (*written(tag), "ПЯТЬ КМ/Ч", "Один М²"):
        assert normalize(text.upper(), tag)
