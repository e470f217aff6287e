"""Reads Roman numerals where they can be nothing else: "Karl den tolfte", "del två", "sjuttonde seklet"."""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import numeric

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import substitution
from ..tables.names import KINGS, NUMBERED, QUEENS
from ..tokens import Wording, card, nth

_ROMAN: Final = r"(?P<roman>(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_MEN: Final = "|".join(KINGS)
_RULER: Final = re.compile(
    rf"(?<!\w)(?:{_MEN}|(?P<queen>{'|'.join(QUEENS)}))"
    rf"(?: (?:Carlos|Paulus|Adolf|Josef|Emanuel|Johan))? (?!\w(?:\. ?| (?!(?:{_MEN})\b))[A-ZÅÄÖ][a-zåäö])"
    rf"{_ROMAN}(?::?(?P<s>s))?(?!\w|-\w|\.\w)"
)
_BRACKETED: Final = re.compile(
    rf"(?<!\w)(?:{_MEN}|(?P<queen>{'|'.join(QUEENS)})) (?P<label>\({_ROMAN}(?<=[IVX]{{2}})(?::?(?P<s>s))?\))"
)
"""Two characters at least: one may be the letter of a party, "Karl (V)"."""
_ALONE: Final = re.compile(r"\s*(?P<roman>X{0,2}(?:IX|IV|V?I{1,3}|V|X)(?<=[IVX]{2}))[.)]?\s*")
"""All that a heading or a cell holds."""
_NUMBERED: Final = re.compile(
    rf"(?<!\w)(?i:(?:{'|'.join(NUMBERED)})(?:en|et)?|kap\.?|bil\.?|avd\.?|kat\.?|fig\.?|tab\.?|nr\.?|vol\.?|bd\.?|st\.?|"
    rf"mom\.?|årg\.?|div\.?|NJA) {_ROMAN}(?P<more>(?:(?: ?[-–] ?|, | och | samt | eller )[IVX]{{1,5}}(?!\w)){{0,5}})"
    rf"(?!\w|-[A-ZÅÄÖ\d]|\.\w)"
)
_MORE: Final = re.compile(r"( ?[-–] ?|, | och | samt | eller )([IVX]{1,5})")
_SURE: Final = re.compile(
    r"(?<![\w.:/&-])(?P<roman>XVI{0,3}|XI?V|XI{1,3}|XIX|XXI{0,3}|XXI?V|XXVI{0,3}|VI{2,3}|I{2,3}|IV|VI|IX)"
    r"(?P<end>:[ea])?(?![\w/&:]|-\w|\.\w)"
)
_BEFORE: Final = re.compile(r"[^\W\d_]{2}[)”\"]? $")
_CAPITALS: Final = re.compile(r"[A-ZÅÄÖ]{2}[ -]$")
_ORDERED: Final = re.compile(
    rf"(?<![\w.]){_ROMAN}(?=(?::[ea])? (?:världskriget|seklet|olympiaden|kapitlet|bataljonen))(?::[ea])?"
)
_LABEL: Final = re.compile(rf"(?:^|(?<=\n)){_ROMAN}(?:(?<=[IVX]{{2}})\.|\))(?= [A-ZÅÄÖ])")
_SIGNS: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_SIGN: Final = re.compile(rf"(?<!\w)[{_SIGNS}](?!\w)")
_NAME: Final = re.compile(rf"(?<!\w)({'|'.join([*KINGS, *QUEENS])}) $")
_LONGEST_NAME: Final = 16
_ALSO_WORDS: Final = frozenset({"VI", "IV", "IX"})
"""A pronoun in capitals, what goes into a vein, a name of a ship: numbers only with an ending, or behind a name."""
_BEHIND_A_NAME: Final = re.compile(r"(?:^|[^\w.])(?P<name>[A-ZÅÄÖ][a-zåäöéüæø]{2,20}) $")
_NO_NAMES: Final = frozenset(
    """
    Kan Ska Skall Vill Har Hade Var När Där Här Det Den Men Och Att Som Nu Då Så Om Vad Hur Varför Därför Idag Dag
    Ibland Ofta Alltid Sedan Sen Tidigare Imorgon Hos Med För Från Till Efter Innan Under Blir Får Måste Behöver Tror
    Tycker Vet Ger Tar Gör Visst Självklart Tillsammans Även Dessutom Också Vem Vilka Genom Ge Alla Injektion
    """.split()
)
"""Words that begin sentences before "VI" the pronoun."""
_FORM: Final = re.compile(
    r"(?<!\w)(?P<kl>[Kk]l)(?:\. ?| (?=[IVX]{2}|[IVX] ?[-–]))(?P<a>[IVX]{1,4})"
    r"(?:(?P<joint> ?[-–] ?| och | o\. )(?P<b>[IVX]{1,4}))?(?![\w:]|\.\w)"
)
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50}


