"""What a rule is: a function that finds readings in a text, and when it is worth trying."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from readerapp.model.script import Reading

Finder = Callable[[str], Iterable[Reading]]

CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
"""The cue of rules that read words in capitals."""


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
