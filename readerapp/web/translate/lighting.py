"""A text lit on a page: marked while the page is made, so that it is this very one and no other with the same words."""

import re
from collections.abc import Iterator
from typing import Final

from markupsafe import escape

from .whole import PLACE

NAME: Final = "lit"
"""What addresses of the place end with."""
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKS: Final = re.compile(rf"[{_OPEN}{_CLOSE}]|\\ue00[01]")
"""As they stand in a page, and as they stand in JSON."""
_TEXT: Final = re.compile(rf"({_OPEN}[^{_OPEN}{_CLOSE}]*+{_CLOSE}|<[^<>]*+>)")
_NAME: Final = re.compile(r"</?[a-z]+")
_SCRIPT: Final = re.compile(r"<script\b[^<>]*+></script>")
_LYING: Final = re.compile(rf' hidden(?=[ >])| lang="{PLACE}"')
"""What keeps a text out of sight, and what names a language where none is known."""
_ADDRESS: Final = re.compile(rf' (href|src|action|formaction|plan|audio)="[^"{PLACE}]*+{PLACE}[^"]*+"')
"""An address that is not known."""
_SHOWN: Final = {
    "<select": "<ul",
    "</select": "</ul",
    "<option": "<li",
    "</option": "</li",
    "<details": "<details open",
}
"""What shows its texts only when it is opened, and what shows them always."""


def marked(text: str) -> str:
    """The text, to be found again in the page."""
    return f"{_OPEN}{_MARKS.sub('', text)}{_CLOSE}"


def lit(page: str, text: str) -> str:
    """The page with what was marked in it lit. Nothing is hidden, and nothing moves.

    A name that is only heard, or seen when it is pointed at, stands before what it names.
    """
    return "".join(_lit(page, str(escape(text))))


def _lit(page: str, text: str) -> Iterator[str]:
    head, end, body = page.partition("</title>")
    yield _MARKS.sub("", _SCRIPT.sub("", head)) + end
    times = 0
    if not _MARKS.search(body):  # only the page's name has it
        body = body.replace("<h1", f"<p>{marked(text)}</p><h1", 1)
    for piece in _TEXT.split(_SCRIPT.sub("", body)):
        plain = _MARKS.sub("", piece)
        if plain != piece:
            yield _mark(plain if piece.startswith(_OPEN) else text, times)
            times += 1
        if plain.startswith("<"):
            yield _open(plain)
        elif plain == piece:
            yield plain


def _mark(text: str, times: int) -> str:
    place = "" if times else f' id="{NAME}" tabindex="-1"'
    return f"<mark{place}>{text}</mark>"


def _open(tag: str) -> str:
    """A tag of what is there to be seen, and leads nowhere."""
    opened_tag = _NAME.sub(lambda name: _SHOWN.get(name[0], name[0]), tag, count=1)
    return _ADDRESS.sub(lambda match: ' href="#"' if match[1] == "href" else "", _LYING.sub("", opened_tag))
