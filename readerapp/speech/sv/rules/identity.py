"""Reads numbers that name somebody or something digit by digit: personal, organisation and account numbers."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import CAPITALS, rule
from ..shapes import substitution
from ..tokens import card, spell
from .phones import groups

_PERSON: Final = re.compile(r"(?<![\w,/-])(?:(?:16|18|19|20)?\d{6}[-–+]\d{4})(?![\w-])(?!,\d)")
_NUMBERS: Final = re.compile(r"(?<!\d)\d{1,14}(?:[ –-]\d{1,10}){0,5}+(?!\w|,\d)(?!/)(?! ?(?:kr|%))")
_LABEL: Final = re.compile(
    r"(?i:\b(?:bankgiro|plusgiro|postgiro|bg|pg|swish|clearing|konto|ocr|kund|medlems|faktura|referens|ref|isbn|issn|"
    r"ean|id|libris|person|pers|org|organisations|samordnings|ärende|mål|beställnings|serie|reg|registrerings|betalnings)"
    r"(?:-id)?[.]?(?:nummer|numret|nr)?[.:]{0,2} ?(?:är )?)$"
)
_LONGEST_LABEL: Final = 36
_IBAN: Final = re.compile(r"(?<!\w)([A-Z]{2})\d\d(?: ?\d{4}){3,7}(?: ?\d{1,3})?(?!\w)")
_POSTCODE: Final = re.compile(
    r"(?<![\w.,/-])(?<!\d )(?:SE?-)?(\d{3}) (\d{2})(?= {1,2}[A-ZÅÄÖ][a-zåäöé]|$|,? [A-ZÅÄÖ]{3,})"
)
_SHORTEST_ACCOUNT: Final = 4
_NAMED_POSTCODE: Final = re.compile(
    r"(?i:(?<!\w)(?:postn(?:r|umm?er|umren)|postadress)[.:]{0,2} )(\d{3}) (\d{2})"
    r"(?: ?([-–]) ?(\d{3}) (\d{2}))?(?![\w,.]\d|\d)"
)
_POSTCODE_PREFIX: Final = re.compile(r"S(E?)-")
_GIRO: Final = re.compile(r"(?<![\w,.:/+-])(?<!\d )(\d{4})-(\d{4})(?![\w-]|,\d)")
_PROPERTY: Final = re.compile(r"(?<=[a-zåäöA-ZÅÄÖ&] )(?<!kl )([1-9]\d{0,2}):(\d{1,4})(?![\w:]| \d|[.,-]\d)")
_PLACE: Final = re.compile(
    r"(?:(?:^|[^.!?:] |[(,] |(?:[Ff]ast|[Kk]v|[Bb]et)\. )(?:[A-ZÅÄÖ][a-zåäö]{2,20}-?){1,2}|\b[A-ZÅÄÖ]{4,20}) $"
)
_PROPERTY_WORD: Final = re.compile(
    r"(?i:(?<!\w)(?:\w{0,16}fastighet(?:en|er|erna)?|\w{0,8}tomt(?:en)?|stadsäga|kvarter(?:et)?) )$"
)
_BEHIND_ANOTHER: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,20} [1-9]\d{0,2}:\d{1,4}(?:,| och| samt| &) $")
"""The last but one of several: "Sörby 4:12 och 4:13"."""
_QUARTER: Final = 5
_TWO_FIGURES: Final = 2
_ON_THE_CLOCK: Final = re.compile(
    r"(?i:dag|tid|start|slut|buss|tåg|avgång|ankomst|lunch|paus|match|skala|öppet|stängt)[a-zåäö]{0,3} $"
)
_HOUSES: Final = re.compile(r"(?<=\w )(\d{1,3})([–-])(\d{1,3})(?= ?,? \d{3} \d{2} )")


@rule(cue="-–+")
def persons(text: str) -> Iterable[Substitution]:
    """Personal and organisation numbers: 19900101-1234, 556036-0793."""
    for match in _PERSON.finditer(text):
        yield substitution(*match.span(), groups(match[0]), "identity number")


@rule(cue=CAPITALS)
def ibans(text: str) -> Iterable[Substitution]:
    """International account numbers, letter by letter and digit by digit."""
    for match in _IBAN.finditer(text):
        yield substitution(*match.span(), (match[1][0], " ", match[1][1], ", ", groups(match[0][2:])), "account number")


@rule()
def accounts(text: str) -> Iterable[Substitution]:
    """Numbers after a word that says they name an account, a customer or a case."""
    for match in _NUMBERS.finditer(text):
        start = match.start()
        if sum(map(str.isdigit, match[0])) >= _SHORTEST_ACCOUNT and _LABEL.search(
            text, max(0, start - _LONGEST_LABEL), start
        ):
            yield substitution(*match.span(), groups(match[0]), "account number")


@rule(cue="-")
def giros(text: str) -> Iterable[Substitution]:
    """Four digits and four that cannot be a range: 5053-1234."""
    for match in _GIRO.finditer(text):
        if match[1] >= match[2]:
            yield substitution(*match.span(), groups(match[0]), "account number")


@rule(cue=":", amount=True)
def properties(text: str) -> Iterable[Substitution]:
    """Names of properties: Råby 3:14, where it can be no time of day."""
    for match in _PROPERTY.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        clock = len(match[2]) == _TWO_FIGURES and not int(match[2]) % _QUARTER
        place = _PLACE.search(before) and not _ON_THE_CLOCK.search(before) and not clock
        if place or _PROPERTY_WORD.search(before) or _BEHIND_ANOTHER.search(before):
            yield substitution(*match.span(), (card(match[1]), " kolon ", card(match[2])), "property")


@rule(cue=" ")
def postcodes(text: str) -> Iterable[Substitution]:
    """Postcodes before a town or behind their name: 411 38 Göteborg, postnr 981 30–981 46."""
    for match in _NAMED_POSTCODE.finditer(text):
        last = (" till ", spell(match[4]), ", ", spell(match[5])) if match[3] else ""
        yield substitution(match.start(1), match.end(), (spell(match[1]), ", ", spell(match[2]), last), "postcode")
    for match in _POSTCODE.finditer(text):
        country = _POSTCODE_PREFIX.match(match[0])
        prefix = "S E, " if country and country[1] else "S, " if country else ""
        yield substitution(*match.span(), (prefix, spell(match[1]), ", ", spell(match[2])), "postcode")


@rule(cue="-–−")
def street_numbers(text: str) -> Iterable[Substitution]:
    """Two house numbers before a postcode: "Storgatan 12–14, 411 38 Göteborg"."""
    for match in _HOUSES.finditer(text):
        yield substitution(match.start(), match.end(), (card(match[1]), " till ", card(match[3])), "house numbers")
