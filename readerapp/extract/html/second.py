"""Tells whether something of another kind says of a line what its wording says."""

from typing import Final

from .outline import Chunk, Outline
from .phrases import BIDS, CALLS, names_channel
from .vocabulary import CAPTION, CONTACT, NOTE
from .witnesses import speaks

Setting = tuple[str | None, ...]
_NEAR: Final = 4
_OPEN: Final = frozenset((CAPTION, CONTACT, NOTE))
"""Rules that keep what they speak of."""


def setting(out: Outline, c: Chunk) -> Setting:
    """What kind of element in what kind of parent a chunk stands in: an article's paragraphs share theirs."""
    parent = out.parents[c.node]
    return (out.tags[c.node], out.tags[parent], out.classes[parent]) if parent >= 0 else ()


def seconded(  # noqa: PLR0913 - where the line stands takes three words
    out: Outline, c: Chunk, rule: str, home: Setting, *, edge: bool, last: bool
) -> bool:
    """Whether its links, its shape, a name or its place speak against a line as well."""
    if c.linked or c in out.shared or (rule not in CALLS and not speaks(c)):
        return True
    if any(n in out.hints and out.hints[n].rule not in _OPEN for n in out.ancestors(c.node)[:_NEAR]):
        return True
    alike = setting(out, c) == home
    if last and alike and rule in BIDS and c.text[-1] in ".!?":
        return names_channel(c.text)
    return last or (edge and bool(home) and not alike)
