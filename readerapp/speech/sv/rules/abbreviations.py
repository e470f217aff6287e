"""Reads abbreviations in their dotted, spaced and plain spellings."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import CAPITALS, rule
from ..shapes import halting, held, substitution
from ..small_words import small_words
from ..tables.abbreviations import (
    AGREEING,
    ALSO_LAST,
    BEFORE_DATE,
    BEFORE_NAME,
    BEFORE_NUMBER,
    CHAINS,
    ENDING,
    NEEDS_STOP,
    PAGES,
    PLAIN,
    STOPPED_ONLY,
    UPPER,
)
from ..tables.calendar import MONTH_NAMES, WEEKDAYS


def _chain(abbreviation: str) -> str:
    """The pattern of an abbreviation of several words."""
    parts = [re.escape(part) for part in abbreviation.rstrip(".").split(".")]
    return (r"\. ?" if abbreviation in STOPPED_ONLY else r"(?:\. ?| )").join(parts)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_PATTERNS: Final = "|".join(_chain(key) for key in sorted(CHAINS, key=len, reverse=True))
_CHAINS: Final = re.compile(rf"(?<![\w.])(?:{_PATTERNS})(?!\w|\.\w)", re.IGNORECASE)
_BY_LETTERS: Final = {key.replace(".", "").lower(): key for key in CHAINS}
_WORD: Final = re.compile(rf"(?<![\w.:])(?P<word>{any_of(PLAIN)})(?!\w|:\w|-\w|\.\w)", re.IGNORECASE)
_PLAIN: Final = frozenset(PLAIN) | {"fors"}
"""With the last part of "H:fors", which is no word of its own."""
_BEFORE_NUMBER: Final = frozenset(BEFORE_NUMBER)
_BEFORE_DATE: Final = frozenset(BEFORE_DATE)
_FIRST_WORDS: Final = frozenset(key.split(".")[0].lower() for key in CHAINS) - {"i"}
_NUMBERED: Final = re.compile(
    rf"(?<![\w.:])(?P<word>{any_of(BEFORE_NUMBER)})(?P<stop>\.?)(?P<gap>:? ?|-(?=\d\d(?!\d)))(?=§? ?\d|[\ue000\ue001])",
    re.IGNORECASE,
)
_LETTERED_WORDS: Final = frozenset("åk kap bil avd fig tab".split())
_LETTERED: Final = re.compile(
    rf"(?<![\w.:])(?P<word>(?i:{any_of(_LETTERED_WORDS)}))(?P<stop>\.?) (?=[A-Z](?:\W|(?<![ÅåAa]k .)\d|$))"
)
_ALSO_IN_CAPITALS: Final = frozenset(
    "nr tel tfn kap sid bg pg ca inkl exkl osv dvs pga etc ht vt dnr orgnr persnr telnr tfnnr resp enl forts "
    "lgh vån".split()
)
_NAMES_OF_PEOPLE: Final = frozenset(
    key.upper().rstrip(".") for key in STOPPED_ONLY if key not in {"p.s.", "n.b.", "p.m.", "v.g."}
)
"""In capitals the initials of people: "A.A. och E.S.\"."""
_IN_CAPITALS: Final = frozenset({"M FL"})
_LIFE: Final = frozenset({"f", "d"})
_CLAIMED: Final = "\ue001"
_READ: Final = "\ue000"
_DIVISION: Final = re.compile(r"[1-8](?!\d)|[\ue000IVX]|\ue001(?!\ue001)")
"""More than there are of in a sport are sundry things: "div. 10 stolar"."""
_TERM: Final = re.compile(r"(?:20)?\d\d(?!\d)|[\ue000\ue001]|\d{1,2}/\d")
_FOLLOWED_BY: Final = {"div": _DIVISION, "ht": _TERM, "vt": _TERM}
"""What must follow, since the letters are of other things too: VT100."""
_ARTICLE: Final = re.compile(
    r"\d{1,3}(?:\.\d{1,2}(?!\d)| (?:EKMR|EKMR|FEUF|FEU|GDPR|i (?:EKMR|GDPR|förordn|direktiv|fördrag|data)))"
)
_LIFE_DATE: Final = re.compile(r"(?:1\d|20)\d\d(?!\d)|\ue001{3}")
BIRTH: Final = re.compile(r"(?<![\w.])(?:f\.? \ue001|[Ff]ödd(?!\w))")
FULL_NAME: Final = re.compile(
    r"(?<!\w)[A-ZÅÄÖ][a-zåäöé-]{1,20} (?:(?:de|De|la|af|av|von|der|Den) ){0,3}[A-ZÅÄÖ][a-zåäöé-]{1,20}, $"
)
_HAPPENING: Final = re.compile(
    r"(?i:(?<!\w)(?:född|föddes|dog|död|avled|avliden|döpt|döptes|gift|vigd|vigda|vigdes|begravd|begravdes) )$"
)
"""Behind such a word "d." is the article of its day."""
_RANGE: Final = re.compile(r"\d{1,5} ?(?:[-–]|och|,) ?\d")
_PRINTED: Final = re.compile(r"\d{1,4}[-–]\d{1,4}(?![\d.])")
_NAMED: Final = re.compile(rf"(?<![\w.])(?P<word>(?i:{any_of(BEFORE_NAME)}))\. ?(?=[A-ZÅÄÖ])")
_MUSIC: Final = re.compile(r"(?i:kör|orkester|konsert|musik|symfoni|solist|sång)")
"""Where one conducts who else directs."""
_FOLLOWING: Final = re.compile(r"(?i:\bs(?:id(?:an)?)?\.? \d{1,4}) (?P<mark>ff?)(?!\w)\.?")
_DATED: Final = re.compile(
    rf"(?<![\w.])(?P<word>{any_of(BEFORE_DATE)})\.?:? (?=\d|\ue001|v\.? ?\d|vecka|den |kl|i dag|idag|nu|"
    rf"{any_of(MONTH_NAMES)}|{any_of(WEEKDAYS)})",
    re.IGNORECASE,
)
_RIGHT: Final = re.compile(r"\bt\. ?h\.|till höger")
_HOUSE: Final = re.compile(r"\d ?[A-Z]?,? $|\ue000,? $|\btr\.?,? $")
_THING: Final = re.compile(
    r"(?i:(?<!\w)(?:trappan?|dörr(?:en)?|hiss(?:en)?|ingång(?:en)?|entrén?|huset|bild(?:en)?|foto(?:t)?|korridor(?:en)?|"
    r"rummet|\w{0,6}raden|gata|gatan)[^.!?]{0,12} )$"
)
_NAME: Final = re.compile(r"[A-ZÅÄÖ][a-zåäöé-]{1,20} $")
_POST: Final = re.compile(
    r" ?\w{0,20}(?:ordförande|ledamot|chef|rektor|direktör|sekreterare|föreståndare|präst|domare|herde)"
)
_SMALL_MM: Final = re.compile(r"(?<=[a-zåäö”\")]) mm(?=[.,;)]|$| )")
_TRAVEL: Final = re.compile(
    r"(?i:\bavg\.? kl|ank(?:omst|\b)|tåg|buss|färj|båt|flyg|resa|perrong|hållplats|avg\.?:? [\d\ue001])"
)
_VERB: Final = re.compile(r" (?:[A-ZÅÄÖ]\w|[a-zåäö\ue000]{2})")
"""What no school year has behind it: "Åk E4:an", "Åk buss"."""
_HOME: Final = re.compile(
    r"(?i:bostadsrätt|hyresrätt|boyta|boarea|insats(?!\w{4})|upplåtelse|tomträtt|utgångspris|\brum och kök)"
)
"""Where a fee is told and no departure."""
_MIXED: Final = re.compile(r"(?=.[a-zåäö]).[a-zåäö]{0,8}[A-ZÅÄÖ]")
"""A capital inside, as in no abbreviation but in names of things: TeX."""
_UPPER: Final = re.compile(rf"(?<!\w)(?:{any_of(UPPER)})(?![\w-]|:[a-zåäö])")
_INITIALS: Final = re.compile(r"(?<![\w.])(?:[A-ZÅÄÖ]\. ?){1,4}(?=[A-ZÅÄÖ][a-zåäöé])")