@rule(cue="IVXL", digits=False)
def rulers(text: str) -> Iterable[Substitution]:
    """Gustav II Adolf, Karl XII:s, Elizabeth II."""
    for match in _RULER.finditer(text):
        wording = ("den ", nth(arabic(match["roman"]), masculine=not match["queen"]), match["s"] or "")
        yield substitution(match.start("roman"), match.end(), wording, "ruler")


@rule(cue="IVXL", digits=False)
def numbered(text: str) -> Iterable[Substitution]:
    """Part II, bilaga IV–VI."""
    for match in _NUMBERED.finditer(text):
        wording: Wording = card(arabic(match["roman"]))
        for joint, roman in _MORE.findall(match["more"]):
            wording = (wording, joint if joint[-1] == " " and joint.strip(" -–") else " till ", card(arabic(roman)))
        yield substitution(match.start("roman"), match.end(), wording, "Roman numeral")


@rule(cue="IVXL", digits=False)
def ordered(text: str) -> Iterable[Substitution]:
    """II världskriget."""
    for match in _ORDERED.finditer(text):
        yield substitution(*match.span(), nth(arabic(match["roman"])), "Roman numeral")


@rule(cue="IVX", digits=False)
def lone(text: str) -> Iterable[Substitution]:
    """Those that are no word and no acronym, after a word: Granvik II; with an ending everywhere: XII:e."""
    for match in _SURE.finditer(text):
        if match["end"]:
            yield substitution(*match.span(), nth(arabic(match["roman"])), "Roman numeral")
            continue
        before = text[max(0, match.start() - 24) : match.start()]
        capitals = _CAPITALS.search(before) is not None or text[match.end() : match.end() + 3].strip().isupper()
        if match["roman"] in _ALSO_WORDS and not _named(before):
            continue
        if not capitals and _BEFORE.search(before):
            yield substitution(*match.span(), card(arabic(match["roman"])), "Roman numeral")


@rule(cue="IVX", digits=False)
def forms(text: str) -> Iterable[Substitution]:
    """The forms of schools of old, and what else has classes: kl. IV–VII, kl II-väg."""
    for match in _FORM.finditer(text):
        wording: Wording = "Klass " if match["kl"] == "Kl" else "klass "
        wording = (wording, card(arabic(match["a"])))
        if match["b"]:
            wording = (
                wording,
                " till " if match["joint"].strip(" ") in {"-", "–"} else " och ",
                card(arabic(match["b"])),
            )
        yield substitution(*match.span(), wording, "Roman numeral")


@rule(cue="(", digits=False)
def bracketed(text: str) -> Iterable[Substitution]:
    """The number that a ruler's name bore later, or not always: hertig Karl (IX)."""
    for match in _BRACKETED.finditer(text):
        wording = ("den ", nth(arabic(match["roman"]), masculine=not match["queen"]), match["s"] or "")
        yield substitution(*match.span("label"), wording, "ruler")


@rule(cue="IVX", digits=False)
def alone(text: str) -> Iterable[Substitution]:
    """A heading or a cell that is nothing but a numeral: "VI"; one letter may be anything."""
    if match := _ALONE.fullmatch(text):
        yield substitution(*match.span("roman"), card(arabic(match["roman"])), "Roman numeral")


def _named(before: str) -> bool:
    name = _BEHIND_A_NAME.search(before)
    return name is not None and name["name"] not in _NO_NAMES


@rule(cue="".join(_SIGNS), digits=False)
def signs(text: str) -> Iterable[Substitution]:
    """Roman numerals of one character: kapitel Ⅲ, Oscar Ⅱ."""
    for match in _SIGN.finditer(text):
        number = int(numeric(match[0]))
        ruler = _NAME.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        wording = ("den ", nth(number, masculine=ruler[1] in KINGS)) if ruler else card(number)
        yield substitution(*match.span(), wording, "Roman numeral")


@rule(cue="IVX", digits=False)
def labels(text: str) -> Iterable[Substitution]:
    """The label of a heading or a list item: "IV. Övrigt"; one letter and a full stop may be an initial."""
    for match in _LABEL.finditer(text):
        if match["roman"]:
            yield substitution(match.start(), match.end() - 1, card(arabic(match["roman"])), "Roman numeral")


def arabic(roman: str) -> int:
    """The value of a Roman numeral up to 89."""
    values = [_VALUES[letter] for letter in roman]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
