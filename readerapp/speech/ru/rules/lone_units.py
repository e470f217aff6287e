"""Reads measures without figures: "в тыс. руб.", "несколько млн чел."."""

import re
from collections.abc import Iterator

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from ..context import governed
from ..morphology import gender_of, inflect
from ..surface import LETTER
from ..tables.units import MONEY, PER, SCALES, UNITS

_LONE_UNIT = re.compile(
    rf"(?<![{LETTER}\d])(?P<scale>тыс|млн|млрд|трлн)\.? ?(?P<unit>руб|долл|чел|экз|шт|кв\. ?к?м|к?м[²³23]|га|т)?"
    rf"(?![{LETTER}\d])\.?|(?<![{LETTER}\d])(?P<lone>(?:руб|коп|долл|чел|экз|шт)(?=\.)"
    rf"|(?:[Кк]в|[Кк]уб)\. ?к?м(?![{LETTER}])"
    rf"|[смк]?м[²³23](?![\d{LETTER}])"
    r"|(?:км/ч|м/с|км/час)(?![\w/])|мм рт\. ст(?=\.)|(?<= )%(?![\d-]))\.?"
)
_PER = re.compile(rf" ?/ ?(?P<per>{either(PER)})(?![{LETTER}])\.?")
_EACH_OF = re.compile(
    r"(?:руб(?:л[а-яё]{1,3})?\.?|\d ?р\.|коп(?:е[а-яё]{1,3})?\.?|[₽$€]|евро|долл(?:ар[а-яё]{0,3})?\.?|крон[аыу]?"
    r"|\d (?:тыс|к?г|шт|м?л|т|ц)\.?) (?P<each>за|на|с) (?:1 )?"
    r"(?P<unit>кг|г(?=\.| веса)|л|мл|га|км|м(?!\.)|ч|час|мин|сут|нед|мес|дн|экз|ед|уп|упак|т(?!\.)"
    r"|чел|шт|кВт·ч|Гкал|сот)"
    r"(?![А-Яа-яё\d/²³]|\. ?[а-яё]\.)(?:\.(?! ?[А-ЯЁ]))?"
)
"""What a price or a dose is for: "40 руб. за кг", "3 т на га"."""
_EACH = re.compile(r"(?<![А-Яа-яЁё])(с|за|на) $", re.IGNORECASE)
"""Before the measure of a price: "с кв. м", "за шт."."""


@rule(digits=False)
def lone_units(text: str) -> Iterator[Substitution]:
    """ "в тыс. руб.", "несколько млн чел.": a measure without figures."""
    for match in _EACH_OF.finditer(text):
        case = "gent" if match["each"] == "с" else "accs"
        yield Substitution(match.start("unit"), match.end(), inflect(UNITS[match["unit"]].noun, case), "unit")
    for match in _LONE_UNIT.finditer(text):
        cases = governed(text, match.start(), "time")
        case = cases[0] if cases else "gent"
        each = _EACH.search(text, max(0, match.start() - 4), match.start())
        number = "sing" if each and not match["scale"] else "plur"
        if number == "sing" and each:
            case = "gent" if each[1].lower() == "с" else "accs"
        if match[0][0].isupper():
            case, number = "nomn", "sing"
        words = []
        if match["scale"]:
            words.append(inflect(SCALES[match["scale"]], case, "plur"))
            case = "gent"
        unit = match["unit"] or match["lone"]
        if unit:
            measure = UNITS.get(unit) or UNITS.get(f"{unit}.") or UNITS["кв. км" if "к" in unit[1:] else "кв. м"]
            adjective = inflect(measure.before, case, number, gender_of(measure.noun)) if measure.before else ""
            words += filter(None, (adjective, inflect(measure.noun, case, number), measure.after))
        end = match.end()
        if unit and (per := _PER.match(text, end)):
            phrase = PER[per["per"]]
            words.append(phrase.replace("на ", "за ") if unit in MONEY and "человека" not in phrase else phrase)
            end = per.end()
        if words:
            yield Substitution(match.start(), end, " ".join(words), "unit")
