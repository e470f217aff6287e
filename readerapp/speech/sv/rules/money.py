"""Reads sums of money: "nittionio kronor och femtio öre", "två komma tre miljarder kronor"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import AMOUNT, amount, between, halting, number, single, substitution
from ..tables.money import AFTER, BEFORE, CROWNS, KRONA, SCALES, Currency
from ..tables.units import PER
from ..tokens import Wording, card


def _any(symbols: Iterable[str]) -> str:
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))


_SCALE: Final = rf"(?P<scale>(?i:{_any(SCALES)})(?!\w)\.?)"
_PER: Final = (
    rf"(?:(?P<per> ?/ ?(?:{_any(PER)})(?![\w²³]))"
    rf"(?:(?:/| och )(?P<per2>{_any(word for word in PER if len(word) > 1)})(?!\w))?|"
    r"(?P<each>/)(?=[a-zåäö]{3}|\d\d? ))?"
)
_DOTS: Final = rf"(?P<amount>{AMOUNT})"
_AFTER: Final = re.compile(rf"{_DOTS}(?: ?{_SCALE})? ?(?P<currency>(?:{_any(AFTER)})(?![\w-]|:s)|kr(?=:)){_PER}")
_POINTED: Final = re.compile(
    rf"(?<![\w.,])(?P<a>\d{{1,3}}(?:[ .]\d{{3}}){{0,3}}|\d{{1,9}})(?P<point>[.:])(?P<b>\d\d) ?(?:kr|kronor|SEK)"
    rf"(?!\w){_PER}"
)
_THOUSANDS: Final = re.compile(
    r"(?<![\w.,])(?:(?P<from>\d{1,3}(?:\.\d{3}){1,3}) ?[-–] ?)?(?P<a>\d{1,3}(?:\.\d{3}){1,3})(?:,00)? ?(?:kr|"
    r"kronor|SEK|:-)"
    rf"(?!\w){_PER}"
)
_CROWNS: Final = re.compile(rf"{AMOUNT} ?(?P<crowns>(?i:{_any(CROWNS)}))(?!\w){_PER}")
_BEFORE: Final = re.compile(rf"(?<!\w)(?P<currency>{_any(BEFORE)}) ?(?P<amount>{AMOUNT})(?: ?{_SCALE})?")
_BEFORE_POINT: Final = re.compile(r"(?<!\w)(?P<currency>[€$£]) ?(?P<a>\d{1,9})\.(?P<b>\d\d)(?![\d.,])")
_SCALED: Final = re.compile(rf"{AMOUNT} ?{_SCALE}(?P<tail> kr(?!\w))?")
_ALONE: Final = re.compile(rf"(?<![\w/])(?P<what>kr|SEK|(?i:{_any(CROWNS)}))(?!\w){_PER}")
_BY_THEMSELVES: Final = {"kr": "kronor", "SEK": "svenska kronor"}
_KR_PER: Final = re.compile(r" ?/ ?")
_CENTS: Final = 2
_PRICED: Final = re.compile(
    r"(?i:(?<!\w)(?:\w{0,14}priset?|\w{0,14}avgift(?:en)?|\w{0,10}kostnad(?:en)?|kostar|inträde|hyran?|pris|summa|"
    r"stängde|stod i|kurs(?:en)?|handlades|totalt|att betala|betala|för|bara|endast|från|à|á|"
    r"\w{0,10}lön(?:en)?|\w{0,12}ersättning(?:en)?|\w{0,10}skatt(?:en)?|skattesats(?:en)?|arvode(?:t)?)(?!\w)[^.!?\d]{0,16})$"
)
_BARE_PRICE: Final = re.compile(
    r"(?<![\w.,:/-])(?P<a>2[5-9]|[3-9]\d|\d{3,4}|\d{1,2}(?=:(?:[6-9]|\d\d/(?:st|kg)(?!\w)))):(?P<b>\d\d)"
    rf"(?![\w:]|[.,-]\d){_PER}"
)
_E: Final = re.compile(rf"{AMOUNT} ?e(?![\w.]|-\w){_PER}")
_SHORT_EURO: Final = re.compile(r"\d ?e(?!\w)")
"""A quick look, before the amount is looked for."""
_REACH: Final = 36


@rule(cue=".:", amount=True)
def pointed(text: str) -> Iterable[Substitution]:
    """12:50 kr, 12.50 kr and 1.000 kr."""
    for match in _POINTED.finditer(text):
        wording = _coins(match["a"], match["b"], KRONA)
        yield substitution(match.start(), _end(text, match), (wording, _per(match)), "money")


@rule(cue=".", amount=True)
def dotted_thousands(text: str) -> Iterable[Substitution]:
    """1.000 kr."""
    for match in _THOUSANDS.finditer(text):
        upto = (card(match["from"].replace(".", "")), between(text, match.start())) if match["from"] else ""
        wording = (upto, card(match["a"].replace(".", "")), " kronor", _per(match))
        yield substitution(match.start(), _end(text, match), wording, "money")


@rule(cue=":", amount=True)
def bare(text: str) -> Iterable[Substitution]:
    """129:50 or 21:84 where a price is told: no clock has so many hours or minutes."""
    for match in _BARE_PRICE.finditer(text):
        if _PRICED.search(text, max(0, match.start() - _REACH), match.start()):
            wording = (_coins(match["a"], match["b"], KRONA), _per(match))
            yield substitution(match.start(), _end(text, match), wording, "money")


@rule(cue="e", amount=True)
def euros(text: str) -> Iterable[Substitution]:
    """3,50 e and "kostar 5 e", as in Finland."""
    for match in _E.finditer(text) if _SHORT_EURO.search(text) else ():
        cents = len(match["a"].partition(",")[2]) == _CENTS
        if cents or match["per"] or _PRICED.search(text, max(0, match.start() - _REACH), match.start()):
            yield substitution(*match.span(), (_sum_of(match, AFTER["€"]), _per(match)), "money")


@rule(amount=True)
def after(text: str) -> Iterable[Substitution]:
    """The currency after the amount: 1 500 kr/mån, 99:-, 20 €, 3 miljoner kr."""
    for match in _AFTER.finditer(text):
        wording = _sum(match, AFTER[match["currency"]])
        yield substitution(match.start(), _end(text, match), (wording, _per(match)), "money")


@rule(cue="krKR", amount=True)
def crowns(text: str) -> Iterable[Substitution]:
    """5–10 tkr, 1,2 mnkr."""
    for match in _CROWNS.finditer(text):
        name = match["crowns"].lower()
        one, many = CROWNS[name]
        wording = (amount(match, common=not one.startswith("tusen")), " ", one if single(match) else many)
        yield substitution(match.start(), _end(text, match), (wording, _per(match)), "money")


@rule(cue="€$£", amount=True)
def before_point(text: str) -> Iterable[Substitution]:
    """The same with a point for the comma, as in English: €1.50."""
    for match in _BEFORE_POINT.finditer(text):
        yield substitution(*match.span(), _coins(match["a"], match["b"], AFTER[match["currency"]]), "money")


@rule(cue="€$£¥₩₽SEUGNDCk", amount=True)
def before(text: str) -> Iterable[Substitution]:
    """The currency before the amount: $5, SEK 500, € 2,3 miljarder."""
    for match in _BEFORE.finditer(text):
        sign = match["currency"].replace("US $", "USD").replace("USD$", "USD").replace("US$", "USD")
        yield substitution(match.start(), match.end(), _sum(match, AFTER[sign]), "money")


@rule(cue="tmbTMB", amount=True)
def scaled(text: str) -> Iterable[Substitution]:
    """3,5 miljoner, 2 mdr."""
    for match in _SCALED.finditer(text):
        scale = match["scale"].rstrip(".").lower()
        one, many = SCALES[scale]
        end = halting(text, match.end() - 1) if match[0].endswith(".") else match.end()
        yield substitution(
            match.start(),
            end,
            (amount(match, common=scale != "tusen"), " ", one if single(match) else many),
            "large number",
        )


@rule(cue="kKS", digits=False)
def alone(text: str) -> Iterable[Substitution]:
    """kr and tkr without an amount, as after a written number or in the head of a table."""
    for match in _ALONE.finditer(text):
        wording = _BY_THEMSELVES.get(match["what"]) or CROWNS[match["what"].lower()][1]
        yield substitution(match.start(), _end(text, match), wording + _per(match), "money")


def _sum(match: re.Match[str], currency: Currency) -> Wording:
    scale = (match["scale"] or "").rstrip(".").lower()
    if scale:
        one, many = SCALES[scale]
        return (amount(match, common=scale != "tusen"), " ", one if single(match) else many, " ", currency.many)
    return _sum_of(match, currency)


def _sum_of(match: re.Match[str], currency: Currency) -> Wording:
    """The sum of an AMOUNT in whole coins and hundredths."""
    whole, comma, decimals = match["a"].partition(",")
    exact = len(decimals) == _CENTS or (
        comma and currency is not KRONA and len(decimals) == 1 and currency.cents == "cent"
    )
    if match["b"] is None and exact and not match["sign"]:
        return _coins(whole, decimals.ljust(_CENTS, "0"), currency)
    wording = amount(match, common=currency.common)
    return (wording, " ", currency.one if single(match) else currency.many)


def _coins(whole: str, cents: str, currency: Currency) -> Wording:
    count = int(cents)
    coin = currency.one if whole == "1" else currency.many
    big = (number(whole, common=currency.common), " ", coin)
    small = (card(count, common=currency.cent_common), " ", currency.cent if count == 1 else currency.cents)
    if not count:
        return big
    return small if not int(whole.replace(" ", "").replace(".", "")) else (big, " och ", small)


def _per(match: re.Match[str]) -> str:
    if match["each"]:
        return " per "
    if not match["per"]:
        return ""
    also = f" och {PER[match['per2']]}" if match["per2"] else ""
    return " per " + PER[_KR_PER.sub("", match["per"], count=1)] + also


def _end(text: str, match: re.Match[str]) -> int:
    return halting(text, match.end())
