"""Weighs what can be counted of every stretch of text against what the rules said, by a table of learnt weights."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final

from ...model.article import Role
from .clean import clean
from .features import Feature, features
from .names import shorthand
from .outline import Chunk, Outline
from .region import Choice, choose
from .roles import keep_lines_about_page, section_roles
from .vocabulary import OUTSIDE

COST: Final = 9.0
"""How many stray lines a lost sentence is worth: what the rules keep is read unless it is nine times likelier frame."""
LIKELY: Final = 0.5
"""How likely what the rules leave out must be content to be read after all."""
TRUST: Final = 0.03
"""How much better another choice than the rules' must promise to be, as F1 of words."""
_SETTLED: Final = frozenset(("x title", "x twice", "x comments", "x consent", "x advert", "x too_long"))
"""What two witnesses have left out and no count of words brings back."""
_BIAS: Final[Feature] = ("always", 0)
_STEEPEST: Final = 30.0


@cache
def weights() -> Mapping[Feature, float]:
    """What each feature speaks for (above nought) or against, as it was learnt."""
    lines = files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines()
    table: dict[Feature, float] = {}
    for line in lines[1:]:
        name, value, weight = line.split("\t")
        table[name, int(value) if value.lstrip("-").isdigit() else value] = float(weight)
    return table


def verdicts(out: Outline, titles: frozenset[str], roles: dict[Chunk, Role]) -> tuple[Choice, dict[Chunk, str]]:
    """What the rules choose; of each chunk whether they keep it, and as what, or which rule leaves it out."""
    choice = choose(out)
    keep_lines_about_page(out, choice, roles)
    roles.update(section_roles(out, choice))
    clean(out, choice, titles, roles)
    said = {c: f"keep {roles.get(c, 'body')}" for c in choice.kept}
    said.update({c: f"x {shorthand(rule) or rule}" for c, (rule, _) in choice.left.items()})
    return choice, said


def judge(out: Outline, titles: frozenset[str], roles: dict[Chunk, Role]) -> Choice:
    """The rules' choice, or where it promises too little what is likely to be content by itself."""
    choice, said = verdicts(out, titles, roles)
    likely = probabilities(out, said)
    kept = frozenset(choice.kept)
    ours = [c for c in out.chunks if c in kept or c.forced]
    theirs = [c for c in out.chunks if c.forced or _stays(said[c], likely[c])]
    if not theirs or (ours and _promise(ours, likely) + TRUST >= _promise(theirs, likely)):
        return choice
    return _instead(choice, out, theirs)


def _stays(said: str, likely: float) -> bool:
    if said.startswith("keep"):
        return said != "keep body" or likely * (1 + COST) > 1
    return likely > LIKELY and said not in _SETTLED


def probabilities(out: Outline, said: Mapping[Chunk, str]) -> dict[Chunk, float]:
    """How likely each chunk is to be content."""
    table = weights()
    bias = table[_BIAS]
    found: dict[Chunk, float] = {}
    for c, described in zip(out.chunks, features(out, said), strict=True):
        score = bias + sum([table.get(feature, 0.0) for feature in described])
        found[c] = 1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, score))))
    return found


def _promise(chosen: list[Chunk], likely: Mapping[Chunk, float]) -> float:
    """The F1 that a choice is likely to have, in words."""
    right = sum(likely[c] * c.words for c in chosen)
    return 2 * right / max(1.0, sum(c.words for c in chosen) + sum(p * c.words for c, p in likely.items()))


def _instead(choice: Choice, out: Outline, chosen: list[Chunk]) -> Choice:
    """The choice with other chunks: what the rules left out keeps their reason."""
    kept = frozenset(chosen)
    left = {c: choice.left.get(c, (OUTSIDE, c.node)) for c in out.chunks if c not in kept}
    return Choice(chosen, left, choice.contacts, choice.notes)
