"""Where English sentences end."""

import re

_BEFORE_NAMES = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "gen", "col", "sgt", "rev", "hon", "e.g", "i.e", "u.s", "u.k", "cf",
))  # fmt: skip
"""These end no sentence; others do where a capital follows ("etc.", "p.m.")."""
_BEFORE_NUMBERS = frozenset(("no", "nos", "vol", "fig", "p", "pp", "sec", "ch", "approx"))
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|\n")
_LAST_WORD = re.compile(r"[\w.]{0,12}\Z")
_LONGEST_WORD = 12


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences, as offsets in code points, white space between them left out."""
    ends = [match.end() for match in _END.finditer(text) if _ends(text, match)]
    spans = zip([0, *ends], [*ends, len(text)], strict=True)
    borders = ((end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())) for start, end in spans)
    return tuple((start, end) for start, end in borders if start < end)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop and the like ends a sentence: not after an abbreviation, nor before a small letter."""
    if match.group() != ".":
        following = text[match.end() : match.end() + 2].lstrip()
        return match.group() == "\n" or not following[:1].islower()
    before = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    word = before.group() if before else ""
    following = text[match.end() : match.end() + 40].lstrip()
    if following[:1].islower() or (following[:1].isdigit() and word.lower() in _BEFORE_NUMBERS):
        return False
    initial = len(word) == 1 and word.isalpha() and word != "I"
    return not initial and word.lower() not in _BEFORE_NAMES
