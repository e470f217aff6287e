"""Web and e-mail addresses: their dots and signs are named, their words left for a voice that knows them."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution

from ...rule import rule
from ..numerals import cardinal, digits

_ZONES = (
    "ru|рф|su|рус|москва|дети|moscow|tatar|by|kz|ua|se|fi|ee|eu|de|uk|"
    "com|org|net|info|gov|edu|io|me|tv|online|site|biz|pro"
)
_NAME = r"[A-Za-z0-9А-Яа-яЁё_](?:[A-Za-z0-9А-Яа-яЁё_-]{0,62})"
_ADDRESS = re.compile(
    rf"(?<![\w@.])(?P<scheme>https?://|ftp://)?(?P<body>(?:[A-Za-z0-9._%+-]{{1,64}}@)?(?:{_NAME}\.){{1,6}}"
    rf"(?:{_ZONES}|[a-z]{{2,12}}(?=[/@]))(?![\w-])(?!\.\w)"
    r"(?::\d{2,5})?(?:/[^\s<>«»\"()]{0,300})?)|(?<!\w)(?P<handle>@[A-Za-z0-9_]{3,32})(?!\w)"
)
_SIGNS = {
    ".": "точка",
    "@": "собака",
    "/": "слэш",
    "-": "дефис",
    "_": "подчёркивание",
    ":": "двоеточие",
    "?": "вопросительный знак",
    "=": "равно",
    "&": "амперсанд",
    "%": "процент",
    "+": "плюс",
    "#": "решётка",
    "~": "тильда",
}
_PIECE = re.compile(r"[^A-Za-zА-Яа-яЁё\d]|\d+")
_TRAILING = '.,;:!?)»"'
_LONGEST_NUMBER = 4


@rule(cue=".@", digits=False)
def addresses(text: str) -> Iterator[Substitution]:
    """Every sign and number inside a web address, an e-mail address or a handle, each a reading of its own."""
    for match in _ADDRESS.finditer(text):
        start, end = match.start(), match.end()
        while end > start and text[end - 1] in _TRAILING + "/":
            end -= 1
        if match["scheme"]:
            yield Substitution(start, match.end("scheme"), "", "address")
            start = match.end("scheme")
        for piece in _PIECE.finditer(text, start, end):
            yield Substitution(piece.start(), piece.end(), _say(piece[0]), "address")
        if end < match.end() and text[end] == "/":
            yield Substitution(end, end + 1, "", "address")


def _say(piece: str) -> str:
    if piece.isdigit():
        number = cardinal(int(piece)) if len(piece) <= _LONGEST_NUMBER and piece[0] != "0" else digits(piece)
        return f" {number} "
    return f" {_SIGNS.get(piece, '')} "
