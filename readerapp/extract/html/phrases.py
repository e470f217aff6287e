"""Short lines that articles carry but nobody wants to hear, in Swedish, Russian and English."""

import re
from functools import lru_cache
from typing import Final

from .vocabulary import ADVERT, BYLINE, COMMENTS, CONSENT, FEEDBACK, FRAME, RELATED, SHARE, SUBSCRIBE

CALLS: Final = frozenset((SHARE, SUBSCRIBE, CONSENT, FRAME))
"""Rules whose openings are verbs, as instructions have them, and not labels: no full stop is no witness there."""
_SERVICES: Final = (
    r"(?:facebook|twitter|x|linked ?in|whats ?app|pinterest|pint|google ?\+?|reddit|tumblr|telegram|e-?mail|"
    r"e-?post|mejla?|vk|"
    r"vkontakte|вконтакте|одноклассники|ok|viber|skype|mix|flipboard|instagram|youtube|messenger|copy link|"
    r"link|copy|pocket|line|"
    r"share|shares|tweet|pin|print|save|like|dela|tipsa|skriv ut|lyssna|kopiera länk|поделиться|печать|распечатать|"
    r"слушать|твитнуть|telegram|sms|rss)"
)
OPENINGS: Final = (
    (
        RELATED,
        (
            r"(?:related|read more|read also|read next|see also|see more|also read|also see|more|more on|"
            r"more from|more about|"
            r"don.t miss|must read|recommended|watch|you may also like|you might also like|what to read next|"
            r"läs mer|läs också|läs även|läs vidare|se även|se också|relaterat|relaterad information|mer om|"
            r"читайте также|читать также|читайте ещё|смотрите также|см\. также|по теме|ещё по теме|"
            r"материалы по теме|похожие"
            r")\s*(?::|—|–|>|»|\||$)"
        ),
    ),
    (
        RELATED,
        (
            r"(?:(?:related|similar|suggested) (?:articles?|stor(?:y|ies)|posts?|news|coverage|content|links?|topics?|"
            r"threads?|items?|reading)|"
            r"more (?:great |top )?\S+ ?(?:stories|news)|"
            r"most (?:read|popular|viewed)|popular (?:on|posts|articles)|trending|latest (?:news|stories|posts)|"
            r"(?:relaterade|liknande) (?:artiklar|länkar|nyheter|sidor|dokument|trådar|ämnen|inlägg)|"
            r"relaterad information|mest läst|"
            r"fler (?:nyheter|artiklar)|"
            r"senaste (?:nytt|nyheterna)|похожие (?:статьи|новости|материалы|записи|темы)|другие (?:новости|статьи|"
            r"материалы)|"
            r"популярн\w+ (?:статьи|новости|материалы)|последние новости|новости по теме)\b.{0,30}$"
        ),
    ),
    (
        RELATED,
        (
            r"(?:want more (?:stories|news)|(?:click|tap) here (?:to|for)\b|for more information, (?:check|"
            r"visit|click)|"
            r"you (?:may|might) (?:also )?(?:like|enjoy|be interested))"
        ),
    ),
    (
        RELATED,  # under the posts of a forum
        (
            r"(?:who(?:.s| is) online|(?:users|members) (?:browsing|viewing) this|vilka är online|"
            r"(?:användare|medlemmar) som (?:besöker|läser) (?:den här|denna)|"
            r"кто (?:сейчас )?(?:на (?:форуме|конференции)|просматривает)|сейчас на (?:странице|форуме))\b.{0,40}$"
        ),
    ),
    (COMMENTS, r"(?:\d+ )?(?:comments?|kommentar(?:er)?|комментари(?:и|ев|й|я))\b.{0,12}$"),
    (
        COMMENTS,
        (
            r"(?:leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|comments? (?:are|"
            r"is) |tell us what you think|"
            r"have your say|let us know (?:in the comments|what you think)|skriv en kommentar|lämna en kommentar|"
            r"kommentera(?: (?:artikeln|inlägget|nyheten|här|nu))?\W*$|"
            r"оставить комментарий|добавить комментарий|ваш адрес email)"
        ),
    ),
    (
        SUBSCRIBE,
        (
            r"(?:(?:sign up|subscribe) (?:for|to) (?:our|daily|email|the (?:\\w+ )?newsletter)|subscribe (?:now|"
            r"today|here)|get (?:the latest|our|more) .{0,60}(?:inbox|newsletter|email|delivered)|"
            r"(?:download|get) (?:our|the) .{0,20}app|join our|prenumerera|anmäl dig till .{0,20}nyhetsbrev|"
            r"få vårt nyhetsbrev|подпи(?:шитесь|саться|сывайтесь))\b"
        ),
    ),
    (
        SHARE,
        (
            r"(?:follow (?:us|me|him|her|them|@?\w+(?: \w+)?) (?:on|at|@)|(?:like|find) us on|you can follow|"
            r"share (?:this|on|it)|share via|"
            r"sharing is caring|print this|dela (?:på|via|sidan|artikeln)|tipsa en vän|följ oss|поделит(?:есь|"
            r"ься)|следите за нами|"
            r"мы в (?:соц|вк|vk|телеграм|telegram|одноклас|facebook|фейсбук|instagram|viber|whatsapp|youtube|дзен))"
        ),
    ),
    (
        ADVERT,
        r"(?:advert(?:isement)?s?|ad|sponsored|annons|reklam|реклама|на правах рекламы|iklan|anzeige|publicidade)\s*$",
    ),
    (
        CONSENT,
        (
            r"(?:we use cookies|this (?:web)?site uses cookies|vi använder (?:kakor|cookies)|"
            r"den här webbplatsen använder (?:kakor|cookies)|мы используем (?:файлы )?cookie)"
        ),
    ),
    (
        FRAME,
        (
            r"(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|skip to (?:content|main)|back to top|"
            r"scroll (?:back )?to top|till toppen|"
            r"hoppa till|все права защищены|наверх|view all|text size|loading|toggle|read the full|"
            r"öppna meny)\b.{0,60}$"
        ),
    ),
    (
        FRAME,  # what a button closes, and nothing else: "Stäng dörrar och fönster" is advice
        (
            r"(?:close|stäng|закрыть)(?: (?:this |the )?(?:menu|search|dialog|window|popup|meny\w*|sök\w*|rut\w+|"
            r"dialog\w*|меню|поиск|окно))?\W*$"
        ),
    ),
    (
        BYLINE,
        (
            r"(?:by|av|text|text och foto|foto|photo|photos|photograph|image|images|picture|video|bild|автор|фото|"
            r"текст|источник|source|"
            r"reporting by|additional reporting by|written by|posted by|posted on|posted in|filed under|tags?|"
            r"categories|category|"
            r"topics?|etiketter|taggar|теги|метки|рубрика|källa)\b\s*:.{0,90}$"
        ),
    ),
    (
        BYLINE,  # but no sentence without a date: "Ändrad sophämtning under påsken."
        (
            r"(?:(?:last |first )?(?:updated|published|modified|posted)|(?:senast |sidan )?(?:uppdaterad|"
            r"publicerad|ändrad|granskad)(?:es)?|"
            r"(?:дата )?(?:опубликован\w*|обновлен\w*|обновлён\w*|размещен\w*|публикаци\w))\b"
            r"(?!\D{0,70}[.!?]$).{0,70}$"
        ),
    ),
    (
        FEEDBACK,
        (
            r"(?:(?:нашли|заметили|обнаружили|увидели) (?:ошибку|опечатку|неточность)|"
            r"(?:hittat|hittade|hittar|upptäckt|sett) (?:du )?(?:ett |något )?fel\b|"
            r"(?:spotted|found|seen|notice) an? (?:error|mistake|typo))"
        ),
    ),
    (
        FEEDBACK,  # what two buttons answer: whether the page was of use
        (
            r"(?:hjälpte (?:den här |denna )?(?:informationen|sidan|texten|artikeln|svaret)(?: på sidan)?(?: dig)?|"
            r"(?:hade du|har du haft|fick du) (?:nytta|hjälp) av (?:den här |denna )?(?:informationen|sidan|texten)"
            r"(?: på sidan)?|(?:var|är) (?:den här |denna )?(?:informationen|sidan|texten|artikeln)(?: på sidan)? "
            r"(?:till hjälp|användbar|hjälpsam|till nytta)(?: för dig)?|hittade du (?:det|den information|vad) "
            r"(?:som )?du (?:sökte|letade efter)|"
            r"была ли (?:эта |данная )?(?:информация|страница|статья)(?: на странице)? (?:вам )?полезн(?:а|ой)|"
            r"(?:эта |данная )?(?:информация|страница|статья) (?:была (?:вам )?полезна|(?:вам )?помогла(?: вам)?)|"
            r"(?:вы )?нашли то, что искали|"
            r"(?:was|is) this (?:page|information|article) (?:helpful|useful)(?: (?:to|for) you)?|"
            r"did you find (?:this (?:page|information|article) (?:helpful|useful)|what you were looking for)) ?\?$"
        ),
    ),
    (BYLINE, r"\(?(?:photo|image|picture|foto|bild|фото|credit)s?(?: credit| by|:)"),
    (BYLINE, r"\(?(?:additional )?(?:reporting|editing) by\b"),
    (BYLINE, r".{3,90}\bcontributed to this (?:report|story|article)"),
)

