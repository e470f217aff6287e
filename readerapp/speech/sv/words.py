"""How everyday Swedish words are said that the built-in voice stresses or sounds wrongly.

The table is made by `benchmarks/swedish_words.py`. A form or a compound of a word that the voice gets wrong is built
from it; so is a word that ends like a loanword (`loanwords.py`). What nothing is known of is left to the voice.
"""

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

from ..language import Pronunciation
from .loanwords import Rules, is_foreign, loanword, vowels
from .names import name, russian

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST: Final = 40
"""Letters of a word that is looked into."""
_SHORTEST_PART: Final = 3
_SHORTEST_LAST: Final = 4
"""Letters of the last part of a compound: shorter ones look like endings."""

_ENDINGS: Final = {
    "d": "d", "dt": "t",
    "": "", "s": "s", "en": "ɛn", "n": "n", "et": "ɛt", "t": "t", "er": "ɛr", "ar": "ar", "or": "ʊr", "r": "r",
    "na": "na", "erna": "ɛɳa", "arna": "aɳa", "orna": "ʊɳa", "ens": "ɛns", "ets": "ɛts", "ns": "ns", "ers": "ɛʂ",
    "ernas": "ɛɳas", "arnas": "aɳas", "ornas": "ʊɳas", "a": "a", "e": "ɛ", "as": "as", "ade": "adɛ", "at": "at",
    "ats": "ats", "ades": "adɛs", "ande": "andɛ", "andet": "andɛt", "are": "arɛ", "aren": "arɛn", "arens": "arɛns",
    "aste": "astɛ", "el": "ɛl", "lig": "lɪɡ", "ligt": "lɪkt", "liga": "lɪɡa", "ligen": "lɪɡɛn", "ligare": "lɪɡarɛ",
    "het": "heːt", "heten": "heːtɛn", "heter": "heːtɛr", "heterna": "heːtɛɳa", "hets": "heːts", "hetens": "heːtɛns",
    "skap": "skɑːp", "skapet": "skɑːpɛt", "skaps": "skɑːps", "lös": "løːs", "löst": "løːst", "lösa": "løːsa",
}  # fmt: skip
"""What an ending adds to the sound of a stem."""
_MIXED: Final = frozenset(("WiFi",))
"""Words that are not spelled letter by letter, for all their capitals."""
_STEM_ENDS: Final = {"a": "a", "e": "ɛ", "um": "ɵm"}
"""Endings of dictionary forms that other endings take the place of, with their sound."""
_SYNCOPE: Final = re.compile(r"[^aeiouyåäöé][lnr]")
"""How the stem ends of a word in -el, -en, -er that loses its e: regler of regel, artiklar of artikel."""
_SPOKEN_VOWEL: Final = re.compile("[aɑʌəeɛiɪyɨoɔɵɞuʉʊæɐøœʏɜ]")
_RETROFLEX: Final = {"n": "ɳ", "t": "ʈ", "d": "ɖ", "s": "ʂ"}
"""What an ending begins with behind an r, which is no longer heard."""
_SHORT_LAST: Final = frozenset(
    "råd hus lag väg bil tåg bad ort dag lov kök mat bok bas bus båt del form fond gång hem kort kod land läge lön "
    "mål namn plan plats rum skatt stad stöd tid typ vård våg vin öl ägg träd rör not nät pris prov test team val "
    "vatten yta kurs avtal art krig kår led ljus par rad rån sak spel språk svar tal tak torn "
    "liv vis man män fel ben hår fot sal år mur hav sjö bro bär lån mått båt lok fri syn ton tur vik".split()
)
"""Shorter ones that are the last part of many compounds, and seldom an ending."""
_LINKS: Final = (
    ("e", "a", "a", "ɛ"), ("", "a", "a", ""), ("", "e", "ɛ", ""),
    ("ie", "ium", "ɪɵm", "ɪɛ"), ("ei", "eum", "eːɵm", "eːɪ"),
)  # fmt: skip
"""How a first part ends, the word that it is of, how that one sounds at its end, and what it sounds like instead."""
_MISREAD_AFTER_S: Final = ("tj", "kj", "ke", "ki", "ky", "kä", "kö", "j")
_DERIVED: Final = ("a", "e", "i", "o", "u", "y", "ör", "är", "tion")
"""How what is added to a word to derive another begins; the last part of a compound seldom does."""
_PASTS: Final = ("la", "ra", "na", "ta", "pa", "ma", "sa", "ka", "ga", "lig")
"""How the last part of a word begins that is a verb with two consonants, and no compound: kollade, tittade."""
_LONG_NAME: Final = 4
_SHORTEST_LOAN: Final = 6
_ONSET: Final = re.compile("(?:[bdfgjklmnprstvc]|[bfgkps]l|[bdfgkptv]r|k[nv]|s[klmnptv]|s[kpt]r)[aeiouyåäö]")
"""How a word may begin."""
_PREFIXES: Final = ("inter", "trans", "kontra")
"""Words that begin loanwords without being a part of a compound."""
_VERBAL: Final = re.compile(
    r".{0,2}er(?:a|as|ad|ar|at|ats|ade|ades|ande|ings?|ingens?|ingar|ingarnas?|are|arens?|arnas?)$"
)
"""How a derived word ends from the letter before the last part on, which is none: balanserad does not end in rad."""
_OPENED: Final = re.compile(
    "(?:ut|upp|av|på|över|under|efter|fram|hem|bort|åter|genom)[bdfghjklmnprstv]|o(?:be|för|till|ut|av|med|upp)"
)
"""How words begin that are stressed there, however they end."""
_DRAWING: Final = re.compile("[^aɑʌəeɛiɪyɨoɔɵɞuʉʊæɐøœʏɜˈ]{1,4}ˈœ")
"""How a last part begins that the voice gives the main stress: röjning, tömning, störning."""
_LONGEST_ENDING: Final = 4
_WEAK: Final = ("för", "be", "ge", "en", "sydö", "sydv", "nordö", "nordv")
"""How words begin that may have their stress behind it."""
_INFLECTED: Final = re.compile("(?:[ae]nde|ad|at|ats|ast|are|bart|iska|iskt|erna|ens|ers|ring|ian|tina|[^e]t)$")
"""How forms and derived words end, which then may be no compounds at all: skrivande is not skri and vande."""
_NO_LAST: Final = frozenset(
    "skar star digt kens sika kar tar lar nar rar sar dar gar vis ing ting ling man dage ergi".split()
)
"""What ends words far more often than it is the last part of a compound."""
_SELDOM: Final = frozenset("ring rad klar ton mar dor".split())
"""What ends about as many words that are no compounds: the voice is believed."""
_SHORTEST_OF_NAME: Final = 4
_BORDERS: Final = ("", "s")
"""What may stand between the parts of a compound."""


