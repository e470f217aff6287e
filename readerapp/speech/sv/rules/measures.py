"""Reads measures and what they are counted by: "trettio kilometer i timmen"."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..grammar import counts_common, is_one
from ..shapes import AMOUNT, EDGE, NUMBER, amount, halting, number, single, substitution
from ..tables.units import ALONE, PER, SLASH_TOGETHER, SPELLED_LIKE_ANOTHER_WORD, UNITS
from ..tokens import Wording, card, linked


def _any(symbols: Iterable[str]) -> str:
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))


_LONG: Final = _any(set(UNITS) - SPELLED_LIKE_ANOTHER_WORD)
_SHORT: Final = _any(SPELLED_LIKE_ANOTHER_WORD)
_UNIT: Final = rf"(?: ?(?P<unit>{_LONG})| (?P<short>{_SHORT}))(?![\w²³]|-\w|:\w|\.[a-zåäö])"
_UNIT_END: Final = (
    r"(?!\.? fl\b| o m\b| g a\b| f\.)(?!(?<!tim)(?<!tabl)\. ?\d)(?!(?<= s\.) ?\d)(?!(?<= s) \d)(?! ?& )"
    r"(?!(?<= s)\. om |(?<= s\.) om )"
)
_COUNTABLE: Final = "km m mil kg g mg l dl ml h tim min år st kWh m² m2 ha invånare inv personer elever barn".split()
"""Before these a number may stand behind the stroke: "l/100 km", "mm/3 h"."""
_PER: Final = (
    rf"(?:\.? ?/ ?(?P<per>\d{{1,4}} ?(?:{_any(_COUNTABLE)})|{_any(PER)}|(?!och(?!\w)|"
    rf"eller)[a-zåäö]{{3,30}})(?![\w²³]))?"
    r"(?:(?: och |/)(?P<per2>år|dag|dygn|månad|mån|timme|tim|h|min)(?!\w))?"
)
_MEASURE: Final = re.compile(rf"{AMOUNT}{_UNIT}{_UNIT_END}{_PER}")
_COMPOUND: Final = re.compile(
    rf"{EDGE}(?:(?P<from>{NUMBER}) ?[-–] ?)?(?P<a>{NUMBER})[ -]?"
    rf"(?P<unit>{_any(set(UNITS) - {'mn', 'md', 'st', 's.', '°', 'p', 'v'})})-"
    r"(?P<word>[a-zåäö]{3,30})(?!\w)"
)
_AMPERES: Final = re.compile(rf"{AMOUNT} ?A(?![\w²³]|[-:.]\w)")
_DOSE: Final = re.compile(
    rf"{AMOUNT} ?(?:I?E/(?P<per>kg|ml|dygn|dag|timme|tim|h)(?:/(?P<per2>dygn|dag|timme|tim|h))?(?!\w)|"
    r"E(?= (?:\w{0,12}insulin|heparin)))"
)
_CROWNS: Final = re.compile(
    rf"{EDGE}(?P<a>{NUMBER})[ -]?(?P<unit>kr|kronor|kronors|€|euro)-(?P<word>[a-zåäö]{{3,30}})(?!\w)"
)
_COINS: Final = {"kr": "kronors", "kronor": "kronors", "kronors": "kronors", "€": "euro", "euro": "euro"}
_ELECTRIC: Final = re.compile(
    r"(?i:säkring|batteri|ladd|nätavgift|elnät|abonnemang|"
    r"ström|spänning|ampere|volt|eluttag|kWh?\b|huvudsäkr|elcentral|\d ?V\b|"
    r"\bfas(?:er|en)?\b)"
)
_POINTED: Final = re.compile(rf"{EDGE}(?P<a>\d{{1,6}})\.(?P<b>\d{{1,2}}) ?(?P<unit>{_LONG})(?![\w²³]|-\w|:\w){_PER}")
_TIMES: Final = re.compile(
    rf"{EDGE}(?P<a>{NUMBER}) ?(?:[x×*]|gånger) ?(?P<b>{NUMBER})(?: ?[x×*] ?(?P<c>{NUMBER}))?(?: ?(?P<unit>{_LONG}|m)"
    rf"(?![\w²³]))?"
)
_WORD: Final = re.compile(rf"{AMOUNT} (?P<word>[a-zåäö]{{2,30}}) ?/ ?(?P<per>{_any(PER)}|[a-zåäö]{{3,30}})(?![\w²³])")
_RATE: Final = re.compile(
    rf"{AMOUNT} ?/ ?(?P<per>{_any(word for word in PER if len(word) > 2 or word == 'st')})(?![\w²³])"
)
_ALONE: Final = re.compile(rf"(?<![\w./²³-])(?:{_any(ALONE)})(?![\w²³/]|-\w| [A-ZÅÄÖ][a-zåäö])")
_PLAIN: Final = re.compile(r"(?<![\w./²³-])(?:k?m2|m3)(?![\w²³/]|-\w| [A-ZÅÄÖ][a-zåäö])")
_PRESSURE: Final = re.compile(r"(?<![\w,.:/-])(\d{2,3})/(\d{2,3})(?: ?(mm ?Hg))?(?![\w/,:-]|\.\d)")
_BLOOD: Final = re.compile(r"(?i:blodtryck\w{0,4} (?:är |på |under |över |ca )?)$")
_HEAD_UNITS: Final = UNITS.keys() & (
    ALONE.keys() | {"st", "ton", "tim", "h", "t", "min", "g", "l", "dygn", "µg", "Mbit", "kWh"}
)
_UNITS_PER: Final = re.compile(rf"(?<![\w./²³-])(?P<unit>{_any(_HEAD_UNITS)})/(?P<per>{_any(PER)})(?![\w²³/-])")
_AREAS_AND_TIMES: Final = "km² km2 m² m2 ha kWh kg år månad mån vecka dygn dag timme tim h st".split()
_WORDS_PER: Final = re.compile(
    r"(?<=[a-zåäö]{2})(?:(?<=are)|(?<=or)|(?<=ar)|(?<=er)|(?<=öre)|(?<=euro))"
    rf"(?P<stroke>/(?P<per>{_any(_AREAS_AND_TIMES)}))"
    r"(?![\w²³])"
)
_SHARES: Final = re.compile(
    r"(?<![\w-])(?!(?:\w{0,20}(?:dag|dagar|natt|vecka|månad|år|kväll|timme|tid|datum|namn|titel|modell|plats|tema|kvartal)|"
    r"och|eller|ett|varje)/)[a-zåäö]{3,30}(?P<stroke>/(?P<per>år|månad|mån|vecka|dygn|dag|timme|tim|kvartal))(?![\w/-])"
)
_WORD_PER: Final = re.compile(r"[a-zåäö]{2}/[a-zåäökm]")
"""A quick look for either of them."""
_PRICES: Final = re.compile(
    r"(?<!\w)(?i:\w{0,14}pris|\w{0,14}kostnad|\w{0,14}avgift|antal|\w{0,8}hyra|\w{0,8}taxa|belopp|\w{0,10}ersättning|"
    r"\w{0,8}lön|andel|summa|\w{0,8}inkomst)(?P<stroke>/(?P<per>[a-zåäö]{2,20}))(?![\w/-])"
)
_GENITIVE: Final = re.compile(
    rf"{AMOUNT} ?(?P<unit>{_any('kg km m cm mm min tim kr l dl ha mån'.split())}):s(?= [a-zåäö])"
)
_PLURALS: Final = ("or", "ar", "er", "barn")
_LETTERS: Final = frozenset("lLgtmhsvpVWJKNA")
"""Units of one letter, which after the name of a class or a street is the letter."""
_NAMED: Final = re.compile(
    r"(?:\b(?i:klass(?:en|erna)?|årskurs|åk\.?|punkt(?:en|erna)?|rum|sal|hus|port|moment|steg|artikel|bilaga|avsnitt|paragraf|"
    r"alternativ|grupp|ingång|entré|dörr|trappa|kap\.?|kapitel|nr|nummer|lägenhet|lgh|uppgång|trapphus|plats|spår|gate)|"
    r"[A-ZÅÄÖ][a-zåäöé]{0,20}(?:gata|gatan|väg|vägen|gränd|gränden|torg|torget|stig|stigen|backen|allé|allén|plan|"
    r"leden|kajen|g\.|v\.)|\ue000{4}) $"
)
_FUSES: Final = frozenset("6 10 16 20 25 35 50 63 80 100 125 160 200 250".split())
_CLASS: Final = re.compile(r"([1-9]) ?([a-z])(?!\w)")
_CLASSES: Final = re.compile(
    r"(?<![\w,.:/-])(?<!\d )[1-9] ?[a-z](?:(?:, | och | samt | & |/)[1-9] ?[a-z](?![\w:/]|\.\w)){1,6}"
)
_IN_CLASS: Final = re.compile(r"(?<= i )([1-9]) ?([glmtvs])(?![\w/]|\.\w| (?:hög|bred|lång|djup|snö|vatten|timm))")
_SCHOOL: Final = re.compile(
    r"(?i:\b(?:elev|klass|lärare|mentor|syskon|förälder|föräldrar|barn|skol|går|undervis)\w{0,10} "
    r"(?:[a-zåäö]{2,12} )?i )$"
)
_SEVERAL: Final = re.compile(r"(?P<no>\d{1,4}) ?(?P<unit>\D{1,9})")
_REACH: Final = 32
_LASTING: Final = re.compile(r"(?i:\b(?:efter|inom|under|var|varje) )$")


@rule()
def letters(text: str) -> Iterable[Substitution]:
    """A letter of a school class that would be a unit: "6 b, 7 c och 8 g", "syskon i 5 m"."""
    for match in _CLASSES.finditer(text):
        classes = list(_CLASS.finditer(match[0]))
        at_school = _SCHOOL.search(text, max(0, match.start() - _REACH), match.start())
        label = at_school or _NAMED.search(text, max(0, match.start() - _REACH), match.start())
        if label or any(one[2] not in _LETTERS for one in classes):
            yield from (_class(match.start(), one) for one in classes)
    for match in _IN_CLASS.finditer(text) if " i " in text else ():
        if _SCHOOL.search(text, max(0, match.start() - _REACH), match.start()):
            yield _class(0, match)


def _class(start: int, one: re.Match[str]) -> Substitution:
    return substitution(start + one.start(1), start + one.end(2), (card(one[1]), " ", one[2]), "school class")


@rule(cue=".", amount=True)
def pointed(text: str) -> Iterable[Substitution]:
    """A point for the decimal comma, before a unit that leaves no doubt: 2.4 MB."""
    for match in _POINTED.finditer(text):
        wording: Wording = (number(match["a"]), " komma ", number(match["b"]), " ", UNITS[match["unit"]].many)
        wording = (wording, _per(match["per"]), f" och {PER[match['per2']]}" if match["per2"] else "")
        yield substitution(match.start(), halting(text, match.end()), wording, "measure")


@rule(cue="/", amount=True)
def pressure(text: str) -> Iterable[Substitution]:
    """Blood pressure: 120/80 mmHg."""
    for match in _PRESSURE.finditer(text):
        if match[3] or _BLOOD.search(text, max(0, match.start() - 24), match.start()):
            unit = " millimeter kvicksilver" if match[3] else ""
            yield substitution(*match.span(), (card(match[1]), " genom ", card(match[2]), unit), "blood pressure")


@rule(amount=True)
def measures(text: str) -> Iterable[Substitution]:
    """5 km, 30 km/h, 75 m², 1 l, −5 °C, 5–10 mg/l."""
    for match in _MEASURE.finditer(text):
        symbol = match["unit"] or match["short"]
        if symbol in _LETTERS and _NAMED.search(text, max(0, match.start() - _REACH), match.start()):
            continue
        end = halting(text, match.end())
        if symbol == "s." and _lasting(match):
            symbol, end = "s", halting(text, match.end() - 1)
        unit = UNITS[symbol]
        wording: Wording = (amount(match, common=unit.common, falling=True), " ")
        together = f"{symbol}/{match['per']}"
        wording = (wording, SLASH_TOGETHER.get(together, "") if match["per"] else "")
        if not match["per"] or together not in SLASH_TOGETHER:
            wording = (wording, unit.one if single(match) else unit.many)
            wording = (wording, _per(match["per"]))
        wording = (wording, f" och {PER[match['per2']]}" if match["per2"] else "")
        yield substitution(match.start(), end, wording, "measure")


def _lasting(match: re.Match[str]) -> bool:
    """Whether what is written "12 s." are seconds at the end of a sentence and no pages."""
    return "," in match["a"] or _LASTING.search(match.string, max(0, match.start() - _REACH), match.start()) is not None


@rule(cue="-")
def compounds(text: str) -> Iterable[Substitution]:
    """A measure as the first part of a compound: 60 l-säck, 25 m-bassäng."""
    for match in _COMPOUND.finditer(text):
        first = _first_part(UNITS[match["unit"]].one)
        upto = (number(match["from"]), " till ") if match["from"] else ""
        yield substitution(*match.span(), (upto, number(match["a"]), first, match["word"]), "measure")
    for match in _CROWNS.finditer(text):
        yield substitution(*match.span(), (number(match["a"]), _COINS[match["unit"]], match["word"]), "money")


def _first_part(unit: str) -> str:
    """A unit as the first part of a compound: "timmars", "liters", "byte"."""
    if unit.startswith("grad "):  # nobody says the scale: "1,5-gradersmålet"
        return "graders"
    if unit.endswith("timme"):
        return unit.removesuffix("e") + "ars"
    return unit if unit[-1] in "esz" else unit + "s"


@rule(cue=":")
def genitives(text: str) -> Iterable[Substitution]:
    """A measure in the genitive: 15 kg:s säckar."""
    for match in _GENITIVE.finditer(text):
        symbol = match["unit"]
        word = "kronor" if symbol == "kr" else UNITS[symbol].many
        yield substitution(*match.span(), (amount(match, common=symbol != "kg"), " ", word, "s"), "measure")


@rule(cue="A")
def amperes(text: str) -> Iterable[Substitution]:
    """6 A, where the text is about electricity."""
    if _ELECTRIC.search(text):
        for match in _AMPERES.finditer(text):
            name = _NAMED.search(text, max(0, match.start() - _REACH), match.start())
            if name and (name[0][0] not in "\ue000\ue001" or match["a"] not in _FUSES):
                continue
            yield substitution(*match.span(), (amount(match, common=True), " ampere"), "measure")


@rule(cue="x×*g", amount=True)
def times(text: str) -> Iterable[Substitution]:
    """10 x 15 cm, 2×3, 4×100 m."""
    for match in _TIMES.finditer(text):
        parts = [number(part) for part in match.group("a", "b", "c") if part]
        unit = f" {UNITS[match['unit']].many}" if match["unit"] else ""
        yield substitution(*match.span(), (linked(" gånger ", parts), unit), "times")


@rule(cue="/")
def counted(text: str) -> Iterable[Substitution]:
    """A word and what it is counted by: 500 besökare/dag, 1 person/avdelning."""
    for match in _WORD.finditer(text):
        per = PER.get(match["per"], match["per"])
        if match["per"] in PER or is_one(per) or (per.endswith("are") and match["word"].endswith(_PLURALS)):
            wording = amount(match, common=counts_common(text, match.start("word") - 1), falling=True)
            word = "nummer" if match["word"] == "nr" else match["word"]
            yield substitution(*match.span(), (wording, " ", word, " per ", per), "measure")


@rule(cue="/", digits=False)
def words_per(text: str) -> Iterable[Substitution]:
    """Several of a thing and what they are counted by, without a number: invånare/km²."""
    if not _WORD_PER.search(text):
        return
    for match in chain(_WORDS_PER.finditer(text), _SHARES.finditer(text), _PRICES.finditer(text)):
        if match["per"] in PER or is_one(match["per"]):
            yield substitution(*match.span("stroke"), _per(match["per"]), "unit")


@rule(cue="/", digits=False)
def units_per(text: str) -> Iterable[Substitution]:
    """A unit and what it is counted by, as in the head of a table: mg/kg, ggr/vecka."""
    for match in _UNITS_PER.finditer(text):
        wording = SLASH_TOGETHER.get(match[0]) or (UNITS[match["unit"]].many, _per(match["per"]))
        yield substitution(*match.span(), wording, "unit")


@rule(cue="/", amount=True)
def rates(text: str) -> Iterable[Substitution]:
    """A number and what it is counted by: 3/dygn."""
    for match in _RATE.finditer(text):
        yield substitution(*match.span(), (amount(match, common=True), _per(match["per"])), "measure")


@rule(cue="E", amount=True)
def doses(text: str) -> Iterable[Substitution]:
    """Units of what is injected: 10 E insulin, 1 E/kg/dygn, 600 IE/dag."""
    for match in _DOSE.finditer(text):
        unit = "I E" if "IE" in match[0] else "enhet" if single(match) else "enheter"
        wording: Wording = (amount(match, common=True), f" {unit}", _per(match["per"]))
        wording = (wording, f" och {PER[match['per2']]}" if match["per2"] else "")
        yield substitution(*match.span(), wording, "measure")


@rule(cue="23")
def areas(text: str) -> Iterable[Substitution]:
    """Units with a plain digit, without a number: kronor per m2."""
    for match in _PLAIN.finditer(text):
        yield substitution(*match.span(), ALONE[match[0]], "unit")


@rule(digits=False)
def units(text: str) -> Iterable[Substitution]:
    """Units without a number."""
    for match in _ALONE.finditer(text):
        yield substitution(*match.span(), ALONE[match[0]], "unit")


def _per(what: str | None) -> Wording:
    if what is None:
        return ""
    several = _SEVERAL.fullmatch(what)
    if several is None:
        return f" per {PER.get(what, what)}"
    unit = UNITS.get(several["unit"])
    common = unit is None or unit.common
    return (" per ", card(several["no"], common=common), " ", unit.many if unit else several["unit"])
