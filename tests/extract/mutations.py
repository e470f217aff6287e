"""Spoils pages in ways that nobody would write, the same way each time: for tests that nothing hurts the reader."""

import random
import re
from collections.abc import Callable, Iterator

_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""\s([\w-]+)=("[^"]*"|'[^']*')""")
HURTFUL = (
    "<table><tr><td>",
    "</table></td></tr>",
    "<p><table><p>",
    "<a href=x><a href=y>",
    "</a></b></i></p>",
    "<b><p><i><div>",
    "<li><ul><li><ol>",
    "</body></html><p>",
    "<html lang=ru><body class=footer>",
    "<head><title>",
    "<plaintext>",
    "<xmp>",
    "<select><option><p>",
    "<frameset><frame>",
    "<textarea>",
    "<template><p>",
    "<svg><foreignObject><p>",
    "<math><mi><p>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?xml version='1.0' encoding='koi8-r'?>",
    "<!DOCTYPE [<!ENTITY a 'b'>]>",
    "&a;&#0;&#xD800;",
    "<base href='http://['>",
    "<a href='http://[::1'>",
    "<x-chunk data-caption>",
    "<tr colspan=-1 rowspan=99999999999>",
    "<ol start=9999999999999>",
    "<div hidden aria-hidden=true style='display:none'>",
    "<h1><h2><h3>",
    "<dl><dt><dd><dt>",
    "<td lang=xx-yy colspan=x>",
    "\0\x0b\x1f\ufffe",
    "\u202e\u200f\ufeff",
    "<p" + " a=b" * 500 + ">",
    "<div>" * 300,
    "<pre>\n\n",
    "<p id='a b' class='\n'>",
    "<svg/onload=x>",
    "<meta charset=utf-16>",
    "<details><summary><details>",
    "<br>" * 99,
)


def _cut(html: str, rng: random.Random) -> str:
    return html[: rng.randrange(len(html))]


def _hole(html: str, rng: random.Random) -> str:
    at = rng.randrange(len(html))
    return html[:at] + html[at + rng.randrange(1, 400) :]


def _repeat(html: str, rng: random.Random) -> str:
    at = rng.randrange(len(html))
    piece = html[at : at + rng.randrange(1, 300)]
    return html[:at] + piece * rng.randrange(2, 120) + html[at:]


def _insert(html: str, rng: random.Random) -> str:
    at = rng.randrange(len(html))
    return html[:at] + rng.choice(HURTFUL) + html[at:]


def _swap(html: str, rng: random.Random) -> str:
    one, other = sorted((rng.randrange(len(html)), rng.randrange(len(html))))
    middle = (one + other) // 2
    return html[:one] + html[middle:other] + html[one:middle] + html[other:]


def _without_closers(html: str, rng: random.Random) -> str:
    return _TAG.sub(lambda m: "" if m[0].startswith("</") and rng.random() < 0.3 else m[0], html)


def _other_tags(html: str, rng: random.Random) -> str:
    tags = _TAG.findall(html)
    return _TAG.sub(lambda m: rng.choice(tags) if rng.random() < 0.1 else m[0], html)


def _other_attributes(html: str, rng: random.Random) -> str:
    values = [found[2] for found in _ATTRIBUTE.finditer(html)] or ['""']
    return _ATTRIBUTE.sub(lambda m: f" {m[1]}={rng.choice(values)}" if rng.random() < 0.3 else m[0], html)


WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    _cut, _hole, _repeat, _insert, _insert, _swap, _without_closers, _other_tags, _other_attributes,
)  # fmt: skip


def mutants(html: str, seed: int, count: int) -> Iterator[str]:
    """That many spoilt forms of a page, each spoilt one to six times."""
    rng = random.Random(seed)
    for _ in range(count):
        spoilt = html
        for _ in range(rng.randrange(1, 7)):
            spoilt = rng.choice(WAYS)(spoilt, rng) or html
        yield spoilt
