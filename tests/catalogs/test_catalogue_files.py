"""Any text survives a catalogue file, and any file is a catalogue or a fault with a line."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from readerapp.catalogs import read, save
from readerapp.catalogs.compiling import compiled
from readerapp.catalogs.files import parse, written
from readerapp.errors import CatalogueWrong

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\4"), max_size=40)
NAMES = ANY.filter(bool)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file that every example writes anew."""
    return tmp_path_factory.mktemp("catalogues") / "messages.po"


@given(single=st.dictionaries(NAMES, ANY, max_size=5), plural=st.tuples(NAMES, NAMES), forms=st.tuples(ANY, ANY, ANY))
def test_round_trip(file: Path, single: dict[str, str], plural: tuple[str, str], forms: tuple[str, str, str]) -> None:
    """What is saved is read again, whatever characters it holds."""
    catalog = Catalog(locale="ru", charset="utf-8", fuzzy=False)
    for name, text in single.items():
        catalog.add(name, text)
    single.pop(plural[0], None)
    catalog.add(plural, forms)
    save(file, catalog)
    again = read(file, "ru")
    told: dict[object, object] = {plural: forms}
    assert {message.id: message.string for message in again if message.id} == single | told


@given(st.binary(max_size=300) | st.text('msgidstr[0]"\\n #~,\n% ', max_size=200).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """Bytes are a catalogue that can be compiled, or CatalogueWrong with the line."""
    with suppress(CatalogueWrong):
        compiled(parse(data, Path("messages.po"), "ru"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b', 2),
        ('msgid "a"\nmsgstr b', 2),
        ('msgid "a"\nmsgstr "b" c', 2),
        ('msgid "a"\nmsgstr "\\"', 2),
        ('\n\nmsgid "a"\n', 3),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[7] "c"\n', 1),
        ('"a"\n', 1),
        ("<<<<<<< HEAD\n", 1),
    ],
)
def test_faults_have_a_line(text: str, line: int) -> None:
    """The error says where to look."""
    with pytest.raises(CatalogueWrong) as caught:
        parse(text.encode(), Path("messages.po"), "sv")
    assert caught.value.facts["problems"].startswith(f"messages.po:{line}: ")


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=1000000000; plural=0;",
        "nplurals=11; plural=n>10?10:n;",
        'npl"\n"urals = 1000000000; plural=0;',
        f"nplurals=2; plural={'n?' * 300}0{':1' * 300};",
        f"nplurals=2; plural={'(' * 400}n{')' * 400};",
        "nplurals=2; plural=1/(n-500);",
        "nplurals=2; plural=n**n**n;",
    ],
)
def test_rules_that_no_language_has(rule: str) -> None:
    """A header that would take all memory, recursion or time is refused before anything is made of it."""
    data = f'msgid ""\nmsgstr "Plural-Forms: {rule}\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    with pytest.raises(CatalogueWrong):
        parse(data.encode(), Path("messages.po"), "sv")


def test_wrong_charsets() -> None:
    """A file in another charset, or one that says it is, is refused."""
    for data in (
        'msgid "a"\nmsgstr "å"'.encode("latin-1"),
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=koi8-r\\n"\n',
    ):
        with pytest.raises(CatalogueWrong):
            parse(data, Path("messages.po"), "sv")


@pytest.mark.parametrize("word", ["a", "<%(", "é-", "a-a"])
def test_a_word_without_an_end_is_written_in_time(word: str) -> None:
    """Four times as long, some four times the work: nobody waits for a file that has it, and it is read as it was."""

    def cost(length: int) -> float:
        catalog = Catalog(locale="sv")
        catalog.add("a", word * length)
        begun = time.process_time()
        data = written(catalog)
        spent = time.process_time() - begun
        assert parse(data, Path("messages.po"), "sv")["a"].string == word * length
        return spent

    assert min(cost(40_000) for _ in range(3)) < 10 * max(min(cost(10_000) for _ in range(3)), 0.005)
