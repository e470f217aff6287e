"""Which form of a noun is meant that looks the same in two: what agrees with it, or governs it, tells."""

from collections.abc import Sequence
from typing import Final

from .morphology import Form, forms_of
from .neighbours import Word, after, before

_GENITIVE: Final = frozenset(
    "без безо до из изо от ото у для около после кроме среди вокруг против ради вместо возле вдоль мимо внутри "
    "накануне ввиду вследствие путём путем насчёт насчет относительно помимо близ вблизи посреди поперёк свыше сверх "
    "ниже выше позади впереди посредством нет из-за из-под больше меньше более менее с со не ни".split()
)
_ACCUSATIVE: Final = frozenset("в во на через про за под сквозь по".split())
_COUNTS: Final = frozenset("два две три четыре оба обе полтора полторы".split())


def counted(row: Sequence[Word], at: int) -> bool:
    """Whether two, three or four of it are counted."""
    last = before(row, at)
    return last is not None and last.low in _COUNTS


def located(row: Sequence[Word], at: int, asking: Sequence[str] = ("в", "во", "на")) -> bool:
    """Whether one of these prepositions governs the word, with at most two words that agree with it between."""
    for place in range(at - 1, max(-1, at - 4), -1):
        if not row[place + 1].joined:
            return False
        if row[place].low in asking:
            return True
        if not any(f.pos in ("ADJF", "PRTF", "NPRO") and f.case == "loct" for f in forms_of(row[place].low)):
            return False
    return False


def at_home(row: Sequence[Word], at: int) -> bool:
    """До́ма: an adverb, before an infinitive or a verb in the singular that nobody before it does.

    Where that takes an object it does something to them: "дома́ обслуживает компания".
    """
    last, following = before(row, at), after(row, at)
    if following is None or (last is not None and forms_of(last.low)[0].pos not in _CLAUSE):
        return False
    first = forms_of(following.low)[0]
    return first.pos == "INFN" or (first.pos == "VERB" and first.number == "sing" and "tran" not in first.marks)


_CLAUSE: Final = frozenset({"VERB", "INFN", "CONJ", "NPRO", "PRCL", "ADVB"})


def plural(row: Sequence[Word], at: int) -> bool:
    """Whether a form is the plural: what agrees with it or governs it tells; else what stands after it."""
    last = before(row, at)
    place = at - 1
    while last:
        forms = forms_of(last.low)
        number = _agreeing(forms, last)
        if number is None:
            return _governed(row, place, last, forms)
        if number:
            return number == "plur"
        last, place = before(row, place), place - 1
    return not _denied(row, at)


def _denied(row: Sequence[Word], at: int) -> bool:
    """Whether it is told that there is none of what opens the sentence: "номера телефона нет"."""
    return any(word.low == "нет" and word.joined for word in row[at + 1 : at + 1 + _NO_REACH])


_NO_REACH: Final = 3


def _agreeing(forms: Sequence[Form], word: Word) -> str | None:
    """The number of a word that agrees with a noun, "" if it tells none, None if it does not agree with any."""
    if word.low in ("и", "или", "их", "его", "её", "ее"):
        return ""
    agreeing = [f for f in forms if f.pos in ("ADJF", "PRTF") and f.case in ("nomn", "accs", "gent")]
    if not agreeing or (forms[0].pos == "NOUN" and max(f.score for f in agreeing) < _ADJECTIVE):
        return None
    kinds = {"plur" if f.number == "plur" and f.case != "gent" else "sing" for f in agreeing if not _plural_genitive(f)}
    return kinds.pop() if len(kinds) == 1 else ""


_ADJECTIVE: Final = 0.2
"""How likely an adjective must be that is more often a noun."""


def _plural_genitive(form: Form) -> bool:
    return form.number == "plur" and form.case in ("gent", "accs") and form.animate


def _governed(row: Sequence[Word], place: int, last: Word, forms: Sequence[Form]) -> bool:
    """Whether the word before, which does not agree with it, leaves it a plural."""
    if last.low in _COUNTS or last.low in _GENITIVE:
        return False
    if last.low in _ACCUSATIVE:
        return True
    first = forms[0]
    if first.pos in ("VERB", "INFN", "GRND", "ADVB", "CONJ", "PRCL", "PRED", "PREP"):
        particle = before(row, place)
        return first.pos != "PREP" and (particle is None or particle.low != "не")
    return False
