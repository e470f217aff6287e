"""The article as HTML: structure, languages, sentences, and what hostile pages may not do."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import get_args

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readerapp.model import Article, Block, Container, Run, Script, Utterance
from readerapp.model.article import ContainerKind, Kind
from readerapp.web.reader.markup import render, render_title

VOID = {"br", "img", "hr", "input", "meta", "link"}
PARENTS = {
    "li": {"ul", "ol"},
    "tr": {"table"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "dt": {"dl"},
    "dd": {"dl"},
    "figcaption": {"figure"},
}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "table": {"tr", "caption"}, "tr": {"td", "th"}, "dl": {"dt", "dd"}}


def article(*blocks: Block, title: str = "Titel", language: str = "sv") -> Article:
    return Article(address="https://example.org/", title=title, language=language, blocks=blocks)


def paragraph(*runs: Run, language: str = "sv", path: tuple[Container, ...] = ()) -> Block:
    return Block("paragraph", runs, language, path=path)


def say(*spans: tuple[int, int, int], language: str = "sv", text: str = "") -> Script:
    """A script of utterances given as (block, start, end)."""
    utterances = tuple(
        Utterance(text=text[start:end], language=language, block=block, start=start, end=end)
        for block, start, end in spans
    )
    return Script(title="", language=language, utterances=utterances)


def html(blocks: Sequence[Block], script: Script | None = None) -> str:
    return str(render(article(*blocks), script or say()))


class Outline(HTMLParser):
    """Every element with its parent, from the source as written, not as a browser would mend it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.pairs: list[tuple[str, str]] = []
        self.text = ""
        self.feed(source)
        self.close()

    # What HTMLParser calls.
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pairs.append((self.open[-1] if self.open else "", tag))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_sentence_has_its_number_as_deep_link() -> None:
    """Each utterance is a span whose id is a deep link and whose text is what is displayed."""
    source = html([paragraph(Run("Hej du. Hur mår du?"))], say((0, 0, 7), (0, 8, 19)))
    assert source == (
        '<p><span class="s" id="s0" data-n="0">Hej du.</span> <span class="s" id="s1" data-n="1">Hur mår du?</span></p>'
    )


def test_a_link_inside_a_sentence_does_not_cut_it() -> None:
    """A sentence with a link in it is one element, so that a deep link lights all of it."""
    runs = (Run("Läs "), Run("mer", link="https://a.se/x?a=1&b=2"), Run(" här."))
    source = html([paragraph(*runs)], say((0, 0, 12)))
    assert source.count("<span") == 1
    assert '<a href="https://a.se/x?a=1&amp;b=2" rel="noopener">mer</a>' in source


def test_a_link_over_two_sentences_stays_one_link() -> None:
    """A link that goes on over a full stop is one link; the sentences are cut, with one id each."""
    runs = (Run("Först. "), Run("Nu en länk. Och", link="https://a.se/"), Run(" mer text."))
    source = html([paragraph(*runs)], say((0, 0, 6), (0, 7, 18), (0, 19, 32)))
    assert source.count("<a ") == 1
    assert source.count('data-n="2"') == 2
    assert source.count('id="s2"') == 1


def test_emphasis_inside_one_link_makes_one_link() -> None:
    """Runs with the same address next to one another are one link."""
    runs = (Run("ett ", link="https://a.se/"), Run("två", link="https://a.se/", emphasis="strong"))
    assert html([paragraph(*runs)], say((0, 0, 7))).count("<a ") == 1


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/",
        "/local",
        "https://a.se/ onclick=x",
        "",
    ],
)
def test_only_harmless_links_are_links(address: str) -> None:
    """Anything but a whole http(s), mailto or tel address is shown as text."""
    source = html([paragraph(Run("klicka", link=address))])
    assert source == "<p>klicka</p>"


@pytest.mark.parametrize("address", ["http://a.se/", "HTTPS://a.se/å", "mailto:a@b.se", "tel:+46701234567"])
def test_useful_links_are_kept(address: str) -> None:
    """Web, mail and telephone links lead where they led, and tell the other page nothing of this window."""
    link = lxml.html.fragment_fromstring(html([paragraph(Run("dit", link=address))])).find("a")
    assert link is not None
    assert (link.get("href"), link.get("rel")) == (address, "noopener")


