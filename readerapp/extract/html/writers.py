"""Tells parts of a page that are posts from others: each says something, and says who wrote it.

That is told by places that all of them have, and by what these are called; what only writers of a forum have, what can
be pressed under each, when it was written and somebody who writes twice speak for it too. Teasers and events have
headlines of their own, and are none.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..dates import written
from .beginnings import begin, beginnings
from .outline import Chunk, Outline
from .slots import Make, Slot, SlotLine, Step, lines, makes
from .vocabulary import HEADINGS

MATTER: Final = 0.5
"""The share of a page's good words that stand in posts, for these to be what the page is for."""
MOSTLY: Final = 0.8
"""The share of the posts that have a line at a place, for it to be one of a post's."""
_HALF: Final = 0.5
_ONCE: Final = 1.3
"""How many names posts have at most, on the mean."""
_NAME: Final = 5
"""Words of a name."""
_LONGEST: Final = 40
_PROFILE: Final = 40
"""Words that may be no more than a writer's profile in lines."""
ROW: Final = 3
_WRITER: Final = (
    "author user nick poster profile member creator sender avsandare anvand forfattare skribent avtor polzov "
    "autor".split()
)
"""What classes call the place of a writer's name."""
_POST: Final = (
    "post mess msg comment repl answer question inlagg svar komment otvet soobsh topic thread forum trad guest gast "
    "discuss email beitrag".split()
)
"""What classes call a post, or what holds posts."""
_LABELS: Final = (
    r"antal svar|(?:antal |blev |total |всего )?(?:inlägg|medlem(?: sedan)?|(?:gick|har gått) med.{0,20}|"
    r"registrerad.{0,20}|reg|reg\.? ?datum|posts?|messages|topics|replies|joined.{0,20}|join date|"
    r"registered.{0,20}|member(?: since)?|reputation|(?:reaction|trophy) (?:score|points)|"
    r"сообщени[йяе]|постов|ответов|тем|регистрация|зарегистрирован.{0,20}|на форуме(?: с)?|участник|"
    r"пользователь|репутация|beiträge|registriert.{0,20}|mitglied(?: seit)?|dabei seit)"
)
_MEMBERSHIP: Final = re.compile(_LABELS)
"""Labels that nobody has but who writes in a forum."""
_RANKS: Final = ("reputat", "karma", "usertitle", "likes")
"""What classes call what others think of a writer, or of what was said."""
_COUNT: Final = 8
"""Characters of a number that counts something, and is nobody's telephone."""
_BEGINNINGS: Final = beginnings(_LABELS)
"""How each of those labels begins, to pass over other lines at once."""
_PARTS: Final = re.compile(r"[\s:/.-]+")
_DIGITS: Final = re.compile(r"[\d.,\s]+")


@dataclass(frozen=True, slots=True)
class Posts:
    """A page's posts, the place of the names in them, and that of what is said, if it is not all of a post."""

    make: Make
    name: Slot
    body: Step | None


def posts(out: Outline, titles: frozenset[str]) -> Posts | None:
    """The posts that a page is for, or None."""
    names = {name for name in out.classes if name}
    everything = " ".join(names).lower()
    signs = _signs(out, names, everything) if any(word in everything for word in _POST) else []
    tries = (_posts(out, make, titles) for make in makes(out, MATTER, signs)) if signs else iter(())
    return next((thread for thread in tries if thread is not None), None)


def _signs(out: Outline, names: set[str], everything: str) -> list[int]:
    """The elements that are called a writer, or tell what only a member has, in the page's order."""
    words = [word for word in _WRITER if word in everything]
    writers = {name for name in names if _called(name, words)} if words else set[str]()
    signs = {n for n, name in enumerate(out.classes) if name in writers} if writers else set[int]()
    members = (c for c in out.chunks if c.words <= _NAME and begin(c.text.lower()) in _BEGINNINGS)
    return sorted(signs.union(c.node for c in members if of_member(c.text)))


def _called(names: str, words: Iterable[str]) -> bool:
    """Whether one of these words stands in a class."""
    lowercase = names.lower()
    return any(word in lowercase for word in words)


