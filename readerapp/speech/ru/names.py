"""Shortened nouns beside a name: "г. Туле", "Ленинградская обл.", "пр-т Мира", "проф. Иванов"."""

import re
from collections.abc import Iterator

from readerapp.model.script import Reading

from .context import Sense, agreeing, follows_noun, goes_there, governed
from .morphology import NOMINAL, Form, decline, forms_of, gender_of, inflect
from .numerals import ordinal
from .surface import LETTER
from .vocabulary.abbreviations import CONTRACTED
from .vocabulary.places import AFTER_NAME, AFTER_NUMBER, BEFORE_NAME, PLURAL_BEFORE_NAME, STREETS, TITLES, WORKS


def _either(words: object) -> str:
    return "|".join(re.escape(w).replace(r"\ ", " ?") for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_NAME_MARKS = frozenset({"Geox", "Surn", "Name"})
_INITIALS = r"(?:[А-ЯЁ]\. ?){1,3}"
_BEFORE = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>(?i:{_either(BEFORE_NAME)}))(?P<dot>\.)? ?(?=[«\"„]?(?:"
    rf"(?P<name>[А-ЯЁ][{LETTER}-]+)|им\.|\d{{1,4}}-[а-яё]|\d{{1,4}} [{LETTER}]))"
)
_PLURAL = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>{_either(PLURAL_BEFORE_NAME)})\. ?(?=(?P<name>[А-ЯЁ][{LETTER}-]+))"
)
_AFTER = re.compile(
    rf"(?<![{LETTER}\d-])(?P<name>[А-ЯЁ][{LETTER}-]*[а-яё]|\d{{1,3}}-[а-яё]{{1,3}}) (?P<head>{_either(AFTER_NAME)})"
    rf"(?P<dot>\.)?(?![{LETTER}-])"
)
_TITLE = re.compile(
    rf"(?<![{LETTER}A-Za-z\d-])(?P<head>(?i:{_either(TITLES | WORKS)}))(?P<dot>\.)? ?"
    rf"(?=(?:(?:ап|вмч|прп|блгв|кн|мч)\. ?){{0,2}}(?P<initials>{_INITIALS})?"
    rf"(?P<name>[А-ЯЁ][{LETTER}-]+))"
)
_FELLOW = re.compile(rf"(?<![{LETTER}A-Za-z\d-])(?P<head>{_either(BEFORE_NAME)})\.? ?(?P<name>[А-ЯЁ][{LETTER}-]+) и $")
"""Before the second name of "угол ул. Мира и пр. Ленина", which has the case of the first."""
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
    r"(?:(?<![а-яё])(?:зам|пом|и\. ?о)\.|заместител[а-яё]+|помощник[а-яё]*|врио|обязанности) $",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"[а-яё]{2,5}\.")
_CONTRACTED = re.compile(
    rf"(?<![{LETTER}-])(?P<skeleton>{_either(CONTRACTED)})(?P<ending>[а-яё]{{0,3}})(?![{LETTER}-])", re.IGNORECASE
)
_FLOOR = re.compile(r"(?<![\d.,:/-])(?:(?P<first>\d{1,2}) ?[–—-] ?)?(?P<number>\d{1,2}) ?(?P<head>эт|кл)\.")
_SHORTENED = re.compile(r"(?<![а-яё])[а-яё]{1,5}\. ?$")
"""Before a first name cut short: "пл. Ал. Невского"."""
_ADJECTIVE = ("ый", "ой", "ий")
_UNDOTTED = frozenset({"ст. метро"}) | frozenset(
    [
        "пгт",
        "мкр",
        "мкрн",
        "снт",
        "нп",
        "мкр-н",
        "р-н",
        "пр-т",
        "пр-кт",
        "б-р",
        "пр-д",
        "о-в",
        "ст-ца",
        "м-н",
        "кв-л",
        "к-т",
        "ж/м",
        "т/б",
        "а/п",
        "о-ва",
    ]
)


def names(text: str) -> Iterator[Reading]:
    """Places before and after their names, and people's titles."""
    for match in _BEFORE.finditer(text):
        yield from _place(text, match)
    for match in _PLURAL.finditer(text):
        cases = governed(text, match.start(), "name")
        noun = _noun_of(PLURAL_BEFORE_NAME, match["head"])
        yield _replaced(match, inflect(noun, cases[0] if cases else "nomn", "plur"), "place")
    for match in _AFTER.finditer(text):
        yield from _after(text, match)
    yield from _titles(text)


def _noun_of(table: dict[str, str], head: str) -> str:
    return table.get(head) or table.get(head.lower()) or table[head.lower().replace(". ", ".").replace(".", ". ")]


def _replaced(match: re.Match[str], spoken: str, rule: str) -> Reading:
    end = match.end("dot") if "dot" in match.re.groupindex and match["dot"] else match.end("head")
    if "dot" not in match.re.groupindex:
        end = match.end("head") + 1
    return Reading(match.start("head"), end, spoken, rule)


