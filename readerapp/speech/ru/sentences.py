"""Where sentences end, by the same tables of abbreviations as the rules read with."""

import re

from .morphology import forms_of
from .surface import LETTER
from .tables.calendar import WEEKDAYS
from .tables.closing import CLOSING, MONTHS, OPENING, TIMES

_STOP = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closers>[\"»”’)\]]*+)(?:\[\d{1,3}\]){0,5}"
    r"(?=\s|$|[А-ЯЁ«„—–])|(?P<line>\n)"
)
_NEXT = re.compile(r"\s*(?P<lead>(?:[—–-]\s+|[«\"„“(\[])*)(?P<word>[№§$€£+−-]|\w+)?(?P<dot>\.)?")
_LAST_WORD = re.compile(r"(?P<before>[^\s.]{0,48}\.?[ \u00a0]?)?(?<![\w-])(?P<word>[^\W_](?:[\w-]{0,48}[^\W_])?)$")
_LABEL = re.compile(r"\s*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[А-Яа-яA-Za-z])$")
_WORDS = re.compile(rf"[{LETTER}]+")
_REST = re.compile(r"[^.!?…\n]{0,200}")
_LONGEST_LABEL = 16
_WORD = 3
"""Letters of a word that is surely none of an abbreviation."""
_REACH = 48
_CLAUSE = 400
_STARTERS = frozenset({"PREP", "CONJ", "NPRO", "PRCL", "ADVB", "VERB", "INTJ", "INFN", "GRND", "PRED"})
_FINITE = frozenset({"VERB", "PRTS", "ADJS", "PRED"})
_ITEM = re.compile(r"\s{1,40}+[а-яё]\) \S")
"""The label of the next point of a list: "б) Отдайте бланк."."""
_PAIRS = frozenset({"т. д", "т. п", "н. э", "п. п", "л. с", "с. г", "т. г"})
_SURNAME = re.compile(rf"(?P<surname>[А-ЯЁ][{LETTER}-]{{1,46}}[а-яё]) (?:[А-ЯЁ]\. ?)?[А-ЯЁ]$")
_NAMES = frozenset({"Surn", "Name", "Patr"})
_AFTER_ITS_NAME = frozenset({"ул", "пр", "пл", "обл", "пер", "наб", "ш", "просп", "р-н", "бул", "респ", "пос", "окр"})
_DAY = re.compile(rf"(?<![{LETTER}])(?:{'|'.join(WEEKDAYS)})$", re.IGNORECASE)
_WITHIN_DAYS = re.compile(rf" ?(?:[–—-] ?)?(?:\d|(?:{'|'.join(WEEKDAYS)})(?![{LETTER}]))", re.IGNORECASE)
"""What goes on after a shortened day: another one, or the hour."""
_LONGEST_DAY = 2
_TITLE = re.compile(r"[\w)] [«\"„]$")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as (start, end) in code points; together they hold every character but spaces."""
    places: list[tuple[int, int]] = []
    start = 0
    for match in _STOP.finditer(text):
        if match["line"] or (not _goes_on_with_days(text, match) and _ends(text, start, match)):
            _add(places, text, start, match.end())
            start = match.end()
    _add(places, text, start, len(text))
    return tuple(places)


def _add(places: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Without the spaces around; punctuation alone belongs to the sentence before it."""
    piece = text[start:end]
    if not piece.strip():
        return
    begin = start + len(piece) - len(piece.lstrip())
    finish = end - (len(piece) - len(piece.rstrip()))
    if places and not any(c.isalnum() for c in piece) and "\n" not in text[places[-1][1] : begin]:
        places[-1] = (places[-1][0], finish)
    else:
        places.append((begin, finish))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends with the mark that matched."""
    after = _NEXT.match(text, match.end())
    word = after["word"] if after else None
    if after is None or not word or _ITEM.match(text, match.end()):
        return True
    glued = match.end() < len(text) and not text[match.end()].isspace()
    if word[0].islower() or (glued and not _is_run_together(text, match, word)):
        return False
    if word[0].isdigit() and "—" in after["lead"]:
        return text[start : start + _WORD].strip().startswith("—")
    if match["closers"] and not _closes_a_sentence(text, start, match):
        return False
    if match["mark"] != ".":
        return match["mark"].strip(".") != "" or not word[0].isdigit()
    return _full_stop_ends(text, start, match.start(), after)


def _goes_on_with_days(text: str, match: re.Match[str]) -> bool:
    """ "пн.–пт. 9:00", "вт., чт. 10:00": the stop shortens a day, and its hours or another day follow."""
    begin = max(0, match.start() - _LONGEST_DAY - 1)
    day = match["mark"] == "." and _DAY.search(text, begin, match.start())
    return bool(day) and _WITHIN_DAYS.match(text, match.end()) is not None


def _is_run_together(text: str, match: re.Match[str], word: str) -> bool:
    """ "Конец.Начало": the space was forgotten."""
    before = text[match.start() - _WORD : match.start()] if match.start() >= _WORD else ""
    return before.isalpha() and before.islower() and len(word) > 1 and word[1:].islower()


def _closes_a_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Not in "(см. рис.) Москва" nor in "роман «Что делать?» Чернышевского": what closes began inside the sentence."""
    closer = match["closers"][-1]
    opener = {")": "(", "]": "[", "»": "«", "”": "“", '"': '"', "’": "‘"}[closer]
    at = text.rfind(opener, max(start, match.start() - _CLAUSE), match.start())
    if at < 0 or not text[start:at].strip(" —–-"):
        return True
    if closer in ")]":
        return False
    return not _TITLE.search(text[max(start, at - 3) : at + 1])


