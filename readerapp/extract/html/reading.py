"""Reads the chosen stretches of a page, as BeautifulSoup has them, into the article's blocks."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from bs4.element import Tag

from ...languages import base
from ...model import Block, Container, Run
from ...model.article import ContainerKind, Kind, Numbering
from ...text.cleaning import squeeze
from .links import target
from .markup import CHUNK, CONTAINERS, END
from .outline import LINE
from .vocabulary import HEADINGS

_CONTAINER: Final[dict[str, ContainerKind]] = {
    "ul": "ul",
    "ol": "ol",
    "li": "li",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "header",
    "blockquote": "quote",
    "figure": "figure",
    "dl": "dl",
    "details": "details",
}
_NUMBERINGS: Final[dict[str, Numbering]] = {"a": "a", "A": "A", "i": "i", "I": "I"}
_KIND: Final[dict[str, Kind]] = {
    "figcaption": "caption",
    "caption": "caption",
    "pre": "preformatted",
    "dt": "term",
    "dd": "definition",
}
_EMPHASIS: Final[dict[str, Literal["em", "strong", "code", "sup", "sub"]]] = {
    "em": "em",
    "i": "em",
    "cite": "em",
    "strong": "strong",
    "b": "strong",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "sup": "sup",
    "sub": "sub",
}
_POWER: Final = re.compile(r"[-−]?\d{1,3}")
_LENGTH: Final = re.compile(r"(?<![^\W\d_])(?:[kdcm]?m|[кдсм]?м)$")
_SUPERSCRIPTS: Final = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_NEAR: Final = 8
_DIGITS: Final = 6
"""Signs from which a number is none that a page counts to."""
_ENDS: Final = ".!?…:;"
_FULL_LINE: Final = 45
"""Characters of a line that ends where the sheet did, and not the sentence."""


@dataclass(slots=True)
class _Place:
    """Where the reader is in the markup."""

    path: tuple[Container, ...] = ()
    kind: Kind = "paragraph"
    level: int = 0


def blocks(soup: Tag, address: str) -> list[Block]:
    """The block of each chunk in order; its language is empty where the markup tells none.

    The tree is taken apart, and so freed at once: it goes round in circles, and would wait for the collector of cycles.
    """
    so_far: list[Block] = []
    _read(soup, _Place(), so_far, address)
    soup.decompose()
    return so_far


def _read(tag: Tag, place: _Place, so_far: list[Block], address: str) -> None:
    runs: list[Run] = []
    for child in tag.contents:
        if not isinstance(child, Tag):
            text, *others = str(child).split(END)
            runs.append(Run(text))
            for other in others:
                so_far.append(_finished(runs, place))
                runs = [Run(other)]
        elif child.name == CHUNK:
            so_far.append(_block(child, place, address))
        elif child.name in CONTAINERS:
            _read(child, _inner(child, place, so_far), so_far, address)
        else:
            _add_runs_of(child, Run(""), "", address, runs)


def _inner(tag: Tag, place: _Place, so_far: list[Block]) -> _Place:
    """The place inside an element."""
    name = tag.name
    if name in _CONTAINER:
        return _Place((*place.path, _container(tag)), place.kind, place.level)
    if name in _KIND:
        return _Place(place.path, _KIND[name], 0)
    if name in HEADINGS:
        return _Place(place.path, "heading", int(name[1]))
    if name == "summary":
        over = next((b.level for b in reversed(so_far) if b.kind == "heading" and not _in_details(b)), 1)
        return _Place(place.path, "heading", min(6, over + 1))
    return place


def _in_details(block: Block) -> bool:
    return any(container.kind == "details" for container in block.path)


def _block(chunk: Tag, place: _Place, address: str) -> Block:
    own = base(str(chunk.get("lang", ""))) or ""
    kind, source = place.kind, None
    if kind == "paragraph" and "data-caption" in chunk.attrs:
        kind = "caption"
    first = chunk.contents[0] if chunk.contents else None
    if isinstance(first, Tag) and first.name == "img":
        kind, source = "image", target(str(first.get("src", "")), address)
    runs: list[Run] = []
    _add_runs(chunk, Run(""), own, address, runs)
    if kind == "preformatted" and _is_prose("".join(run.text for run in runs)):
        kind = "paragraph"
    level = place.level if kind == "heading" else 0
    return Block(kind, fold(runs, keep_lines=kind == "preformatted"), own, level=level, path=place.path, source=source)


def _finished(runs: list[Run], place: _Place) -> Block:
    """The block of a stretch of which nothing is to be said but where it stands."""
    return Block(place.kind, fold(runs), "", level=place.level if place.kind == "heading" else 0, path=place.path)


def _add_runs(tag: Tag, look: Run, language: str, address: str, runs: list[Run]) -> None:
    """The texts inside an element, each as it looks."""
    for child in tag.contents:
        if isinstance(child, Tag):
            _add_runs_of(child, look, language, address, runs)
        else:
            runs.append(Run(str(child), look.language, look.link, look.emphasis))


def _add_runs_of(child: Tag, look: Run, language: str, address: str, runs: list[Run]) -> None:
    """The texts of an element in a line, each as it looks."""
    tongue = base(str(child["lang"])) if "lang" in child.attrs else look.language
    link = target(str(child.get("href", "")), address) if child.name == "a" and look.link is None else look.link
    inside = Run("", tongue if tongue != language else None, link, look.emphasis or _EMPHASIS.get(child.name, ""))
    _add_runs(child, inside, language, address, runs)


def _container(tag: Tag) -> Container:
    return Container(
        kind=_CONTAINER[tag.name],
        key=int(str(tag["data-node"])),
        start=_number(tag, "start"),
        numbering=_NUMBERINGS.get(str(tag.get("type")), "1"),
        columns=max(1, _number(tag, "colspan")),
        rows=max(1, _number(tag, "rowspan")),
        number=_item_number(tag) if tag.name == "li" else None,
    )


def _item_number(tag: Tag) -> int | None:
    """The number that a page gives an item of an ordered list: its own, or that of a list that counts down."""
    around = tag.parent
    if around is None or around.name != "ol":
        return None
    number = _whole(tag.get("value"))
    if number is None and "reversed" in around.attrs:
        before = tag.find_previous_sibling("li")
        start = _whole(around.get("start"))
        if before is not None:
            number = int(str(before["data-number"])) - 1
        else:
            number = len(around.find_all("li", recursive=False)) if start is None else start
    tag["data-number"] = str(number)
    return number


def _whole(text: object) -> int | None:
    """The number that an attribute tells, if it does."""
    digits = str(text or "").strip()
    plain = digits.removeprefix("-")
    return int(digits) if len(digits) < _DIGITS and plain.isascii() and plain.isdigit() else None


def _number(tag: Tag, name: str) -> int:
    number = _whole(tag.get(name))
    return 1 if number is None else number


def fold(runs: list[Run], *, keep_lines: bool = False) -> tuple[Run, ...]:
    """Fold white space over the runs' borders, and join neighbours that look alike; line breaks become lines."""
    if len(runs) == 1 and not keep_lines and LINE not in runs[0].text:
        whole = squeeze(runs[0].text)
        return (_saying(runs[0], whole),) if whole else ()  # as most blocks are
    folds: list[Run] = []
    space = True
    for run in runs:
        text = run.text.replace("\r\n", "\n") if keep_lines else _folded(run.text, after_space=space)
        if not text:
            continue
        space = text[-1].isspace()
        if folds and _look(folds[-1]) == _look(run):
            folds[-1] = _saying(run, folds[-1].text + text)
        else:
            folds.append(_saying(run, text))
    folds = _trimmed(folds)
    lined = not keep_lines and any("\n" in run.text for run in folds)
    return tuple(_raised(_lines(folds) if lined else folds))


