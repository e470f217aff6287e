"""Numbers with what they count: "5 тыс. чел.", "$1,5 млрд", "до 30 %", "500 руб./мес.", "21 минуту", "5–10 лет"."""

import re
from collections.abc import Iterator, Sequence

from readerapp.model import Substitution
from readerapp.text.alternatives import either

from ...rule import rule
from .. import numerals
from ..amounts import asked_beside, is_minus, some_of_all, takes_time
from ..context import follows_noun, governed, has_actor, stands_behind_name, words_before
from ..counted import counting, noun_after
from ..figures import NUMBER, Number
from ..measures import gender_of_scale, says_halves, scale_word, unit_words
from ..morphology import Form, forms_of, gender_of
from ..numbering import as_counted, as_ordinals, is_numbered
from ..numerals import ordinal
from ..surface import LETTER
from ..tables.nouns import CHILDREN, COLLECTIVE, WITHOUT_SINGULAR
from ..tables.units import HUNDREDTH, HUNDREDTHS, MONEY, PER, PREFIXED, SCALES, UNITS, Unit
from ..unit_letters import unit_symbol

DASH = r" ?(?:-|–|—|\.{2,3}|…) ?"


# Neither "5 с половиной" nor "3 т. е." has a unit.
_END = rf"(?![{LETTER}A-Za-z\d]|(?<=\dс) [{LETTER}]|(?<=\d с) [{LETTER}]|\. ?[а-яё]\.|(?<=кал)\. ?(?:дн|год|мес|нед))"
_UNIT = rf"(?P<unit>(?:{either(UNITS)}){_END}|(?:{either(PREFIXED | {'%', '‰', '°', 'º', '′', '″'})}))"
_PATTERN = re.compile(
    rf"(?:(?<![\d{LETTER}A-Za-z_])|(?<=\d[xхXХ]))(?:(?<!\d[.,:/])|(?<=\d,)(?=-\d))(?P<sign>[-+±] ?|–(?=\d)|[<>≤≥≈~] ?)?"
    rf"(?P<before>(?:US ?)?[{''.join(sign for sign in PREFIXED if len(sign) == 1)}] ?)?"
    rf"(?P<first>{NUMBER})(?:(?P<dash>{DASH})(?P<between>(?<=[.…])[-+–])?(?P<second>{NUMBER}))?(?![\d:])(?!\.\d|,\d)"
    rf"(?: ?(?P<scale>{either(SCALES)})(?![{LETTER}])(?P<scaledot>\.)?)?"
    rf"(?: ?{_UNIT}(?P<dot>\.(?![{LETTER}\d]))?(?: ?/ ?(?P<per>{either(PER)})(?![{LETTER}])\.?)?)?"
)
_SIGNS = {
    "-": "минус",
    "–": "минус",
    "+": "плюс",
    "±": "плюс-минус",
    "<": "меньше",
    ">": "больше",
    "≤": "не больше",
    "≥": "не меньше",
    "≈": "примерно",
    "~": "примерно",
}
_MINUS = frozenset("-–")
_COMPARING = frozenset("<>≤≥")
_UP_TO = re.compile(r" по \d")
_FEW = 4
_TOGETHER = "together"
"""Stands for the gender of "двое", "трое"."""
_INSIDE = frozenset({"в", "во", "на"})
_BELONGING = frozenset(
    {"составе", "состав", "территории", "территорию", "помещении", "рядах", "здании", "зале", "районе"}
)
"""Behind "в" these have a genitive: "в составе 3 бригады"; but "в доме 3 подъезда" counts them."""


@rule()
def quantities(text: str) -> Iterator[Substitution]:
    """Every number that counts or measures something, and every bare one."""
    before: _Quantity | None = None
    for match in _PATTERN.finditer(text):
        quantity = _Quantity(text, match)
        if quantity.sayable():
            if before and quantity.goes_on(before):
                quantity.inherited = before.case
            yield quantity.reading()
            before = quantity