def _full_stop_ends(text: str, start: int, at: int, after: re.Match[str]) -> bool:
    """Whether the full stop at `at` ends the sentence, rather than an abbreviation, an initial or a label."""
    last = _LAST_WORD.search(text, max(start, at - _REACH), at)
    if last is None:
        return True
    word, following = last["word"], after["word"]
    if _is_label(text, start, at) or f"{word.lower()}. {following}" == "долл. США":
        return False
    quantity = _is_counted(text, start, last.start("word"))
    if len(word) == 1 and word.isupper() and not quantity and text[last.start("word") - 1] != "°":
        return _follows_surname(text, start, at, after) or not _is_initial(following, dotted=bool(after["dot"]))
    return _abbreviation_ends(text, start, last, after, counted=quantity)


def _is_label(text: str, start: int, at: int) -> bool:
    """ "1." or "IV." at the start of a line belongs to what follows."""
    return at - start <= _LONGEST_LABEL and _LABEL.match(text[start:at]) is not None


def _abbreviation_ends(text: str, start: int, last: re.Match[str], after: re.Match[str], *, counted: bool) -> bool:
    word, following = last["word"].lower(), after["word"]
    if word in MONTHS and following[0].isdigit():
        return False
    if word in TIMES and (counted or word not in OPENING):
        wording = _says_something(text, max(start, last.end() - _CLAUSE), last.end())
        return (
            wording and following[0].isalpha() and (_could_start(following, after) or _goes_on_with_verb(text, after))
        )
    if word in CLOSING and (counted or word not in OPENING or _is_closing_pair(text, last)):
        return not (following[0].isdigit() and counted)
    if word not in OPENING:
        return True
    name = _stands_after_name(text, last, word)
    return bool(name) and (_could_start(following, after) or _is_adjective(name, following, after))


def _is_counted(text: str, start: int, at: int) -> bool:
    """Whether a number, or a century in Roman figures, stands right before."""
    return bool(
        re.search(
            r"[\dIVXХ%½¼/](?:-[а-яё]{1,3})?(?: «?[А-Я]»?)? ?$|(?:тыс\.?|млн|млрд|кв\.|куб\.) $",
            text[max(start, at - 8) : at],
        )
    )


def _is_closing_pair(text: str, last: re.Match[str]) -> bool:
    """ "т. д.", "т. п.", "н. э.": the letter before makes the second letter an ending."""
    before = re.search(r"(?:^|[\s(])(\w)\.\s?$", text[max(0, last.start("word") - 5) : last.start("word")])
    return before is not None and f"{before[1].lower()}. {last['word'].lower()}" in _PAIRS


def _follows_surname(text: str, start: int, at: int, after: re.Match[str]) -> bool:
    """ "Петров В. В. Заместитель": the initials stand behind their surname, and no other name follows."""
    before = _SURNAME.search(text, max(start, at - _REACH), at)
    if before is None or (after["dot"] and len(after["word"]) == 1):
        return False
    is_name = any(f.marks & _NAMES for f in forms_of(before["surname"]))
    return is_name and not any(f.marks & _NAMES for f in forms_of(after["word"]))


def _is_initial(following: str, *, dotted: bool) -> bool:
    """ "А. Пушкин", "А. С. Пушкин"; not "витамин С. Он полезен"."""
    if dotted and len(following) == 1:
        return True
    readings = forms_of(following)
    return any(f.marks & _NAMES for f in readings) or readings[0].pos not in _STARTERS


def _could_start(following: str, after: re.Match[str]) -> bool:
    """Whether the word after is of a kind that opens a sentence and names nothing."""
    if not following[0].isalpha() or (after["dot"] and len(following) < _WORD):
        return False
    return forms_of(following.lower())[0].pos in _STARTERS


def _goes_on_with_verb(text: str, after: re.Match[str]) -> bool:
    """Whether what follows could stand alone: "2003 г. Государственной Думой." cannot."""
    rest = _REST.match(text, after.start("word"))
    return rest is not None and _says_something(text, rest.start(), rest.end())


def _says_something(text: str, start: int, at: int) -> bool:
    """Whether the words could stand alone: "Родился в 1990 г." can, "В 1990 г." cannot."""
    return " — " in text[start:at] or any(
        forms_of(w.lower())[0].pos in _FINITE for w in _WORDS.findall(text[start:at]) if len(w) > 1
    )


def _is_adjective(name: str, following: str, after: re.Match[str]) -> bool:
    """Whether the name before it is an adjective, which takes no other name behind: "Калинский р-н. Население"."""
    if not following[0].isalpha() or (after["dot"] and len(following) < _WORD):
        return False
    adjective = any(f.pos == "ADJF" and not f.marks & _NAMES for f in forms_of(name)[:1])
    return adjective and not any(f.marks & (_NAMES | {"Geox", "UNKN"}) for f in forms_of(following))


def _stands_after_name(text: str, last: re.Match[str], word: str) -> str:
    """The name before its abbreviation, so that the sentence may end: "на Садовой ул."; else ""."""
    begin = max(0, last.start("word") - _REACH)
    before = re.search(rf"(?<![{LETTER}-])([{LETTER}-]++) $", text[begin : last.start("word")])
    return before[1] if before and before[1][0].isupper() and word in _AFTER_ITS_NAME else ""
