"""What is said of an article, in which order, with which words of structure and which silences."""

import msgspec

from readerapp.model import Article, Block, Container, Run, Script
from readerapp.speech import SpeechOptions, Verbosity, render, script
from readerapp.speech.cutting import LONGEST
from tests.growth import LINEAR, exponent


def article(*blocks: Block, title: str = "Titel", language: str = "sv") -> Article:
    """An article of these blocks."""
    return Article(address="https://example.se/", title=title, language=language, blocks=blocks)


def paragraph(text: str, *path: Container, language: str = "sv", **more: object) -> Block:
    """A block of one run."""
    return Block(**{"kind": "paragraph", "runs": (Run(text),), "language": language, "path": path} | more)  # type: ignore[arg-type]


def said(made: Script) -> list[str]:
    """What is said after the title, in ordinary words."""
    return [render(utterance).text for utterance in made.utterances if utterance.block >= 0]


def test_title_comes_first() -> None:
    """The title is the first utterance, as block -1."""
    first = script(article(paragraph("Text."))).utterances[0]
    assert (first.text, first.block) == ("Titel", -1)


def test_sentences_are_utterances() -> None:
    """A paragraph is cut at its sentences, an abbreviation ends none, and pauses tell a sentence from a paragraph."""
    made = script(article(paragraph("Det kostar ca 5 kr, t.ex. i maj. Ring oss!"), paragraph("Slut.")))
    assert said(made) == ["Det kostar cirka fem kronor, till exempel i maj.", "Ring oss!", "Slut."]
    sentence, block, _ = [utterance.pause for utterance in made.utterances[1:]]
    assert sentence < block


def test_languages_are_cut_apart() -> None:
    """Each language is an utterance of its own; brackets with nothing to say stay with a neighbour."""
    block = Block("paragraph", (Run("Läs mer ("), Run("Подробнее", language="ru"), Run(") nu.")), "sv")
    made = script(article(block))
    assert [(u.text, u.language) for u in made.utterances[1:]] == [
        ("Läs mer (", "sv"),
        ("Подробнее", "ru"),
        (") nu.", "sv"),
    ]


def test_a_language_without_package_is_left_as_it_is() -> None:
    """A French text keeps its language and its words."""
    made = script(article(paragraph("Il est 5 %. Oui.", language="fr")))
    assert [(u.text, u.language, u.substitutions) for u in made.utterances[1:]] == [
        ("Il est 5 %.", "fr", ()),
        ("Oui.", "fr", ()),
    ]


def test_blocks_are_never_merged() -> None:
    """Headings and list items without full stops are utterances of their own."""
    path = Container("ul", 1)
    blocks = [paragraph(text, path, Container("li", key)) for key, text in enumerate(("mjölk", "bröd"), 2)]
    heading = Block("heading", (Run("Att köpa"),), "sv", level=2)
    assert said(script(article(heading, *blocks))) == ["Att köpa", "mjölk", "bröd"]


def test_lines_are_cut_apart() -> None:
    """A line break ends an utterance: the lines of an address or of opening hours are not one sentence."""
    made = script(article(paragraph("Storgatan 1\n641 80 Katrineholm\nSverige")))
    assert [utterance.text for utterance in made.utterances[1:]] == ["Storgatan 1", "641 80 Katrineholm", "Sverige"]


def test_nothing_to_say_is_not_said() -> None:
    """Emoji and punctuation alone are no utterances."""
    assert said(script(article(paragraph("🎉🎉"), paragraph("* * *"), paragraph("–")))) == []


def test_long_sentences_are_cut_at_sense() -> None:
    """A sentence of more than 350 characters is cut after a comma rather than in a clause."""
    clause = "när den nya skolan står klar efter sommaren kan alla barn i hela kommunen gå dit"
    made = script(article(paragraph(", ".join([clause] * 9) + ".")))
    pieces = made.utterances[1:]
    assert all(len(piece.text) <= LONGEST for piece in pieces)
    assert all(piece.text.endswith((",", ".")) for piece in pieces)
    assert {piece.pause for piece in pieces[:-1]} == {60}