class _Quantity:
    """One match taken apart; the parts decide about each other's forms."""

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self.text, self.match = text, match
        self.numbers = [Number.read(n) for n in (match["first"], match["second"]) if n]
        self.scale = SCALES.get(match["scale"] or "", "")
        self.written, self.unit_end = unit_symbol(text, match, self.numbers)
        self.unit = UNITS.get(self.written)
        self.inherited = self.case = ""
        self.start = match.start()
        self.sign = (match["sign"] or "").strip()
        if self.sign in _MINUS and not is_minus(text, self.start, match.end(), match["sign"], self.written):
            self.sign, self.start = "", match.start("first")

    def goes_on(self, before: "_Quantity") -> bool:
        """ "к 9 ч. 15 мин.", "до 2 млн 300 тыс. руб.": one amount in two measures, both in its case."""
        both_measure = (self.unit or self.scale) and (before.unit or before.scale)
        return bool(both_measure) and self.start == self.match.start() == before.match.end() + 1 and not self.sign

    def sayable(self) -> bool:
        return all(n.whole <= numerals.LARGEST for n in self.numbers)

    def reading(self) -> Substitution:
        last = self.numbers[-1]
        apart = " " if self.text[self.start - 1 : self.start] == "," else ""
        words = [apart + _SIGNS[self.sign]] if self.sign else []
        cases = self._cases()
        if self.scale:
            case, gender, animate = cases[0] if cases else "nomn", gender_of_scale(self.scale), False
        elif self.unit:
            case, animate = cases[0] if cases else "nomn", self.unit.noun == "человек" and self.numbers[-1].is_one
            gender = self._gender(self.unit.noun, case)
        else:
            nouns = () if self._is_label() else as_counted(last.whole, cases, noun_after(self.text, self.match.end()))
            if ordinal_words := self._as_ordinal(cases, nouns):
                return Substitution(self.start, self._end(), ordinal_words, "ordinal")
            case, gender, animate = self._by_noun(cases, nouns)
        self.case = case
        if self._is_sum():
            per = self._per() if self.match["per"] else ""
            return Substitution(
                self.start, self._end(), " ".join(filter(None, (*words, *self._sum(case), per))), "money"
            )
        between = f" – {_SIGNS[self.match['between']]} " if self.match["between"] else " – "
        if self._is_difference():
            between = " минус "
        if self._halves(case):
            words.append(
                between.join(n.say_half(case, gender) if n.half else n.say(case, gender) for n in self.numbers)
            )
        else:
            words.append(between.join(self._number(n, case, gender, animate=animate) for n in self.numbers))
        if self.scale:
            words.append(scale_word(self.scale, last, case))
        if self.unit:
            words.append(unit_words(self.unit, last, case, after_scale=bool(self.scale)))
        if self.match["per"]:
            words.append(self._per())
        return Substitution(self.start, self._end(), " ".join(words), self._rule())

    def _gender(self, noun: str, case: str) -> str:
        """Of the number before a unit: "двое суток" have none."""
        together = noun in WITHOUT_SINGULAR and self._is_collective(case, forms_of("суток"))
        return _TOGETHER if together else gender_of(noun)

    def _number(self, number: Number, case: str, gender: str, *, animate: bool) -> str:
        if gender == _TOGETHER:
            return COLLECTIVE[number.whole]
        return number.say(case, gender, animate=animate)

    def _per(self) -> str:
        """ "г/л" is "граммов на литр", "руб./л" is "рублей за литр"."""
        words = PER[self.match["per"]]
        return words.replace("на ", "за ") if self.written in MONEY and "человека" not in words else words

    def _is_label(self) -> bool:
        """ "1 География" in a table of contents: the number counts nothing."""
        return self.start == 0 and self.text[self.match.end() : self.match.end() + 2].strip().isupper()

    def _is_difference(self) -> bool:
        """ "4 - 1 = 3"."""
        return self.match["dash"] == " - " and self.text.startswith((" =", "="), self.match.end())

    def _halves(self, case: str) -> bool:
        """Whether halves are said as such: the noun must be in the form that they ask for."""
        decimals = [n for n in self.numbers if n.decimals]
        if not decimals or not all(n.half for n in decimals):
            return False
        last = decimals[-1]
        if self.scale or self.unit:
            return bool(self.scale) or says_halves(last, self.unit)
        form = ("sing", "gent") if case in {"nomn", "accs"} else ("plur", case)
        small = case not in {"nomn", "accs"} or last.whole <= _FEW
        return small and any((n.number, n.case) == form for n in noun_after(self.text, self.match.end()))

    def _is_sum(self) -> bool:
        """ "2,03 руб.": two decimals of a currency that has a hundredth are said as that hundredth."""
        decimals = len(self.numbers) == 1 and not self.scale and len(self.numbers[0].decimals) == HUNDREDTH
        whole = self.numbers[0].whole or self.written in {"руб", "р", "₽"}
        return bool(decimals and whole and self.unit and self.unit.noun in HUNDREDTHS)

    def _sum(self, case: str) -> Iterator[str]:
        number, unit = self.numbers[0], self.unit or UNITS["руб"]
        small = HUNDREDTHS[unit.noun]
        for count, part in ((number.whole, unit), (int(number.decimals), Unit(small))):
            if count or part is unit:
                yield numerals.cardinal(count, case, gender_of(part.noun))
                yield unit_words(part, Number(count, ""), case, after_scale=False)

    def _cases(self) -> tuple[str, ...]:
        if self.sign in _COMPARING:
            return ("gent",)
        if self.inherited:
            return (self.inherited,)
        measured = bool(self.unit) and self.written not in MONEY
        if (cases := asked_beside(self.text, self.start, self.match.end(), measured=measured)) is not None:
            return cases
        cases = governed(self.text, self.start, "time" if self._is_place() else "amount")
        one_each = numerals.agreement(self.numbers[-1].whole, "datv")[0] == "sing"
        if cases[:2] == ("accs", "datv") and one_each and not self.numbers[-1].decimals and not self.scale:
            return ("datv",)
        return cases

    def _is_place(self) -> bool:
        """ "в 5 км", "в 10 мин. ходьбы", "в 14 из 18 районов": "в" asks where."""
        if self.unit:
            return self.unit.place or takes_time(self.text, self.match.end())
        return not self.scale and some_of_all(self.text, self.match.end(), self.numbers[-1].whole)

    def _by_noun(self, cases: Sequence[str], nouns: Sequence[Form]) -> tuple[str, str, bool]:
        last = self.numbers[-1]
        case = cases[0] if cases else "nomn"
        if self._is_collective(case, nouns):
            return case, _TOGETHER, False
        if last.decimals:
            return case, next((n.gender for n in nouns if n.gender), "masc"), False
        gender = nouns[0].gender or "masc" if nouns else "masc"
        return counting(last.whole, cases, nouns) or (case, gender, False)

    def _is_collective(self, case: str, nouns: Sequence[Form]) -> bool:
        """ "двое суток": small numbers of what has no singular."""
        whole = len(self.numbers) == 1 and not self.numbers[0].decimals and self.numbers[0].whole in COLLECTIVE
        paired = any(n.lemma in WITHOUT_SINGULAR and n.case == "gent" for n in nouns)
        people = [n for n in nouns if n.animate and (n.case, n.number) == ("gent", "plur")]
        subject = (n.lemma in CHILDREN or (n.gender == "masc" and not has_actor(self.text, self.start)) for n in people)
        paired = paired or (any(subject) and not self._cases())
        return whole and paired and case in {"nomn", "accs"}

    def _as_ordinal(self, cases: Sequence[str], nouns: Sequence[Form]) -> str:
        """ "в 5 классе", "9 век"; "" where the noun is counted."""
        last = self.numbers[-1]
        if self.sign or last.decimals:
            return ""
        if every := self._every(nouns):
            return ordinal(last.whole, every.case, every.gender, animate=every.animate)
        if not cases and follows_noun(self.text, self.start) and (ordinal_words := self._of_noun(nouns)):
            return ordinal_words
        if _UP_TO.match(self.text, self.match.end()):
            cases = ("gent",) if "gent" in cases else cases
        end = self.match.end()
        capital = self.text[end : end + 2].strip()[:1].isupper()
        behind = bool(nouns) and (capital or stands_behind_name(self.text, self.start))
        return " – ".join(as_ordinals([n.whole for n in self.numbers], cases, nouns, behind_a_name=behind))

    def _of_noun(self, nouns: Sequence[Form]) -> str:
        """ "командир 62 армии", "автобус 12 маршрута": a genitive that could not be counted so, or seldom is."""
        genitive = next((n for n in nouns if (n.number, n.case) == ("sing", "gent")), None)
        before = list(words_before(self.text, self.start))
        if before[1:] and before[1][0].lower() in _INSIDE and before[0][0].lower() not in _BELONGING:
            return ""
        if genitive is None or len(self.numbers) > 1 or not is_numbered(self.numbers[0].whole, genitive):
            return ""
        return ordinal(self.numbers[0].whole, "gent", genitive.gender or "masc", animate=genitive.animate)

    def _every(self, nouns: Sequence[Form]) -> Form | None:
        """ "каждый 5 житель": the noun, in the case of "каждый"."""
        before = next(words_before(self.text, self.start), None)
        forms = [f for f in forms_of(before[0].lower()) if f.lemma == "каждый" and f.number == "sing"] if before else []
        return next(
            (n for n in nouns for f in forms if (n.case, n.gender, n.number) == (f.case, f.gender, "sing")), None
        )

    def _end(self) -> int:
        """Where the reading ends: a letter that turned out to be no unit is left out."""
        if self.unit or not self.match["unit"]:
            return self.unit_end
        return self.match.end("scale") if self.scale else self.match.end("second" if self.match["second"] else "first")

    def _rule(self) -> str:
        if self.written in MONEY:
            return "money"
        if self.unit and self.unit.noun == "процент":
            return "percent"
        return "unit" if self.unit else "number"
