"""Reads how many sheets, pages, volumes and copies something has: "на четырёх листах в одном экземпляре"."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import at_end, rule
from ..context import governed
from ..figures import Number
from ..measures import unit_words
from ..morphology import inflect
from ..numerals import cardinal
from ..surface import LETTER
from ..tables.units import Unit

_PAPERS: Final = {"л": "лист", "лл": "лист", "экз": "экземпляр", "стр": "страница", "с": "страница"}
_REACH: Final = 24
_GENDERS: Final = {"страница": "femn"}
_PAPER: Final = re.compile(
    rf"(?<![{LETTER}])(?:(?:[Нн]а|[Вв]) (?P<count>\d{{1,4}})(?:-[а-яё]{{1,3}})? (?P<paper>лл|экз|стр)(?![{LETTER}])\.?"
    rf"|[Нн]а (?P<sheets>\d{{1,4}})(?:-[а-яё]{{1,3}})? л\.?+"
    rf"(?! (?:на \d|в (?:час|мин|сек|сут|день|нед|мес|год)))"
    rf"(?=$|[,;:)]| (?:[вки]|на|кажд[а-яё]{{2}}|прилага[а-яё]{{2,4}}|подшит[аоы]?)(?![{LETTER}])|\n| ?[–—-]))"
)
_LIQUID: Final = re.compile(
    r"(?i:(?<![а-яё])(?:бак|бочк|[её]мкост|канистр|ведр|чайник|аквариум|кастрюл|бутыл|рюкзак|холодильник|мешк?о?к|пакет|"
    r"двигател|цистерн|бойлер|котел|кот[её]л|термос|резервуар|объ[её]м|насос|заправ|бензин|топлив|солярк|вод[ауыо]|молок|масл|"
    r"пив|сок|краск|жидкост)[а-яё]{0,5}[ :]{1,2})$"
)
_HELD: Final = re.compile(
    r"(?i:(?<![а-яё])(?:дел[еоа]|том[еа]?|альбом[еа]?|папк[еа]|тетрад[ьи]|протокол[еа]?|договор[еа]?|отч[её]т[еа]?|"
    r"брошюр[аеы]|книг[аеи]|пособи[ея]|издани[ея]|журнал[еа]?|реферат[еа]?|рукопис[ьи]|монографи[яеи]|автореферат[еа]?|"
    r"диссертаци[яеи]|буклет[еа]?|приложени[ея]|документ[еа]?)[^.!?\d]{0,24} )"
    r"(?P<count>\d{1,4}) (?P<paper>лл?|стр|с)\.(?! ?(?:[а-яё]\.|\d))"
)
_BACK: Final = re.compile(rf"(?<![{LETTER}])лл?\. ?(?P<a>\d{{1,4}})(?: ?[–—-] ?(?P<b>\d{{1,4}}))? об(?![{LETTER}])\.?")
_VOLUMES: Final = re.compile(rf"(?<![{LETTER}])[Вв] (?P<count>\d{{1,3}}) т\.(?! ?[а-яё]\.)")
_WORK: Final = re.compile(
    r"(?:: |\] |(?i:(?<![а-яё])(?:соч|книг|роман|издани|издан|собрани|сочинени|словар|энциклопед|истори|произведени|"
    r"справочник|учебник|атлас|хрестомати|антологи|мемуар|каталог|летопис|труд(?:ы|ов|ах)|трактат|пособи|вышл|сборник)[^!?\d]{0,40}))$"
)
"""Before the number of volumes that a work came out in; a load has tons."""
_LOAD: Final = re.compile(r"(?i:(?<![а-яё])(?:вес|груз|машин|масс|тонн))")
_TITLE_REACH: Final = 60
_COPY: Final = re.compile(rf"(?<![{LETTER}\d])(?<!\d )(?P<word>экз)\. ?(?=№)")
_PAGES: Final = re.compile(r"(?<=[,—–-] )(?P<count>\d{2,4}) с\.(?=$|[ ,;)]|\n)(?! ?[а-яё]\.)")
_BOOK: Final = re.compile(
    r"(?i:(?<![а-яё])(?:изд|кн|вып|тираж|каталог|издательство|альбом|isbn|илл?)(?![а-яё])|М\.[,:]|СПб\.[,:])"
)


@rule(cue="лэс")
def papers(text: str) -> Iterator[Substitution]:
    """ "на 4 л. в 1 экз."."""
    for match in _HELD.finditer(text):
        inside = text[match.start() : match.start("count")].endswith(("на ", "в "))
        yield _papers(text, match, "count", "loct" if inside else "nomn")
    for match in _PAPER.finditer(text):
        if match["sheets"] and _LIQUID.search(text, max(0, match.start() - _REACH), match.start()):
            continue
        yield _papers(text, match, "sheets" if match["sheets"] else "count", "loct")


def _papers(text: str, match: re.Match[str], name: str, case: str) -> Substitution:
    noun = _PAPERS[match["paper"] or "л"]
    count = int(match[name])
    words = unit_words(Unit(noun), Number(count, ""), case, after_scale=False)
    wording = f"{cardinal(count, case, _GENDERS.get(noun, 'masc'))} {words}"
    end = match.end() - (match[0][-1] == "." and at_end(text, match.end()))
    return Substitution(match.start(name), end, wording, "papers")


@rule(cue="с")
def pages(text: str) -> Iterator[Substitution]:
    """ "Каталог, 2-е изд., 148 с.": pages of a book and no seconds."""
    for match in _PAGES.finditer(text) if _BOOK.search(text) else ():
        count = int(match["count"])
        words = unit_words(Unit("страница"), Number(count, ""), "nomn", after_scale=False)
        end = match.end() - at_end(text, match.end())
        yield Substitution(match.start(), end, f"{cardinal(count, 'nomn', 'femn')} {words}", "papers")


@rule(cue="л")
def backs(text: str) -> Iterator[Substitution]:
    """ "л. 8 об.": the back of a sheet in an archive."""
    for match in _BACK.finditer(text):
        numbers = " – ".join(cardinal(int(number)) for number in match.group("a", "b") if number)
        end = match.end() - 1 if at_end(text, match.end()) and match[0][-1] == "." else match.end()
        yield Substitution(match.start(), end, f"{'листы' if match['b'] else 'лист'} {numbers}, оборот", "papers")


@rule(cue="т")
def volumes(text: str) -> Iterator[Substitution]:
    """ "Собр. соч.: в 9 т.": in how many volumes a work came out."""
    for match in _VOLUMES.finditer(text):
        title = text[max(0, match.start() - _TITLE_REACH) : match.start()]
        if not _WORK.search(title) or _LOAD.search(title):
            continue
        count = int(match["count"])
        words = unit_words(Unit("том"), Number(count, ""), "loct", after_scale=False)
        end = match.end() - 1 if at_end(text, match.end()) else match.end()
        yield Substitution(match.start("count"), end, f"{cardinal(count, 'loct')} {words}", "papers")


@rule(cue="№", digits=False)
def copies(text: str) -> Iterator[Substitution]:
    """ "экз. № 14": one copy, by its number."""
    for match in _COPY.finditer(text):
        case = (governed(text, match.start(), "name") or ("nomn",))[0]
        yield Substitution(match.start(), match.end("word") + 1, inflect("экземпляр", case), "abbreviation")
