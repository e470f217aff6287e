"""How names sound whose ending tells where the stress lies: first names, Swedish towns, and names from Russian."""

import re
from typing import Final

from .loanwords import sound, vowels

_TOWN: Final = re.compile("([a-zåäö]{2,})köping(s?)")
_PLACE: Final = re.compile(
    "([a-zåäöé]{2,}?)(borg|holm|fors|sund|grund|sand|vik|krona|(?:(?<=[se])|(?<=der))hamn|(?<=e)stad)(s?)"
)
_PLACE_SOUNDS: Final = {
    "borg": "bˈɔrj", "holm": "hˈɔlm", "fors": "fˈɔʂ", "sund": "sˈɵnd", "grund": "ɡrˈɵnd", "sand": "sˈand",
    "vik": "vˈiːk", "krona": "krˈuːna", "hamn": "hˈamn", "stad": "stˈɑːd",
}  # fmt: skip
_HARBOURS: Final = ("båtshamn", "fiskehamn", "nödhamn", "hemmahamn", "gästhamn")
_TWO: Final = 2
_ENDINGS: Final = {
    "lia": 3, "ria": 3, "via": 3, "sia": 3, "nia": 3, "dia": 3, "cia": 3, "iana": 2, "iella": 2, "ina": 2,
    "ette": 2, "elle": 2, "ine": 2, "onne": 2, "anne": 2, "ise": 2, "ora": 2, "ien": 3, "itta": 2, "illa": 2,
    "neta": 2, "reta": 2, "rika": 2, "anna": 2, "ona": 2, "ella": 2, "ilda": 2, "anda": 2, "inda": 2, "lena": 2,
    "rena": 2, "isa": 2, "uela": 2, "iela": 2, "iel": 3, "ael": 3, "uel": 3, "sabet": 3, "sabeth": 3, "ias": 2,
    "jana": 2, "alja": 2, "otta": 2, "essa": 2, "nij": 2, "lij": 2, "dij": 2, "rij": 2, "gij": 2, "tij": 2,
    "eas": 2, "onika": 3, "onica": 3, "elika": 3, "elica": 3,
}  # fmt: skip
"""Which vowel from the end is stressed in names: Emilia, Viktoria, Tatiana, Karolina, Annette."""
_SILENT_E: Final = frozenset(("ette", "elle", "ine", "onne", "anne", "ise"))

_SKIJ: Final = re.compile("([a-zåäö]{2,})s(kij|kijs|kaja|kajas|koj|kojs|ky|kys)")
_SKIJ_SOUNDS: Final = {
    "kij": "kɪj", "kijs": "kɪjs", "kaja": "kaja", "kajas": "kajas", "koj": "kɔj", "kojs": "kɔjs", "ky": "kɪ",
    "kys": "kɪs",
}  # fmt: skip
_RUSSIAN: Final = re.compile(
    "(?P<stem>[a-zåäö]{1,20}?)(?P<end>nikov|nikova|ov|ova|ev|eva|jov|jova|itj|enko|toj|stok|grad|kin|nin)(?P<s>s?)"
)
_RUSSIAN_SOUNDS: Final = {
    "nikov": "nɪkɔf", "nikova": "nɪkɔva", "ov": "ɔf", "ova": "ɔva", "ev": "ɛf", "eva": "ɛva", "itj": "ɪɕ",
    "kin": "kɪn", "nin": "nɪn",
}  # fmt: skip
"""Unstressed endings, with the stress on the vowel before them."""
_STRESSED: Final = {
    "jov": "ˈɔf", "jova": "ˈɔva", "enko": "ˈɛnkɔ", "toj": "tˈɔj", "stok": "stˈɔk", "grad": "ɡrˈɑːd",
}  # fmt: skip
_LETTERS: Final = (("zj", "sj"), ("ch", "k"), ("kh", "k"), ("sh", "sj"))


def name(word: str) -> str:
    """The IPA of a name, in small letters, with an ending that tells its stress; else nothing."""
    if match := _TOWN.fullmatch(word):
        return sound(_soft(match[1]), 0) + "ˌɕøːpɪŋ" + match[2]
    return _place(word) or _first_name(word) or _skij(word)


def russian(word: str) -> str:
    """The IPA of a name from Russian with an ending that Swedish words have too (-ov, -ev, -in); else nothing."""
    match = _RUSSIAN.fullmatch(word)
    if match is None:
        return ""
    stem, end, genitive = match.group("stem", "end", "s")
    for letters, instead in _LETTERS:
        stem = stem.replace(letters, instead)
    count = vowels(stem)
    if end in _STRESSED:
        return _cyrillic(stem, count) + _STRESSED[end] + genitive if count else ""
    return _cyrillic(stem, count - 1) + _RUSSIAN_SOUNDS[end] + genitive if count else ""


def _first_name(word: str) -> str:
    bare = word.removesuffix("s") if not word.endswith(("ias", "eas")) else word
    for ending, back in _ENDINGS.items():
        if bare.endswith(ending) and vowels(bare) >= max(_TWO, back):
            silent = ending in _SILENT_E
            return sound(bare[:-1] if silent else bare, vowels(bare) - back) + word[len(bare) :]
    return ""


def _place(word: str) -> str:
    """A town of three syllables or more: Helsingborg, Katrineholm, Östersund; of two they are stressed on the first."""
    match = _PLACE.fullmatch(word)
    if match is None or word.removesuffix("s").endswith(_HARBOURS):
        return ""
    first, last = match[1], match[2]
    if vowels(first) < (_TWO if last not in ("hamn", "krona") else 1):
        return ""
    return (sound(_soft(first), -1) + _PLACE_SOUNDS[last]).replace("rs", "ʂ") + match[3]


def _soft(word: str) -> str:
    """With the g of Göteborg and the k of Köping as they sound before ö and ä."""
    if word[0] == "g" and word[1] in "öäye":
        return "j" + word[1:]
    return "tj" + word[1:] if word[0] == "k" and word[1] in "öäy" else word


def _skij(word: str) -> str:
    """A name in -skij, -sky or -skaja, which the voice would give a sje-sound."""
    match = _SKIJ.fullmatch(word)
    if match is None or not (count := vowels(match[1])):
        return ""
    stem = match[1][:-1] + "f" if match[1].endswith("v") else match[1]
    for letters, instead in _LETTERS:
        stem = stem.replace(letters, instead)
    return _cyrillic(stem + "s", count - 1) + _SKIJ_SOUNDS[match[2]]


def _cyrillic(stem: str, number: int) -> str:
    """The sound of a stem; its o is no Swedish o, and its tj stays."""
    return sound(stem, number).replace("ˈuː", "ˈoː").replace("ʊ", "ɔ")
