"""When the learnt weights are asked, and when the rules are trusted alone."""

from collections.abc import Mapping

import pytest

from readerapp.extract import to_text
from readerapp.extract.html import judge
from readerapp.extract.html.outline import Chunk, Outline

ADDRESS = "https://www.exempel.se/nyheter/bron"
SENTENCES = [
    "Bron över ån stängs för trafik i två veckor medan lagren byts ut.",
    "Bussarna går under tiden över den norra bron och stannar vid torget.",
    "Den som cyklar leds om längs strandvägen, där belysningen har blivit ny.",
    "Arbetet utförs av samma firma som lade om taket på simhallen i våras.",
    "Hittills har ingen klagat, säger chefen för gatukontoret, som är nöjd.",
]
TEXT = "".join(
    f"<p>{sentence} Om det har {len(sentence)} personer skrivit, och alla fick svar.</p>" for sentence in SENTENCES
)
BESIDE = "".join(
    f"<div class='related'><a href='/n/{n}'>Läs</a><p>Kommunen bygger {n} nya lekplatser i år, skriver den.</p></div>"
    for n in range(2, 9)
)


def asked(monkeypatch: pytest.MonkeyPatch, body: str) -> bool:
    """Whether the weights were asked about a whole page, whose text is read."""
    whole = []
    ask = judge.probabilities

    def probabilities(
        out: Outline, labels: Mapping[Chunk, str], subset: frozenset[Chunk] | None = None
    ) -> dict[Chunk, float]:
        whole.append(subset is None)
        return ask(out, labels, subset)

    monkeypatch.setattr(judge, "probabilities", probabilities)
    text = to_text(f"<html><head><title>Bron stängs</title></head><body>{body}</body></html>", ADDRESS)
    assert all(sentence in text for sentence in SENTENCES)
    return any(whole)


def test_article_under_its_headline_is_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where paragraphs that stand alike begin under the headline, the weights are not asked about the page."""
    assert not asked(monkeypatch, f"<main><h1>Bron stängs</h1>{TEXT}</main><div>{BESIDE}</div>")


def test_text_without_headline_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text is weighed against what stands beside it where no headline stands over it."""
    assert asked(monkeypatch, f"<main>{TEXT}</main><div>{BESIDE}</div>")


def test_text_far_under_another_headline_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is weighed too where much that could be read stands between the headline and it."""
    assert asked(monkeypatch, f"<div><h1>Bron stängs</h1>{BESIDE}</div><main>{TEXT}</main>")
