"""People's titles and posts cut short: "проф. Иванов", "св. Екатерины", "зам. директора", "муз. П. Чайковского"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import governed, names_owner
from ..morphology import decline, forms_of, inflect, known
from ..shortened import case_beside, replaced
from ..surface import LETTER
from ..tables.places import TITLES, WORKS

_INITIALS = r"(?:[А-ЯЁ]\. ?){1,3}"
_TITLE = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>(?i:{either(TITLES | WORKS, loose=True)}))(?P<dot>\.)? ?"
    rf"(?=(?:(?:ап|вмч|прп|блгв|кн|мч)\. ?){{0,2}}(?P<initials>{_INITIALS})?"
    rf"(?P<name>[А-ЯЁ][{LETTER}-]+))"
)
_REACH = 48
_POST = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>зам|зав|нач|пред|дир|секр|ред|пом)\. ?"
    r"(?=(?P<next>[а-яё]{2,}))",
    re.IGNORECASE,
)
_LONE_TITLE = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>проф|доц|акад|преп)\."
    r"(?= ?(?:$|[,;)]|кафедр|факультет|институт|университет|академ|РАН|и ))",
    re.IGNORECASE,
)
_DEPUTY = re.compile(
    r"(?:(?<![а-яё])(?:зам|пом|и\. ?о)\.|заместител[а-яё]{1,9}|помощник[а-яё]{0,9}|врио|обязанности) $",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"[а-яё]{2,5}\.")
_NAMED_AFTER = re.compile(
    r"(?<![а-яё])(?:(?:ул|пл|пр|просп|пер|наб|бул|им)\.|(?:пр-т|б-р|пр-д)[а-яё]*|имени|улиц[а-яё]+|площад[а-яё]+) $",
    re.IGNORECASE,
)
"""Before somebody's title in the name of a place: "ул. акад. Павлова"."""
_ADJECTIVE = ("ый", "ой", "ий")
_PAST = frozenset(
    "неделя год месяц период квартал сезон редакция владелец заседание день сутки раз выпуск отчёт".split()
)
"""What "пред." is "предыдущий" of."""
_DOUBTFUL = frozenset({"деп", "мин"})
"""Titles that other things are cut to as well: "деп. Москвы", "Мин. Температура"."""


@rule(cue=".-", digits=False)
def titles(text: str) -> Iterator[Substitution]:
    """Titles before a name, or alone, and posts before what they are posts of."""
    for match in _TITLE.finditer(text):
        if match["head"].lower() in _DOUBTFUL and not (match["initials"] or _is_surname(match["name"])):
            continue
        if match["dot"] or "-" in match["head"]:
            yield replaced(match, _before_name(text, match), "title")
    for match in _LONE_TITLE.finditer(text):
        cases = governed(text, match.start(), "person")
        yield replaced(match, inflect(TITLES[match["head"].lower()], cases[0] if cases else "nomn"), "title")
    for match in _POST.finditer(text):
        if _is_post(text, match):
            under = _DEPUTY.search(text, max(0, match.start() - _REACH), match.start())
            of_noun = under or names_owner(text, match.start())
            cases = ("gent",) if of_noun else governed(text, match.start(), "name")
            yield replaced(match, inflect(TITLES[match["head"].lower()], cases[0] if cases else "nomn"), "title")


def _is_surname(name: str) -> bool:
    """ "деп. Орлов" is a deputy; "деп. Москвы" is a department; "Температура" is nobody."""
    forms = forms_of(name)
    if any("Surn" in form.marks for form in forms):
        return "Surn" in forms[0].marks or not any("Geox" in form.marks for form in forms)
    return not known(name)


def _before_name(text: str, match: re.Match[str]) -> str:
    head = match["head"].lower()
    if head in WORKS:
        return inflect(WORKS[head], (governed(text, match.start(), "name") or ("nomn",))[0])
    people = tuple(f for f in forms_of(match["name"]) if f.number == "sing" and f.marks & {"Surn", "Name"})
    dedication = _NAMED_AFTER.search(text, max(0, match.start() - _REACH), match.start())
    case = "gent" if dedication else case_beside(text, match.start(), people, "person")
    if not TITLES[head].endswith(_ADJECTIVE):
        return decline(TITLES[head], case)
    gender = next((f.gender for f in people if f.case == case and f.gender), "masc")
    return inflect(TITLES[head], case, "sing", gender)


def _is_post(text: str, match: re.Match[str]) -> bool:
    """ "зав. отделом", "нач. упр."; but "нач. школа" is a primary school."""
    if match["head"].lower() == "пред" and any(f.lemma in _PAST for f in forms_of(match["next"])):
        return False
    if match["next"] == "по":
        return match["head"].lower() in {"зам", "дир", "пом"}
    of_something = any(f.case in {"gent", "ablt"} for f in forms_of(match["next"]))
    return of_something or _ABBREVIATED.match(text, match.start("next")) is not None
