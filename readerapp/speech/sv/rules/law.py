"""Reads paragraphs, chapters and the numbers of laws, bills and files: "andra kapitlet tredje paragrafen"."""

import re
from collections.abc import Iterable
from typing import Final

from readerapp.model import Substitution

from ...rule import rule
from ..shapes import halting, number, substitution
from ..tokens import Wording, anno, card, nth, spell
from .acronyms import letters

_SECTION: Final = r"\d{1,4}(?: ?[a-z](?= ?§| ?[-–,]| och | samt | eller ))?"
_CHAPTER: Final = r"(\d{1,3}) ?([a-z] )? ?[Kk]ap(?:\.|itlet)?"
_JOINT: Final = r"(?: ?[-–] ?|, | och | samt | eller )"
_RANGE: Final = rf"(?P<sections>{_SECTION}(?:{_JOINT}{_SECTION}){{0,12}}) ?§§?"
_ONE_SECTION: Final = re.compile(rf"(\d{{1,4}})(?: ?([a-z])(?!\w))?({_JOINT})?")
_POINT: Final = (
    r"(?: (?P<part>\d) ?st\.?(?!\w)| (?P<moment>\d{1,2}) ?mom\.?(?!\w))?"
    r"(?: (?P<point>\d{1,2}) ?p(?:unkten)?(?:\.|(?!\w)))?"
)
_POINTED: Final = re.compile(r"(?:stycket|\bst\.?|\d(?: ?[a-z])? §) $")
_BEFORE_POINT: Final = 9
_ITEM_JOINT: Final = re.compile(r", | och | samt | eller ")
_RANGE_JOINT: Final = re.compile(r"[-–]")
_BEFORE_SIGN: Final = re.compile(
    r"(?<![\w,./:-])(?<![Kk]ap )(?<![Kk]ap\. )(?<!apitel )(?!(?:19|20)\d\d(?: ?§ ?\d|-\d))"
    rf"(?:{_CHAPTER},? )?{_RANGE}(?!\w){_POINT}"
)
_CHAPTERS: Final = re.compile(
    rf"(?<![\w,.])(?P<chapters>\d{{1,3}}(?:{_JOINT}\d{{1,3}}){{0,8}}) ?kap(?:\.|\b)(?!\.? ?\d)"
)
_AFTER_SIGN: Final = re.compile(
    r"§(§)? ?(\d{1,4})(?: ?([a-z])\b(?!\.\w| ?\. ?[a-z]\b| fl))?(?:( ?[-–] ?| och |, )(\d{1,4})(?![-/]))?"
    r"(?:/((?:19|20)\d\d))?(?!\d)"
)
_STATUTE: Final = re.compile(r"\. (?:[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][a-zåäö]{1,2}[A-ZÅÄÖ])(?!\w)")
_PART_POINT: Final = re.compile(r"(?<=stycket )(\d{1,2}) ?p(?!\w)")
_PART_POINTS: Final = re.compile(
    r"(?:(?<=stycket )|(?<=[a-z\d] st )|(?<=[a-z\d] st\. )|(?<=§ ))"
    rf"(?P<points>\d{{1,2}}(?:{_JOINT}\d{{1,2}}){{1,8}}) ?p(?!\w)"
)
_PART_IN_WORDS: Final = re.compile(
    r"(?i:(?<!\w)(?:första|andra|tredje|fjärde|femte|sjätte)) (?P<part>st)\.?(?!\w)"
    r"(?: (?P<point>\d{1,2}) ?p(?:unkten)?(?!\w))?"
)
_LONE: Final = re.compile(r"§§?")
_SERIES: Final = re.compile(
    r"(?<![\w,.-])(?P<year>(?:1[6-9]|20)\d\d)(?:/(?P<next>\d{2,4}))?:(?P<letters>[A-ZÅÄÖ][A-Za-zåäö]{0,5} ?)?"
    r"(?P<no>\d{1,5})(?![\w:])"
)
_FILE: Final = re.compile(
    r"(?<![\d_,.])(?:(?<![a-zåäö])|(?<=(?<!\w)[A-ZÅÄÖ][a-zåäö]))(?<!\d-)(?P<year>(?:19|20)\d\d)(?P<stroke>[/-])(?P<no>\d{1,7})(?:(?P<second>[-:/])(?P<sub>\d{1,5}))?"
    r"(?![\w/])"
)
_SHORTEST_UNLABELLED: Final = 3
_FILE_LABEL: Final = re.compile(
    r"(?:(?i:d(?:iarie)?nr|diarienummer|ärendenr|ärende(?:nummer|nr)?|mål(?:nr)?|beteckning)|"
    r"\b[A-ZÅÄÖ]{1,5})[.:]{0,2}[ -]?$"
)
_TURNED: Final = re.compile(r"(?<![\w,.-])(?P<no>\d{3,6})/(?P<year>(?:19|20)\d\d)(?![\w/])")
_DIRECTIVE: Final = re.compile(r"(?<![\w,.-])(?P<year>(?:19|20)\d\d)/(?P<no>\d{1,4})(?P<tail>/(?:EU|EG|EEG))?(?![\w/])")
_CASE: Final = re.compile(
    r"\b(?i:mål|dnr|diarie|ärende)(?i:nr|nummer)?\.?(?: nr\.?)?:? (?:[A-ZÅÄÖ]{1,3}[ -]?)?"
    r"(\d{1,6})([-/])(\d{2,8})(?!\d|-\d)"
)
_ISSUE: Final = re.compile(r"\b(?i:nr|nummer)\.? (\d{1,2})[-/]((?:19|20)\d\d)(?!\d)")
_BODY: Final = re.compile(r"(?<![\w.])[A-ZÅÄÖ]{1,6}(?P<no>\.(?P<year>(?:19|20)\d\d)\.(?P<serial>\d{1,6}))(?!\w|\.\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR_LIKE: Final = re.compile(r"1[1-9]\d\d")


@rule(cue="§")
def paragraphs(text: str) -> Iterable[Substitution]:
    """2 kap. 3 §, 3 a §, 3–5 §§."""
    for match in _BEFORE_SIGN.finditer(text):
        wording: Wording = (_chapter(match[1], match[2]), " ") if match[1] else ""
        points = 0 if match[1] else _points_before(text, match)
        start, sections = match.start() + points, match["sections"][points:]
        many = len(_ONE_SECTION.findall(sections)) > 1
        wording = (wording, _listed(sections), " paragraferna" if many else " paragrafen")
        wording = (wording, (" ", nth(match["part"]), " stycket") if match["part"] else "")
        wording = (wording, (" ", nth(match["moment"]), " momentet") if match["moment"] else "")
        wording = (wording, (" punkt ", card(match["point"])) if match["point"] else "")
        end = match.end() - match[0].endswith(".")
        yield substitution(start, _past_stop(text, end), wording, "paragraph")


def _points_before(text: str, match: re.Match[str]) -> int:
    """How much of the numbers is points of what stands before: "3 § första stycket 2 och 4 a §" names one section.

    One sign is one section's; two are of a range, or of the last two.
    """
    if not _POINTED.search(text, max(0, match.start() - _BEFORE_POINT), match.start()):
        return 0
    sections = match["sections"]
    starts = [0, *(joint.end() for joint in _ITEM_JOINT.finditer(sections))]
    if "§§" in match[0] and not _RANGE_JOINT.search(sections, starts[-1]):
        return starts[-2] if len(starts) > 1 else 0
    return starts[-1]


@rule(cue="p")
def points(text: str) -> Iterable[Substitution]:
    """Points of a part: första stycket 2 p., andra stycket 2 och 3 p."""
    for match in _PART_POINTS.finditer(text):
        wording: Wording = "punkterna "
        for one in _ONE_SECTION.finditer(match["points"]):
            wording = (wording, card(one[1]), _joint(one[3]) if one[3] else "")
        yield substitution(match.start(), _past_stop(text, match.end()), wording, "paragraph")
    for match in _PART_POINT.finditer(text):
        yield substitution(match.start(), _past_stop(text, match.end()), ("punkt ", card(match[1])), "paragraph")


@rule(cue="s", digits=False)
def parts_in_words(text: str) -> Iterable[Substitution]:
    """A part that is counted in words: första st., andra st. 4 p."""
    for match in _PART_IN_WORDS.finditer(text):
        point = (" punkt ", card(match["point"])) if match["point"] else ""
        yield substitution(match.start("part"), _past_stop(text, match.end()), ("stycket", point), "paragraph")


@rule(cue="p")
def chapters(text: str) -> Iterable[Substitution]:
    """4 kap., 2–3 kap. and 1, 2 och 4 kap."""
    for match in _CHAPTERS.finditer(text):
        end = match.end()
        if text[end - 1] == ".":
            end = halting(text, end - 1)
        many = len(_ONE_SECTION.findall(match["chapters"])) > 1
        wording = (_listed(match["chapters"]), " kapitlen" if many else " kapitlet")
        yield substitution(match.start(), end, wording, "chapter")


@rule(cue="§")
def signs_first(text: str) -> Iterable[Substitution]:
    """§ 5 and §§ 3–5, as in minutes of meetings."""
    for match in _AFTER_SIGN.finditer(text):
        many, first, letter, joint, second, year = match.groups()
        wording: Wording = (
            "paragraferna " if many or second else "paragraf ",
            card(first),
            f" {letter}" if letter else "",
        )
        wording = (wording, (_joint(joint), card(second)) if second else "")
        wording = (wording, (" snedstreck ", anno(year)) if year else "")
        yield substitution(*match.span(), wording, "paragraph")


@rule(cue="§", digits=False)
def lone_signs(text: str) -> Iterable[Substitution]:
    """A § by itself."""
    for match in _LONE.finditer(text):
        yield substitution(*match.span(), "paragraf" if len(match[0]) == 1 else "paragrafer", "paragraph")


@rule(cue=":")
def series(text: str) -> Iterable[Substitution]:
    """Laws, bills, reports: 2018:222, 2017/18:89, 2019/20:FiU1."""
    for match in _SERIES.finditer(text):
        wording: Wording = anno(match["year"])
        if match["next"]:
            wording = (
                wording,
                " snedstreck ",
                card(match["next"]) if match["next"][0] != "0" else spell(match["next"]),
            )
        body = letters((match["letters"] or "").strip())
        wording = (wording, " kolon " + (f"{body} " if body else ""), serial(match["no"]))
        yield substitution(*match.span(), wording, "number in a series")


@rule(cue="-/")
def files(text: str) -> Iterable[Substitution]:
    """Numbers of files in a register: 2019/1234, 2023/00123, 2021-04567."""
    for match in _FILE.finditer(text):
        label = _FILE_LABEL.search(text, max(0, match.start() - 20), match.start())
        if (match["stroke"] == "-" or len(match["no"]) < _SHORTEST_UNLABELLED) and not label:
            continue
        if len(match["no"]) == 4 and int(match["no"]) == int(match["year"]) + 1 and not label:
            continue
        if len(match["no"]) == 2 and match["stroke"] == "/" and int(match["no"]) == (int(match["year"]) + 1) % 100:
            continue
        stroke = " snedstreck " if match["stroke"] == "/" else " streck "
        letter_before = match.start() > 0 and text[match.start() - 1].isalpha()
        wording: Wording = (" " if letter_before else "", anno(match["year"]), stroke, serial(match["no"]))
        if match["sub"]:
            wording = (
                wording,
                {"-": " streck ", ":": " kolon ", "/": " snedstreck "}[match["second"]],
                serial(match["sub"]),
            )
        yield substitution(*match.span(), wording, "register number")


@rule(cue="-/")
def cases(text: str) -> Iterable[Substitution]:
    """Numbers of court cases: mål nr 1234-22."""
    for match in _CASE.finditer(text):
        stroke = "streck" if match[2] == "-" else "snedstreck"
        yield substitution(
            match.start(1),
            match.end(),
            (" " if text[match.start(1) - 1].isalpha() else "", serial(match[1]), f" {stroke} ", _case_year(match[3])),
            "register number",
        )


@rule(cue=".")
def bodies(text: str) -> Iterable[Substitution]:
    """The number of a file with the letters of its body: KS.2022.45."""
    for match in _BODY.finditer(text):
        wording = (" punkt ", anno(match["year"]), " punkt ", serial(match["serial"]))
        yield substitution(*match.span("no"), wording, "register number")


@rule(cue="-/")
def issues(text: str) -> Iterable[Substitution]:
    """Numbers of journals: nr 4/2023."""
    for match in _ISSUE.finditer(text):
        yield substitution(match.start(1), match.end(), (card(match[1]), ", ", anno(match[2])), "issue")


@rule(cue="/")
def turned_files(text: str) -> Iterable[Substitution]:
    """The number before the year: 1234/2019."""
    for match in _TURNED.finditer(text):
        if int(match["no"]) + 1 == int(match["year"]):
            continue
        yield substitution(*match.span(), (serial(match["no"]), " snedstreck ", anno(match["year"])), "register number")


@rule(cue="/")
def directives(text: str) -> Iterable[Substitution]:
    """Acts of the European Union: 2016/679, 2006/112/EG."""
    for match in _DIRECTIVE.finditer(text):
        year, no = int(match["year"]), match["no"]
        if no[0] == "0" or (not match["tail"] and int(no) in {year + 1, (year + 1) % 100}):
            continue
        tail = f" {letters(match['tail'][1:])}" if match["tail"] else ""
        yield substitution(*match.span(), (anno(year), " snedstreck ", serial(no), tail), "European act")


def _past_stop(text: str, end: int) -> int:
    """Past a full stop that ends an abbreviation, also before the short name of a law: "3 st. RF"."""
    return halting(text, end, final=_STATUTE.match(text, end) is None)


def serial(digits: str) -> Wording:
    """A number within a year: noughts in front make it digits, 1100 to 1999 are said in hundreds."""
    if digits[0] == "0":
        return spell(digits)
    return anno(digits) if _YEAR_LIKE.fullmatch(digits) else number(digits)


def _case_year(year: str) -> Wording:
    return anno(year) if _YEAR.fullmatch(year) else serial(year)


def _chapter(chapter: str, letter: str | None) -> Wording:
    return (nth(chapter), f" {letter.strip()}" if letter else "", " kapitlet")


def _listed(numbers: str) -> Wording:
    """Ordinals with what stands between them: "fjärde, fjärde a, sjunde och nionde"."""
    wording: Wording = ""
    for one in _ONE_SECTION.finditer(numbers):
        wording = (wording, nth(one[1]), f" {one[2]}" if one[2] else "", _joint(one[3]) if one[3] else "")
    return wording


def _joint(joint: str | None) -> str:
    if joint is None:
        return " "
    return f" {joint.strip()} " if joint.strip().isalpha() else ", " if "," in joint else " till "