def _place(text: str, match: re.Match[str]) -> Iterator[Reading]:
    head = match["head"]
    if (not match["dot"] and head.lower() not in _UNDOTTED) or (len(head) == 1 and head.isupper()):
        return
    name = match["name"] or ""
    readings = forms_of(name) if name else ()
    if head[0].isupper() and _SHORTENED.search(text, max(0, match.start() - 8), match.start()):
        return
    noun = _noun_of(BEFORE_NAME, head)
    if head == "о" and readings and "Name" in readings[0].marks:
        noun = "отец"
    case = _case_beside(text, match.start(), () if noun in STREETS else readings)
    yield _replaced(match, decline(noun, case), "place")


def floors(text: str) -> Iterator[Reading]:
    """ "на 2 эт.", "5 кл.": shortened nouns whose number is an ordinal."""
    for match in _FLOOR.finditer(text):
        noun = AFTER_NUMBER[match["head"]]
        case = (governed(text, match.start(), "name") or ("nomn",))[0]
        gender, number = ("plur", "plur") if match["first"] else (gender_of(noun), "sing")
        numbers = " – ".join(ordinal(int(match[n]), case, gender) for n in ("first", "number") if match[n])
        spoken = f"{numbers} {inflect(noun, case, number)}"
        yield Reading(match.start(), match.end(), spoken, "ordinal")


def _case_beside(text: str, start: int, readings: tuple[Form, ...], sense: Sense = "name") -> str:
    """The case that the preposition asks for and the name can be; else the genitive after a noun; else the name's."""
    cases = governed(text, start, sense)
    single = [f for f in readings if f.number == "sing" and f.case]
    own = [f.case for f in single if f.marks & _NAME_MARKS]
    if cases and not readings:
        return "accs" if goes_there(text, start) else cases[0]
    if cases:
        standing = any(f.case == "nomn" for f in readings)
        if standing and goes_there(text, start):
            return "accs"
        return next((c for c in cases if c in own and not standing), cases[0])
    if follows_noun(text, start):
        return "gent"
    if earlier := _FELLOW.search(text, max(0, start - _REACH), start):
        return _case_beside(text, earlier.start("head"), forms_of(earlier["name"]), sense)
    return "nomn" if any(f.case == "nomn" for f in single) else next(iter(own), "nomn")


def _after(text: str, match: re.Match[str]) -> Iterator[Reading]:
    """ "Садовой ул.": the adjective shows the case."""
    head = match["head"]
    noun = AFTER_NAME[head]
    adjectives = [
        f for f in forms_of(match["name"]) if f.pos in NOMINAL and f.number == "sing" and f.gender == gender_of(noun)
    ]
    if not (match["dot"] or "-" in head or head == "АО") or not (adjectives or match["name"][0].isdigit()):
        return
    cases = governed(text, match.start("name"), "name")
    if not cases and follows_noun(text, match.start("name")):
        cases = ("gent",)
    form = agreeing(cases or ("nomn",), adjectives)
    yield _replaced(match, decline(noun, form.case if form else (cases or ("nomn",))[0]), "place")


def _titles(text: str) -> Iterator[Reading]:
    for match in _TITLE.finditer(text):
        head = match["head"].lower()
        if not match["dot"] and "-" not in head:
            continue
        readings = [f for f in forms_of(match["name"]) if f.number == "sing" and f.marks & {"Surn", "Name"}]
        if head in WORKS:
            cases = governed(text, match.start(), "name")
            yield _replaced(match, inflect(WORKS[head], cases[0] if cases else "nomn"), "title")
            continue
        case = _case_beside(text, match.start(), tuple(readings), "person")
        noun = TITLES[head]
        gender = next((f.gender for f in readings if f.case == case and f.gender), "masc")
        said = inflect(noun, case, "sing", gender) if noun.endswith(_ADJECTIVE) else decline(noun, case)
        yield _replaced(match, said, "title")
    for match in _LONE_TITLE.finditer(text):
        cases = governed(text, match.start(), "person")
        yield _replaced(match, inflect(TITLES[match["head"].lower()], cases[0] if cases else "nomn"), "title")
    for match in _POST.finditer(text):
        if not any(f.case in {"gent", "ablt"} for f in forms_of(match["next"])) and not _ABBREVIATED.match(
            text, match.start("next")
        ):
            continue
        under = _DEPUTY.search(text, max(0, match.start() - _REACH), match.start())
        cases = ("gent",) if under else governed(text, match.start(), "name")
        yield _replaced(match, inflect(TITLES[match["head"].lower()], cases[0] if cases else "nomn"), "title")


def contractions(text: str) -> Iterator[Reading]:
    """ "р-на", "кол-ву": the ending is written, the middle is not."""
    for match in _CONTRACTED.finditer(text):
        skeleton = match["skeleton"].lower()
        stem, ending = CONTRACTED[skeleton], match["ending"]
        if not ending:
            said = (
                decline(stem, (governed(text, match.start(), "name") or ("nomn",))[0])
                if forms_of(stem)[0].pos == "NOUN"
                else ""
            )
        else:
            said = stem + ending
        if said and any(f.pos == "NOUN" for f in forms_of(said)):
            yield Reading(match.start(), match.end(), said, "contraction")