def tells_writer(out: Outline, c: Chunk) -> bool:
    """Whether a line holds what is called a writer."""
    around = (c.node, out.parents[c.node], *(n for _, inline in c.pieces for n in inline))
    return any(_called(out.classes[n] or "", _WRITER) for n in around if n >= 0)


def of_member(text: str) -> bool:
    """Whether a line is what only writers of a forum have: a number of posts, a day of joining."""
    return _MEMBERSHIP.fullmatch(_DIGITS.sub(" ", text.partition(":")[0].lower()).strip()) is not None


def _posts(out: Outline, make: Make, titles: frozenset[str]) -> Posts | None:
    """The parts of one make as posts, where enough speaks for it."""
    count = len(make.members)
    if count < 2 or sum(len(chunks) > 1 for chunks in make.members.values()) < _HALF * count:
        return None
    if _name_slot(make, None, titles) is None:  # wherever the body is, which takes longer to tell
        return None
    make.trace(out)
    body = _body(make)
    name = _name_slot(make, body, titles)
    if name is None or _titled(out, make, name, titles) or not _spoken_for(out, make, name):
        return None
    return None if _tells_more(out, make, name, body, titles) else Posts(make, name, body)


def _body(make: Make) -> Step | None:
    """The innermost place that holds nearly all that the parts say in sentences; None where that is the part itself."""
    words: Counter[Step] = Counter()
    depths: dict[Step, int] = {}
    total = 0
    often = Counter(text for chunks in make.members.values() for text in {c.text for c in chunks})
    for chunks in make.members.values():
        for c in chunks:
            if c.value > 0 and often[c.text] <= _HALF * len(make.members) and not _about_writer(c):
                total += c.words
                for depth, step in enumerate(make.paths[c]):
                    words[step] += c.words
                    depths[step] = max(depth, depths.get(step, 0))
    most = _ONCE * len(make.members)
    fit = [s for s, share in words.items() if share >= MOSTLY * total and s[1] and len(make.places[s]) <= most]
    return max(fit, key=depths.__getitem__, default=None)


def _about_writer(c: Chunk) -> bool:
    """Whether a stretch of several lines is a profile."""
    return c.words <= _PROFILE and any(of_member(line.text) for line in lines(c))


def _name_slot(make: Make, body: Step | None, titles: frozenset[str]) -> Slot | None:
    """The place of the names: nearly every part has one short line there, and not all the same."""
    best, most = None, 0.0
    for order, (slot, rows) in enumerate(make.slots.items()):
        if body in slot[0] or make.counts[slot] > _ONCE * len(rows):
            continue
        names = [line.text for line in rows.values() if _may_be_name(line.text, titles)]
        if len(names) >= MOSTLY * len(make.members) and len(set(names)) > 1:
            likely = 2.0 * _is_writer(slot) + _apart(slot) + 1 / (1 + order)
            best, most = (slot, likely) if likely > most else (best, most)
    return best


def _may_be_name(text: str, titles: frozenset[str]) -> bool:
    """Whether a line may be somebody's name: a few words without numbers, and not the thread's name."""
    if len(text.split()) > _NAME or not 1 < len(text) <= _LONGEST:
        return False
    return _says(text) and not answers(text, titles)


def _is_writer(slot: Slot) -> bool:
    return any(_called(name, _WRITER) for name in (*(name for _, name in slot[0][-2:]), slot[1]))


def _apart(slot: Slot) -> bool:
    """Whether a line is a heading, or a link or bold."""
    return slot[1] in ("a", "b", "strong") or any(tag in HEADINGS for tag, _ in slot[0][-1:])


def _titled(out: Outline, make: Make, name: Slot, titles: frozenset[str]) -> bool:
    """Whether nearly each part has a headline of its own beside the name: then they are teasers, events or news."""
    heads: dict[int, str] = {}
    for node, chunks in make.members.items():
        for c in chunks:
            heading = out.tags[c.node] in HEADINGS or (c.linked == c.words >= ROW and _says(c.text))
            if (
                heading
                and not _begins(c, chunks)
                and make.paths[c][-len(name[0]) :] != name[0]
                and not answers(c.text, titles)
            ):
                heads.setdefault(node, c.text)
    return len(set(heads.values())) >= MOSTLY * len(make.members)


