"""Lexicon files: read and checked whole, changed whole, read again when changed."""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import FileUnreadable, LexiconWrong
from readerapp.speech import LexiconSet, add, check, pls
from readerapp.speech.lexicon import Entry
from tests.growth import LINEAR, exponent

ROOT = '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="sv-SE">'
LEXEME = "<lexeme><grapheme>Flen</grapheme><alias>Flén</alias></lexeme>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's lexicon goes."""
    return tmp_path / "own.pls"


def test_a_lexicon_is_read(path: Path) -> None:
    """Every spelling of a lexeme is an entry, with its line; white space is folded; other alphabets and roles pass."""
    path.write_text(
        f"""{ROOT}
<meta name="author" content="us"/><metadata><x xmlns="urn:x">y</x></metadata>
<lexeme xml:id="a">
  <grapheme>S:t  Petersburg</grapheme><!-- a comment -->
  <grapheme>St Petersburg</grapheme>
  <alias>Sankt
  Petersburg</alias><phoneme>sˈaŋkt</phoneme><phoneme alphabet="x-sampa">s</phoneme><example>I S:t P.</example>
</lexeme>
<lexeme role="pls:name" xmlns:pls="urn:x"><grapheme>a</grapheme><alias>b</alias></lexeme>
<lexeme><grapheme>c</grapheme><phoneme alphabet="x-sampa">s</phoneme></lexeme>
</lexicon>"""
    )
    lexicon = pls.read(path)
    assert lexicon.language == "sv"
    assert lexicon.entries == (
        Entry("S:t Petersburg", "Sankt Petersburg", "sˈaŋkt", 4),
        Entry("St Petersburg", "Sankt Petersburg", "sˈaŋkt", 5),
    )


def test_the_preferred_pronunciation_wins(path: Path) -> None:
    """prefer="true" goes before the order of the file; a preferred alias puts the phonemes aside."""
    path.write_text(
        f"{ROOT}<lexeme><grapheme>a</grapheme><phoneme>x</phoneme><phoneme prefer='true'>y</phoneme></lexeme>"
        "<lexeme><grapheme>b</grapheme><phoneme>x</phoneme><alias prefer='true'>z</alias></lexeme></lexicon>"
    )
    assert [(entry.alias, entry.phonemes) for entry in pls.read(path).entries] == [("", "y"), ("z", "")]


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("<lexicon", 1, "well-formed"),
        ("<a/>", 1, "root"),
        (ROOT.replace("1.0", "1.1") + LEXEME + "</lexicon>", 1, "version"),
        (ROOT.replace(' xml:lang="sv-SE"', "") + LEXEME + "</lexicon>", 1, "xml:lang"),
        (ROOT.replace(' alphabet="ipa"', "") + LEXEME + "</lexicon>", 1, "alphabet"),
        (ROOT.replace('"ipa"', '"sampa"') + LEXEME + "</lexicon>", 1, "alphabet"),
        (f"{ROOT}\n<lexeme><alias>x</alias></lexeme></lexicon>", 2, "needs a grapheme"),
        (f"{ROOT}\n\n<lexeme><grapheme>x</grapheme></lexeme></lexicon>", 3, "needs a phoneme or an alias"),
        (f"{ROOT}\n<lexeme><grapheme> </grapheme><alias>x</alias></lexeme></lexicon>", 2, "empty"),
        (f"{ROOT}\n<lexeme><grapheme>x</grapheme><alias/></lexeme></lexicon>", 2, "empty"),
        (f"{ROOT}\n<lexeme><grapheme>x<b/></grapheme><alias>y</alias></lexeme></lexicon>", 2, "may not stand"),
        (f"{ROOT}\n<word>x</word></lexicon>", 2, "may not stand"),
        (f"{ROOT}\nstray</lexicon>", 1, "may not hold text"),
        (f"{ROOT}{LEXEME}\n<meta name='a' content='b'/></lexicon>", 2, "after a lexeme"),
        (f"{ROOT}\n<meta content='b'/></lexicon>", 2, "name or http-equiv"),
        (f"{ROOT}\n<lexeme case='x'><grapheme>a</grapheme><alias>b</alias></lexeme></lexicon>", 2, "no attribute"),
        (f"{ROOT}\n<lexeme role='n'><grapheme>a</grapheme><alias>b</alias></lexeme></lexicon>", 2, "prefix"),
        (f"{ROOT}\n<lexeme><grapheme>a</grapheme><alias prefer='1'>b</alias></lexeme></lexicon>", 2, "prefer"),
        (f'<!DOCTYPE lexicon [<!ENTITY a "b">]>{ROOT}{LEXEME}</lexicon>', 1, "document type"),
    ],
)
def test_faults_are_told_with_their_lines(path: Path, text: str, line: int, part: str) -> None:
    """Each break of the format is found, with its line, and the file is refused."""
    path.write_text(text)
    problems = check(path)
    assert any(problem.where == str(line) and part in problem.told() for problem in problems), problems
    with pytest.raises(LexiconWrong) as caught:
        pls.read(path)
    assert problems[0].told() in caught.value.facts["problems"]


