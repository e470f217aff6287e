"""The words by which pages name their parts: tags, roles, class names and phrases, with what they mean."""

import re
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

from ...i18n import N_

NEVER: Final = frozenset(
    "script style noscript template head iframe frame object embed applet svg math canvas audio video map "
    "select textarea input datalist option progress meter dialog noframes link meta base rt rp rtc".split()
)
"""Elements whose contents are never text of the article."""

BLOCK: Final = frozenset(
    "html body article section main div p ul ol li dl dt dd table thead tbody tfoot tr td th caption colgroup "
    "blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 header footer nav aside address form fieldset legend "
    "details summary center hr menu dir hgroup search button label template".split()
)
"""Elements that begin and end a stretch of text."""

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Hint(NamedTuple):
    """What a name says of a part: how sure it is (1 to 3), and the rule that leaves the part out."""

    level: int
    rule: str


SURE: Final = 3
"""The level of a hint past which there is none."""

MENU: Final = N_("Menu")
FRAME: Final = N_("Frame of the site")
HIDDEN: Final = N_("Hidden on the page")
SHARE: Final = N_("Buttons for sharing, printing or listening")
RELATED: Final = N_("Links to other pages")
COMMENTS: Final = N_("Comments by readers")
ADVERT: Final = N_("Advertisement")
CONSENT: Final = N_("Notice about cookies or consent")
FORM: Final = N_("Form")
SUBSCRIBE: Final = N_("Offer to subscribe")
FEEDBACK: Final = N_("Question about the page")
BYLINE: Final = N_("Author and date")
ASIDE: Final = N_("Side column")
CONTROL: Final = N_("Button")
PUBLISHER: Final = N_("Excluded by the publisher")
CONTACT: Final = N_("Contact details")
NOTE: Final = N_("Note")
NOTE_MARK: Final = N_("Mark of a note")
STRUCK: Final = N_("Struck text")
TWICE: Final = N_("Repetition")
MANY: Final = N_("Further parts, too many to be listed")
SITE: Final = N_("Text that stands on other pages of the site too")
OUTSIDE: Final = N_("Text outside the article")
CAPTION: Final = N_("About a picture")
DECORATION: Final = N_("Short line within the article that is not part of it")

_WORDS: Final[tuple[tuple[int, str, str], ...]] = (
    (
        3,
        MENU,
        """nav navbar navigation menu submenu mainmenu topmenu navbox breadcrumb breadcrumbs crumbs pagination pager
        skiplink toolbar meny brodsmulor""",
    ),
    (3, FRAME, "footer colophon masthead topbar siteheader pageheader sidfot sidhuvud podval copyright"),
    (3, SHARE, "share social socials addthis print readspeaker dela lyssna podelitsya"),
    (3, COMMENTS, "comment comments commentlist disqus respond kommentar kommentarer otzyvy"),
    (3, ADVERT, "ad ads advert advertisement adunit sponsor sponsored promo outbrain taboola annons reklama banner"),
    (3, CONSENT, "cookie consent gdpr kakor samtycke"),
    (
        3,
        RELATED,
        """breaking related relatedlinks relatedposts recommended readmore mostread mostpopular popular trending
        relaterat lasmer puffar""",
    ),
    (3, SUBSCRIBE, "newsletter subscribe subscription nyhetsbrev"),
    (3, FEEDBACK, "feedback poll rating ratings vote"),
    (3, FORM, "search searchform login sok poisk"),
    (3, CONTROL, "modal popup lightbox overlay tooltip dropdown offcanvas"),
    (2, ASIDE, "sidebar rail aside widget hogerspalt rightcol rightcolumn"),
    (2, RELATED, "hatnote teaser card cards more links linklist tags taglist categories puff"),
    (2, BYLINE, "byline author authors bio dateline meta metadata writer postdate"),
    (2, DECORATION, "credit credits gallery carousel slider"),
    (1, CONTACT, "contact contacts vcard hcard kontakt kontakter kontaktkort kontakty"),
    (1, NOTE, "footnotes footnote fotnoter"),
    (1, CAPTION, "caption thumbcaption photo image bildtext"),
)
_HINTS: Final = {word: Hint(level, rule) for level, rule, words in reversed(_WORDS) for word in words.split()}
_KNOWN: Final = frozenset(_HINTS)

