"""In which charset bytes are: what the page says of it, checked against what the bytes say themselves.

Labels are wrong often enough (a server's default over a page's own, an editor that changed its mind), and
the wrong alphabet cannot be heard as language. UTF-8 proves itself; the one-byte alphabets of Swedish and
Russian are told apart by how their letters look as words.
"""

import codecs
import re
from itertools import islice, pairwise
from typing import Final

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SCANNED: Final = 8192
"""Bytes in which a page may declare its charset; the standard says 1024, the field knows no standard."""
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META: Final = re.compile(rb"<meta\s[^>]{0,300}?charset\s*+=\s*+[\"']?+\s*+([\w.:-]{1,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*+<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_PARAMETER: Final = re.compile(r"charset\s*+=\s*+[\"']?+\s*+([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)
_PATTERNED: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_TRUSTED: Final = re.compile(
    r"cp(?:125\d|866|874|932|949|950)|iso8859-(?:[2-9]|1[0-6])|koi8-[rut]|mac-(?:cyrillic|roman)|tis-620"
    r"|gb2312|gbk|gb18030|big5|big5hkscs|shift_jis|euc_(?:jp|kr)|iso2022_jp"
)
"""Codecs of Python that a label may choose. The others are no alphabets (rot13) or hide markup (utf-7)."""
_LATIN: Final = "cp1252"
_RIVALS: Final = (_LATIN, "cp1251", "koi8-r", "iso8859-5", "cp866")
_KIN: Final = frozenset({"koi8-u", "mac-cyrillic"})
"""Alphabets of the same letters as those of a rival, which nobody finds without a label."""
_LABELS: Final = {
    "x-cp1251": "cp1251",
    **dict.fromkeys(("koi", "koi8"), "koi8-r"),
    "koi8-ru": "koi8-u",
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac-cyrillic"),
}
"""Labels of Cyrillic that browsers know and Python does not."""
_NAMES: Final = {"cp1252": "windows-1252", "cp1251": "windows-1251", "iso8859-5": "iso-8859-5", "cp866": "ibm866"}
_TAIL: Final = re.compile(rb"[\x80-\xff][A-Za-z\x80-\xff]{0,20}")
_HEAD: Final = re.compile(rb"[A-Za-z]{0,20}\Z")
"""Words are found from their first byte beyond ASCII, so that a long page of plain letters costs one pass."""
_WORDS: Final = 2000
_CYRILLIC: Final = {letter: 2.0 - rank / 12 for rank, letter in enumerate("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")}
_LATIN_LETTERS: Final = dict.fromkeys("åäöéüæø", 1.6) | dict.fromkeys("èàáíóúñçßêôëïâîõãýþð", 0.6)
_PUNCTUATION: Final = "«»„“”’‘–—…№\xa0°§©®·•€½¼"
_CLEARLY: Final = 0.8
"""By how much a letter the best guess must beat the declared charset to win over it."""
_CAPITALS: Final = 0.1
"""What each letter of a word in capitals costs: it is likelier to be in small letters of another alphabet."""
_ZEROS: Final = 10
"""One byte in so many is zero at least, if a page is UTF-16: its markup is."""
_PAGES: Final = b"\x00\x04"
"""The upper halves of the letters of Latin and of Cyrillic in UTF-16; no other charset has such bytes."""
_SOUND: Final = 0.02
"""Share of broken sequences that a page in UTF-8 may have and still be one."""


def charset_of(body: bytes, content_type: str | None = None, *, markup: bool = True) -> str:
    """The name of the charset that the bytes are in. Only `markup` may tell one of its own beside its label."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return name
    codec = _chosen(body, _declared(body, content_type, markup=markup))
    return _NAMES.get(codec, codec)


def _chosen(body: bytes, label: str | None) -> str:
    if utf_16 := wide(body):
        return utf_16
    if label == "iso2022_jp":  # pure ASCII bytes, so it would pass for UTF-8
        return label
    damage = _broken_share(body)
    if damage == 0 or (label in (None, "utf-8") and damage < _SOUND):
        return "utf-8"
    words = _words(body)
    if not words:
        return label or "utf-8"
    return _best(words, label if label != "utf-8" else None)


def _declared(body: bytes, content_type: str | None, *, markup: bool) -> str | None:
    """The codec named by the header, else the XML declaration, else a meta element; None for no usable one."""
    head = _COMMENT.sub(b"", body[:_SCANNED]) if markup else b""
    header = _PARAMETER.search(content_type or "")
    labels = [header[1]] if header else []
    labels += [match[1].decode("ascii", "replace") for match in (_XML.match(head), _META.search(head)) if match]
    for label in labels:
        codec = _codec(_LABELS.get(label.lower(), label))
        if codec:
            return codec
    return None


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name in ("ascii", "iso8859-1"):
        return _LATIN  # as browsers read it: a superset
    if name.startswith("utf-16") or name in ("utf-8", "utf-8-sig"):
        return "utf-8"  # a label that could be read in ASCII is not in UTF-16
    return name if _TRUSTED.fullmatch(name) else None


def wide(body: bytes) -> str | None:
    """UTF-16 without its mark, which no browser looks for: known by every other byte.

    In markup many bytes are zero, all of them every other byte; in a text nearly every other byte says which alphabet
    its letter is of.
    """
    head = body[: min(512, len(body) // 2 * 2)]
    early, late = head[::2], head[1::2]
    for half, other, name in ((late, early, "utf-16-le"), (early, late, "utf-16-be")):
        if half.count(0) * _ZEROS > len(head) and not other.count(0):
            return name
        if _letters(half) * 10 >= len(half) * 8 and _letters(other) * 4 < len(other) and half:
            return name
    return None


def _letters(half: bytes) -> int:
    return sum(map(half.count, _PAGES))


def _broken_share(body: bytes) -> float:
    """How much of what is not ASCII is not UTF-8."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        holes = body.decode("utf-8", "replace").count("�")
        return holes / (holes + len(_PATTERNED.findall(body)))
    return 0.0


def _words(body: bytes) -> list[bytes]:
    """The first words that have letters beyond ASCII."""
    words = []
    for tail in islice(_TAIL.finditer(body), _WORDS):
        head = _HEAD.search(body, max(0, tail.start() - 20), tail.start())
        words.append((head[0] if head else b"") + tail[0])
    return words


def _best(words: list[bytes], label: str | None) -> str:
    scores = {codec: _score(words, codec) for codec in _RIVALS}
    best = max(_RIVALS, key=lambda codec: scores[codec])
    if label is None:
        return best
    if label in _KIN:
        scores[label] = _score(words, label)
    if label not in scores:  # an alphabet that is no rival: only a page that is plainly another's loses it
        return best if scores[best] > _CLEARLY and best != _LATIN else label
    return best if scores[best] > scores[label] + _CLEARLY else label


def _score(words: list[bytes], codec: str) -> float:
    """How much like words of its alphabet the bytes look, per character beyond ASCII."""
    total, count = 0.0, 0
    for word in words:
        text = word.decode(codec, "replace")
        count += sum(not char.isascii() for char in text)
        total += _likeness(text)
    return total / max(count, 1)


def _likeness(word: str) -> float:
    high = [char for char in word if not char.isascii()]
    points = sum(_letter(char) for char in high)
    cyrillic = sum("Ѐ" <= char <= "ӿ" for char in high)
    latin = sum(char.isascii() or char.lower() in _LATIN_LETTERS for char in word)
    if cyrillic and latin:
        points -= 2.0 * min(cyrillic, latin)
    if not cyrillic and len(high) * 2 > len(word) > 2:
        points -= 2.0 * len(high)
    humps = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return (
        points - 2.0 * humps - (_CAPITALS * len(word) if word.isupper() else sum(char.isupper() for char in word[1:]))
    )


def _letter(char: str) -> float:
    lower = char.lower()
    if lower in _CYRILLIC:
        return _CYRILLIC[lower]
    if lower in _LATIN_LETTERS:
        return _LATIN_LETTERS[lower]
    return 0.0 if char in _PUNCTUATION else -2.0
