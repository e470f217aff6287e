"""Text hygiene: what is in the page's text for the eye or the machine, but breaks a voice.

Engines and rules see one kind of space, composed letters, no soft hyphens, no direction marks and no emoji
(espeak-ng reads "12\u00a0345" as two numbers, misreads decomposed "å", and reads a family emoji member by member).
No-break and other fixed spaces inside a line stay no-break for the rules, since they hold numbers together.
"""

import re
import unicodedata
from collections.abc import Iterator

from .rewriting import Edit

FIXED_SPACES = "\u00a0\u2007\u2009\u202f"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\U000e0000-\U000e0fff"
)
_EMOJI = (
    "\u2300-\u23ff\u25a0-\u25ff\u2600-\u2767\u2794-\u27bf\u20e3\u2b00-\u2bff\u3030\u303d"
    "\U0001f000-\U0001f0ff\U0001f1e6-\U0001f2ff\U0001f300-\U0001faff"
)
_ODD = re.compile(
    rf"(?P<invisible>[{_INVISIBLE}]+)"
    rf"|(?P<fixed>[\u2007\u2009\u202f])"
    rf"|(?P<line>\r\n|[\r\x0b\x0c\x85\u2028\u2029])"
    rf"|(?P<space>[\t\u1680\u2000-\u2006\u2008\u200a\u205f\u3000])"
    rf"|(?P<emoji>[{_EMOJI}][{_EMOJI}{_INVISIBLE}]*)"
    rf"|(?P<junk>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd]+)"
    rf"|(?P<marked>[^\x00-\u02ff][\u0300-\u036f\u0483-\u0487]*|[A-Za-z][\u0300-\u036f]+)"
)
_RARE = re.compile(
    rf"[{_INVISIBLE}{_EMOJI}\u2007\u2009\u202f\r\x0b\x0c\x85\u2028\u2029\t\u1680\u2000-\u2006\u2008\u200a\u205f\u3000"
    rf"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd\u0300-\u036f\u0483-\u0487]"
)
"""What a text has none of, in composed letters, that is fit as it is: all of the above, and marks by themselves."""
_REPLACED = {"invisible": "", "fixed": "\u00a0", "line": "\n", "space": " ", "junk": " "}
_MARKS = 3
"""Combining marks left on one letter: more are decoration, and slow an engine down."""


def squeeze(text: str) -> str:
    """The text on one line, with one space wherever there is white space between its words."""
    return " ".join(text.split())


def cleaning(text: str) -> Iterator[Edit]:
    """The edits that make a text fit for rules and voices, in order."""
    if not _RARE.search(text) and unicodedata.is_normalized("NFC", text):
        return
    for odd in _ODD.finditer(text):
        kind = odd.lastgroup or ""
        old = odd.group()
        if kind == "marked":
            new = unicodedata.normalize("NFC", old)[: 1 + _MARKS]
        elif kind == "emoji":
            new = " " if text[: odd.start()][-1:].isalnum() and text[odd.end() : odd.end() + 1].isalnum() else ""
        else:
            new = _REPLACED[kind]
        if new != old:
            yield Edit(odd.start(), odd.end(), new)
