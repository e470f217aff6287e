"""Which words of a text a lexicon knows, and what is said for them."""

import pytest

from readerapp.model import Article, Block, Run
from readerapp.speech import Entry, Lexicon, SpeechOptions, explain, mentions, render, script
from tests.growth import LINEAR, cost, exponent


def changed(text: str, *entries: Entry, language: str = "sv") -> list[tuple[str, str]]:
    """The displayed pieces that the lexicon changes, with what is said for them."""
    rows = explain(text, language, [Lexicon(language, entries)])
    return [(row.displayed, row.spoken) for row in rows if "lexicon" in row.rule]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Viborg", [("Viborg", "Vibårj")]),
        ("VIBORG", [("VIBORG", "Vibårj")]),
        ("viborg", []),
        ("Viborgs län", [("Viborgs", "Vibårjs")]),
        ("VIBORGS LÄN", [("VIBORGS", "Vibårjs")]),
        ("Viborgare", []),
        ("Nyviborg", []),
        ("Viborg-avtalet", [("Viborg", "Vibårj")]),
        ("(Viborg)", [("Viborg", "Vibårj")]),
        ("Vi\u00adborg", [("Vi\u00adborg", "Vibårj")]),
    ],
)
def test_whole_words_with_their_capitals(text: str, found: list[tuple[str, str]]) -> None:
    """A name matches as a whole word with its capital or in capitals, with its genitive, through soft hyphens."""
    assert changed(text, Entry("Viborg", "Vibårj")) == found


def test_small_letters_match_at_the_beginning_of_a_sentence() -> None:
    """An entry in small letters matches with a first capital, and in capitals."""
    assert [said for _, said in changed("Jour jour JOUR jOUR", Entry("jour", "schor"))] == ["schor"] * 3


def test_phrases_and_the_longest_match() -> None:
    """A phrase matches through a no-break space, and wins over a word in it."""
    entries = (Entry("Petersburg", "Peters-burj"), Entry("S:t Petersburg", "Sankt Petersburg"))
    assert changed("S:t\u00a0Petersburgs stad, Petersburg", *entries) == [
        ("S:t\u00a0Petersburgs", "Sankt Petersburgs"),
        ("Petersburg", "Peters-burj"),
    ]


def test_genitive_of_letters() -> None:
    """“SKR:s” keeps its s."""
    assert changed("SKR:s beslut", Entry("SKR", "eskåerr")) == [("SKR:s", "eskåerrs")]


@pytest.mark.parametrize(
    ("text", "entry", "said"),
    [
        ("в Хельсингборге", Entry("Хельсингборг", "Хе\u0301льсингборг"), "Хе\u0301льсингборге"),
        ("ХЕЛЬСИНГБОРГА", Entry("Хельсингборг", "Хе\u0301льсингборг"), "Хе\u0301льсингборга"),
        ("из Вадстены", Entry("Вадстена", "Ва\u0301дстена"), "Ва\u0301дстены"),
        ("Выборгского района", Entry("Выборгский", "Вы\u0301боргский"), "Вы\u0301боргского"),
        ("в Карелии", Entry("Карелия", "Каре\u0301лия"), "Каре\u0301лии"),
    ],
)
def test_russian_cases(text: str, entry: Entry, said: str) -> None:
    """One entry serves the cases of a Russian name whose alias ends as it does."""
    assert [spoken for _, spoken in changed(text, entry, language="ru")] == [said]


def test_phonemes_of_russian_cases() -> None:
    """A case ending voices or softens the last consonant; a form whose sound cannot be told has the alias alone."""
    lexicon = Lexicon("ru", [Entry("Хельсингборг", "Хе\u0301льсингборг", "xˈeɭsʲinɡbʌrk")])
    sounds = {
        row.displayed: row.phonemes for row in explain("Хельсингборга Хельсингборге Хельсингборги", "ru", [lexicon])
    }
    assert sounds["Хельсингборга"] == "xˈeɭsʲinɡbʌrɡa"
    assert sounds["Хельсингборге"] == "xˈeɭsʲinɡbʌrɡʲi"
    assert sounds["Хельсингборги"] == ""


