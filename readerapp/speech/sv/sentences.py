"""Finds where Swedish sentences end, with the same abbreviations that the rules read."""

import re
from typing import Final

from .rules.streets import is_shortened
from .shapes import fold
from .tables.abbreviations import AGREEING, BEFORE_NAME, BEFORE_NUMBER, CHAINS, ENDING, PLAIN, UPPER
from .tables.calendar import MONTH_NAMES, WEEKDAYS
from .tables.units import UNITS

_CLOSING: Final = "\"'”»’)]}"
_STOP: Final = re.compile(
    rf"[.!?…]{{1,8}}[{re.escape(_CLOSING)}]{{0,4}}(?:\[\d{{1,3}}\]){{0,5}}(?=\s|$)|(?<=[a-zåäö]{{3}})[.!?](?=[A-ZÅÄÖ][a-zåäö]{{2}})|\n"
)
_SPACE: Final = re.compile(r"\s*+")
_OPENING: Final = "\"'”»«“(["
_NEXT: Final = re.compile(rf"(?:[-–•·*] ?)?[{re.escape(_OPENING)}]{{0,3}}(?P<first>\S)")
_NEXT_WORD: Final = re.compile(rf"[{re.escape(_OPENING)}]{{0,3}}([^\W\d_]{{1,20}})")
_WINDOW: Final = 48
_LAST: Final = re.compile(rf"[{re.escape(_OPENING)}]{{0,3}}(\S{{1,40}}?)$")
_LABEL: Final = re.compile(rf"\s*[{re.escape(_OPENING)}]?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|[a-zA-Z]|[IVX]{{2,6}})$")
_INITIAL: Final = re.compile(r"(?:^|[\s.(\-])[A-ZÅÄÖ]$")
_ITEM: Final = re.compile(r"[a-zåäö]\) \w|[b-h]\. [A-ZÅÄÖ]")
"""The label of the next point of a list: "b) Skriv under."."""
_ADDRESS: Final = re.compile(r"[@/]\S{0,60}$|www\.\S{0,60}$")
_CHAIN_END: Final = re.compile(
    r"(?<![\w.])("
    + "|".join(r"\.? ?".join(map(re.escape, key.rstrip(".").split("."))) for key in CHAINS)
    + r"|s\.? ?k)$",
    re.IGNORECASE,
)
_STREET: Final = re.compile(r"(?<![\w-])([A-ZÅÄÖ][a-zåäöé]{1,20})(g|v|pl)$")
_COUNTED: Final = re.compile(r"\d ?(?:st|pers)$")
_OR: Final = re.compile(r"(?<![\w.])el$")
"""No "e.l.", which ends a sentence."""
_PART_OF_LAW: Final = re.compile(
    r"(?:§|stycket|st\.?) \d{1,2} (?:st|p)$|(?<!\w)(?:första|andra|tredje|fjärde|femte|sjätte) st$"
)
_POINT_OF_LAW: Final = re.compile(r"\d{1,2}(?:(?: ?[-–] ?| och | eller |, )\d{1,2}){0,4} ?p(?:unkten)?(?!\w)")
"""What follows a part of a section: "22 § 2 st. 3 p. lagen"."""
_STARTERS: Final = frozenset(
    """
    det den de vi jag du ni han hon man dessa denna detta här där då nu när om men och eller så som i på för till
    med av från vid under efter innan enligt genom hos en ett alla många några ingen inga inte vad vem hur varför
    vilken vilka vilket läs se kontakta ring ansök skicka dessutom därefter sedan också även bara både min din vår
    er ditt mitt vårt deras varje annars därför eftersom medan tack hej välkommen observera tänk kom ta gå
    """.split()
)
"""Words that begin sentences far more often than they are names."""
_SHORT_FORMS: Final = frozenset(
    {*PLAIN, *BEFORE_NUMBER, *(key.replace(".", "").lower() for key in (*AGREEING, *CHAINS))}
)
_SAINTS: Final = frozenset({"St", "S:t", "S:ta"})
_UNITS: Final = frozenset(unit.lower() for unit in UNITS if unit.isalpha()) | {"kr", "mnkr", "tkr"}
_BEFORE_DIGITS: Final = frozenset({"v", "tim", "ca", "c:a", "bd"})
_NUMBERS: Final = ("tel", "tfn", "nr", "kap")
_DATES: Final = frozenset(MONTH_NAMES) | frozenset(WEEKDAYS)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans (start, end) of the sentences of `text`, without the space around them; a new line ends one."""
    shape = fold(text)
    spans: list[tuple[int, int]] = []
    start = _after_space(shape, 0)
    for stop in _STOP.finditer(shape):
        end = stop.end()
        if start < stop.start() + 1 and _ends(shape, start, stop):
            _add(spans, shape, start, end)
            start = _after_space(shape, end)
    _add(spans, shape, start, len(shape))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the stop ends the sentence that begins at `start`."""
    after = _after_space(text, stop.end())
    following = _NEXT.match(text, after)
    if stop[0] == "\n" or following is None or _ITEM.match(text, after):
        return True
    first = following["first"]
    if first.islower() or stop[0][0] != "." or stop[0].startswith(".."):
        return not first.islower()
    before = text[max(start, stop.start() - _WINDOW) : stop.start()]
    if after == stop.end():
        return not _ADDRESS.search(before)
    if stop.start() - start < _WINDOW and _LABEL.fullmatch(before):
        return False
    word = _NEXT_WORD.match(text, after)
    in_capitals = word is not None and word[1][:2].isupper() and len(word[1]) > 1
    amount = in_capitals and _COUNTED.search(before)  # "24 st. LED-lampor"
    if amount or (
        _PART_OF_LAW.search(before)
        and (_POINT_OF_LAW.match(text, after) or (word is not None and not word[1][1:].islower()))
    ):
        return False
    starter = word is not None and word[1].lower() in _STARTERS and not word[1][1:].isupper()
    return _ends_after(before, first, starter=starter)


def _ends_after(before: str, first: str, *, starter: bool) -> bool:
    """Whether a full stop after `before` ends a sentence when `first`, a capital, a digit or a sign, follows.

    `starter` says whether the next word is one that begins sentences.
    """
    if _OR.search(before):
        return starter
    chain = _CHAIN_END.search(before)
    if chain:
        return _may_end(re.sub(r"[. ]", "", chain[1].lower()), first, starter=starter)
    if _INITIAL.search(before):
        return starter or not first.isalpha()
    street = _STREET.search(before)
    if street and first.isdecimal() and is_shortened(street[1], street[2]):
        return False
    last = _LAST.search(before.rsplit(None, 1)[-1] if before.strip() else "")
    if last is None or (last[1].isupper() and len(last[1]) > 1 and last[1] not in UPPER):
        return True
    return not (last[1] in _SAINTS and first.isupper()) and _may_end(
        last[1].lower().rstrip("."), first, starter=starter
    )


def _may_end(short: str, first: str, *, starter: bool) -> bool:
    """The same by `short`, the last word in small letters without full stops."""
    if short in ENDING:
        return not (first.isdecimal() and short in _BEFORE_DIGITS)
    if short in _DATES:
        return not first.isdecimal()
    if first in "0123456789§" and (short in BEFORE_NUMBER or short in _BEFORE_DIGITS or short.endswith(_NUMBERS)):
        return False
    if short in BEFORE_NAME and first.isalpha():
        return False
    return starter or short in _UNITS or short not in _SHORT_FORMS
