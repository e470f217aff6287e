"""Shortened nouns with a number behind them: "ст. 228", "ч. 2 ст. 105", "д. 5, кв. 12", "§ 5", "№ 131-ФЗ", "каб. 3"."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import follows_noun, goes_there, governed
from ..counted import agreeing
from ..morphology import decline, forms_of, gender_of
from ..numerals import cardinal, digits, ordinal
from ..shortened import of_adjective
from ..surface import LETTER
from ..tables.motion import AMENDMENTS
from ..tables.numbered import ORDINAL_NOUNS, PLACED_NOUNS
from ..tables.places import BEFORE_NUMBER, BUILDING, LAW, NUMBERED, ORDINAL_AFTER, STANDING, UNDOTTED
from ..tables.units import UNITS
from .letters import name_before_word
from .roman import value

_NUMBER = (
    r"(?:\d{1,7}(?:\.\d{1,3}){0,4}|«[а-яё]»|[IVXLC]{1,7}(?![\w.-]\w|\w)|[А-ЯЁ](?![\w.-]| [а-яё])"
    r"|(?<=[Лл]ит\. )[А-ЯЁ](?= ))"
)
_FIGURES = r"\d{1,5}(?:\.\d{1,3}){0,4}"
_SUFFIX = rf"(?:/\d{{1,4}}(?![\d]))?(?:(?: ?[А-ЯЁA-Z]|[а-гж-о])(?![{LETTER}A-Za-z.]))?"
_REFERENCE = re.compile(
    rf"(?<![{LETTER}A-Za-z\d.§№-])(?P<head>(?i:{either(BEFORE_NUMBER)})|N)(?P<dot>\.)? ?"
    rf"(?P<list>{_NUMBER}(?:{_SUFFIX})(?:"
    rf"(?: ?[–—-] ?|, | и |,){_NUMBER}{_SUFFIX}(?![\d:%]| ?(?:руб|%|г\.|год|чел|тыс|час|мин"
    r"|эт|подъезд|корп|блок|зал|окн|секци|крыл)))*)"
    rf"(?![\d%°]|:\d\d|-(?:й|я|е|го|м|му|ю|х|ти|[а-яё]{{4,}})(?![а-яё]))(?P<act>-(?=[А-ЯЁA-Z]))?"
)
_ITEM = re.compile(
    rf"(?P<number>{_NUMBER})(?P<house>/\d{{1,4}})?(?P<letter>(?: ?[А-ЯЁA-Z]|[а-гж-о])(?![{LETTER}A-Za-z.]))?"
    r"(?P<join> ?[–—-] ?|, ?| и )?"
)
_SINGULAR = {
    "номера": "номер",
    "параграфы": "параграф",
    "статьи": "статья",
    "части": "часть",
    "пункты": "пункт",
    "главы": "глава",
    "страницы": "страница",
}
_SEVERAL_OR_SUB = frozenset({"пп", "п.п"})
"""Points before several numbers, a point under another before one: "пп. 2 п. 1"."""
_IN_RANGES = frozenset({"страница", "рисунок", "таблица"})
_RANGE = re.compile(r"\d ?[–—-] ?\d")
_HOUSE = re.compile(r"(?:(?<![а-яё])[Дд](?:ом[а-я]{0,2}|\.)? ?|, )\d{1,4}[А-Яа-я]?,? $")
_BUILDING = re.compile(
    r"(?<![а-яё])(?:дом|корпус|строение|владение|д\.|корп\.|вл\.)[а-яё]{0,2} ?\d{1,4}[А-Яа-я]?, ?$"
    r"|(?<![а-яё])(?:ул|пр|просп|пер|наб|пл|б-р|ш|пр-т|улица|проспект|переулок|шоссе)\.? [А-ЯЁ][А-Яа-яё. -]{1,24}, "
    r"(?:\d{1,4}[А-Яа-я]?, ?)?$"
)
_NOT_AFTER_A_NUMBER = frozenset({"л", "ч", "с", "к", "т", "д", "п", "м", "г", "кв", "стр", "гр", "эт", "кл", "мин"})
_INCLUDING = re.compile(r"(?<![а-яё])т\. ?$")
"""Makes "т. ч." of "ч.": "в т. ч. 12 детей"."""
_BARE_NOUN = re.compile(r" (?P<noun>[а-яё]{3,20})(?![а-яё])(?! ?\d)")
_LONG_NUMBER = 7
_PART = re.compile(r" (?:ч|п|ст)\. ?\d")
"""A part of a law and no hour behind a number: "пункт 3 ч. 1"."""
_WRITTEN_HEAD = re.compile(
    r"(?<![а-яё])(?i:(?P<stem>подпункт|пункт|стать|част|абзац|глав|раздел|параграф)[а-яё]{0,3}) "
    r"[\d.]{1,9}(?: ?«[а-яё]»)?,? $"
)
"""Before "ч. 1" in "пункт 3 ч. 1 ст. 12"."""
_PLACES = re.compile(
    r" (?:[а-яё]{4,20}ых )?(?:поселени|район|город|сел|округ|регион|государств|стран|республик|администраци|делегаци)"
)
"""What several heads are of: "главы 5 поселений" are no chapters."""
_RANKS = {"глава": 6, "раздел": 6, "статья": 5, "параграф": 5, "часть": 4, "пункт": 3, "подпункт": 2, "абзац": 1}
"""A part of what was named before it is no genitive: "статья 15, часть 2"."""
_AND = frozenset({"и", "или"})
"""Between two of a kind: "между д. 5 и д. 7"."""
_NEAR = 2
"""Words before "в" among which changes of a law are told: "внести следующие изменения в"."""
_JOINED = 5
"""Letters of " или " and a space at most, which join two references."""
_GAP = 2
"""A comma and a space at most part the links of "п. 3 ч. 1 ст. 5"."""
_WRITTEN_OUT = re.compile(
    rf"(?<![{LETTER}-])(?P<noun>[А-ЯЁа-яё][а-яё]{{2,12}}) (?P<list>{_FIGURES}(?:{_SUFFIX})(?:(?:[–-]|, "
    rf"| и ){_FIGURES}{_SUFFIX}(?![\d:%,]))*)"
    rf"(?![\d%°]|[:,]\d|[-–][а-яё]| \d{{3}}(?!\d))(?P<act>-(?=[А-ЯЁA-Z]))?"
)
_COUNTED_UNIT = re.compile(
    rf" (?:{either(UNITS)})(?:(?![{LETTER}\w])|(?<=%))"
    r"| ?(?:%|руб|тыс|млн|млрд|кв|м[²2]|м |год|лет|г\.|га(?![а-яё])|сот(?![а-яё])|м[³3]|чел|человек"
    r"|час(?:а|ов|ам|ами|ах)?(?![а-яё])|мин|дн|раз"
    r"(?![а-яё])|этажа|комнат)"
)


@rule(digits=False)
def references(text: str) -> Iterator[Substitution]:
    """The noun in its case, and its numbers, each a reading of its own."""
    chain_end, last_noun, last_case = -10, "", "nomn"
    chain: dict[str, str] = {}
    for match in _REFERENCE.finditer(text):
        in_chain = 0 <= match.start() - chain_end <= _GAP and not text[chain_end : match.start()].strip(" ,")
        head = match["head"]
        if not _is_head(text, match, in_chain=in_chain):
            continue
        several = len(_ITEM.findall(match["list"])) > 1
        house = _BUILDING.search(text, max(0, match.start() - 44), match.start())
        noun = _noun(head, "дом" if house else last_noun if in_chain else "", several=several)
        inward = in_chain and _RANKS.get(noun, 0) < _RANKS.get(last_noun, 0)
        case, number = _case(text, match, noun, chained=in_chain and "," not in text[chain_end : match.start()])
        beside = text[chain_end : match.start()].strip() in _AND if match.start() - chain_end <= _JOINED else False
        case = last_case if inward and noun in _RANKS else _case_beside(chain, noun, case) if beside else case
        chain = {**chain, noun: case} if in_chain or beside else {noun: case}
        yield from _head(match, noun, case, number)
        yield from _numbers(match, noun, case)
        chain_end, last_noun, last_case = match.end(), noun, case


def _case_beside(chain: dict[str, str], noun: str, case: str) -> str:
    """ "см. рис. 5 и табл. 2", "по п. 3 ч. 1 ст. 5 и п. 2": as its like before, or as what the chain began with."""
    return chain.get(noun) or next(iter(chain.values()), case)


@rule()
def numbered(text: str) -> Iterator[Substitution]:
    """Numbers behind a noun written out: "пункта 2 статьи 15", "дом 5 корпус 3"; they count nothing."""
    for match in _WRITTEN_OUT.finditer(text):
        forms = [f for f in forms_of(match["noun"].lower()) if f.lemma in NUMBERED and f.pos == "NOUN"]
        if not forms:
            continue
        cases = governed(text, match.start(), "name") or (("gent",) if follows_noun(text, match.start()) else ("nomn",))
        if len(_ITEM.findall(match["list"])) == 1:
            forms = [f for f in forms if f.number == "sing"] or forms
        form = agreeing(cases, forms)
        unit = _COUNTED_UNIT.match(text, match.end()) and not _PART.match(text, match.end())
        heads = form is not None and form.lemma == "глава" and _PLACES.match(text, match.end())
        if form is None or unit or heads or _numbers_another(text, match.end()):
            continue
        yield from _numbers(match, form.lemma if form.number == "sing" else "", form.case)


def _numbers_another(text: str, at: int) -> bool:
    """ "автобус 12 маршрута": the number belongs to the noun behind it, which has none of its own."""
    word = _BARE_NOUN.match(text, at)
    return word is not None and any(
        f.lemma in ORDINAL_NOUNS | PLACED_NOUNS and (f.number, f.case) == ("sing", "gent")
        for f in forms_of(word["noun"])
    )


def _is_head(text: str, match: re.Match[str], *, in_chain: bool) -> bool:
    head = match["head"]
    sign = not head[0].isalpha() or head == "N"
    initial = (
        len(head) == 1
        and head.isupper()
        and not match["list"][0].isdigit()
        and text[max(0, match.start() - 2) : match.start()] != ", "
    )
    if head == "к" and _HOUSE.search(text, max(0, match.start() - 16), match.start()):
        return True
    if not sign and (initial or not (match["dot"] or head.lower() in UNDOTTED)):
        return False
    if head.lower() == "ч" and _INCLUDING.search(text, max(0, match.start() - 3), match.start()):
        return False
    if _WRITTEN_HEAD.search(text, max(0, match.start() - 28), match.start()):
        return True
    before = text[max(0, match.start() - 3) : match.start()].rstrip()[-1:]
    return in_chain or not (before.isdigit() and head.lower() in _NOT_AFTER_A_NUMBER)


def _noun(head: str, previous: str, *, several: bool) -> str:
    if head.lower().replace(" ", "") in _SEVERAL_OR_SUB and not several:
        return "подпункт"
    noun = BEFORE_NUMBER.get(head) or BEFORE_NUMBER.get(head.lower(), "номер")
    return "строение" if noun == "страница" and head.lower() == "стр" and previous in BUILDING else noun


def _case(text: str, match: re.Match[str], noun: str, *, chained: bool) -> tuple[str, str]:
    several = noun in _SINGULAR or (noun in _IN_RANGES and bool(_RANGE.search(match["list"])))
    if noun in STANDING:
        return "nomn", "plur" if several else "sing"
    head = _WRITTEN_HEAD.search(text, max(0, match.start() - 28), match.start())
    if head and noun in LAW:
        case = (governed(text, head.start(), "name") or ("nomn",))[0] if _is_inward(head["stem"], noun) else "gent"
        return case, "plur" if several else "sing"
    if noun in LAW and goes_there(text, match.start(), AMENDMENTS, _NEAR):
        return "accs", "plur" if several else "sing"
    cases = governed(text, match.start(), "name")
    if noun == "телефон" and not cases:
        cases = of_adjective(text, match.start(), noun)
    if (chained and noun in LAW) or (not cases and follows_noun(text, match.start())):
        return "gent", "plur" if several else "sing"
    if not cases and text[max(0, match.start() - 4) : match.start()].lower().endswith("см. "):
        return "accs", "plur" if several else "sing"
    return (cases[0] if cases else "nomn"), "plur" if several else "sing"


def _is_inward(stem: str, noun: str) -> bool:
    """ "статья 228 ч. 1": a part of what was named before it stands in the same case."""
    around = next(rank for name, rank in _RANKS.items() if name.startswith(stem.lower()))
    return _RANKS.get(noun, around) < around


def _head(match: re.Match[str], noun: str, case: str, number: str) -> Iterator[Substitution]:
    end = match.end("dot") if match["dot"] else match.end("head")
    single = _SINGULAR.get(noun, noun)
    words = decline(single, case, number)
    yield Substitution(match.start(), end, words, "reference")


def _numbers(match: re.Match[str], noun: str, case: str) -> Iterator[Substitution]:
    base = match.start("list")
    items = list(_ITEM.finditer(match["list"]))
    for i, item in enumerate(items):
        if roman := value(item["number"]):
            wording = ordinal(roman, case, gender_of(noun))
        elif item["number"].strip("«»").isalpha():
            wording = _letter(match.string, item["number"], base + item.end("number"))
        elif noun in ORDINAL_AFTER and "." not in item["number"]:
            wording = ordinal(int(item["number"]), case, gender_of(noun))
        else:
            wording = _say(item["number"])
        if item["house"]:
            wording += f" дробь {_say(item['house'][1:])}"
        letter = item["letter"] or ""
        end = item.end("letter") if letter else item.end("house") if item["house"] else item.end("number")
        if letter:
            wording += f" {name_before_word(letter.strip(), match.string, base + end)}"
        last = i == len(items) - 1
        if item["join"] and item["join"].strip() in {"-", "–", "—"} and not last:
            end, wording = item.end("join"), f"{wording} – "
        if last and match["act"]:
            yield Substitution(base + item.start(), match.end("act"), f"{wording} ", "reference")
        else:
            yield Substitution(base + item.start(), base + end, wording, "reference")


def _letter(text: str, letter: str, end: int) -> str:
    """ "лит. В", "п. «б»": by its name where engines would not say it."""
    quotes = letter.startswith("«")
    return letter if quotes else name_before_word(letter, text, end)


def _say(number: str) -> str:
    return " точка ".join(
        digits(n) if (n[0] == "0" and len(n) > 1) or len(n) > _LONG_NUMBER else cardinal(int(n))
        for n in number.split(".")
    )
