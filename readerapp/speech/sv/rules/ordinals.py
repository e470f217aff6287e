"""Reads ordinals and what is made of a number and a letter or two: "tredje", "trean"."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from readerapp.model import Number, Substitution

from ...rule import rule
from ..numbers import ordinal
from ..shapes import halting, plain, substitution
from ..tokens import Wording, aloud, anno, card, nth

_ORDINAL: Final = re.compile(
    r"(?<![\w,.])(?<!\d )(\d{1,3}(?: \d{3}){1,2}|\d{1,6})(?:(?: ?[-–] ?|/)(\d{1,6}))?"
    r":(?P<end>e|a|dje|de|te|nde|st[ae]|es|as)(?!\w)"
)
_SHORTENED: Final = re.compile(r" (?P<noun>vån|kv|tr|årg|ggn|kap|st|avd|häft|distr)(?!\w|\.\w)")
_NOUNS: Final = {
    "vån": "våningen", "kv": "kvartalet", "tr": "trappan", "årg": "årgången", "ggn": "gången", "kap": "kapitlet",
    "st": "stycket", "avd": "avdelningen", "häft": "häftet", "distr": "distriktet",
}  # fmt: skip
"""What is counted in order, cut short behind an ordinal."""
_PLACED: Final = re.compile(r"(?i:(?<!\w)(?:kom|kommer|blev|blir|bli|slutade|placera(?:de|r) sig) )$")
_PLACED_END: Final = re.compile(r" (?:i|på|av|efter|totalt|och|med|för|bakom)(?!\w)| ?[.,!?()]|$")
_REACH: Final = 16
_FLOOR: Final = re.compile(r"(?:(?<=[\d\ue000\ue001], )|(?<=[\d\ue000][A-ZÅÄÖ], ))(?P<no>[1-9]\d?) ?vån(?!\w)")
_HOUSE: Final = re.compile(
    r"(?:(?<!\w)(?:[A-ZÅÄÖ][\wåäö.]{1,30}|(?i:rum|sal|hus|trappa|port|lgh|lokal|uppgång|nr)) |\ue000)"
    r"[\d\ue000\ue001]{1,3} ?[A-ZÅÄÖ]?, $"
)
"""A floor behind a house or a room by its number; elsewhere floors are counted."""
_ORDERED: Final = re.compile(
    r" (?:(?:mån|tis|ons|tors|fre|lör|sön)dagen|advent|gången|upplagan|våningen|gradens|världskriget|kvartalet|"
    r"halvåret|kapitlet|stycket|läsåret|momentet|paragrafen|punkten|meningen|raden)(?!\w)"
)
_EACH: Final = re.compile(
    r"(?<!\w)(?P<each>[Vv]ar(?:je)?) (?P<no>[2-9]|[1-9]\d) "
    r"(?=(?:(?P<one>minut|timme|dag|vecka|månad|sekund|gång|halvtimme)|min|tim|v|mån|år|sek|meter|dygn)(?:\.|(?!\w)))"
)
"""How often: "var 20 min" is said like "var 20:e min"."""
_RECURS: Final = re.compile(
    r"(?:^|[.:(–] ?|(?i:(?<!\w)(?:går|gå|gick|kör|avgår|sker|kommer|ska|bör|cirka|ca|ungefär|normalt|vanligen|minst|"
    r"[a-zåäö]{1,20}(?:eras|[kgtdnmlrv]as|[äö]ms|ålls|yts|örs|äljs))) )$"
)
"""Before "var" that is no past tense: "går var 20 min", but "Han var 12 år"."""
_PLACE: Final = re.compile(r"(?<![\w,.:/–-])(?<!\d )([1-9]|[1-4]\d)$")
_NOUN: Final = re.compile(r"(?<![\w,.])([A-ZÅÄÖ]{1,3} ?)?(\d{1,2}):(an|or|orna|ans|n|ns|r|na)(?!\w)")
_FIGURES: Final = {
    0: "nolla", 1: "etta", 2: "tvåa", 3: "trea", 4: "fyra", 5: "femma", 6: "sexa", 7: "sjua", 8: "åtta", 9: "nia",
    10: "tia", 11: "elva", 12: "tolva",
}  # fmt: skip
_ENDS: Final = {"an": "n", "n": "n", "ans": "ns", "ns": "ns", "or": "or", "r": "or", "orna": "orna", "na": "orna"}
_GENITIVE: Final = re.compile(r"(?<![\w,.])(?:(?P<year>(?:1[5-9]|20)\d\d)|\d{1,15}):s(?!\w)")
_WORDS: Final = "|".join(ordinal(number) for number in range(1, 32))
_IN_WORDS: Final = re.compile(rf"(?i:(?<!\w)(?:{_WORDS}))(?P<dash>–)(?=(?:{_WORDS})(?!\w))")
_DASHED: Final = re.compile(r"[ae]–[a-zåäö]")
"""A quick look."""
_LATIN: Final = re.compile(r"(?<![\w,.])([1-3]):o(?!\w)")
_LATIN_WORDS: Final = {"1": "primo", "2": "secundo", "3": "tertio"}
_ENDS_IN_A: Final = frozenset({1, 2})
_LAST_TEEN: Final = 19
_TEENS: Final = range(11, 13)


@rule(cue=":", amount=True)
def ordinals(text: str) -> Iterable[Substitution]:
    """1:a, 3:e, 3:dje, 21:a, 1–3:e."""
    for match in _ORDINAL.finditer(text):
        number, end = int(match[2] or plain(match[1])), match["end"]
        if end == "a" and (not _takes_a(number) or _is_place(text, match)):
            if number in _FIGURES and not match[2]:
                yield substitution(*match.span(), _FIGURES[number], "figure")
            continue
        masculine = end in {"e", "es"} and number in _ENDS_IN_A
        first = (nth(plain(match[1])), " till ") if match[2] else ""
        wording: Wording = (first, nth(number, masculine=masculine), "s" if end in {"es", "as"} else "")
        stop = match.end()
        if noun := _SHORTENED.match(text, stop):
            wording, stop = (wording, f" {_NOUNS[noun['noun']]}"), halting(text, noun.end())
        yield substitution(match.start(), stop, wording, "ordinal")


def _is_place(text: str, match: re.Match[str]) -> bool:
    """Whether somebody's place is told by its number alone: "kom 2:a i loppet"."""
    if not _PLACED_END.match(text, match.end()):
        return False
    return _PLACED.search(text, max(0, match.start() - _REACH), match.start()) is not None