@rule(cue=". ", digits=False)
def chains(text: str) -> Iterable[Substitution]:
    """t.ex., t. ex., t ex."""
    if not _may_hold_chain(text):
        return
    right = _RIGHT.search(text)
    for match in _CHAINS.finditer(text):
        key = _BY_LETTERS.get(re.sub(r"[. ]", "", match[0].lower()))
        if key is None or key in AGREEING or _is_no_abbreviation(match[0]):
            continue
        wording = CHAINS[key]
        if key == "t.v." and (right or _beside(text, match)):
            wording = "till vänster"
        if key == "st.f." and not _POST.match(text, match.end()):
            wording = "i stället för"
        end = halting(text, match.end(), final=key.replace(".", "").lower() in ENDING)
        yield substitution(match.start(), end, cased(wording, match[0], text), "abbreviation")


@rule(digits=False)
def words(text: str) -> Iterable[Substitution]:
    """One abbreviated word: ca, jfr, resp., S:t."""
    if _PLAIN.isdisjoint(small_words(text)):
        return
    travel, home = held(_TRAVEL, text), held(_HOME, text)
    for match in _WORD.finditer(text):
        spelling = match["word"]
        if spelling.lower() == "avg" and (home() or not travel() or text.startswith(_READ, match.start() - 1)):
            yield substitution(
                match.start(), halting(text, match.end(), final=False), cased("avgift", spelling, text), "abbreviation"
            )
            continue
        if (spelling == "Åk" and _VERB.match(text, match.end())) or _MIXED.match(spelling):
            continue
        doubtful = spelling.lower() in NEEDS_STOP
        end = halting(text, match.end(), final=doubtful or spelling.lower() in ENDING)
        if doubtful and end == match.end() and not (text.startswith(".", end) and spelling in ALSO_LAST):
            continue
        if spelling.isupper() and ":" not in spelling and spelling.lower() not in _ALSO_IN_CAPITALS:
            continue
        yield substitution(match.start(), end, cased(PLAIN[spelling.lower()], spelling, text), "abbreviation")


