"""Changing a lexicon file: one word added or said anew, the rest of the file kept as its owner wrote it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from ..errors import Fault, FileUnreadable, LexiconWrong
from ..i18n import N_
from ..languages import READ
from ..text.files import locked, write_whole
from . import pls
from .lexicon import Entry
from .pls import Element, tag

_EMPTY = '<lexicon version="1.0" xmlns="{namespace}" alphabet="ipa" xml:lang="{language}">\n</lexicon>\n'


def add(path: Path, grapheme: str, *, alias: str = "", phonemes: str = "", language: str | None = None) -> None:
    """Say a word as `alias` or as IPA `phonemes` from now on, in place of what the file says of it.

    A file that is not there is made, for `language` (a primary subtag, Swedish if not given); one that is there must
    be for it. Raises LexiconWrong where the file, or the word, is faulty, FileUnreadable where it cannot be read or
    written; then the file is as it was.
    """
    with locked(path.parent):
        _write(path, _with(path, Entry(grapheme, alias, phonemes), language))


def put(path: Path, entry: Entry, language: str, ready: Callable[[], None] = lambda: None) -> None:
    """Have the file say this of a word, or nothing where neither alias nor phonemes are given.

    The caller holds the folder. `ready` is called when all is written, before anybody sees it. Raises as `add`.
    """
    if entry.alias or entry.phonemes:
        _write(path, _with(path, entry, language), ready)
    elif path.exists():
        tree = _opened(path, language)
        _forget(tree.getroot(), entry.grapheme)
        _write(path, etree.tostring(tree, encoding="utf-8", xml_declaration=True), ready)
    else:
        ready()


def own(path: Path, grapheme: str) -> Entry:
    """What the file says of a word; an entry that says nothing where it does not have it."""
    entries = pls.read(path).entries if path.exists() else ()
    return next((entry._replace(line=0) for entry in entries if entry.grapheme == grapheme), Entry(grapheme))


def mark(entry: Entry) -> str:
    """Another one as soon as a word is said another way."""
    return hashlib.sha256(f"{entry.alias}\0{entry.phonemes}".encode("utf-8", "replace")).hexdigest()[:16]


def _with(path: Path, entry: Entry, language: str | None) -> bytes:
    """The file with what it is to say of a word from now on."""
    grapheme, alias, phonemes, _ = entry
    tree = _opened(path, language) if path.exists() else _made(language or READ[0])
    root = tree.getroot()
    _forget(root, grapheme)
    lexeme = etree.SubElement(root, tag("lexeme"))
    for name, text in (("grapheme", grapheme), ("alias", alias), ("phoneme", phonemes)):
        if text or name == "grapheme":
            _child(lexeme, name, text, path)
    lexeme.tail = "\n"
    if phonemes and root.get("alphabet") != "ipa":
        lexeme[-1].set("alphabet", "ipa")
    if faults := pls.problems(tree):
        raise LexiconWrong(path=path, faults=faults)
    return bytes(etree.tostring(tree, encoding="utf-8", xml_declaration=True))


def _made(language: str) -> Element:
    """An empty lexicon."""
    return etree.fromstring(_EMPTY.format(namespace=pls.NAMESPACE, language=language).encode()).getroottree()


def _opened(path: Path, language: str | None) -> Element:
    """The file, which must be in order, and for the language if one is given."""
    own = pls.read(path).language
    tree = pls.parse(path)
    if language and language != own:
        facts = {"own": own, "wanted": language}
        wrong = N_("This lexicon is for the language “%(own)s”, not for “%(wanted)s”.")
        raise LexiconWrong(path=path, faults=[Fault(str(tree.getroot().sourceline), wrong, facts)])
    return tree


def _child(lexeme: Element, name: str, text: str, path: Path) -> None:
    try:
        etree.SubElement(lexeme, tag(name)).text = text
    except ValueError as error:
        fault = Fault("", N_("“%(name)s” holds a character that XML cannot."), {"name": name})
        raise LexiconWrong(path=path, faults=[fault]) from error


def _forget(root: Element, grapheme: str) -> None:
    """Take a spelling out of its lexemes, and those out that have no other."""
    for lexeme in list(root.iterfind(tag("lexeme"))):
        spellings = list(lexeme.iterfind(tag("grapheme")))
        same = [spelling for spelling in spellings if pls.text_of(spelling) == grapheme]
        for spelling in same if len(same) < len(spellings) else ():
            lexeme.remove(spelling)
        if same and len(same) == len(spellings):
            root.remove(lexeme)


def _write(path: Path, content: bytes, ready: Callable[[], None] = lambda: None) -> None:
    """Put the file in place whole: whoever reads it sees the old one or the new one."""
    try:
        write_whole(path, [content, b"\n"], ready=ready)
    except OSError as error:
        raise FileUnreadable(path=path) from error
