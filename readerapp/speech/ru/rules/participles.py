"""Reads verbs cut short before a date or a paper: "ум. 4 мая" is "умер", "утв. приказом" is "утверждён"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..context import words_before
from ..morphology import forms_of
from ..surface import LETTER

_VERBS: Final = {
    "ум": ("умер", "умерла", "умерло", "умерли"),
    "род": ("родился", "родилась", "родилось", "родились"),
    "утв": ("утверждён", "утверждена", "утверждено", "утверждены"),
    "зарег": ("зарегистрирован", "зарегистрирована", "зарегистрировано", "зарегистрированы"),
    "опубл": ("опубликован", "опубликована", "опубликовано", "опубликованы"),
}
_CUT: Final = re.compile(
    rf"(?<![{LETTER}-])(?P<verb>(?i:{'|'.join(_VERBS)}))\. ?"
    rf"(?=\d|в \d|(?:пост|прик|приказ|распор|решен|указ)[{LETTER}.]*)"
)
_PAPERS: Final = {"пост": "постановлением", "расп": "распоряжением", "распор": "распоряжением", "прик": "приказом"}
_PAPER: Final = re.compile(
    rf"(?i:(?:утв|изм|введ|прин|отм)[{LETTER}]{{0,12}}\.?)(?P<gap> ?)(?P<paper>{'|'.join(_PAPERS)})\."
)
_YEAR: Final = re.compile(r"\d{3,4} ?г\.")
_GENDERS: Final = ("masc", "femn", "neut")


@rule(cue=".", digits=False)
def participles(text: str) -> Iterator[Substitution]:
    """In the gender of the noun before."""
    for match in _CUT.finditer(text):
        words = _VERBS[match["verb"].lower()][_gender(text, match.start())]
        words += " в" if _YEAR.match(text, match.end()) else ""
        yield Substitution(match.start(), match.end("verb") + 1, words, "abbreviation")
    for match in _PAPER.finditer(text):
        gap = "" if match["gap"] else " "
        yield Substitution(match.start("paper"), match.end(), gap + _PAPERS[match["paper"]], "abbreviation")


def _gender(text: str, at: int) -> int:
    """Which of the four forms: by the noun right before, through a bracket."""
    end = at - 1 if text[at - 1 : at] == "(" else at
    before = next(words_before(text, end), None)
    nouns = [f for f in forms_of(before[0].lower()) if f.pos == "NOUN" and f.case == "nomn"] if before else []
    if not nouns:
        return 0
    return len(_GENDERS) if nouns[0].number == "plur" else _GENDERS.index(nouns[0].gender or "masc")
