"""When the learnt weights are asked, and when the rules are trusted alone."""

from collections.abc import Mapping

import pytest

from readerapp.extract import to_text
from readerapp.extract.html import judge, likelihood
from readerapp.extract.html.outline import Chunk, Outline

ADDRESS = "https://www.exempel.se/nyheter/bron"
SENTENCES = [
    "Bron över ån stängs för trafik i två veckor medan lagren byts ut.",
    "Bussarna går under tiden över den norra bron och stannar vid torget.",
    "Den som cyklar leds om längs strandvägen, där belysningen har blivit ny.",
    "Arbetet utförs av samma firma som lade om taket på simhallen i våras.",
    "Hittills har ingen klagat, säger chefen för gatukontoret, som är nöjd.",
    "I slutet av månaden ska asfalten ligga, om vädret tillåter det.",
]
TEXT = "".join(
    f"<p>{sentence} Om det har {len(sentence)} personer skrivit, och alla fick svar.</p>" for sentence in SENTENCES
)
BESIDE = "".join(
    f"<div class='related'><a href='/n/{n}'>Läs</a><p>Kommunen bygger {n} nya lekplatser i år, skriver den.</p></div>"
    for n in range(2, 9)
)
PUBLISHED = "<meta property='article:published_time' content='2026-11-02'>"


def asked(monkeypatch: pytest.MonkeyPatch, body: str, head: str = PUBLISHED) -> bool:
    """Whether the weights were asked about a whole page, whose text is read."""
    whole = []
    ask = likelihood.probabilities

    def probabilities(
        out: Outline, labels: Mapping[Chunk, str], subset: frozenset[Chunk] | None = None
    ) -> dict[Chunk, float]:
        whole.append(subset is None)
        return ask(out, labels, subset)

    monkeypatch.setattr(judge, "probabilities", probabilities)
    text = to_text(f"<html><head><title>Bron stängs</title>{head}</head><body>{body}</body></html>", ADDRESS)
    assert all(sentence in text for sentence in SENTENCES)
    return any(whole)


def test_story_is_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a page calls itself an article and most of it is paragraphs that are read, the weights are not asked."""
    assert not asked(monkeypatch, f"<main><h1>Bron stängs</h1>{TEXT}</main><div>{BESIDE}</div>")


def test_page_that_does_not_call_itself_an_article_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text is weighed against what stands beside it where the page says nothing of itself."""
    assert asked(monkeypatch, f"<main><h1>Bron stängs</h1>{TEXT}</main><div>{BESIDE}</div>", head="")


def test_story_amid_much_else_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is weighed too where as much as it could be read beside it."""
    assert asked(monkeypatch, f"<main><h1>Bron stängs</h1>{TEXT}</main><div>{3 * BESIDE}</div>")
