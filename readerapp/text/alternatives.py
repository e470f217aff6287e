"""Patterns of many words, which look at each letter of a text once."""

import re
from collections.abc import Iterable

Tree = dict[str, "Tree"]
"""What may follow on what stands so far, letter by letter; the empty string where a word may end."""


def either(words: Iterable[str], *, loose: bool = False) -> str:
    """A pattern of any of the words, of two that fit the longer first; where it is `loose`, their spaces are optional.

    Words that begin alike share their beginning. One alternative a word would be tried word by word at every place.
    """
    tree: Tree = {}
    for word in sorted(words, key=len, reverse=True):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(tree, " ?" if loose else re.escape(" "))


def _pattern(tree: Tree, space: str) -> str:
    branches = [
        (space if letter == " " else re.escape(letter)) + _pattern(rest, space)
        for letter, rest in tree.items()
        if letter
    ]
    if len(branches) > 1 or (branches and "" in tree):
        return f"(?:{'|'.join(branches)}){'?' if '' in tree else ''}"
    return "".join(branches)