def _raised(runs: list[Run]) -> list[Run]:
    """The runs with powers of numbers and lengths as signs of their own: 10³ is not a hundred and three."""
    for i, (run, before) in enumerate(zip(runs[1:], runs[:-1], strict=True), 1):
        if run.emphasis == "sup" and _POWER.fullmatch(run.text) and _is_raised(before.text[-_NEAR:], run.text):
            runs[i] = Run(run.text.translate(_SUPERSCRIPTS), run.language, run.link)
    return runs


def _is_raised(before: str, power: str) -> bool:
    """Whether what stands right before a little number is raised by it; behind a length, others are marks of notes."""
    return before[-1:].isdigit() or (power in {"2", "3"} and _LENGTH.search(before) is not None)


def _saying(run: Run, text: str) -> Run:
    return Run(text, run.language, run.link, run.emphasis)


def _trimmed(runs: list[Run]) -> list[Run]:
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        runs[-1] = _saying(runs[-1], runs[-1].text.rstrip())
    return runs


def _folded(text: str, *, after_space: bool) -> str:
    if LINE in text:
        whole = ""
        for number, part in enumerate(text.split(LINE)):
            if number and (whole or not after_space):
                whole = whole.rstrip(" ") + ("" if whole.endswith("\n") else "\n")
            whole += _folded(part, after_space=after_space if not number else True)
        return whole
    words = squeeze(text)
    if not words:
        return "" if after_space or not text else " "
    before = " " if text[0].isspace() and not after_space else ""
    return before + words + (" " if text[-1].isspace() else "")


def _lines(runs: list[Run]) -> list[Run]:
    """The runs with a space for each line break within a sentence: before a small letter, where none has ended."""
    whole = "".join(run.text for run in runs)
    at, result = 0, []
    for run in runs:
        parts = run.text.split("\n")
        text = parts[0]
        for part in parts[1:]:
            at_break = at + len(text)
            text += (" " if _within_sentence(whole, at_break) else "\n") + part
        at += len(text)
        result.append(_saying(run, text))
    return result


def _within_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - _NEAR) : at].rstrip()[-1:]
    return text[at + 1 : at + 2].islower() and before not in _ENDS


def _look(run: Run) -> tuple[str | None, str | None, str]:
    return run.language, run.link, run.emphasis


def _is_prose(text: str) -> bool:
    """Whether lines that the page keeps are only a paragraph's: long ones in words, without signs as code has them."""
    lines = text.splitlines()
    full = sum(len(line.rstrip()) >= _FULL_LINE for line in lines[:-1])
    signs = sum(text.count(sign) for sign in "{}=<>|;\\_#\t")
    return len(lines) > 1 and 2 * full >= len(lines) - 1 and signs * 50 < len(text) and "   " not in text.strip()