def test_a_cut_leaves_no_word_alone() -> None:
    """The last piece of a long sentence is a piece, not its last word."""
    for words in range(58, 80):
        pieces = script(article(paragraph("skola " * words + "slut."))).utterances[1:]
        assert all(len(piece.text) > 50 for piece in pieces)


def test_a_reading_ends_where_its_utterance_does() -> None:
    """A replacement that takes the space after it is clipped with the space."""
    made = script(article(paragraph("5 & "), paragraph(" & 5")))
    assert all(0 <= r.start <= r.end <= len(u.text) for u in made.utterances for r in u.substitutions)
    assert [words.strip() for words in said(made)] == ["fem och", "och fem"]


def test_a_reading_is_never_cut() -> None:
    """A cut or a sentence border never falls inside a replacement."""
    for padding in range(330, 352):
        made = script(article(paragraph("a" * padding + " kl. 13.30 den 4 maj 2017 och så vidare " + "b " * 60)))
        assert all("13" not in u.text or "13.30" in u.text for u in made.utterances)


def test_ordered_lists_are_numbered() -> None:
    """Items of an ordered list are said with their numbers from its start; a second block of an item is not."""
    path = Container("ol", 1, start=3)
    first, second = Container("li", 2), Container("li", 3)
    blocks = (paragraph("Gå in.", path, first), paragraph("Stäng.", path, first), paragraph("Sitt.", path, second))
    assert said(script(article(*blocks))) == ["tre: Gå in.", "Stäng.", "fyra: Sitt."]
    assert said(script(article(*blocks), SpeechOptions(verbosity=Verbosity(numbers=False)))) == [
        "Gå in.",
        "Stäng.",
        "Sitt.",
    ]


def test_an_item_that_tells_its_number_is_said_with_it() -> None:
    """What follows it counts on from there."""
    ordered, items = Container("ol", 1), (Container("li", 2), Container("li", 3, number=7), Container("li", 4))
    blocks = [paragraph(text, ordered, item) for text, item in zip(("Gå in.", "Stäng.", "Sitt."), items, strict=True)]
    assert said(script(article(*blocks))) == ["ett: Gå in.", "sju: Stäng.", "åtta: Sitt."]


def test_a_list_by_letters_is_said_by_letters() -> None:
    """A law speaks of its point b; Roman numbers are said as numbers, and so is what no letter is left for."""
    item = Container("li", 2)
    lists = {
        "b:": Container("ol", 1, 2, "a"),
        "C:": Container("ol", 1, 3, "A"),
        "fyra:": Container("ol", 1, 4, "i"),
        "tjugosju:": Container("ol", 1, 27, "a"),
    }
    for label, ordered in lists.items():
        assert said(script(article(paragraph("Gå in.", ordered, item)))) == [f"{label} Gå in."]


def test_list_numbers_are_read_in_the_language_of_the_item() -> None:
    """A Russian item is numbered in Russian words."""
    item = paragraph("Войдите.", Container("ol", 1, start=21), Container("li", 2), language="ru")
    assert said(script(article(item))) == ["двадцать один: Войдите."]


def test_structure_on_request() -> None:
    """Heading levels, list lengths, quotations, links and images are said in the block's language by the translator."""

    def say(language: str, message: str, plural: str = "", /, **facts: object) -> str:
        swedish = {
            "Heading level %(level)s. ": "Rubrik nivå %(level)s. ",
            "List with %(count)s items. ": "Lista med %(count)s punkter. ",
            "Quote: ": "Citat: ",
            " End of quote.": " Slut på citat.",
            "Link: ": "Länk: ",
            "Image: ": "Bild: ",
        }
        assert language == "sv"
        return swedish[plural or message] % facts

    quote, bullets = Container("quote", 1), Container("ul", 2)
    blocks = (
        Block("heading", (Run("Rubrik"),), "sv", level=2),
        paragraph("Klokt sagt.", quote),
        paragraph("ett", bullets, Container("li", 3)),
        paragraph("två", bullets, Container("li", 4)),
        Block("paragraph", (Run("Läs "), Run("mer", link="https://example.se/")), "sv"),
        Block("image", (Run("En skola"),), "sv"),
    )
    chosen = SpeechOptions(verbosity=Verbosity(headings=True, lists=True, quotes=True, links=True), say=say)
    made = script(article(*blocks), chosen)
    assert said(made) == [
        "Rubrik nivå två. Rubrik",
        "Citat: Klokt sagt. Slut på citat.",
        "Lista med två punkter. ett",
        "två",
        "Läs Länk: mer",
        "Bild: En skola",
    ]
    heading = made.utterances[1]
    assert (heading.text, heading.substitutions[0].start, heading.substitutions[0].end) == ("Rubrik", 0, 0)


