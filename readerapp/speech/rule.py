"""What a rule is in every language: a function that finds what to say instead, and when it is worth trying."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from ..model import Substitution

Finder = Callable[[str], Iterable[Substitution]]

CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
"""The cue of rules that read words in Latin capitals."""
_SPACE: Final = re.compile(r"\s*+")


def at_end(text: str, at: int) -> bool:
    """Whether only space follows; in time by that space, not by the text."""
    return _SPACE.fullmatch(text, at) is not None


class Rule(NamedTuple):
    """A rule and what the text must hold for it (see `rule`)."""

    find: Finder
    cue: str
    digits: bool
    amount: bool


def rule(*, cue: str = "", digits: bool = True, amount: bool = False) -> Callable[[Finder], Rule]:
    """Makes a rule of the function below it.

    `cue`: characters of which the text must have one, any text will do if empty; `digits`: whether the text
    must have an unread digit or fraction; `amount`: whether a dash after what the rule reads means "till".
    """
    return lambda find: Rule(find, cue, digits, amount)
