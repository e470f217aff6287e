"""Tells contacts, editors, dates and notes from the article's own text."""

import re
from typing import Final

from ...model.article import Role
from ..dates import written
from .beginnings import begin, beginnings
from .choice import Choice
from .contacts import HEADING
from .outline import Chunk, Outline
from .phrases import CHANGED, tells_when
from .vocabulary import ASIDE, BYLINE, HEADINGS, OUTSIDE

_CHANGED: Final = (
    r"(?:(?:denna|den|här|sidan?|sidinnehållet|innehållet|informationen|artikeln|texten|är|har|senast|this|page|last|"
    rf"first|дата|и|время|последн\w+) ){{0,5}}{CHANGED}\b"
)
_BY: Final = (
    r"(?:sidansvarig|sidägare|innehållsansvarig|webbansvarig|webbredaktör|redaktör|ansvarig (?:utgivare|redaktör|"
    r"för (?:sidan|innehållet))|(?:page|content) (?:owner|editor|manager)|editor|редактор|"
    r"ответственн\w+ (?:за \w+|редактор)|(?:материал|текст) подготовил\w*)\b\s*[:–—-]?.{1,80}"
)
_UPDATED: Final = re.compile(rf"\W*{_CHANGED}(?P<rest>.{{0,70}})")
_EDITOR: Final = re.compile(rf"\W*{_BY}")
_BEGINNINGS: Final = beginnings(_CHANGED) | beginnings(_BY)
"""How every such line begins, to pass over the others at once."""
_NOTES: Final = re.compile(
    r"\W*(?:fotnoter|noter|referenser|källor|källförteckning|litteratur|vidare läsning|footnotes|notes|"
    r"references|sources|"
    r"примечания|сноски|источники|литература)\W*",
    re.IGNORECASE,
)
_SHORT: Final = 16
_NEAR: Final = 8
_MOST: Final = 300
_LONGEST: Final = 200
_CARD: Final = 30
_HALF: Final = 0.5


def line_role(text: str, words: int) -> Role | None:
    """The role of a short line that says of the page itself when it was changed, or by whom."""
    if words > _SHORT or len(text) > _LONGEST:
        return None
    lowercase = text.lower()
    if begin(lowercase) not in _BEGINNINGS:
        return None
    change = _UPDATED.fullmatch(lowercase)
    if change and written(text) and tells_when(change["rest"]):
        return "updated"
    return "editor" if _EDITOR.fullmatch(lowercase) else None


def keep_lines_about_page(out: Outline, choice: Choice, roles: dict[Chunk, Role]) -> None:
    """Bring back the first line of each such kind that stands outside the article but not in the site's frame."""
    kinds: set[Role] = set()
    members = set(choice.kept)
    for c in out.chunks:
        role = (
            line_role(c.text, c.words) if c in choice.left and choice.left[c][0] in (OUTSIDE, BYLINE, ASIDE) else None
        )
        if role and role not in kinds:
            kinds.add(role)
            roles[c] = role
            del choice.left[c]
            members.add(c)
    choice.kept = [c for c in out.chunks if c in members]


def bylines(out: Outline, choice: Choice) -> list[str]:
    """The short lines left out just before the article's first text, where authors and dates stand."""
    first = next((i for i, c in enumerate(out.chunks) if c not in choice.left and c.value > 0), 0)
    near = out.chunks[max(0, first - _NEAR) : first]
    return [c.text for c in near if c in choice.left and c.words <= _SHORT and len(c.text) <= _LONGEST]


def section_roles(out: Outline, choice: Choice) -> dict[Chunk, Role]:
    """The roles of whole parts: contact cards, notes, and what stands under a heading that says so."""
    roles: dict[Chunk, Role] = dict.fromkeys(choice.contacts, "contact")
    roles.update(dict.fromkeys(choice.notes, "note"))
    total = sum(c.words for c in choice.kept)
    for i, c in enumerate(choice.kept):
        if c in roles or c.words > _SHORT or len(c.text) > _LONGEST:
            continue
        role: Role | None = "contact" if HEADING.fullmatch(c.text) else "note" if _NOTES.fullmatch(c.text) else None
        if role is None:
            continue
        under = _under(out, choice.kept, i)
        if under and sum(u.words for u in under) < _HALF * total:
            roles.update((u, role) for u in (c, *under) if u not in roles and not line_role(u.text, u.words))
    return roles


def _under(out: Outline, chunks: list[Chunk], i: int) -> list[Chunk]:
    """What a heading heads; for a line that only looks like one, the short lines that follow in its parent."""
    tag = out.tags[chunks[i].node]
    under: list[Chunk] = []
    for c in chunks[i + 1 : i + 1 + _MOST]:
        other = out.tags[c.node]
        if other in HEADINGS and (tag not in HEADINGS or other <= tag):
            break
        if tag not in HEADINGS and (c.words > _CARD or not out.holds(out.parents[chunks[i].node], c.node)):
            break
        under.append(c)
    return under