@rule()
def before_nouns(text: str) -> Iterable[Substitution]:
    """A number before a word that is counted in order: 1 onsdagen varje månad, 2 advent."""
    for noun in _ORDERED.finditer(text):
        place = _PLACE.search(text, max(0, noun.start() - 4), noun.start())
        if place:
            yield substitution(*place.span(), nth(place[1]), "ordinal")
    for each in _EACH.finditer(text) if "var" in text or "Var" in text else ():
        was = each["each"] == "var" and not each["one"]
        if was and not _RECURS.search(text, max(0, each.start() - _REACH), each.start()):
            continue
        yield substitution(*each.span("no"), nth(each["no"]), "ordinal")
    for floor in _FLOOR.finditer(text):
        if _HOUSE.search(text, max(0, floor.start() - 2 * _REACH), floor.start()):
            yield substitution(floor.start(), halting(text, floor.end()), (nth(floor["no"]), " våningen"), "ordinal")


@rule(cue=":")
def figures(text: str) -> Iterable[Substitution]:
    """The nouns of the figures: 2:an, 3:or."""
    for match in _NOUN.finditer(text):
        stem, end = _figure(int(match[2])), _ENDS[match[3]]
        letters = f"{match[1].strip()} " if match[1] else ""
        yield substitution(*match.span(), letters + (stem.removesuffix("a") if end[0] == "o" else stem) + end, "figure")


@rule(cue="–", digits=False)
def in_words(text: str) -> Iterable[Substitution]:
    """A dash between two ordinals in words: femte–sjunde styckena."""
    for match in _IN_WORDS.finditer(text) if _DASHED.search(text) else ():
        yield substitution(*match.span("dash"), " till ", "ordinal")


@rule(cue=":")
def latin(text: str) -> Iterable[Substitution]:
    """1:o, 2:o: in Latin, as counted points are."""
    for match in _LATIN.finditer(text):
        yield substitution(*match.span(), _LATIN_WORDS[match[1]], "ordinal")


@rule(cue=":")
def genitives(text: str) -> Iterable[Substitution]:
    """2023:s."""
    for match in _GENITIVE.finditer(text):
        number = anno if match["year"] else card
        yield substitution(*match.span(), _genitive(int(match[0].removesuffix(":s")), number), "genitive")


def _genitive(number: int, token: Callable[[int], Number]) -> Wording:
    """The genitive, its last word in letters: voices say the "s" after a digit as a letter ("24 ess")."""
    whole = aloud(token(number)) + "s"
    below = number % 100
    last = below % 10 if below > _LAST_TEEN and below % 10 else below
    phrase = (token(number - last), aloud(card(last)), "s")
    return phrase if 0 < last < number and aloud(phrase) == whole else whole


def _figure(number: int) -> str:
    """The noun of a number below a hundred: "femtiofemma", "tjuga"."""
    tens, ones = divmod(number, 10)
    if number in _FIGURES:
        return _FIGURES[number]
    if tens > 1:
        return aloud(card(tens * 10)) + _FIGURES[ones] if ones else aloud(card(number)).removesuffix("o") + "a"
    return aloud(card(number)) + "a"


def _takes_a(number: int) -> bool:
    return number % 10 in _ENDS_IN_A and number % 100 not in _TEENS
