"""Reads words that are cut short in a part of them: "avdelningschef", "parkeringsavgift", "ersättning"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import halting, substitution
from ..tables.abbreviations import JOINED, LAST_PARTS, PLAIN, TITLES
from .abbreviations import any_of, cased

_CYCLEWAY: Final = re.compile(
    r"(?<![\w.])(?:[gG] ?[/&+]? ?c|G ?[/&+]? ?C)[ -]?(?=(?:väg|ban|stråk|bro|"
    r"port|passage|trafik|tunnel|nät)[a-zåäö]{0,8}(?!\w))"
)
_TIGHT: Final = re.compile(r"(?<![\w.])(?P<word>inkl|exkl|resp|enl|ang|jfr)\.(?=[a-zåäö]{3})", re.IGNORECASE)
_STOP_INSIDE: Final = re.compile(r"[a-zåäö]\.(?:[a-zåäö]{3}|år)")
"""A quick look for what is cut short inside a word."""
_JOINED: Final = re.compile(
    rf"(?<![\w.])(?P<word>{any_of(JOINED)})\.(?=[a-zåäö]{{3}})(?![a-zåäö]{{3,30}}\.[a-z])", re.IGNORECASE
)
_LAST: Final = re.compile(
    rf"(?<=[a-zåäö\ue000]{{3}})(?P<word>{any_of(LAST_PARTS)})\."
    r"(?:(?= ?[a-zåäö(:,;\d\ue000\ue001]|$)|(?<=adr\.)(?= [A-ZÅÄÖ]))"
)
_NUMBER: Final = re.compile(r"(?<=[a-zåäöA-ZÅÄÖ][a-zåäö]{2})nr(?![\w-])")
_NING: Final = re.compile(
    r"(?<=[a-zåäö]{3}[dlt]n)\.(?= [a-zåäö(\d\ue000\ue001]|[,:;])|"
    r"(?<=[a-zåäö]{3}[dtsk]n)\.(?= [a-zåäö(\d\ue000\ue001]|[,:;]|$)|"
    r"(?<=[a-zåäö]{2}(?:iv|äv|ng|rk|rv)n)\.(?= [a-zåäö(\d\ue000\ue001]|[,:;]|$)"
)
"""Letters that no whole word ends in; where one does ("moln."), only before what begins no sentence."""
_NINGS: Final = re.compile(
    r"(?:(?<=[a-zåäö]{2}[dtks]n)|(?<=[a-zåäö](?:iv|äv|ng|rk|rv|kl|äl|ml|dl|tl)n))\.(?=[a-zåäö]{3}|år(?!\w)|dag(?!\w)|tid)"
)
"""The same as the first part of a compound ("förvaltn.chef"); no word ends so that lacks its space ("barn.och")."""
_CIRCA: Final = re.compile(r"(?<!\w)(?P<c>[Cc])a-(?=[a-zåäö]{3})")
_AND: Final = re.compile(r"(?<=[a-zåäö\d\ue000\ue001)] )o\.?(?= [a-zåäöA-ZÅÄÖ\d\ue000\ue001])")
_TITLE: Final = re.compile(rf"(?<=[a-zåäö]{{3}})(?P<word>{any_of(TITLES)})\.(?= [A-ZÅÄÖ][a-zåäöé]{{1,20}} [A-ZÅÄÖ])")


@rule(cue=".", digits=False)
def tight(text: str) -> Iterable[Substitution]:
    """An abbreviation with no space after its full stop: inkl.moms."""
    for match in _TIGHT.finditer(text) if _STOP_INSIDE.search(text) else ():
        yield substitution(
            *match.span(), cased(PLAIN[match["word"].lower()], match["word"], text) + " ", "abbreviation"
        )


@rule(cue=".", digits=False)
def joined(text: str) -> Iterable[Substitution]:
    """The first part of a compound: avd.chef."""
    for match in _JOINED.finditer(text) if _STOP_INSIDE.search(text) else ():
        yield substitution(*match.span(), cased(JOINED[match["word"].lower()], match["word"], text), "abbreviation")


@rule(cue=".", digits=False)
def last_parts(text: str) -> Iterable[Substitution]:
    """The last part of a compound: e-postadr., parkeringsavg."""
    for match in _LAST.finditer(text):
        word = match["word"]
        end = halting(text, match.end("word"), final=word != "adr")
        first = text[match.end() : match.end() + 1].islower() and word in JOINED
        yield substitution(match.start(), end, JOINED[word] if first else LAST_PARTS[word], "abbreviation")


@rule(cue=".", digits=False)
def titles(text: str) -> Iterable[Substitution]:
    """The last part of a title before a name: chefsekr. Ulla Vik."""
    for match in _TITLE.finditer(text):
        yield substitution(*match.span(), TITLES[match["word"]], "title")


@rule(cue="r", digits=False)
def numbers(text: str) -> Iterable[Substitution]:
    """The last part of a compound: mobilnr."""
    for match in _NUMBER.finditer(text):
        yield substitution(match.start(), halting(text, match.end()), "nummer", "abbreviation")


@rule(cue=".", digits=False)
def endings(text: str) -> Iterable[Substitution]:
    """A noun in -ning without its end: ersättn., förvaltn."""
    for match in _NINGS.finditer(text) if _STOP_INSIDE.search(text) else ():
        yield substitution(match.start() - 1, match.end(), "nings", "abbreviation")
    for match in _NING.finditer(text):
        end = halting(text, match.start(), final=False)
        yield substitution(match.start() - 1, end, "ning", "abbreviation")


@rule(cue="cC", digits=False)
def cycleways(text: str) -> Iterable[Substitution]:
    """g/c-väg, GC-bana."""
    for match in _CYCLEWAY.finditer(text):
        yield substitution(*match.span(), "gång- och cykel", "abbreviation")


@rule(cue="cC", digits=False)
def circa(text: str) -> Iterable[Substitution]:
    """The word behind ca, where a hyphen follows."""
    for match in _CIRCA.finditer(text):
        yield substitution(*match.span(), "Cirka" if match["c"] == "C" else "cirka", "abbreviation")


@rule(cue="o", digits=False)
def and_between(text: str) -> Iterable[Substitution]:
    """o. between words."""
    for match in _AND.finditer(text):
        yield substitution(*match.span(), "och", "abbreviation")