def test_a_russian_word_that_is_not_a_case_is_left() -> None:
    """Another word with the same beginning is another word."""
    assert changed("Выборгцы", Entry("Выборг", "Вы\u0301борг"), language="ru") == []


def test_phonemes_are_carried_with_the_word_as_fallback() -> None:
    """An entry with phonemes alone leaves the word as it is, for the engines that take no IPA."""
    made = script(
        Article(
            address="https://example.se/",
            title="",
            language="sv",
            blocks=(Block("paragraph", (Run("Serdjukovs och Serdjukov"),), "sv"),),
        ),
        SpeechOptions(lexicons={"sv": [Lexicon("sv", [Entry("Serdjukov", phonemes="sɛrdjʉkˈoːv")])]}),
    )
    spoken = render(made.utterances[0])
    assert spoken.text == "Serdjukovs och Serdjukov"
    assert [piece.phonemes for piece in spoken.pieces] == ["sɛrdjʉkˈoːvs", "", "sɛrdjʉkˈoːv"]


def test_an_alias_is_read_by_the_rules_around_it() -> None:
    """Numbers in an alias are read, and so are numbers next to it."""
    rows = explain("Årskurs F-3 i 5 veckor", "sv", [Lexicon("sv", [Entry("F-3", "förskoleklass till årskurs 3")])])
    assert "".join(row.spoken for row in rows) == "Årskurs förskoleklass till årskurs tre i fem veckor"


def test_an_alias_inside_a_reading_is_one_piece_with_it() -> None:
    """Where a rule reads across an alias, both become one reading that names both."""
    rows = explain("5 kr", "sv", [Lexicon("sv", [Entry("kr", "kronor")])])
    assert "".join(row.displayed for row in rows) == "5 kr"
    assert "".join(row.spoken for row in rows) == "fem kronor"


def test_an_alias_is_never_cut() -> None:
    """A full stop inside an alias ends no utterance, though the rules see it."""
    lexicon = Lexicon("sv", [Entry("Flen", "en stad. Vacker är den")])
    block = Block("paragraph", (Run("Se på Flen nu. Kom hit."),), "sv")
    made = script(
        Article(address="https://example.se/", title="", language="sv", blocks=(block,)),
        SpeechOptions(lexicons={"sv": [lexicon]}),
    )
    assert [utterance.text for utterance in made.utterances] == ["Se på Flen nu.", "Kom hit."]


def test_the_later_lexicon_wins() -> None:
    """The operator's lexicon comes after the shipped one."""
    shipped, own = (Lexicon("sv", [Entry("Viborg", said)]) for said in ("ett", "två"))
    assert [row.spoken for row in explain("Viborg", "sv", [shipped, own])] == ["två"]
    assert [row.spoken for row in explain("Viborg", "sv", [own, shipped])] == ["ett"]


def test_mentions_finds_the_utterances_that_a_changed_word_touches() -> None:
    """`where` finds a word in its forms, by utterance."""
    blocks = tuple(Block("paragraph", (Run(text),), "sv") for text in ("I Flen.", "Flens stad.", "Flenbor."))
    made = script(Article(address="https://example.se/", title="Trosa", language="sv", blocks=blocks))
    assert mentions(made.utterances, "Flen") == (1, 2)
    assert mentions(made.utterances, "Trosa") == (0,)
    assert mentions(made.utterances, "...") == ()


def test_a_large_lexicon_is_found_in_linear_time() -> None:
    """A text costs what its length costs, and ten thousand entries cost it no more than a hundred."""
    few, many = (Lexicon("sv", [Entry(f"ord{number}", "x") for number in range(size)]) for size in (100, 10_000))

    def find(lexicon: Lexicon, words: int = 5_000) -> None:
        assert sum(1 for _ in lexicon.matches("ord77 mening " * words)) == words

    assert exponent(lambda words: find(many, words), 2_500) < LINEAR
    assert min(cost(lambda _: find(many), 1) for _ in range(3)) < 10 * max(
        cost(lambda _: find(few), 1) for _ in range(3)
    )
