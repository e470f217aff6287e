"""Reads a thread of posts as what it is: who says what, in order.

Since when a writer is a member, how many posts they have, what can be pressed and the line under all of their posts
stand at places of their own in a post: what is left out is told by its place, and by no word.
"""

import re
from collections import Counter
from typing import Final

from ..dates import written
from .choice import Choice
from .outline import Chunk, Outline
from .slots import Make, Path, SlotLine, Step, parted
from .vocabulary import BYLINE, COMMENTS, HEADINGS, OUTSIDE
from .worth import LISTED
from .writers import MOSTLY, ROW, Posts, answers, of_member, posts, tells_writer

LEAD: Final = 25
"""Good words under the headline from which what follows are comments on an article, and no thread."""
_MATTER: Final = 10
"""Words in a table or a list under the headline that comments may be about."""
_ENDS: Final = ".!?…"
_LINE: Final = 14
"""Words of a line that is a sentence however it ends."""
_DAY: Final = 10
"""Characters of a day, as it is compared."""
_SIGNATURE: Final = re.compile(r"signat|podpis", re.IGNORECASE)
"""What classes call the line that a writer has under every post."""


def thread(out: Outline, titles: frozenset[str]) -> Choice | None:
    """What is read of a thread: the lead over it, then of each post the name and what is said; None of other pages."""
    thread_posts = None if out.published and _in_one_place(out) else posts(out, titles)
    return _choice(out, thread_posts, titles) if thread_posts else None


def _in_one_place(out: Outline) -> bool:
    """Whether nearly all that a page says in sentences stands right in one element, as posts of several never do.

    A page that calls itself an article besides is no thread, whatever is called a comment or a writer on it.
    """
    words: Counter[int] = Counter()
    for c in out.chunks:
        if c.value > 0:
            words[out.parents[c.node]] += c.words
    return max(words.values(), default=0) > MOSTLY * out.counts().good[-1]


def _choice(out: Outline, thread_posts: Posts, titles: frozenset[str]) -> Choice | None:
    """The thread as it is read, unless an article stands over it."""
    members = thread_posts.make.paths.keys()
    first = next(i for i, c in enumerate(out.chunks) if c in members)
    heads = [i for i, c in enumerate(out.chunks[:first]) if out.tags[c.node] == "h1" or c.text.casefold() in titles]
    start = heads[-1] + 1 if heads else 0
    lead = {c for c in out.chunks[start:first] if _leads(out, c, titles)}
    if sum(c.words for c in lead) > LEAD or _commented(out, thread_posts, out.chunks[start:first]):
        return None
    if any(c.value > 0 for c in lead):
        lead |= {c for c in out.chunks[start:first] if c.words <= _LINE and tells_writer(out, c)}
    speech = _said(thread_posts, titles)
    names = _cut(out, thread_posts, speech)
    inside = {c.node for c in members}
    read = lead | names | speech
    chunks = [c for c in out.chunks if c in read]
    reasons = {c: (BYLINE if c.node in inside else OUTSIDE, c.node) for c in out.chunks if c not in read}
    return Choice(chunks, reasons, speakers=names, sure=set(reasons))


def _commented(out: Outline, thread_posts: Posts, over: list[Chunk]) -> bool:
    """Whether posts are called comments, and a table or a list stands over them that they may be about."""
    around = out.ancestors(next(iter(thread_posts.make.members)))
    if not any(n in out.hints and out.hints[n].rule is COMMENTS for n in around):
        return False
    lines = [c for c in over if out.tags[c.node] in LISTED and not c.linked and "form" not in _tags(out, c)]
    return len(lines) >= ROW and sum(c.words for c in lines) >= _MATTER


def _tags(out: Outline, c: Chunk) -> set[str]:
    return {out.tags[n] for n in out.ancestors(c.node) if n >= 0}


def _leads(out: Outline, c: Chunk, titles: frozenset[str]) -> bool:
    """Whether a stretch over the posts is a sentence, or a heading, as a thread's name that is no h1."""
    if out.wording(c) is not None or c.text.casefold() in titles:
        return False
    sentence = c.value > 0 and not c.linked and (c.text[-1] in _ENDS or c.words > _LINE)
    return sentence or (out.tags[c.node] in HEADINGS and c.words >= ROW)


def _cut(out: Outline, thread_posts: Posts, speech: set[Chunk]) -> set[Chunk]:
    """The names and the days of the posts, each cut out of the line that it stands in."""
    rows = [*thread_posts.make.slots[thread_posts.name].values(), *_days(thread_posts.make)]
    texts_of: dict[Chunk, set[str]] = {}
    for line in rows:
        texts_of.setdefault(line.chunk, set()).add(line.text)
    cuts: dict[Chunk, list[Chunk]] = {}
    heads: set[Chunk] = set()
    for c, texts in texts_of.items():
        if c.text in texts:
            heads.add(c)
        elif c not in speech:
            pairs = parted(out, c)
            cuts[c] = [part for _, part in pairs]
            heads.update(part for line, part in pairs if line.text in texts)
    out.chunks = [part for c in out.chunks for part in cuts.get(c, (c,))]
    return heads


def _days(make: Make) -> list[SlotLine]:
    """The lines that tell when each post was written: they are dates, and each is no earlier than the one before."""
    for rows in make.slots.values():
        days = [(written(line.text) or "")[:_DAY] for line in rows.values()]
        dates = [day for day in days if day]
        if len(dates) >= max(2, MOSTLY * len(make.members)) and dates == sorted(dates) and len(dates) == len(days):
            return list(rows.values())
    return []


def _said(thread_posts: Posts, titles: frozenset[str]) -> set[Chunk]:
    """What is said in the posts: what stands where their sentences do, but for the lines that every post has."""
    make, body = thread_posts.make, thread_posts.body
    rows = make.slots[thread_posts.name]
    names = {line.chunk for line in rows.values()}
    usual = {
        line.chunk
        for slot, each in make.slots.items()
        if len(each) > 1 and _usual([line.text for line in each.values()], len(make.members), titles)
        for line in each.values()
        if line.text == line.chunk.text
    }
    speech: set[Chunk] = set()
    ends: dict[tuple[str, str], list[Chunk]] = {}
    for node, chunks in make.members.items():
        mine = [c for c in chunks if _in_body(make.paths[c], body) and c not in names and c not in usual]
        mine = [c for c in mine if body is not None or not c.image]
        speech.update(mine)
        if len(mine) > 1 and node in rows:
            ends.setdefault((rows[node].text, mine[-1].text), []).append(mine[-1])
    return speech.difference(*(same for same in ends.values() if len(same) > 1))


def _in_body(path: Path, body: Step | None) -> bool:
    """Whether a line stands where the sentences do, and neither in an aside nor in what is called a signature."""
    if body is not None and body not in path:
        return False
    return not any(tag == "aside" or _SIGNATURE.search(name) for tag, name in path)


def _usual(texts: list[str], count: int, titles: frozenset[str]) -> bool:
    """Whether nearly every post has a line there that is a date, or what stands beside every writer."""
    if len(texts) < MOSTLY * count:
        return False
    return len(set(texts)) == 1 or all(written(text) or of_member(text) or answers(text, titles) for text in texts)
