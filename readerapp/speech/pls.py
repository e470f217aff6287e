"""The files that lexicons are kept in: W3C Pronunciation Lexicon Specification 1.0, read and checked whole.

https://www.w3.org/TR/2008/REC-pronunciation-lexicon-20081014/. A file that breaks the format anywhere is not used at
all; every fault is told with its line. Lexemes with a role are for marked-up words, which a web page has not, and are
passed over; so are phonemes in other alphabets than IPA.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

from ..errors import Fault, FileUnreadable, LexiconWrong
from ..i18n import N_
from ..languages import base
from ..text.cleaning import squeeze
from .lexicon import Entry, Lexicon

NAMESPACE: Final = "http://www.w3.org/2005/01/pronunciation-lexicon"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
LARGEST: Final = 16 * 1024 * 1024
"""Bytes of the largest file that is read."""
_PARSER: Final[dict[str, Any]] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_CHILDREN: Final[dict[str, tuple[str, ...]]] = {
    "lexicon": ("meta", "metadata", "lexeme"),
    "lexeme": ("grapheme", "phoneme", "alias", "example"),
}
_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "lexicon": {"version", "alphabet", f"{XML}lang", f"{XML}base"},
    "meta": {"name", "http-equiv", "content"},
    "metadata": set(),
    "lexeme": {"role", f"{XML}id"},
    "grapheme": set(),
    "phoneme": {"prefer", "alphabet"},
    "alias": {"prefer"},
    "example": set(),
}
_SPOKEN: Final = ("grapheme", "phoneme", "alias")

Element = Any  # lxml has no types of its own


def read(path: Path) -> Lexicon:
    """The lexicon in a file. Raises FileUnreadable, or LexiconWrong with every fault and its line."""
    tree, faults = _checked(path)
    if tree is None or faults:
        raise LexiconWrong(path=path, faults=faults)
    root = tree.getroot()
    entries = [entry for lexeme in root.iterfind(tag("lexeme")) for entry in _entries(lexeme, root.get("alphabet"))]
    return Lexicon(base(root.get(f"{XML}lang")) or "", entries)


def check(path: Path) -> tuple[Fault, ...]:
    """Every fault of a file, in order of lines. Raises FileUnreadable."""
    return _checked(path)[1]


def text_of(element: Element) -> str:
    """What an element says, white space folded."""
    return squeeze(element.text or "")


def tag(name: str) -> str:
    """An element's name as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def parse(path: Path) -> Element:
    """The file as an lxml tree. Raises FileUnreadable, or etree.XMLSyntaxError."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise FileUnreadable(path=path) from error
    if len(content) > LARGEST:
        raise FileUnreadable(path=path)
    return etree.fromstring(content, etree.XMLParser(**_PARSER)).getroottree()


def _checked(path: Path) -> tuple[Element, tuple[Fault, ...]]:
    try:
        tree = parse(path)
    except etree.XMLSyntaxError as error:
        fault = Fault(
            str(error.lineno or 1), N_("This is not well-formed XML: %(reason)s."), {"reason": str(error.msg)}
        )
        return None, (fault,)
    return tree, problems(tree)


def problems(tree: Element) -> tuple[Fault, ...]:
    """Every fault of a parsed file, in order of lines."""
    return tuple(sorted(_problems(tree), key=lambda fault: int(fault.where or 0)))


def _problems(tree: Element) -> Iterator[Fault]:
    root = tree.getroot()
    if tree.docinfo.doctype:
        yield Fault("1", N_("A document type is not allowed."))
    if root.tag != tag("lexicon"):
        yield _problem(root, N_("The root is not “lexicon” in the namespace %(namespace)s."), namespace=NAMESPACE)
        return
    if root.get("version") != "1.0":
        yield _problem(root, N_('“lexicon” needs version="1.0".'))
    if not base(root.get(f"{XML}lang")):
        yield _problem(root, N_("“lexicon” needs xml:lang with a language tag."))
    yield from _alphabet(root, required=True)
    yield from _element(root, "lexicon")
    begun = False
    for child in _elements(root):
        begun = begun or child.tag == tag("lexeme")
        if begun and child.tag in (tag("meta"), tag("metadata")):
            yield _problem(child, N_("“%(name)s” comes after a lexeme."), name=_name(child))


def _element(element: Element, name: str) -> Iterator[Fault]:
    """The faults of an element that has its place, and of all that it holds."""
    for attribute in element.attrib:
        foreign = attribute.startswith("{") and not attribute.startswith((XML, f"{{{NAMESPACE}}}"))
        if attribute not in _ATTRIBUTES[name] and not foreign:
            yield _problem(element, N_("“%(name)s” has no attribute “%(attribute)s”."), name=name, attribute=attribute)
    if name == "metadata":
        return
    children = _CHILDREN.get(name, ())
    for child in _elements(element):
        if child.tag in map(tag, children):
            yield from _element(child, _name(child))
        else:
            yield _problem(child, N_("“%(child)s” may not stand in “%(name)s”."), child=_name(child), name=name)
    yield from _content(element, name)


def _content(element: Element, name: str) -> Iterator[Fault]:
    """What an element must hold, and what its attributes may say."""
    if name in _SPOKEN and not text_of(element):
        yield _problem(element, N_("“%(name)s” is empty."), name=name)
    if name in ("lexicon", "lexeme", "meta") and _stray(element):
        yield _problem(element, N_("“%(name)s” may not hold text."), name=name)
    if element.get("prefer", "false") not in ("true", "false"):
        yield _problem(element, N_("prefer is “true” or “false”."))
    if name == "phoneme":
        yield from _alphabet(element, required=False)
    elif name == "lexeme":
        yield from _lexeme(element)
    elif name == "meta" and (element.get("content") is None or not {"name", "http-equiv"} & set(element.attrib)):
        yield _problem(element, N_("“meta” needs content, and name or http-equiv."))


def _lexeme(element: Element) -> Iterator[Fault]:
    names = {_name(child) for child in _elements(element)}
    if "grapheme" not in names:
        yield _problem(element, N_("“lexeme” needs a grapheme."))
    if not names & {"phoneme", "alias"}:
        yield _problem(element, N_("“lexeme” needs a phoneme or an alias."))
    roles = element.get("role", "").split()
    prefixes = element.nsmap if roles else {}
    for role in roles:
        prefix, colon, local = role.partition(":")
        if not local or not colon or prefix not in prefixes:
            yield _problem(element, N_("role “%(role)s” is not a name with a declared prefix."), role=role)


def _alphabet(element: Element, *, required: bool) -> Iterator[Fault]:
    alphabet = element.get("alphabet")
    if alphabet is None and required:
        yield _problem(element, N_('“lexicon” needs an alphabet, such as alphabet="ipa".'))
    elif alphabet is not None and alphabet != "ipa" and not alphabet.startswith("x-"):
        yield _problem(element, N_("alphabet is “ipa”, or begins with “x-”."))


def _entries(lexeme: Element, alphabet: str) -> Iterator[Entry]:
    """One entry for each spelling of a lexeme, with the preferred pronunciation, or else the first."""
    if lexeme.get("role"):
        return
    sounds = [child for child in _elements(lexeme) if child.tag == tag("phoneme")]
    phonemes = [child for child in sounds if child.get("alphabet", alphabet) == "ipa"]
    aliases = [child for child in _elements(lexeme) if child.tag == tag("alias")]
    phoneme, alias = _preferred(phonemes), _preferred(aliases)
    if phoneme is None and alias is None:
        phoneme = next(iter(phonemes), None)
    alias = alias if alias is not None else next(iter(aliases), None)
    wording = "" if alias is None else text_of(alias)
    ipa = "" if phoneme is None else text_of(phoneme)
    for grapheme in lexeme.iterfind(tag("grapheme")) if wording or ipa else ():
        yield Entry(text_of(grapheme), wording, ipa, grapheme.sourceline or 0)


def _preferred(ways: Iterable[Element]) -> Element | None:
    return next((child for child in ways if child.get("prefer") == "true"), None)


def _elements(element: Element) -> Iterator[Element]:
    """The child elements, without comments and processing instructions."""
    return (child for child in element if isinstance(child.tag, str))


def _name(element: Element) -> str:
    return str(etree.QName(element).localname)


def _stray(element: Element) -> bool:
    """Whether there is text where only elements belong."""
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def _problem(element: Element, message: str, **facts: str) -> Fault:
    return Fault(str(element.sourceline or ""), message, facts)