def test_a_container_is_announced_where_it_is_first_heard() -> None:
    """A list and a quote that begin or end with a silent block are announced before, and ended after, what is said."""
    quote, bullets = Container("quote", 1), Container("ul", 2)
    blocks = (
        paragraph("–", quote),
        paragraph("Klokt.", quote),
        paragraph("* * *", quote),
        Block("image", (Run("Ikon"),), "sv", path=(bullets, Container("li", 3))),
        paragraph("ett", bullets, Container("li", 3)),
        paragraph("två", bullets, Container("li", 4)),
    )
    chosen = SpeechOptions(verbosity=Verbosity(lists=True, quotes=True, images=False))
    assert said(script(article(*blocks), chosen)) == [
        "Quote: Klokt. End of quote.",
        "List with två items. ett",
        "två",
    ]


def test_a_list_whose_contact_is_said_last_is_announced_once() -> None:
    """The item that is said last belongs to a list that was announced already."""
    bullets = Container("ul", 1)
    blocks = (
        paragraph("Ring oss.", bullets, Container("li", 2), role="contact"),
        paragraph("Kom hit.", bullets, Container("li", 3)),
    )
    chosen = SpeechOptions(verbosity=Verbosity(lists=True))
    assert said(script(article(*blocks), chosen)) == ["List with två items. Kom hit.", "Ring oss."]


def test_a_page_of_links_says_how_many_it_has() -> None:
    """After its title, for whoever sees no list at a glance; a page of text says nothing of the kind."""
    links = tuple(
        Block("paragraph", (Run(text, link="https://example.se/"),), "sv") for text in ("Skola", "Vård", "Miljö")
    )
    page = article(*links, title="Våra sidor")
    assert render(script(page).utterances[0]).text == "Våra sidor"
    listing = script(msgspec.structs.replace(page, links=3))
    assert (listing.utterances[0].text, render(listing.utterances[0]).text) == ("Våra sidor", "Våra sidor, tre links")
    assert said(listing) == ["Skola", "Vård", "Miljö"]


def test_a_description_is_said_to_be_one() -> None:
    """Before it, and displayed nowhere: the listener is not left to think that it is the page's text."""
    page = msgspec.structs.replace(article(paragraph("Här anmäler du fel."), title="Felanmälan"), described=True)
    spoken = script(page)
    assert said(spoken) == ["The page’s own description: Här anmäler du fel."]
    assert [utterance.text for utterance in spoken.utterances] == ["Felanmälan", "Här anmäler du fel."]


def test_images_and_contacts() -> None:
    """Images are said unless they are not wanted; contacts come last, or not at all."""
    blocks = (
        paragraph("Ring oss.", role="contact"),
        Block("image", (Run("En skola"),), "sv"),
        paragraph("Text."),
    )
    assert said(script(article(*blocks)))[-1] == "Ring oss."
    quiet = SpeechOptions(verbosity=Verbosity(images=False, contacts=False))
    assert said(script(article(*blocks), quiet)) == ["Text."]


def test_time_grows_with_the_text_only() -> None:
    """Twenty times the text takes about twenty times as long, for text that invites backtracking too."""
    for piece in ("Den 4 maj kl. 13.30 kom 12 345 barn. ", "a,", "1", "((((", "🎉\u200d", "a\u0301", "å-"):

        def read(times: int, piece: str = piece) -> None:
            script(article(paragraph(piece * times)))

        assert exponent(read, 150, 20) < LINEAR, piece
