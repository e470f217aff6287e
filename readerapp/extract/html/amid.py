"""Reads what stands amid a text though its tag says that it stands aside, and the one step that the text ends with.

The tag of a side column is one witness. A box of sentences, or of rows that name something and tell it, between two
paragraphs of the text or under a heading that names what the headline does, without links, fields or a name that says
what it is, has no second. A button that is the only
thing after a text and is called by the text's own words is what the text asks of its reader.
"""

import re
from typing import Final

from .choice import Choice
from .outline import Chunk, Outline
from .stories import is_story
from .vocabulary import HEADINGS, telling_words
from .witnesses import speaks

_ROWS: Final = 2
"""Rows of a name and what it tells that make a box of facts."""
_MOST: Final = 20
"""Boxes that are looked at."""
_LONGEST: Final = 30
"""Stretches of text in one."""
_FIELDS: Final = ("input", "button", "form", "select", "textarea", "iframe")
_BUTTON: Final = re.compile(r"(?:^|[\s_-])(?:btn|button|cta|knapp|knopka)(?:$|[\s_-])", re.IGNORECASE)
_STEP: Final = 6
"""Words on a button."""
_STEM: Final = 5
"""Letters that two forms of one word have in common."""
_WORD: Final = re.compile(r"\w+")
_UP: Final = 3
"""Elements around a button that may be its own, and around the last of the text, as a list is."""


def boxes(out: Outline, choice: Choice) -> set[Chunk]:
    """What was left out of boxes between two paragraphs of the text, against which nothing speaks but their tag."""
    parts: dict[int, list[Chunk]] = {}
    for c in out.chunks:
        n = choice.left[c][1] if c in choice.left else -1
        if n >= 0 and out.tags[n] == "aside" and len(parts) < _MOST:
            parts.setdefault(n, []).append(c)
    if not parts:
        return set()
    good: dict[int, list[int]] = {}
    for c in choice.kept:
        if c.value > 0:
            good.setdefault(out.parents[c.node], []).append(c.node)
    text = "\n".join(c.text for c in choice.kept)
    whole = [(n, chunks) for n, chunks in parts.items() if _amid(out, n, good)]
    subject = _stems(" ".join(c.text for c in out.chunks if out.tags[c.node] == "h1"))
    inner = [part for n, chunks in parts.items() for part in _inner(out, n, chunks) if _is_of(out, part[1], subject)]
    return {
        c
        for n, chunks in (*whole, *(inner[:_MOST] if good else ()))
        if _tells(out, n, chunks, text) and choice.sure.isdisjoint(chunks)
        for c in chunks
    }


def _inner(out: Outline, n: int, chunks: list[Chunk]) -> list[tuple[int, list[Chunk]]]:
    """The parts of a side column, or itself where its text stands right in it."""
    parts: dict[int, list[Chunk]] = {}
    for c in chunks:
        around = out.ancestors(c.node)
        at = around.index(n)
        parts.setdefault(around[at - 1] if at > 1 else n, []).append(c)
    return [(n, chunks)] if n in parts else list(parts.items())


def _is_of(out: Outline, chunks: list[Chunk], subject: frozenset[str]) -> bool:
    """Whether the heading of a box names what the page's headline does."""
    return out.tags[chunks[0].node] in HEADINGS and not _stems(chunks[0].text).isdisjoint(subject)


def _amid(out: Outline, n: int, good: dict[int, list[int]]) -> bool:
    """Whether paragraphs of the text stand before and after a part, beside it."""
    beside = good.get(out.parents[n], [])
    return bool(beside) and beside[0] < n < beside[-1]


def _tells(out: Outline, n: int, chunks: list[Chunk], text: str) -> bool:
    """Whether a box says something of its own, and leads nowhere."""
    el = out.elements[n]
    if len(chunks) > _LONGEST:
        return False
    if any(c.linked or c in out.shared for c in chunks) or telling_words(f"{el.get('class', '')} {el.get('id', '')}"):
        return False
    if next(el.iter(*_FIELDS), None) is not None or any(c.text in text for c in chunks if speaks(c)):
        return False
    return any(c.value > 0 and speaks(c) for c in chunks) or sum(": " in c.text for c in chunks) >= _ROWS


def last_step(out: Outline, choice: Choice) -> set[Chunk]:
    """The button right after the text that is called by the text's own words."""
    good = [c for c in choice.kept if c.value > 0]
    if choice.links or not good or is_story(out, good):
        return set()
    last = next(c for c in reversed(choice.kept) if c.value >= 0 and not c.image)  # or an item of a list
    after = out.chunks[out.chunks.index(last) + 1 :][:1]
    if not after or after[0] not in choice.left or after[0] in choice.sure or after[0] in out.shared:
        return set()
    (c,) = after
    around = out.ancestors(c.node)[: _UP + 1]
    beside = any(n in around for n in out.ancestors(last.node)[1 : _UP + 1] if n >= 0)
    step = 0 < c.linked == c.words <= _STEP and beside and _is_button(out, c)
    return {c} if step and not _stems(c.text).isdisjoint(_stems(" ".join(g.text for g in choice.kept))) else set()


def _is_button(out: Outline, c: Chunk) -> bool:
    el = out.elements[c.link]
    return el.get("role") == "button" or _BUTTON.search(el.get("class") or "") is not None


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) >= _STEM)