_OPENING: Final = re.compile(
    r"[\W_]*(?:" + "|".join(f"(?P<r{n}>{pattern})" for n, (_, pattern) in enumerate(OPENINGS)) + ")", re.IGNORECASE
)
_BEGIN: Final = re.compile(r"[\W_]*([^\W_]{1,3})")
_BEGINNINGS: Final = frozenset(
    "ad add adv all als anm ann anv anz av bac bil by c cat cli clo com cop cre del den did don dow edi eti "
    "fic fil fin fir fle fol for fot fou få föl get gra had har hav hit hjä hop ikl ima is joi kom käl las "
    "lat lea let lik loa läm läs med mem mer mes mod mor mos mus not pho pic pop pos pre pri pub rea rec rek "
    "rel rep scr se see sen set sha sid sig sim ski skr sou spo stä sub sug tag tap tel tex thi til tip tog "
    "top tre upd upp use var vi vid vil vie wan was wat we wha who wri you änd är öpp авт был ваш все вы дан "
    "дат доб дру ещё зак зам инф ист ком кто мат мет мы на нав наш нов обн опу ост по под поп пос пох пуб раз "
    "рек руб сей сле см смо ста стр тег тек уви фот чит эта".split()
)
"""How the first word of every opening begins, to pass over other lines at once."""
_ONLY_SERVICES: Final = re.compile(rf"\W*+(?:\b(?>{_SERVICES}\b)\W*+)++", re.IGNORECASE)
"""Nothing in it is tried twice: a name is what it is, and what parts two names belongs to neither."""
_INSIDE: Final = (
    (
        SUBSCRIBE,
        re.compile(
            r"(?:\bnewsletters?\b.{0,80}\b(?:sign|subscribe|inbox|daily|here)|\b(?:sign up|"
            r"subscribe)\b.{0,80}\b(?:newsletter|inbox)"
            r"|\bnyhetsbrev\b.{0,40}\b(?:anmäl|prenumerera)|\bподпи\w+ на .{0,30}(?:рассылку|канал|новости))",
            re.IGNORECASE,
        ),
    ),
    (
        SHARE,
        re.compile(
            r"\bfollow (?:us|me|him|her|them|@\w+|\w+ \w+|\w+) (?:on|@)\b.{0,40}(?:twitter|facebook|instagram|@)",
            re.IGNORECASE,
        ),
    ),
    (SHARE, re.compile(r"\b(?:on|at) twitter\b.{0,30}(?:@|twitter\.com)", re.IGNORECASE)),
    (
        ADVERT,
        re.compile(
            r"\b(?:affiliate (?:commission|link)s?|referral links|may earn (?:an? )?(?:affiliate |small )?commission)",
            re.IGNORECASE,
        ),
    ),
    (FRAME, re.compile(r"\b(?:all rights reserved|alla rättigheter förbehållna|все права защищены)\b", re.IGNORECASE)),
)
_STEMS: Final = (
    "newsletter", "nyhetsbrev", "подпи", "follow", "twitter", "affiliate", "referral", "commission", "reserved",
    "förbehåll", "защищены",
)  # fmt: skip
"""What each of those phrases has one of, to pass over other lines at once."""
_LONGEST: Final = 45
_LINE: Final = 25


def may_open(lowercase: str) -> bool:
    """Whether a line may begin as one of the openings does, by its first word, a number or a sign of rights."""
    begin = _BEGIN.match(lowercase)
    if begin and (begin[1] in _BEGINNINGS or begin[1][0].isdigit()):
        return True
    return "©" in lowercase or "contributed to" in lowercase


def phrase(text: str, words: int) -> str | None:
    """The rule by which a short line is left out, or None."""
    return None if words > _LONGEST or len(text) > _LONGEST * 16 else _phrase(text, words)


@lru_cache(maxsize=2048)
def _phrase(text: str, words: int) -> str | None:
    lowercase = text.lower()
    if may_open(lowercase) and (opening := _OPENING.match(text)):
        return OPENINGS[int((opening.lastgroup or "r0")[1:])][0]
    if words <= _LINE and not text.isdigit() and _ONLY_SERVICES.fullmatch(text):
        return SHARE
    for stem in _STEMS:
        if stem in lowercase:
            break
    else:
        return None
    return next((rule for rule, pattern in _INSIDE if pattern.search(text)), None)


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
