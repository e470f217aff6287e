"""How likely stretches of text are to be content, by a table of learnt weights of what can be counted of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from operator import getitem
from typing import Final

from .clean import Look, look
from .features import Value, parts
from .outline import Chunk, Outline
from .price import EVEN, LIKELY
from .vocabulary import HEADINGS

ROW: Final = 3
"""Lines that make a row."""
_BIAS: Final = "always"
_STEEPEST: Final = 30.0


@cache
def weights() -> Mapping[str, Mapping[Value, float]]:
    """What each value of each feature speaks for (above nought) or against, as it was learnt."""
    lines = files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines()
    table: dict[str, dict[Value, float]] = {}
    for line in lines[1:]:
        name, value, weight = line.split("\t")
        table.setdefault(name, {})[int(value) if value.lstrip("-").isdigit() else value] = float(weight)
    return table


def probabilities(
    out: Outline, labels: Mapping[Chunk, str], subset: frozenset[Chunk] | None = None
) -> dict[Chunk, float]:
    """How likely each chunk is to be content, or each of a subset."""
    bias = weights()[_BIAS][0]
    likely: dict[Chunk, float] = {}
    chunks = out.chunks if subset is None else [c for c in out.chunks if c in subset]
    for c, weight in zip(chunks, parts(out, labels, _weight, subset), strict=True):
        likely[c] = 1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, bias + weight))))
    return likely


def likeliest(
    out: Outline, labels: Mapping[Chunk, str], likely: dict[Chunk, float], several: list[list[Chunk]]
) -> Iterator[Chunk]:
    """Of several parts those that are likely enough as a whole."""
    unknown = frozenset(c for part in several for c in part if c not in likely)
    if unknown:
        likely = likely | probabilities(out, labels, unknown)
    for part in several:
        least = EVEN if out.published and out.tags[part[0].node] not in HEADINGS else LIKELY
        words = sum(c.words for c in part)
        if sum(likely[c] * c.words for c in part) >= least * words:
            yield from part


def evened(out: Outline, likely: Mapping[Chunk, float]) -> dict[Chunk, float]:
    """The likelihoods, of lines that stand in a row and look alike the mean: what is read of one is read of all."""
    even = dict(likely)
    rows: dict[Look, list[Chunk]] = {}
    for c in out.chunks:
        if c.value <= 0:
            rows.setdefault((*look(out, c), (str(c.linked > 0), None)), []).append(c)
    for members in rows.values():
        if len(members) >= ROW:
            mean = sum(likely[c] for c in members) / len(members)
            even.update(dict.fromkeys(members, mean))
    return even


def _weight(names: tuple[str, ...], values: Sequence[Value]) -> float:
    """What some features speak for or against in all."""
    return sum(map(getitem, columns(names), values))


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...]) -> tuple[Mapping[Value, float], ...]:
    """The weights of some features, looked up once."""
    return tuple(_Column(weights().get(name, {})) for name in names)


class _Column(dict[Value, float]):
    """The weights of a feature's values; those that were never met tell nothing."""

    def __missing__(self, value: Value) -> float:
        """Nothing."""
        return 0.0
