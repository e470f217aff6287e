"""Reads abbreviated adjectives in the form that agrees with what follows: "så kallade friskolor"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..grammar import agree
from ..shapes import halting, substitution
from ..small_words import small_words
from ..tables.abbreviations import AGREEING
from .abbreviations import any_of, cased

_AGREEING: Final = re.compile(
    rf"(?<![\w.])(?:s\. ?k\.?|s k(?= )|sk\.?(?= [a-zåäö])|"
    rf"(?P<word>{any_of(key[:-1] for key in AGREEING if key != 's.k.')})\."
    r"(?:(?<!lok\.)(?<!soc\.)(?<!komm\.)(?![a-zåäö])|(?= (?-i:[a-zåäö]{3})))|"
    r"ev(?!\w|\.\w))(?! ?\d)",
    re.IGNORECASE,
)
_KEYS: Final = frozenset({"s", "sk", *(key.rstrip(".") for key in AGREEING)})
_ARTICLE: Final = re.compile(
    r"\b(?:(?P<common>en|någon|varje|ingen|annan)|(?P<neuter>ett|något|inget|annat)|(?P<definite>den|det|de|denna|detta|dessa|"
    r"min|mitt|mina|din|ditt|dina|sin|sitt|sina|vår|vårt|våra|er|ert|era|hans|hennes|dess|deras)) $",
    re.IGNORECASE,
)
_PARTICIPLE: Final = re.compile(r" ?[a-zåäö]{3,30}(?:ande|ende)(?= [a-zåäö]{3})")
"""The same for all genders: the noun behind it tells."""
_SEVERAL: Final = re.compile(
    r" ?[a-zåäö-]{0,30}(?:utrymmen|ärenden|områden|möten|yrken|märken|ämnen|konton|ställen|stycken|tillfällen|"
    r"minnen|anden|"
    r"enden|samhällen|arbeten|yttranden)(?!\w)"
)
"""Neuter nouns in the plural, whose end is that of the definite form."""
_DEFINITE: Final = re.compile(r" ?[a-zåäöé-]{2,40}(?:en|n|et|erna|arna|orna)s?(?!\w)")
_INDEFINITE: Final = re.compile(
    r" ?(?:[a-zåäöé-]{0,30}(?:sökan|mälan|begäran|önskan|inverkan|påverkan|samverkan|tvekan|"
    r"verksamheten?|examen|vatten|tecken|vapen|"
    r"öppet|barn|person|ion|plan|"
    r"man|van|maskin|vin|län|hamn|ton|kran|roman|kanon|patron|zon|ben|sten|gren|scen|syn|lön|kön|mån|bön|dygn|namn|ugn|regn|vagn|"
    r"universitet|paket|(?:[a-zåäö]{2}(?:het|itet|ritet))|nyhet|mobiltelefon|telefon|organisation|ning|regimen|"
    r"cirkulation|ån|in|ren|järn|kvarn|torn|horn|korn|garn|ägarn)|egen|öppen|vuxen|liten|mogen|ren|allmän|vän|en|ett|kommun|"
    r"(?:[a-zåäö]{2,30}kommun))(?!\w)"
)


@rule(digits=False)
def agreeing(text: str) -> Iterable[Substitution]:
    """Adjectives: s.k. friskolor, ev. kostnader."""
    for match in () if _KEYS.isdisjoint(small_words(text)) else _AGREEING.finditer(text):
        key = re.sub(r"[. ]", "", match[0].lower())
        forms = AGREEING["s.k." if key == "sk" else f"{key}."]
        end = halting(text, match.end() - match[0].endswith("."), final=False)
        yield substitution(
            match.start(), end, cased(_form(text, match.start(), end, forms), match[0], text), "abbreviation"
        )


def _form(text: str, start: int, end: int, forms: tuple[str, str, str]) -> str:
    """The form that agrees; without an article "s.k." stands before plurals."""
    article = _ARTICLE.search(text, max(0, start - 8), start)
    if article:
        return forms[0] if article["common"] else forms[1] if article["neuter"] else forms[2]
    if _SEVERAL.match(text, end) or (_DEFINITE.match(text, end) and not _INDEFINITE.match(text, end)):
        return forms[2]
    participle = _PARTICIPLE.match(text, end)
    form = agree(text, participle.end() if participle else end, *forms)
    return forms[2] if form == forms[1] and forms[0] == AGREEING["s.k."][0] else form
