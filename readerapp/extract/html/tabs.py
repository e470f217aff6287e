"""Reads the names of tabs over their panels: on the page they stand in a row over the first one.

A name is read where its panel is. That its part is called a menu, or stands outside of the text, speaks against a row
of links; this row leads to nothing but what is read.
"""

from typing import Final

from .choice import Choice
from .hiding import concealed
from .outline import Chunk, Outline
from .vocabulary import TWICE

_LONGEST: Final = 8
"""Words of a name."""
_ROW: Final = ("ul", "ol", "li")
_UP: Final = 4
"""Elements around a name that may make it an item."""
_TARGETS: Final = ("aria-controls", "href", "data-bs-target", "data-target")


def name_panels(out: Outline, choice: Choice) -> None:
    """Read the name of each panel of which something is read, as the heading of that, and once."""
    tabs = {n for n, role in out.roles.items() if role == "tab"} or _plain_tabs(out)
    if not tabs or choice.links:
        return
    names: dict[str, list[Chunk]] = {}
    for n, c in _names(out, tabs).items():
        names.setdefault(_target(out, n), []).append(c)
    panels = {n: name for n, el in enumerate(out.elements) if (name := el.get("id")) in names}
    over: dict[Chunk, Chunk] = {}
    for c in choice.kept:
        for n in out.ancestors(c.node):
            label, *copies = names.pop(panels[n], [c]) if n in panels else [c]
            if label.text.casefold() != c.text.casefold():
                over[c] = label
                choice.left.update({other: (TWICE, other.node) for other in copies if other.text == label.text})
    labels = frozenset(over.values())
    for label in labels:
        choice.left.pop(label, None)
        _become_heading(out, label)
    chunks = [c for c in choice.kept if c not in labels and c not in choice.left]
    choice.kept = [one for c in chunks for one in ((over[c], c) if c in over else (c,))]


def _plain_tabs(out: Outline) -> set[int]:
    """Links down the page to parts of one make beside each other, of which the page hides one until it is asked for."""
    links = {n: href[1:] for n, tag in enumerate(out.tags) if tag == "a" and (href := _down(out, n))}
    names = frozenset(links.values())
    parts = {name: n for n, el in enumerate(out.elements) if (name := el.get("id")) in names} if names else {}
    looks = {name: (out.parents[n], out.tags[n], out.classes[n]) for name, n in parts.items()}
    folds = {looks[name] for name, n in parts.items() if concealed(out.elements[n])}
    return {n for n, name in links.items() if looks.get(name) in folds}


def _down(out: Outline, n: int) -> str:
    href = out.elements[n].get("href") or ""
    return href if href.startswith("#") and href != "#" else ""


def _target(out: Outline, tab: int) -> str:
    """The id of what a tab shows, or nothing."""
    el = out.elements[tab]
    return next((value.lstrip("#") for key in _TARGETS if (value := el.get(key))), "")


def _names(out: Outline, tabs: set[int]) -> dict[int, Chunk]:
    """What is written on each tab, if it is one short line."""
    lines: dict[int, list[Chunk]] = {}
    for c in out.chunks:
        for n in tabs.intersection(out.ancestors(c.node)) or tabs.intersection(c.pieces[0][1]):
            lines.setdefault(n, []).append(c)
    return {n: several[0] for n, several in lines.items() if len(several) == 1 and several[0].words <= _LONGEST}


def _become_heading(out: Outline, label: Chunk) -> None:
    for n in out.ancestors(label.node)[:_UP]:
        if n >= 0 and out.tags[n] in _ROW:
            out.tags[n] = "div"
    out.tags[label.node] = "h2"
    label.pieces, label.linked = [(label.text, ())], 0