@rule(digits=False)
def numbered(text: str) -> Iterable[Substitution]:
    """Abbreviations before a number: nr 7, s. 14–18, kap. 2."""
    if _BEFORE_NUMBER.isdisjoint(small_words(text)):
        return
    birth = held(BIRTH, text)
    for match in _NUMBERED.finditer(text):
        key = match["word"].lower()
        if _stands_for_more(text, match):
            continue
        claimed = key == "d" and text[match.end() : match.end() + 1] == _CLAIMED
        if claimed and not tells_death(text, match.start(), birth):
            yield substitution(match.start(), match.end(), "", "abbreviation")
            continue
        wording = BEFORE_NUMBER[key]
        if key == "p" and _PRINTED.match(text, match.end()):
            wording = "sidorna"
        if key in PAGES and _RANGE.match(text, match.end()):
            wording = "sidorna"
        gap = match["gap"] if match["gap"].endswith(" ") else match["gap"].strip("-") + " "
        yield substitution(match.start(), match.end(), cased(wording, match["word"], text) + gap, "abbreviation")


def tells_death(text: str, at: int, birth: Callable[[], bool]) -> bool:
    """Whether a "d." before a date says that somebody died that day: a birth is told too, or a name stands before."""
    if _HAPPENING.search(text, max(0, at - 12), at):
        return False
    return birth() or FULL_NAME.search(text, max(0, at - 48), at) is not None


def _stands_for_more(text: str, match: re.Match[str]) -> bool:
    """Whether it may be another word or letter here, though a number follows."""
    word, key = match["word"], match["word"].lower()
    letter = len(key) == 1 and word != "s" and key not in _LIFE
    if key == "art" and _ARTICLE.match(text, match.end()):
        return False
    if (letter or key in {"min", "fr", "mot", "art", "bil", "bl", "dir", "ps", "lok"}) and not match["stop"]:
        return True
    if word.isupper() and len(key) > 1 and key not in _ALSO_IN_CAPITALS:
        return True
    if key in _LIFE:
        return not (word.islower() and _LIFE_DATE.match(text, match.end()))
    following = _FOLLOWED_BY.get(key)
    if following is not None and not following.match(text, match.end()):
        return True
    joined = key in {"min", "max"} and bool(text[max(0, match.start() - 1) : match.start()].strip())
    return joined or (word == "Åk" and _VERB.match(text, match.end() - 1) is not None)


