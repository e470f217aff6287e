"""What holds of every script, whatever the article says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.model import Article, Block, Container, Run, Script
from readerapp.model.article import ContainerKind
from readerapp.speech import SpeechOptions, Verbosity, explain, normalize, render, script
from readerapp.speech.cutting import sounds
from readerapp.text.rewriting import Edit, Rewriting
from tests.speech.dictions import DICTIONS

LANGUAGES = ("sv", "ru", "en", "fi", "fr-CA")
PIECES = (
    "Den 4 maj 2017 kl. 13.30 kom 12\u00a0345 personer, t.ex. barn. ",
    "Это 5 % от 1 234 руб., т. е. мало? ",
    "Mr. Smith paid $5.",
    "🎉", "👨‍👩‍👧", "e\u0301", "a\u030a", "\u00ad", "\u200b", "(", ")", "...", " ", "\n",
    "\u2009", "[[x]]", "\x00", "\ud800",
    "S:t Petersburg", "Хельсингборга", "x" * 400, "och " * 120, "1" * 70,
)  # fmt: skip
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
runs = st.builds(
    Run,
    text=texts,
    language=st.sampled_from((None, *LANGUAGES)),
    link=st.sampled_from((None, "https://example.se/", "mailto:a@example.se")),
)
CONTAINERS: tuple[ContainerKind, ...] = ("ul", "ol", "li", "table", "row", "cell", "header", "quote", "figure", "dl")
MOST = 32
kinds = st.shared(st.lists(st.sampled_from(CONTAINERS), min_size=MOST, max_size=MOST), key="kinds")
"""What each container of an article is, by its key: one element is of one kind, in one place, wherever it is met."""


def path(leaf: int, kinds: list[ContainerKind], start: int, columns: int, rows: int) -> tuple[Container, ...]:
    """The way to a container of a tree in which n holds 2n and 2n + 1."""
    keys = [leaf >> depth for depth in reversed(range(leaf.bit_length()))]
    return tuple(Container(kind=kinds[key], key=key, start=start, columns=columns, rows=rows) for key in keys)


paths = st.builds(
    path, st.integers(0, MOST - 1), kinds, start=st.integers(-3, 12), columns=st.integers(1, 3), rows=st.integers(1, 3)
)
blocks = st.builds(
    Block,
    kind=st.sampled_from(("heading", "paragraph", "caption", "image", "preformatted", "term", "definition")),
    runs=st.lists(runs, max_size=4).map(tuple),
    language=st.sampled_from(LANGUAGES),
    level=st.integers(1, 6),
    role=st.sampled_from(("body", "contact", "editor", "updated", "note")),
    path=paths,
)
articles = st.builds(
    Article,
    address=st.just("https://example.se/"),
    title=texts,
    language=st.sampled_from(LANGUAGES),
    blocks=st.lists(blocks, max_size=5).map(tuple),
)
options = st.builds(
    SpeechOptions,
    verbosity=st.builds(
        Verbosity,
        headings=st.booleans(),
        lists=st.booleans(),
        quotes=st.booleans(),
        tables=st.sampled_from(("headers", "plain")),
        links=st.booleans(),
    ),
)


def _blocks(article: Article) -> dict[int, str]:
    return {-1: article.title} | {number: block.text for number, block in enumerate(article.blocks)}


@settings(max_examples=60)
@given(articles, options)
def test_every_character_is_said_exactly_once(article: Article, chosen: SpeechOptions) -> None:
    """Each character that is not white space, of each block with something to say, is in exactly one utterance."""
    said = script(article, chosen)
    for number, text in _blocks(article).items():
        counts = [0] * len(text)
        for utterance in said.utterances:
            if utterance.block == number:
                assert utterance.text == text[utterance.start : utterance.end]
                counts[utterance.start : utterance.end] = [
                    count + 1 for count in counts[utterance.start : utterance.end]
                ]
        wanted = 1 if sounds(text) else 0
        assert all(
            count == wanted or (letter.isspace() and count < 2) for letter, count in zip(text, counts, strict=True)
        )


@settings(max_examples=60)
@given(articles, options)
def test_utterances_are_sound(article: Article, chosen: SpeechOptions) -> None:
    """Utterances have something to say, no white space around it, and their readings in order inside them."""
    for utterance in script(article, chosen).utterances:
        assert sounds(utterance.text)
        assert utterance.text == utterance.text.strip()
        at = 0
        for reading in utterance.substitutions:
            assert at <= reading.start <= reading.end <= len(utterance.text)
            at = reading.end


@settings(max_examples=60)
@given(articles, options, st.sampled_from(("words", "espeak", "piper")))
def test_pieces_lead_back(article: Article, chosen: SpeechOptions, style: str) -> None:
    """The pieces of what an engine says cover the displayed and the spoken text, both in order and without gaps."""
    said: Script = script(article, chosen)
    for utterance in said.utterances:
        spoken = render(utterance, DICTIONS[style])
        displayed_at = spoken_at = 0
        for piece in spoken.pieces:
            assert (piece.displayed[0], piece.spoken[0]) == (displayed_at, spoken_at)
            displayed_at, spoken_at = piece.displayed[1], piece.spoken[1]
            if piece.verbatim:
                assert utterance.text[slice(*piece.displayed)] == spoken.text[slice(*piece.spoken)]
        assert (displayed_at, spoken_at) == (len(utterance.text), len(spoken.text))


@settings(max_examples=60)
@given(articles, st.sampled_from(("espeak", "piper")))
def test_engines_get_clean_text(article: Article, style: str) -> None:
    """No engine gets invisible characters, emoji, raw phonemes, fixed spaces or words longer than it can read."""
    for utterance in script(article).utterances:
        spoken = render(utterance, DICTIONS[style]).text
        assert not set(spoken) & set("\u00ad\u200b\u200d\u00a0\u2009\u202f\ufe0f🎉\x00\ud800[]\n")
        assert style == "piper" or "\u0301" not in spoken
        assert all(len(word) <= 120 for word in spoken.split())


@settings(max_examples=100)
@given(texts, st.sampled_from(LANGUAGES))
def test_explained_pieces_give_back_the_text(text: str, language: str) -> None:
    """The displayed pieces of an explanation, joined, are the text; nothing that is read has no rule."""
    rows = explain(text, language)
    assert "".join(row.displayed for row in rows) == text
    assert all(row.rule or row.displayed == row.spoken for row in rows)
    assert isinstance(normalize(text, language), str)


@given(st.text(max_size=60), st.data())
def test_a_rewriting_leads_back(text: str, data: st.DataObject) -> None:
    """A character of the new text comes from its own place, or from the whole edit that made it."""
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [
        Edit(start, end, data.draw(st.text(max_size=5))) for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    made = Rewriting(text, edits)
    for position in range(len(made.text)):
        start, end = made.start(position), made.end(position + 1)
        spot = next(
            ((old, new) for old, new in zip(edits, made.spots, strict=True) if new[0] <= position < new[1]), None
        )
        if spot:
            assert (start, end) == (spot[0].start, spot[0].end)
        else:
            assert (end, text[start:end]) == (start + 1, made.text[position])