def test_languages_are_marked_where_they_differ() -> None:
    """Block, sentence and run carry `lang` when it is not that of what they stand in, and only then."""
    blocks = [
        paragraph(Run("Hej. "), Run("Привет.", language="ru"), Run(" Да.")),
        paragraph(Run("Вот "), Run("IT", language="en"), language="ru"),
    ]
    script = Script(
        title="",
        language="sv",
        utterances=(
            Utterance(text="Hej.", language="sv", block=0, start=0, end=4),
            Utterance(text="Привет.", language="ru", block=0, start=5, end=12),
            Utterance(text="Вот IT", language="ru", block=1, start=0, end=6),
        ),
    )
    source = html(blocks, script)
    assert '<span class="s" id="s1" data-n="1" lang="ru">Привет.</span>' in source
    assert '<p lang="ru"><span class="s" id="s2" data-n="2">Вот <span lang="en">IT</span></span></p>' in source
    assert source.count("lang=") == 3


def test_a_language_tag_cannot_carry_markup() -> None:
    """A tag that is not a language tag is left out."""
    assert html([paragraph(Run("x", language='"><script>'), language='sv" onload="x')]) == "<p>x</p>"


def test_nested_lists_are_rebuilt() -> None:
    """Neighbours with the same container share it; lists nest as on the page and keep their first number."""
    outer, first, second = Container("ol", 1, start=3), Container("li", 2), Container("li", 3)
    inner, leaf = Container("ul", 4), Container("li", 5)
    blocks = [
        paragraph(Run("a"), path=(outer, first)),
        paragraph(Run("b"), path=(outer, first, inner, leaf)),
        paragraph(Run("c"), path=(outer, second)),
    ]
    assert html(blocks) == '<ol start="3"><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ol>'
    letters = Container("ol", 1, numbering="a")
    assert html([paragraph(Run("a"), path=(letters, first))]) == '<ol type="a"><li><p>a</p></li></ol>'


def test_a_table_keeps_caption_headers_and_spans() -> None:
    """A fee table comes out with its caption, column and row headers, spans and empty cells."""
    table, head, row = Container("table", 1), Container("row", 2), Container("row", 3)
    blocks = [
        Block("caption", (Run("Avgifter"),), "sv", path=(table,)),
        paragraph(Run("År"), path=(table, head, Container("header", 4))),
        paragraph(Run("Avgift"), path=(table, head, Container("header", 5, columns=2))),
        paragraph(Run("2025"), path=(table, row, Container("header", 6, rows=2))),
        paragraph(Run(""), path=(table, row, Container("cell", 7))),
        paragraph(Run("40 kr"), path=(table, row, Container("cell", 8))),
    ]
    assert html(blocks) == (
        '<div class="wide" role="group" aria-label="Table"><table><caption>Avgifter</caption>'
        '<tr><th scope="col"><p>År</p></th><th colspan="2" scope="col"><p>Avgift</p></th></tr>'
        '<tr><th rowspan="2" scope="row"><p>2025</p></th><td></td><td><p>40 kr</p></td></tr></table></div>'
    )


def test_a_picture_is_its_words() -> None:
    """No picture is fetched from elsewhere: its alternative text stands there, named in the reader's language."""
    figure = Container("figure", 1)
    blocks = [
        Block("image", (Run("En älg"),), "sv", path=(figure,), source="https://a.se/elg.jpg"),
        Block("caption", (Run("Foto: Ek"),), "sv", path=(figure,)),
    ]
    source = str(render(article(*blocks), say(), {"Picture:": "Картинка:"}.__getitem__, "ru"))
    assert source == (
        '<figure><p class="picture"><span class="label" lang="ru">Картинка:</span> En älg</p>'
        "<figcaption>Foto: Ek</figcaption></figure>"
    )


def test_headings_skip_no_level() -> None:
    """Below the title's h1 the headings keep their order, whatever levels the page used."""
    blocks = [Block("heading", (Run(str(n)),), "sv", level=level) for n, level in enumerate([3, 5, 5, 2, 3, 6, 1])]
    assert re.findall(r"<h(\d)>", html(blocks)) == ["2", "3", "3", "2", "3", "4", "2"]


def test_a_term_outside_a_list_gets_one() -> None:
    """Terms and definitions stand in one list of definitions even where the page had none."""
    blocks = [Block("term", (Run("a"),), "sv"), Block("definition", (Run("b"),), "sv")]
    assert html(blocks) == "<dl><dt>a</dt><dd>b</dd></dl>"


def test_contacts_are_told_apart() -> None:
    """A block that is not the article's body says what it is, for the style sheet."""
    assert html([Block("paragraph", (Run("Anna Ek"),), "sv", role="contact")]) == '<p class="contact">Anna Ek</p>'