def test_entities_are_never_expanded(path: Path) -> None:
    """A file may neither blow itself up nor read another file."""
    bombs = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    for declared in (f'<!ENTITY e0 "x">{bombs}', '<!ENTITY e39 SYSTEM "file:///etc/hostname">'):
        path.write_text(
            f"<!DOCTYPE lexicon [{declared}]>{ROOT}"
            "<lexeme><grapheme>&e39;</grapheme><alias>a</alias></lexeme></lexicon>"
        )
        assert check(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_lexicon_or_a_fault(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """No file makes the reader fail in another way than by telling its faults."""
    path = tmp_path_factory.getbasetemp() / "any.pls"
    path.write_bytes(content)
    assert check(path)


WORD = "<grapheme>Ytterby{n}</grapheme>"
SHAPES: dict[str, Callable[[int], str]] = {
    "words": lambda n: "".join(f"<lexeme>{WORD.format(n=each)}<phoneme>ˈyː</phoneme></lexeme>" for each in range(n)),
    "one word again": lambda n: "<lexeme><grapheme>a b</grapheme><alias>c</alias></lexeme>" * n,
    "spellings": lambda n: f"<lexeme>{''.join(WORD.format(n=each) for each in range(n))}<alias>b</alias></lexeme>",
    "ways of saying": lambda n: (
        "<lexeme><grapheme>a</grapheme>"
        + "<phoneme>a</phoneme>" * n
        + "<alias prefer='true'>b</alias>" * n
        + "</lexeme>"
    ),
    "roles": lambda n: f"<lexeme role='{'x:y ' * n}'><grapheme>a</grapheme><alias>b</alias></lexeme>",
    "nested": lambda n: "<lexeme>" * (n % 200) + "</lexeme>" * (n % 200) + "<lexeme/>" * n,
    "comments": lambda n: "<!-- --><?a b?>" * n,
    "text": lambda n: f"<lexeme><grapheme>{'a ' * n}</grapheme><alias>{'b ' * n}</alias></lexeme>" + " x" * n,
    "attributes": lambda n: (
        "<lexeme " + " ".join(f"a{each}='b'" for each in range(n % 4000)) + "/>" + "<meta a='b'/>" * n
    ),
    "faults": lambda n: "<oops/><lexeme/><grapheme/>" * n,
    "open": lambda n: "<lexeme><" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_costs_what_its_length_costs(path: Path, shape: str) -> None:
    """Read, checked and searched for every word: whatever stands in it how often."""

    def work(size: int) -> None:
        path.write_text(f"{ROOT}{SHAPES[shape](size)}</lexicon>", encoding="utf-8")
        with suppress(LexiconWrong):
            pls.read(path)

    assert exponent(work, 3_000) < LINEAR


def test_a_missing_file_is_told(path: Path) -> None:
    """A file that is not there is unreadable, not empty."""
    with pytest.raises(FileUnreadable):
        pls.read(path)


def test_add_makes_a_file_and_changes_it(path: Path) -> None:
    """A word is added, said anew in place of what was there, and everything else of the file stays."""
    add(path, "Flen", alias="Flén", language="sv")
    path.write_text(path.read_text().replace("<lexeme>", "<!-- ours --><lexeme>"))
    add(path, "Trosa", phonemes="trˈuːsa")
    add(path, "Flen", alias="Fleen")
    assert "<!-- ours -->" in path.read_text()
    assert [entry[:3] for entry in pls.read(path).entries] == [("Trosa", "", "trˈuːsa"), ("Flen", "Fleen", "")]


def test_add_leaves_the_other_spellings(path: Path) -> None:
    """A spelling that is said anew leaves the lexeme that it shared."""
    path.write_text(f"{ROOT}<lexeme><grapheme>a</grapheme><grapheme>b</grapheme><alias>x</alias></lexeme></lexicon>")
    add(path, "a", alias="y")
    assert [entry[:2] for entry in pls.read(path).entries] == [("b", "x"), ("a", "y")]


def test_add_refuses_what_is_faulty_and_leaves_the_file(path: Path) -> None:
    """Neither a word without a pronunciation, nor characters that XML has not, nor a broken file is written to."""
    add(path, "Flen", alias="Flén")
    before = path.read_bytes()
    for grapheme, alias in (("Trosa", ""), ("", "x"), ("a\x00", "x")):
        with pytest.raises(LexiconWrong):
            add(path, grapheme, alias=alias)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_set_reads_a_changed_file_again(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The operator's file comes after the shipped one; a change is seen, a fault keeps what was said before."""
    add(path, "Flen", alias="ett")
    lexicon_set = LexiconSet([path])
    assert [entry.alias for entry in lexicon_set.lexicons()["sv"][-1].entries] == ["ett"]
    assert len(lexicon_set.lexicons()["sv"]) == 2
    add(path, "Flen", alias="hundra")
    assert [entry.alias for entry in lexicon_set.lexicons()["sv"][-1].entries] == ["hundra"]
    path.write_text("<broken")
    with caplog.at_level(logging.WARNING):
        assert [entry.alias for entry in lexicon_set.lexicons()["sv"][-1].entries] == ["hundra"]
        lexicon_set.lexicons()
    assert len(caplog.records) == 1
    with pytest.raises(LexiconWrong):
        LexiconSet([path])


def test_the_set_reads_a_folder(tmp_path: Path) -> None:
    """A folder stands for its .pls files, also those that come later, and may come later itself."""
    lexicon_set = LexiconSet([tmp_path / "lexicons"])
    assert len(lexicon_set.lexicons()["sv"]) == 1
    (tmp_path / "lexicons").mkdir()
    add(tmp_path / "lexicons" / "a.pls", "Flen", alias="ett")
    assert len(lexicon_set.lexicons()["sv"]) == 2


def test_the_example_in_the_documentation_is_valid(path: Path) -> None:
    """What docs/lexicons.md shows can be used as it stands."""
    page = (Path(__file__).parents[2] / "docs" / "lexicons.md").read_text(encoding="utf-8")
    path.write_text(page.split("```xml\n")[1].split("```")[0], encoding="utf-8")
    assert check(path) == ()
    assert [entry.grapheme for entry in pls.read(path).entries] == ["S:t Petersburg", "St Petersburg", "Serdjukov"]