@rule(cue=CAPITALS, digits=False)
def lettered(text: str) -> Iterable[Substitution]:
    """The same before a letter that numbers: åk F–3, bil. A."""
    for match in () if _LETTERED_WORDS.isdisjoint(small_words(text)) else _LETTERED.finditer(text):
        wording = BEFORE_NUMBER[match["word"].lower()]
        yield substitution(match.start(), match.end() - 1, cased(wording, match["word"], text), "abbreviation")


@rule(cue="f")
def following(text: str) -> Iterable[Substitution]:
    """s. 12 f. and s. 12 ff."""
    for match in _FOLLOWING.finditer(text):
        wording = "och följande sidor" if match["mark"] == "ff" else "och följande sida"
        yield substitution(match.start("mark"), halting(text, match.end("mark")), wording, "abbreviation")


@rule(cue=".", digits=False)
def titles(text: str) -> Iterable[Substitution]:
    """Titles before a name: prof. Berg."""
    music = held(_MUSIC, text)
    for match in _NAMED.finditer(text):
        title = "dirigent" if match["word"].lower() == "dir" and music() else BEFORE_NAME[match["word"].lower()]
        wording = cased(title, match["word"], text)
        yield substitution(match.start(), match.end(), wording + " ", "title")


@rule(digits=False)
def before_dates(text: str) -> Iterable[Substitution]:
    """from 1 juli, tom fredag."""
    for match in () if _BEFORE_DATE.isdisjoint(small_words(text)) else _DATED.finditer(text):
        wording = cased(BEFORE_DATE[match["word"].lower()], match["word"], text)
        yield substitution(match.start(), match.end("word") + match[0].endswith(". "), wording, "abbreviation")


@rule(cue="m", digits=False)
def with_more(text: str) -> Iterable[Substitution]:
    """mm after a word, where it can be no millimetre."""
    for match in _SMALL_MM.finditer(text):
        yield substitution(match.start() + 1, match.end(), "med mera", "abbreviation")


@rule(cue=CAPITALS, digits=False)
def capitals(text: str) -> Iterable[Substitution]:
    """OBS and the like."""
    for match in _UPPER.finditer(text):
        yield substitution(*match.span(), cased(UPPER[match[0]], match[0][0] + "x", text), "abbreviation")


@rule(cue=".", digits=False)
def initials(text: str) -> Iterable[Substitution]:
    """Initials before a name, which must not end the sentence in a voice: A. B. Berg."""
    for match in _INITIALS.finditer(text):
        letters = re.findall(r"\w", match[0])
        yield substitution(*match.span(), " ".join(letters) + " ", "initials")


def _beside(text: str, match: re.Match[str]) -> bool:
    """Whether t.v. tells where something stands: a flat, a door, somebody in a picture."""
    start = match.start()
    if _HOUSE.search(text, max(0, start - 8), start) or _THING.search(text, max(0, start - 40), start):
        return True
    return text[start - 1 : start] == "(" and _NAME.search(text, max(0, start - 24), start - 1) is not None


def _may_hold_chain(text: str) -> bool:
    """A quick look whether the first word of any chain is there; "i" alone is too common to tell."""
    if not _FIRST_WORDS.isdisjoint(small_words(text)):
        return True
    small = text.lower()
    return any(first in small for first in ("i.", "i st", "i s f", "i o m"))


def _is_no_abbreviation(spelling: str) -> bool:
    """A spaced spelling in capitals, or one that begins a sentence with a word ("E d")."""
    if "." in spelling:
        return spelling.isupper() and spelling.replace(" ", "").rstrip(".") in _NAMES_OF_PEOPLE
    return spelling not in _IN_CAPITALS and (
        spelling.isupper() or (spelling[0].isupper() and len(spelling) <= len("I s f") - 2)
    )


def cased(wording: str, spelling: str, text: str) -> str:
    """`wording` with a capital where the abbreviation was written with one."""
    capital = spelling[0].isupper() and (len(spelling) == 1 or not spelling.isupper() or "." in spelling)
    return wording[0].upper() + wording[1:] if capital and text else wording
