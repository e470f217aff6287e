"""Nouns without their middle ("р-на", "кол-ву"), and floors and classes cut short behind a number ("2 эт.")."""

import re
from collections.abc import Iterator
from functools import lru_cache

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import follows_noun, governed
from ..morphology import decline, forms_of, gender_of, inflect, known
from ..numerals import CASES, ordinal
from ..surface import LETTER
from ..tables.abbreviations import CONTRACTED
from ..tables.places import AFTER_NUMBER
from ..tables.whole_words import WHOLE_NOUNS

_CONTRACTED = re.compile(
    rf"(?<![{LETTER}-])(?P<skeleton>{either(CONTRACTED, loose=True)})(?P<ending>[а-яё]{{0,3}})(?![{LETTER}-])",
    re.IGNORECASE,
)
_HOLLOW = re.compile(rf"(?<![{LETTER}-])(?P<start>[{LETTER}][а-яё]{{2,7}})-(?P<last>[а-яё]{{2,4}})(?![{LETTER}-])")
"""Any other word without its middle: "свид-ва", "орг-ции"."""
_FLOOR = re.compile(
    r"(?<![\d.,:/-])(?:(?P<first>\d{1,2}) ?[–—-] ?)?(?P<number>\d{1,3})"
    r"(?P<letter> ?«[А-Яа-я]»)? ?(?P<head>эт|кл|каб|ауд|под)\.(?! ?\d)"
)


@rule(cue=".")
def floors(text: str) -> Iterator[Substitution]:
    """ "на 2 эт.", "5 кл.": shortened nouns whose number is an ordinal."""
    for match in _FLOOR.finditer(text):
        noun = AFTER_NUMBER[match["head"]]
        owner = ("gent",) if follows_noun(text, match.start()) else ("nomn",)
        case = (governed(text, match.start(), "name") or owner)[0]
        gender, number = ("plur", "plur") if match["first"] else (gender_of(noun), "sing")
        numbers = " – ".join(ordinal(int(match[n]), case, gender) for n in ("first", "number") if match[n])
        if match["letter"]:
            yield Substitution(match.start(), match.end("number"), numbers, "ordinal")
            yield Substitution(match.start("head"), match.end(), inflect(noun, case, number), "ordinal")
        else:
            words = f"{numbers} {inflect(noun, case, number)}"
            yield Substitution(match.start(), match.end(), words, "ordinal")


@rule(cue="-", digits=False)
def contractions(text: str) -> Iterator[Substitution]:
    """ "р-на", "кол-ву": the ending is written, the middle is not."""
    for match in _CONTRACTED.finditer(text):
        skeleton = match["skeleton"].lower()
        stem, ending = CONTRACTED[skeleton], match["ending"]
        if not ending:
            words = (
                decline(stem, (governed(text, match.start(), "name") or ("nomn",))[0])
                if forms_of(stem)[0].pos == "NOUN"
                else ""
            )
        else:
            words = stem + ending
        if words and any(f.pos == "NOUN" for f in forms_of(words)) and known(words):
            yield Substitution(match.start(), match.end(), words, "contraction")
    for match in _HOLLOW.finditer(text):
        if words := _filled(match["start"].lower(), match["last"]):
            capital = match["start"][0].isupper()
            yield Substitution(*match.span(), words.capitalize() if capital else words, "contraction")


@lru_cache(maxsize=4096)
def _filled(start: str, last: str) -> str:
    """The one form of the nouns of public pages that begins and ends so; nothing where several do."""
    nouns = [noun for noun in WHOLE_NOUNS if noun.startswith(start)]
    forms = (inflect(noun, case, number) for noun in nouns for case in CASES for number in ("sing", "plur"))
    fitting = {form for form in forms if form.endswith(last) and len(form) > len(start) + len(last)}
    return fitting.pop() if len(fitting) == 1 else ""