def test_the_title_is_marked_as_block_minus_one() -> None:
    """The title's sentences are those of block -1."""
    assert str(render_title(article(title="A & B"), say((-1, 0, 5)))) == (
        '<span class="s" id="s0" data-n="0">A &amp; B</span>'
    )


def test_a_page_of_links_leads_to_what_can_be_heard() -> None:
    """Each line of a page of links has a way to hear where it leads, behind a heading and within any other line."""
    run = Run("Ansök om bygglov", link="https://example.org/b?a=1&b=2")
    blocks = (Block("heading", (run,), "sv", level=2), paragraph(run), paragraph(Run("utan länk")))
    page = Article(address="https://example.org/", title="Titel", language="sv", blocks=blocks, links=2)
    tree = lxml.html.fragment_fromstring(str(render(page, say((0, 0, 16), (1, 0, 16)))), create_parent="div")
    ways = tree.xpath("//a[@class='onward']")
    assert [way.get("href") for way in ways] == ["?url=https%3A%2F%2Fexample.org%2Fb%3Fa%3D1%26b%3D2#play"] * 2
    assert [way.getparent().tag for way in ways] == ["p", "p"]
    assert not tree.xpath("//h2//a[@class='onward']")
    assert "onward" not in render(article(*blocks), say((0, 0, 16)))


def test_a_preformatted_text_keeps_its_first_line_break() -> None:
    """A parser drops the first line break after <pre>, which would move every offset by one."""
    block = Block("preformatted", (Run("\nrad"),), "sv")
    assert html([block]) == "<pre>\n\nrad</pre>"


WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=12)
RUNS = st.builds(
    Run,
    text=WORDS,
    language=st.sampled_from([None, "sv", "ru", "xx<"]),
    link=st.sampled_from([None, "https://a.se/", "javascript:x", 'https://a.se/"><b>']),
    emphasis=st.sampled_from(["", "em", "sup"]),
)
PATHS = st.lists(
    st.builds(Container, kind=st.sampled_from(get_args(ContainerKind)), key=st.integers(0, 9)), max_size=5
).map(tuple)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(get_args(Kind)),
    runs=st.lists(RUNS, max_size=4).map(tuple),
    language=st.sampled_from(["sv", "ru"]),
    level=st.integers(1, 6),
    path=PATHS,
)


# The time that a busy machine takes to think of an example says nothing about the markup.
patient = settings(suppress_health_check=[HealthCheck.too_slow])


@st.composite
def spoken_blocks(draw: st.DrawFn) -> tuple[list[Block], Script]:
    blocks = draw(st.lists(BLOCKS, max_size=6))
    span = st.tuples(st.integers(0, 6), st.integers(0, 40), st.integers(0, 40))
    return blocks, say(*draw(st.lists(span, max_size=8)))


@patient
@given(spoken_blocks())
def test_any_blocks_become_valid_html(case: tuple[list[Block], Script]) -> None:
    """Whatever containers and offsets come, elements close in order and stand only where HTML lets them."""
    outline = Outline(html(*case))
    assert not outline.open
    for parent, child in outline.pairs:
        assert parent in PARENTS.get(child, {parent}), (parent, child)
        assert child in CHILDREN.get(parent, {child}), (parent, child)
        assert child not in {"b", "script"}


@patient
@given(spoken_blocks())
def test_no_character_is_lost_or_added(case: tuple[list[Block], Script]) -> None:
    """The text of the HTML is that of the blocks, but for the label of a picture."""
    blocks, script = case
    shown = [block for block in blocks if block.text.strip()]
    expected = "".join(("Picture: " if block.kind == "image" else "") + block.text for block in shown)
    assert squeezed(Outline(html(blocks, script)).text) == squeezed(expected)


def squeezed(text: str) -> str:
    return text.replace("\n", "")


@patient
@given(spoken_blocks())
def test_ids_are_unique_and_sentences_whole(case: tuple[list[Block], Script]) -> None:
    """One id per sentence, and the pieces of a sentence joined are what the script displays."""
    blocks, script = case
    source = html(blocks, script)
    ids = re.findall(r'<span class="s" id="(s\d+)"', source)
    assert len(ids) == len(set(ids))
    for number, text in pieces(source):
        utterance = script.utterances[number]
        whole = blocks[utterance.block].text
        assert text in whole[utterance.start : utterance.end]


def pieces(source: str) -> Iterator[tuple[int, str]]:
    for span in lxml.html.fragment_fromstring(f"<div>{source}</div>").iter("span"):
        if span.get("data-n"):
            yield int(span.get("data-n")), span.text_content()
