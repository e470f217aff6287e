"""Short lines that articles carry but nobody wants to hear, in Swedish, Russian and English."""

import re
from functools import lru_cache
from typing import Final

from .beginnings import begin, beginnings
from .vocabulary import ADVERT, BYLINE, COMMENTS, CONSENT, DECORATION, FEEDBACK, FRAME, RELATED, SHARE, SUBSCRIBE

CALLS: Final = frozenset((SHARE, SUBSCRIBE, CONSENT, FRAME))
"""Rules whose openings are verbs, as instructions have them, and not labels: no full stop is no witness there."""
BIDS: Final = frozenset((SHARE, SUBSCRIBE))
"""Those that bid to follow or to share something, which has to be named: "Följ oss till datorsalen" does not."""
CHANGED: Final = (
    r"(?:uppdatera(?:d|des)|uppdatering|publicera[dt]\w*|publiceringsdatum|ändra(?:d|des)|granska(?:d|des)|reviderad|"
    r"updated|published|modified|posted|reviewed|"
    r"опубликован\w*|обновл\w*|размещ\w*|публикаци\w|измен.н\w*)"
)
"""What was done to a page."""
_CHANGE: Final = rf"(?:(?:last|first|senast|sidan|дата) )?{CHANGED}\b"
OPENINGS: Final = (
    (
        RELATED,
        (
            r"(?:related|read more|see also|see more|more|don.t miss|watch|läs (?:mer|också|även)|se (?:även|också)|"
            r"relaterat|читайте также|читать далее|смотрите также|по теме|похожие)\s*(?:[:—–>»|]|$)"
        ),
    ),
    (
        RELATED,
        (
            r"(?:(?:related|similar) (?:articles?|stor(?:y|ies)|posts?|news|content|links?|topics?)|"
            r"more (?:great |top )?\S+ ?(?:stories|news)|most (?:read|popular)|trending|latest news|"
            r"relaterade? \w+|liknande (?:artiklar|trådar|ämnen)|mest läst|fler (?:nyheter|artiklar)|senaste nytt|"
            r"(?:похожие|другие|последние) (?:статьи|новости|материалы|темы))\b.{0,30}$"
        ),
    ),
    (COMMENTS, r"(?:comments?|kommentar(?:er)?|комментари\w{1,2})\b.{0,12}$"),
    (
        COMMENTS,
        (
            r"(?:leave a (?:comment|reply)|join the conversation|tell us what you think|skriv en kommentar|"
            r"(?:оставить|добавить) комментарий)"
        ),
    ),
    (
        SUBSCRIBE,
        (
            r"(?:sign up (?:for|to) our|subscribe (?:now|to our)|get (?:the latest|our) .{0,60}(?:inbox|newsletter)|"
            r"join our|prenumerera|подпи(?:шитесь|саться))\b"
        ),
    ),
    (
        SHARE,
        (
            r"(?:follow \S+ (?:on|at)|share (?:this|on)|sharing is caring|dela (?:på|sidan)|följ oss|"
            r"поделит\w{2,3}|мы в (?:соц|вк|vk|телеграм|telegram|одноклас))"
        ),
    ),
    (ADVERT, r"(?:advert(?:isement)?s?|sponsored|annons|reklam|реклама|anzeige)\s*$"),
    (
        CONSENT,
        r"(?:we use cookies|this (?:web)?site uses cookies|vi använder (?:kakor|cookies)|мы используем \w* ?cookie)",
    ),
    (
        FRAME,
        (
            r"(?:copyright|©|skip to|hoppa till|back to top|till toppen|наверх|view all|loading|toggle|read the full|"
            r"öppna meny)\b.{0,60}$"
        ),
    ),
    (
        FRAME,  # what a button closes, and nothing else: "Stäng dörrar och fönster" is advice
        r"(?:close|stäng|закрыть)(?: (?:menu|search|dialog|window|meny\w*|sök\w*|rut\w+|меню|поиск|окно))?\W*$",
    ),
    (
        BYLINE,
        (
            r"(?:by|av|text|foto|photos?|image|bild|video|source|written by|filed under|tags?|categor(?:y|ies)|taggar|"
            r"källa|автор|фото|текст|источник|теги|рубрика)\b\s*:.{0,90}$"
        ),
    ),
    (
        BYLINE,
        rf"{_CHANGE}.{{0,70}}$",
    ),
    (
        FEEDBACK,
        (
            r"(?:(?:нашли|заметили) (?:ошибку|опечатку|неточность)|hitta(?:t|de|r) (?:du )?(?:ett |något )?fel\b|"
            r"(?:spotted|found) an? (?:error|mistake|typo))"
        ),
    ),
    (
        FEEDBACK,  # what two buttons answer: whether the page was of use
        (
            r"(?:(?:hjälpte|hade|har|fick|var|är|hittade) .{0,20}\b(?:informationen|sidan|texten|svaret|sökte)|"
            r"(?:была|вы|эта|информация|страница) .{0,20}\b(?:полезн\w+|помогла|искали)|"
            r"(?:was|is|did) (?:this|you) .{0,20}\b(?:helpful|useful|looking for))\b.{0,25}\?$"
        ),
    ),
    (BYLINE, r"(?:photo|image|bild|credit)s?(?: credit| by|:)"),
    (BYLINE, r"(?:additional )?(?:reporting|editing) by\b"),
    (
        DECORATION,  # how often a page was opened, perhaps behind the day
        (
            r"(?:(?:\d[\d.:/ -]{0,18}|\d{1,2} \w{3,9}\.? \d{4}(?: г\.?)?)[\W_]{1,3})?"
            r"(?:(?:просмотров|visningar|views)\s?: ?\d[\d\s]{0,9}$|\d[\d\s]{0,9} просмотр\w{0,2}$)"
        ),
    ),
)