def _begins(heading: Chunk, chunks: list[Chunk]) -> bool:
    """Whether a heading is no more than how the text begins, as systems make one that nobody wrote."""
    start = heading.text.rstrip("….").casefold()
    return any(c is not heading and c.text.casefold().startswith(start) for c in chunks[: 2 * ROW])


def _says(text: str) -> bool:
    """Whether a line begins with a word, and has no number for itself, as dates, counts and numbers of posts have."""
    return text[0].isalpha() and not any(word.strip("#.,:()").isdigit() for word in _PARTS.split(text))


def answers(text: str, titles: frozenset[str]) -> bool:
    """Whether a line is the thread's name, perhaps with "Re:" before it."""
    return text.casefold().endswith(tuple(titles)) if titles else False


def _spoken_for(out: Outline, make: Make, name: Slot) -> bool:
    """Whether parts are posts by the names of their places and by something else: members, buttons, somebody twice."""
    count = len(make.members)
    names = [line.text for line in make.slots[name].values()]
    twice = count >= ROW and 1 < len(set(names)) < len(names)
    others = [rows for slot, rows in make.slots.items() if slot != name and len(rows) >= _HALF * count]
    membership = any(of_member(line.text) for rows in others for line in rows.values())
    buttons = any(_is_button(out, rows) for rows in others if len(rows) >= MOSTLY * count)
    days = any(sum(_tells_when(out, line) for line in rows.values()) >= _HALF * count for rows in others)
    post = _called_posts(out, make)
    return (membership or _is_writer(name)) and (post + membership + buttons + twice + days) > 1


def _tells_more(out: Outline, make: Make, name: Slot, body: Step | None, titles: frozenset[str]) -> bool:
    """Whether each part tells what only it does beside its text, as people, shows and sights do on their cards.

    A forum tells of its writers too, and is known by what only these have.
    """
    if _has_members(make):
        return False
    for slot, rows in make.slots.items():
        if slot == name or body in slot[0] or len(rows) < MOSTLY * len(make.members):
            continue
        own = [line.text for line in rows.values() if not _is_usual(out, line, titles)]
        if len(own) >= MOSTLY * len(rows) and len(set(own)) > max(1, _HALF * len(own)):
            return True
    return False


def _has_members(make: Make) -> bool:
    """Whether something is told that only members of a forum have, by its words or by what it is called."""
    if any(_called(name, _RANKS) for path, inline in make.slots for name in (*(name for _, name in path), inline)):
        return True
    chunks = (c for each in make.members.values() for c in each if c.words <= _PROFILE)
    texts = [line.text for c in chunks for line in lines(c)]
    return any(
        of_member(text) or (":" in text and of_member(text.partition(":")[0].rpartition(" ")[2])) for text in texts
    )


def _is_usual(out: Outline, line: SlotLine, titles: frozenset[str]) -> bool:
    """Whether a line is what any post has: when it was written, a small number, a link, the thread's name."""
    c = line.chunk
    if _tells_when(out, line) or answers(line.text, titles) or (c.linked and not out.reaches(c)):
        return True
    return len(line.text) < _COUNT and not any(map(str.isalpha, line.text))


def _is_button(out: Outline, rows: dict[int, SlotLine]) -> bool:
    """Whether the same stands in all these lines, and can be pressed."""
    first = next(iter(rows.values()))
    button = first.chunk.linked or out.tags[first.chunk.node] == "button"
    return bool(button) and len({line.text for line in rows.values()}) == 1


def _tells_when(out: Outline, line: SlotLine) -> bool:
    return any(out.tags[n] == "time" for n in line.pieces[0][1]) or written(line.text) is not None


def _called_posts(out: Outline, make: Make) -> bool:
    node = next(iter(make.members))
    around = [n for n in out.ancestors(node)[:3] if n >= 0]
    names = (out.elements[n].get(name, "") for n in around for name in ("class", "id", "itemtype"))
    return any(_called(name, _POST) for name in names)