class _Table:
    """Sound by word, and whether the voice must be told."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self.sounds: dict[str, str] = {}
        self.wrong: set[str] = set()
        for word, ipa, sign in rows:
            self.sounds[word] = ipa
            if sign:
                self.wrong.add(word)

    def tells(self, word: str) -> bool:
        """Whether the voice is to be told what is built of a word.

        It may know a word that is stressed behind its first vowel, and yet misread its forms.
        """
        before, _, _ = self.sounds[word].partition("ˈ")
        return word in self.wrong or _SPOKEN_VOWEL.search(before) is not None


@lru_cache(maxsize=1)
def _shipped() -> _Table:
    archive = files(__package__).joinpath("tables", "words.tsv.gz").read_bytes()
    return _Table(line.split("\t") for line in gzip.decompress(archive).decode().splitlines())


def _table() -> _Table:
    return _stand_in[0][0] if _stand_in else _shipped()


_stand_in: list[tuple[_Table, Rules]] = []


def use(rows: Iterable[Sequence[str]], rules: Rules) -> None:
    """Take other tables than the shipped ones, to measure what the rules are worth without some words."""
    _stand_in[:] = [(_Table(rows), rules)]
    _sound.cache_clear()


def pronunciations(text: str) -> Iterator[Pronunciation]:
    """The words that a voice must be told, in order."""
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) > _LONGEST or not (word[1:].islower() or not word[1:] or word in _MIXED):
            continue
        low = word.lower()
        if ipa := _sound(low, named=word[0].isupper()):
            yield Pronunciation(match.start(), match.end(), "", ipa)


@lru_cache(maxsize=16384)
def _sound(word: str, *, named: bool) -> str:
    """The IPA of a word that the voice would say wrongly; nothing where it says it right or nothing is known.

    `named`: it may be a name, which the endings of other words say nothing of.
    """
    table, rules = _stand_in[0] if _stand_in else (_shipped(), None)
    if word in table.sounds:
        return table.sounds[word] if word in table.wrong else ""
    if named and (sound := name(word) or ("" if _ends_in_word(word, table) and not _is_hers(word) else russian(word))):
        return sound
    form, wrong = _form(word, table)
    if form:
        return form if wrong else _compound(word, table, doubtful=True, named=named)
    weak = word.startswith(_WEAK) or is_foreign(word, rules)
    if compound := _compound(word, table, doubtful=weak, named=named):
        return compound
    native = _begins(word, table) or _OPENED.match(word)
    unknown = named or (native and not is_foreign(word, rules))
    return "" if unknown else _foreign_compound(word, table, rules) or loanword(word, rules)


def _is_hers(word: str) -> bool:
    """Whether a long name ends as those of Russian women do: Achmatova."""
    return vowels(word) >= _LONG_NAME and word.endswith(("ova", "eva"))


def _ends_in_word(word: str, table: _Table) -> bool:
    """Whether the last letters are a word, so that it is more likely a compound than a name: Sommarlov, Skolprov."""
    return any(word[cut:].removesuffix("s") in table.sounds for cut in range(1, len(word) - 2))


def _begins(word: str, table: _Table) -> str:
    """The longest word of the table that another seems to be a compound of: it begins it, and much is left."""
    for cut in range(len(word) - _SHORTEST_LAST, _SHORTEST_PART, -1):
        if word[:cut] in table.sounds and not word.startswith(_DERIVED, cut):
            return word[:cut]
    return ""


def _form(word: str, table: _Table) -> tuple[str, bool]:
    """The sound of a form, from that of a word in the table, and whether the voice is to be told."""
    cuts = [
        (word[:cut], _ENDINGS[word[cut:]])
        for cut in range(len(word), max(_SHORTEST_PART, len(word) - 7) - 1, -1)
        if word[cut:] in _ENDINGS
    ]
    for stem, ending in cuts:
        if ending and (whole := _whole(stem, ending, table)):
            return whole
    for stem, ending in cuts:
        for end, sound in _STEM_ENDS.items():
            base = stem + end
            if base != word and base in table.sounds and table.sounds[base].endswith(sound):
                return _joined(table.sounds[base].removesuffix(sound), ending), table.tells(base)
    return "", False


def _joined(stem: str, ending: str) -> str:
    """The sound of a stem and an ending."""
    behind_r = stem.endswith("r") and ending[:1] in _RETROFLEX
    return stem[:-1] + _RETROFLEX[ending[0]] + ending[1:] if behind_r else stem + ending


def _whole(stem: str, ending: str, table: _Table) -> tuple[str, bool] | None:
    """The same for what is added to the whole word: grupper, regler of regel, programmet of program."""
    if stem in table.sounds and (ending not in ("d", "t") or not stem.endswith("a") or stem.endswith("era")):
        return _joined(table.sounds[stem], ending), table.tells(stem)
    if stem[-2:] in ("mm", "nn") and (sound := table.sounds.get(stem[:-1])):
        return sound + ending, table.tells(stem[:-1])
    base = stem[:-1] + "e" + stem[-1]
    sound = table.sounds.get(base, "")
    if ending[0] in "ɛa" and _SYNCOPE.fullmatch(stem[-2:]) and sound[-2:-1] == "ɛ":
        return sound[:-2] + sound[-1] + ending, table.tells(base)
    return None


def _known(word: str, table: _Table) -> tuple[str, bool]:
    """The sound of a part of a compound, and whether the voice is to be told."""
    if word in table.sounds:
        return table.sounds[word], table.tells(word)
    return _form(word, table)


def _first(word: str, table: _Table) -> tuple[str, bool]:
    """The same for a first part, which may have another ending than the word: förskole-, gymnasie-."""
    entry = _known(word, table)
    if entry[0]:
        return entry
    for end, ending, sound, instead in _LINKS:
        base = word[: len(word) - len(end)] + ending
        if word.endswith(end) and base in table.sounds and table.sounds[base].endswith(sound):
            return table.sounds[base][: -len(sound)] + instead, table.tells(base)
    return "", False


def _foreign_compound(word: str, table: _Table, rules: Rules | None) -> str:
    """A known word before a loanword that the table lacks: miljöpartist, lantbruksuniversitet."""
    for cut in range(len(word) - _SHORTEST_LOAN, _SHORTEST_LAST, -1):
        last = word[cut:]
        if word.startswith(_DERIVED, cut) or not _ONSET.match(last) or not is_foreign(last, rules):
            continue
        for border in _BORDERS:
            end = cut - len(border)
            first = table.sounds.get(word[:end], "") if word[:cut].endswith(border) and end > _SHORTEST_LAST else ""
            if first and word[:end] not in _PREFIXES and (sound := loanword(last, rules)):
                return first + border + sound.replace("ˈ", "ˌ")
    return ""


def _is_whole(last: str, table: _Table) -> bool:
    """Whether the last part of a compound is a word, or a form of one that is too long for a derivation: uppgifter."""
    ends = range(max(_SHORTEST_LOAN, len(last) - _LONGEST_ENDING), len(last))
    return last in table.sounds or any(last[:end] in table.sounds and last[end:] in _ENDINGS for end in ends)


def _compound(word: str, table: _Table, *, doubtful: bool, named: bool) -> str:
    """The first part with the main stress, the rest with a weaker one.

    The voice stresses many on their last part, and shortens the vowel of the first (badhus). What is `doubtful`, a form
    of another word or alike a loanword, is most often none: there a part must be known to be said wrongly. So it is
    with a name of short parts, as Finland and Barbara, which have nothing to do with fin, barb and ara.
    """
    for cut in range(len(word) - _SHORTEST_LAST + 2, _SHORTEST_PART - 1, -1):
        if len(word) - cut < _SHORTEST_LAST and word[cut:] not in _SHORT_LAST:
            continue
        whole = len(word) - cut >= _SHORTEST_LOAN and _is_whole(word[cut:], table)
        if word.startswith(_DERIVED, cut) and not whole and word[cut:] not in _SHORT_LAST:
            continue
        if (word[cut] == word[cut - 1] and word[cut:].startswith(_PASTS)) or _VERBAL.match(word, cut - 1):
            continue
        if word[cut:] in _NO_LAST:
            continue
        last, last_wrong = _known(word[cut:], table)
        for border in _BORDERS if last else ():
            end = cut - len(border)
            if not word[:cut].endswith(border) or end < _SHORTEST_PART or word[:end] in _PREFIXES:
                continue
            first, first_wrong = _first(word[:end], table)
            fault = first_wrong or last_wrong or (word[:end] != "för" and _DRAWING.match(last) is not None)
            sure = (
                not (doubtful or (named and min(end, len(word) - cut) < _SHORTEST_OF_NAME))
                and word[cut:] not in _SELDOM
                and (word[cut:] in table.sounds or not _INFLECTED.search(word, cut))
            )
            if first and (fault or sure or (border and word.startswith(_MISREAD_AFTER_S, cut))):
                return first + border + last.replace("ˈ", "ˌ")
    return ""