_OPENING: Final = re.compile(
    r"[\W_]*(?:\d+ )?(?:" + "|".join(f"(?P<r{n}>{pattern})" for n, (_, pattern) in enumerate(OPENINGS)) + ")"
)
_CHANGE_OF: Final = re.compile(rf"[\W_]*(?:\d+ )?{_CHANGE}")
_BEGINNINGS: Final = frozenset[str]().union(*(beginnings(pattern) for _, pattern in OPENINGS))
"""How the first word of every opening begins, to pass over other lines at once."""
_SERVICES: Final = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|instagram|youtube|vk|вконтакте|одноклассники|"
    r"e-?mail|e-?post|rss|link|share|tweet|print|save|like|dela|lyssna|skriv ut|поделиться|печать)"
)
_SERVICE: Final = re.compile(rf"\b(?:{_SERVICES})\b")
_ONLY_SERVICES: Final = re.compile(rf"\W*+(?:\b(?>{_SERVICES}\b)\W*+)++")
"""Nothing in it is tried twice: a name is what it is, and what parts two names belongs to neither."""
_INSIDE: Final = (
    (
        SUBSCRIBE,
        re.compile(
            r"\bnewsletters?\b.{0,80}\b(?:sign|subscribe|inbox|daily|here)|"
            r"\b(?:sign up|subscribe)\b.{0,80}\bnewsletter|"
            r"\bnyhetsbrev\b.{0,40}\b(?:anmäl|prenumerera)|\bподпи\w+ на .{0,30}(?:рассылку|канал|новости)"
        ),
    ),
    (ADVERT, re.compile(r"\b(?:affiliate (?:commission|link)s?|may earn .{0,20}commission)")),
    (SHARE, re.compile(r"\bfollow\b.{0,30}(?: @|\bon (?:twitter|facebook))")),
    (BYLINE, re.compile(r"^.{3,90}\bcontributed to this (?:report|story|article)")),
    (FRAME, re.compile(r"\b(?:all rights reserved|alla rättigheter förbehållna|все права защищены)\b")),
)
_STEMS: Final = (
    "newsletter nyhetsbrev подпи affiliate commission follow contributed reserved förbehåll защищены".split()
)
"""What each of those phrases has one of, to pass over other lines at once."""
_OF_COMMENTS: Final = re.compile(r"комментари|kommenter", re.IGNORECASE)
_LONGEST: Final = 45
_LINE: Final = 25


def of_comments(text: str, words: int) -> bool:
    """Whether a short line says anything of comments, as who may write them."""
    return words <= _LINE and _OF_COMMENTS.search(text[: _LINE * 16]) is not None


def names_channel(text: str) -> bool:
    """Whether a line names what is followed, or with whom or where a page is shared."""
    lowercase = text.lower()
    return _SERVICE.search(lowercase) is not None or _inside(lowercase) is SUBSCRIBE or _STEMS[1] in lowercase


def may_open(lowercase: str) -> bool:
    """Whether a line may begin as one of the openings does, by its first word, a number or a sign of rights."""
    first = begin(lowercase)
    return first in _BEGINNINGS or first[:1].isdigit() or "©" in lowercase


def phrase(text: str, words: int) -> str | None:
    """The rule by which a short line is left out, or None."""
    return None if words > _LONGEST or len(text) > _LONGEST * 16 else _phrase(text, words)


@lru_cache(maxsize=2048)
def _phrase(text: str, words: int) -> str | None:
    lowercase = text.lower()
    if may_open(lowercase) and (opening := _OPENING.match(lowercase)):
        change = _CHANGE_OF.match(lowercase)
        if change is None or tells_when(lowercase[change.end() :]):
            return OPENINGS[int((opening.lastgroup or "r0")[1:])][0]
    if words <= _LINE and not text.isdigit() and _ONLY_SERVICES.fullmatch(lowercase):
        return SHARE
    for stem in _STEMS:
        if stem in lowercase:
            return _inside(lowercase)
    return None


def _inside(lowercase: str) -> str | None:
    return next((rule for rule, pattern in _INSIDE if pattern.search(lowercase)), None)


_MONTH: Final = (
    r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zé]*\.?|"
    r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
)
_YEAR: Final = re.compile(r"\d{4}")
"""What every date has, to pass over other lines at once."""
_DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}\.? (?:de )?(?:{_MONTH}),? (?:de )?\d{{4}}|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\b",
    re.IGNORECASE,
)


_HOUR: Final = re.compile(r"\d[:.]\d\d\b")
_BY_WHOM: Final = re.compile(r"\W*(?:\w{1,2}\b|\d)")
"""A short word, or a number: "av Anna", "i Nyheter", "5 hours ago"."""
_RIGHT_BEHIND: Final = 14
"""Characters between a participle and its date."""


def tells_when(rest: str) -> bool:
    """Whether what stands behind a participle tells when or by whom a page was changed: "den 3 mars 2026", "av Anna".

    Else it may be news of another thing: "Ändrad taxa för 2027 är beslutad." A sentence has the date right in front.
    """
    if not rest.strip(" .,|") or rest.lstrip()[0] in ":|":
        return True
    when = _DATE.search(rest) or _HOUR.search(rest)
    if rest[-1] in ".!?":
        return when is not None and when.start() < _RIGHT_BEHIND
    return when is not None or _BY_WHOM.match(rest) is not None


def is_dateline(text: str, words: int) -> bool:
    """Whether a short line tells when, and perhaps by whom, without being a sentence."""
    return (
        words <= 25
        and len(text) <= 300
        and text[-1] not in ".!?:"
        and ". " not in text
        and _YEAR.search(text) is not None
        and _DATE.search(text) is not None
    )
