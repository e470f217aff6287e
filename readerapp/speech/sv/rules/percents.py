"""Reads per cent and per mille: "tio till femton procent", "tre procentenheter"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import AMOUNT, DASH, EDGE, NUMBER, amount, between, halting, number, substitution

_PERCENT: Final = re.compile(
    rf"{AMOUNT}(?P<gap> ?)(?P<of>(?:vol|vikt)(?:\.|-)? ?(?=%))?(?P<mark>%|‰|procent|promille|proc(?=\.))"
    r"(?P<tail>-?(?:enhet(?:er)?|enh(?:\.|(?!\w))|ig[at]?)(?!\w)|(?<=%)-[a-zåäö]{3,30}(?!\w))?(?P<per>/år)?"
)
_BOTH: Final = re.compile(rf"{EDGE}(?P<a>{NUMBER}) ?(?P<mark>%|‰){DASH}(?P<b>{NUMBER}) ?(?P=mark)")
_ALONE: Final = re.compile(r"(?<!\w)%-(?P<tail>enhet(?:er)?)(?!\w)|(?P<mark>[%‰])")
_OF: Final = {"": "", "vol": "volym", "vik": "vikt"}
_CUT_SHORT: Final = re.compile(r"enh\.?$")
_WORDS: Final = {
    "%": "procent",
    "‰": "promille",
    "procent": "procent",
    "promille": "promille",
    "proc": "procent",
}


@rule(cue="%‰p", amount=True)
def percents(text: str) -> Iterable[Substitution]:
    """25 %, 10–15 %, 50 %-ig, 3 %-enheter."""
    for match in _PERCENT.finditer(text):
        tail = _CUT_SHORT.sub("enheter", (match["tail"] or "").lstrip("-"))
        word = _OF[(match["of"] or "")[:3]] + _WORDS[match["mark"]]
        first = bool(tail) and not tail.startswith(("ig", "enhet"))  # a compound: "50 %-tjänst"
        gap = "" if first or tail.startswith("ig") else " "
        tail = f"s{tail}" if first else tail
        wording = (
            amount(match, common=not tail.startswith("ig"), falling=True),
            gap,
            word,
            tail,
            " per år" if match["per"] else "",
        )
        end = halting(text, match.end()) if match["mark"] == "proc" else match.end()
        yield substitution(match.start(), end, wording, "per cent")


@rule(cue="%‰", amount=True)
def twice(text: str) -> Iterable[Substitution]:
    """10 %–15 %."""
    for match in _BOTH.finditer(text):
        wording = (
            number(match["a"], common=True),
            between(text, match.start()),
            number(match["b"], common=True),
            " ",
            _WORDS[match["mark"]],
        )
        yield substitution(*match.span(), wording, "per cent")


@rule(cue="%‰", digits=False)
def signs(text: str) -> Iterable[Substitution]:
    """% without a number, as in the head of a table."""
    for match in _ALONE.finditer(text):
        wording = "procent" + match["tail"] if match["tail"] else _WORDS[match["mark"]]
        yield substitution(*match.span(), wording, "per cent")
