"""Reads web and e-mail addresses: "info snabel a kommun punkt se"."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tokens import Wording, card, linked, spell

_DOMAINS: Final = (
    "se|nu|com|org|net|eu|fi|no|dk|is|de|fr|es|it|nl|be|at|ch|pl|ee|lv|lt|uk|ru|ua|info|gov|edu|int|io|app|dev|tv|me|"
    "wiki|museum|online|fm|gl|fo|ax|su"
)
_HOST: Final = rf"(?:[\w-]{{1,63}}\.){{1,5}}(?:{_DOMAINS})(?![\w-])"
_PATH: Final = r"(?:[/?#](?:[\w/?#%&=~+@:;.,-]{0,300}[\w/=#])?)?"
_EMAIL: Final = re.compile(
    r"(?<![\w.+@-])[\w+-]{1,64}+(?:\.[\w+-]{1,64}+){0,6}@(?:[\w-]{1,63}\.){1,5}[a-zA-Z]{2,12}(?![\w-])"
)
_HIDDEN: Final = re.compile(
    rf"(?i:(?<=\w) ?(?:\((?:at|a|snabel-?a)\)|\[(?:at|a|snabel-?a)\]) ?"
    rf"(?=(?:[\w-]{{1,63}}\.){{1,5}}(?:{_DOMAINS})(?![\w-])))"
)
_ADDRESS: Final = re.compile(
    rf"(?<![\w.@/-])(?:(?:https?|ftp)://(?:[\w-]{{1,63}}\.){{0,5}}[\w-]{{1,63}}(?::\d{{1,5}})?|www\."
    rf"(?:[\w-]{{1,63}}\.){{1,5}}\w{{2,12}}|{_HOST}){_PATH}",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(r"(?<![\w@#])[@#](?=(?P<name>\w{2,40}+)(?!\w))(?!\d)")
_FILE: Final = re.compile(
    r"(?<![\w./-])\w[\w-]{0,99}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|zip|txt|jpe?g|png|gif|svg|mp3|mp4|xml|html?)(?![\w-]|\.\w)"
)
_SEPARATOR: Final = re.compile(r"_v(?=\d)|_{1,5}|-(?=\d{4}-\d\d-\d\d(?!\d))|\.(?=\w{1,5}$)")
_BETWEEN: Final = {".": " punkt ", "_v": " version "}
_LIGATURES: Final = {
    ".": "punkt", "/": "snedstreck", "@": "snabel a", "-": "bindestreck", "_": "understreck", ":": "kolon",
    "?": "frågetecken", "=": "lika med", "&": "och", "#": "nummertecken", "%": "procent", "+": "plus",
    "~": "tilde", ",": "komma", ";": "semikolon",
}  # fmt: skip
_PART: Final = re.compile(r"\d{1,15}|[^\W\d_]{1,300}|[\W_]")
_SHORT_NUMBERS: Final = {"1177": (card(11), " ", card(77))}
_LONGEST_NUMBER: Final = 4


@rule(cue="([", digits=False)
def hidden(text: str) -> Iterable[Substitution]:
    """E-mail addresses that are written so that no robot finds them: namn(at)kommun.se."""
    for match in _HIDDEN.finditer(text):
        yield substitution(*match.span(), " snabel a ", "e-mail")


@rule(cue="@", digits=False)
def addresses(text: str) -> Iterable[Substitution]:
    """E-mail addresses, then web addresses; "http://" is left unsaid."""
    for match in _EMAIL.finditer(text):
        yield substitution(*match.span(), _address(match[0]), "e-mail")


@rule(cue=".", digits=False)
def sites(text: str) -> Iterable[Substitution]:
    """Web addresses with their paths; the scheme and a last stroke are left unsaid."""
    for match in _ADDRESS.finditer(text):
        address = re.sub(r"^[a-zA-Z]{3,5}://", "", match[0]).rstrip("/")
        yield substitution(*match.span(), _address(address), "web address")


@rule(cue=".", digits=False)
def files(text: str) -> Iterable[Substitution]:
    """Names of files, whose parts are words, dates and numbers like others: protokoll_2024-03-12.pdf."""
    for match in _FILE.finditer(text):
        for separator in _SEPARATOR.finditer(match[0]):
            start, end = (match.start() + place for place in separator.span())
            yield substitution(start, end, _BETWEEN.get(separator[0], " "), "file name")


@rule(cue="@#", digits=False)
def handles(text: str) -> Iterable[Substitution]:
    """@names and #hashtags."""
    for match in _HANDLE.finditer(text):
        yield substitution(*match.span(), "snabel a " if match[0] == "@" else "hashtag ", "handle")
        for at in (at for at, letter in enumerate(match["name"], match.start("name")) if letter == "_"):
            yield substitution(at, at + 1, " understreck ", "handle")


def _address(address: str) -> Wording:
    words: list[Wording] = []
    for plain, group in groupby(_PART.findall(address), _is_plain):
        run = list(group)
        words += ["".join(run)] if plain else map(_part, run)
    return linked(" ", words)


def _is_plain(part: str) -> bool:
    """Whether a part is said as it stands, together with others like it."""
    return part not in _LIGATURES and not (part.isdecimal() and part.isascii())


def _part(part: str) -> Wording:
    if part in _LIGATURES:
        return _LIGATURES[part]
    if part in _SHORT_NUMBERS:
        return _SHORT_NUMBERS[part]
    return spell(part) if part[0] == "0" or len(part) > _LONGEST_NUMBER else card(part)
