"""Finds what stands beside each of several posts about who wrote it: since when a member, how many posts, from where.

A listener hears the name and what was said. The rest has two witnesses: the same labels beside each post, and the same
lines once more where somebody wrote twice, or a class that calls it so and a label that only members of a forum have:
the cards of a council have labels too, and what they say is what the page is for.
"""

import re
from collections import Counter
from itertools import accumulate
from typing import Final

from ..dates import written
from .outline import Chunk, Outline
from .vocabulary import BYLINE, words_in

_FEWEST: Final = 3
"""Posts that make a thread."""
_HEIGHT: Final = 5
"""How many elements up from its text the profile of a writer may be."""
_MOST: Final = 24
"""Stretches of text in a profile."""
_WORDS: Final = 60
_SAID: Final = 6
"""Words of sentences beside a profile, for it to stand by a post."""
_MOSTLY: Final = 0.8
_HALF: Final = 0.5
_LABEL: Final = 5
"""Words of a label."""
_CALLED: Final = frozenset(
    "user username userinfo author poster profile postprofile postauthor member avatar autor forfattare anvandare "
    "polzovatel avtor".split()
)
_MEMBERSHIP: Final = re.compile(
    r"(?:antal )?(?:inlägg|svar)|(?:gick|har gått) med.{0,20}|registrerad.{0,20}|reg|reg\.? ?datum|"
    r"(?:blev )?medlem(?: sedan)?|(?:total )?(?:posts?|messages|topics|replies)|joined.{0,20}|join date|"
    r"registered.{0,20}|member(?: since)?|reputation|(?:reaction|trophy) (?:score|points)|"
    r"(?:всего )?(?:сообщени[йяе]|постов|ответов|тем)|регистрация|зарегистрирован.{0,20}|на форуме(?: с)?|участник|"
    r"пользователь|репутация|beiträge|registriert.{0,20}|mitglied(?: seit)?|dabei seit"
)
"""Labels that nobody has but who writes in a forum."""
_YEAR: Final = re.compile(r"\d{4}")
_DIGITS: Final = re.compile(r"[\d.,\s]+")
_Key = tuple[str, str]
_Nodes = dict[int, list[Chunk]]


def profiles(out: Outline, chunks: list[Chunk]) -> tuple[dict[Chunk, tuple[str, int]], set[Chunk]]:
    """The chunks of the profiles but for the names, with the rule and the element that holds each; and the names."""
    labels = {c: _label(c) for c in chunks}
    if max(Counter(label for label in labels.values() if label).values(), default=0) < _FEWEST:
        return {}, set()
    names: set[Chunk] = set()
    reasons: dict[Chunk, tuple[str, int]] = {}
    good = _good(out)
    for key, nodes in _alike(out, chunks).items():
        common = _common(nodes, labels)
        owners = sum(_name(members, labels, common) is not None for members in nodes.values())
        if owners >= _MOSTLY * len(nodes) and _seconded(key, nodes, common) and _by_posts(out, nodes, good):
            for node, members in nodes.items():
                if (name := _name(members, labels, common)) is not None:
                    names.add(name)
                reasons.update((c, (BYLINE, node)) for c in members if c.value <= 0)
    return {c: why for c, why in reasons.items() if c not in names}, names


def _name(members: list[Chunk], labels: dict[Chunk, str], common: frozenset[str]) -> Chunk | None:
    """The line of a profile that says whose it is: the first, or the one behind a letter that stands for a picture."""
    first = next((c for c in members[:2] if len(c.text) > 1), None)
    return first if common and first and labels[first] not in common else None


def _label(c: Chunk) -> str:
    """What a short line is called by, whatever its number is; dates are one label. Nothing for a sentence."""
    if c.value > 0 or c.words > 2 * _LABEL or len(c.text) > 20 * _LABEL:
        return ""
    if _YEAR.search(c.text) and written(c.text):
        return "#date"
    label = _DIGITS.sub(" ", c.text.partition(":")[0]).strip().casefold()
    return label or "#"


def _alike(out: Outline, chunks: list[Chunk]) -> dict[_Key, _Nodes]:
    """The elements with one tag and class, and what they hold, where there are several that hold little."""
    groups: dict[_Key, _Nodes] = {}
    for c in chunks:
        for n in out.ancestors(c.node)[:_HEIGHT]:
            names = out.classes[n] if n >= 0 else None
            if names:
                groups.setdefault((out.tags[n], names), {}).setdefault(n, []).append(c)
    return {key: nodes for key, nodes in groups.items() if len(nodes) >= _FEWEST and _little(nodes)}


def _little(nodes: _Nodes) -> bool:
    """Whether hardly any of some elements says a sentence, or more than a profile does."""
    small = sum(
        len(members) <= _MOST and sum(c.words for c in members) <= _WORDS and not any(c.value > 0 for c in members)
        for members in nodes.values()
    )
    return small >= _MOSTLY * len(nodes)


def _common(nodes: _Nodes, labels: dict[Chunk, str]) -> frozenset[str]:
    """The labels that at least half of the profiles have, where they are half of all lines but for the names."""
    counts = Counter(label for members in nodes.values() for label in {labels[c] for c in members} if label)
    common = frozenset(label for label, count in counts.items() if count >= max(_FEWEST, _HALF * len(nodes)))
    lines = [labels[c] for members in nodes.values() for c in members[1:]]
    return common if lines and sum(label in common for label in lines) >= _HALF * len(lines) else frozenset()


def _seconded(key: _Key, nodes: _Nodes, common: frozenset[str]) -> bool:
    """Whether the elements are of members by name and label, or some say the same as others of them and not all do."""
    if not _CALLED.isdisjoint(_words(key[1])) and any(_MEMBERSHIP.fullmatch(label) for label in common):
        return True
    texts = Counter(" ".join(c.text for c in members) for members in nodes.values())
    return 1 < len(texts) < len(nodes)


def _words(names: str) -> list[str]:
    return words_in(re.sub(r"([a-z])([A-Z])", r"\1 \2", names).lower())


def _by_posts(out: Outline, nodes: _Nodes, good: list[int]) -> bool:
    """Whether beside at least half of the elements something is said, before the next of them begins."""
    order, posts = sorted(nodes), 0
    for before, node, after in zip((-1, *order), order, (*order[1:], len(out.elements)), strict=False):
        post = node
        for n in out.ancestors(node):
            if n <= before or out.ends[n] >= after:
                break
            post = n
        beside = good[out.ends[post] + 1] - good[post] - (good[out.ends[node] + 1] - good[node])
        posts += beside >= _SAID
    return posts >= _HALF * len(nodes)


def _good(out: Outline) -> list[int]:
    """How many words of sentences stand before each element, in the order of the elements."""
    words = [0] * len(out.elements)
    for c in out.chunks:
        words[c.node] += c.words if c.value > 0 else 0
    return list(accumulate(words, initial=0))