IN_LINE: Final = frozenset("editsection tooltip tooltiptext noprint visuallyhidden".split())

_COOKIE: Final = "cookie"
"""What a word begins with that names a notice of them, whatever it is joined with: cookiebar, cookiebanner."""
_PIECES: Final = re.compile(r"[a-zåäö]+|[A-ZÅÄÖ]+(?![a-zåäö])|[A-ZÅÄÖ][a-zåäö]+")
_LONGEST: Final = 100
_MOST: Final = 30
_HALF_SURE: Final = 2
_PAIR: Final = 2
_ABOUT_ELSE: Final = (
    "tag-",
    "category-",
    "has-",
    "with-",
    "no-",
    "col-",
    "d-",
    "post-",
    "page-id-",
    "is-",
    "wp-block-",
)
"""How names begin that tell the subject of a text, or its layout."""


LONGEST: Final = 4000
"""Characters of a class or an id that are looked at: what they say is remembered from page to page."""


def surer(one: Hint | None, other: Hint | None) -> Hint | None:
    """Which of two hints to believe: the surer, but a card, or what stands aside, is a contact card if also said so."""
    if one is None or other is None:
        return one or other
    for contact, place in ((one, other), (other, one)):
        if contact.rule is CONTACT and place.rule in (RELATED, ASIDE) and place.level <= _HALF_SURE:
            return contact
    return other if other.level > one.level else one


def hint(names: str) -> Hint | None:
    """The surest thing that an element's class and id say of it, or None."""
    return _hint(names[:LONGEST])


@lru_cache(maxsize=4096)
def _hint(names: str) -> Hint | None:
    best: Hint | None = None
    for name in names.split()[:_MOST]:
        if one := _name(name):
            best = surer(best, one)
    if best and best.rule in (SHARE, RELATED) and "embed" in names:
        return None
    return best


@lru_cache(maxsize=4096)
def _name(name: str) -> Hint | None:
    """What one name says: its words, and each two that stand together, are looked up."""
    if name.startswith(_ABOUT_ELSE):
        return None
    words = _pieces(name)
    if _KNOWN.isdisjoint(words) and (len(words) < _PAIR or _KNOWN.isdisjoint(map(add, words, words[1:]))):
        return None  # as with most names
    best: Hint | None = None
    before = ""
    for word in words:
        for term in (word, before + word):
            if term in _HINTS:
                best = surer(best, _HINTS[term])
        before = word
    return best


def _pieces(name: str) -> list[str]:
    """The words that a name is made of, with hyphens or with capitals between."""
    if name.islower():
        words = [word.rstrip("0123456789") for word in name.replace("_", "-").split("-")[:_MOST]]
    else:
        words = [word.lower() for word in _PIECES.findall(name[:_LONGEST])]
    return [_COOKIE if word.startswith(_COOKIE) else word for word in words]


def telling_words(names: str) -> frozenset[str]:
    """The words of a class or an id that say something of what it names."""
    return _telling_words(names[:LONGEST])


@lru_cache(maxsize=4096)
def _telling_words(names: str) -> frozenset[str]:
    telling: set[str] = set()
    for name in names.split()[:_MOST]:
        if _name(name):
            words = _pieces(name)
            telling.update(_KNOWN.intersection(words), _KNOWN.intersection(map(add, words, words[1:])))
    return frozenset(telling)


def words_in(names: str) -> list[str]:
    """The words that a class in small letters is made of."""
    return names.replace("-", " ").replace("_", " ").split()


def in_line(words: list[str]) -> bool:
    """Whether an element within a line of text is not part of it, by the words of its class."""
    return not IN_LINE.isdisjoint(words)
