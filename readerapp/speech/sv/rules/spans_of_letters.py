"""Reads a dash between two letters as what it means: "bilaga A till C", "från A till Ö", "spår fem a till b"."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import between, substitution

_LETTERS: Final = r"(?P<a>[A-Za-zÅÄÖåäö])(?P<dash> ?[-–] ?)(?P<b>[A-Za-zÅÄÖåäö])(?![\w-]|[.:]\w)"
_NAMED: Final = re.compile(
    r"(?<!\w)(?i:bilag(?:a|or|orna)|grupp(?:en|er|erna)?|hus(?:en)?|sal|rum|klass(?:en|er|erna)?|del(?:en|ar|arna)?|nivå(?:er|erna)?|"
    r"kategori(?:er|erna)?|ingång(?:ar|arna)?|port(?:ar|arna)?|uppgång(?:ar|arna)?|avdelning(?:ar|arna)?|alternativ(?:en)?|"
    r"figur(?:er|erna)?|kolumn(?:er|erna)?|punkt(?:er|erna)?|betyg(?:en)?|betygsskala|skala|steg(?:en)?|zon(?:er|erna)?|"
    r"pool(?:er|erna)?|block|läge(?:n|na)?|gate|hållplats(?:er)?|litter(?:a|or)|vitamin(?:er|erna)?|hepatit|perrong|"
    r"fall|typ(?:er|erna)?|modell(?:er|erna)?|fråg(?:a|or|orna)|etapp(?:er|erna)?|fas(?:er|erna)?|område(?:n|na)?|lokal(?:er|erna)?|"
    r"från|mellan|bokstäverna|initialer|namn|efternamn)[ :]{1,2}" + _LETTERS
)
_COUNTED: Final = re.compile(r"(?<=[\d\ue000\ue001] )(?<![A-Za-zÅÄÖåäö] \d )" + _LETTERS)
_ALPHABET: Final = re.compile(r"(?<![\w-])(?P<a>[Aa])(?P<dash> ?[-–] ?)(?P<b>[ÖöZz])(?![\w-])")
_ANY: Final = re.compile(r"[^\w-][A-Za-zÅÄÖåäö] ?[-–] ?[A-Za-zÅÄÖåäö](?![\w-])|^[Aa] ?[-–]")
"""A quick look."""
_ORDER: Final = "abcdefghijklmnopqrstuvwxyzåäö"


@rule(cue="-–", digits=False)
def spans(text: str) -> Iterable[Substitution]:
    """Letters in order, behind what bears letters or behind a number."""
    if not _ANY.search(text):
        return
    for match in chain(_NAMED.finditer(text), _COUNTED.finditer(text), _ALPHABET.finditer(text)):
        first, last = match["a"], match["b"]
        if first.isupper() is last.isupper() and _ORDER.index(first.lower()) < _ORDER.index(last.lower()):
            wording = f"{first}{between(text, match.start())}{last}"
            yield substitution(match.start("a"), match.end(), wording, "letters")
