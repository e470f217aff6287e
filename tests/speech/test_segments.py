"""Sentences are known by what is displayed, and stay the same whatever is decided about how they are said."""

from readerapp.model import Article, Block, Run
from readerapp.speech import SpeechOptions, Verbosity, script, segment


def _article(*paragraphs: str) -> Article:
    blocks = tuple(Block(kind="paragraph", runs=(Run(text),), language="sv") for text in paragraphs)
    return Article(address="https://example.org/", title="Bad", language="sv", blocks=blocks)


def test_a_paragraph_put_in_changes_no_other_id() -> None:
    """Place is only order: every sentence of before is there after, by its id."""
    before = segment(_article("Kom kl. 9. Ta med handduk.", "Välkommen!"))
    after = segment(_article("Nytt! Bastun är öppen.", "Kom kl. 9. Ta med handduk.", "Välkommen!"))
    assert {one.id for one in after} - {one.id for one in before} == {one.id for one in after if one.block == 0}
    assert {one.id for one in before} < {one.id for one in after}


def test_equal_sentences_have_different_ids() -> None:
    """The second of two alike is told by its number."""
    ids = [one.id for one in segment(_article("Ring oss.", "Ring oss.", "Ring oss."))]
    assert len(set(ids)) == 4
    assert {name.rpartition("-")[0] for name in ids[1:]} == {ids[1].rpartition("-")[0]}


def test_every_utterance_says_a_segment() -> None:
    """What is said names the sentence that it says, and says it as displayed."""
    article = _article("Kom kl. 9. Ta med handduk.", "Välkommen!")
    segments = segment(article)
    said = script(article, SpeechOptions(verbosity=Verbosity(headings=True)), segments).utterances
    assert [(one.id, one.text, one.start, one.end) for one in segments] == [
        (each.segment, each.text, each.start, each.end) for each in said
    ]


def test_segments_at_hand_are_not_made_again() -> None:
    """A script of given segments says those, and a text that holds characters without a form has an id, too."""
    article = _article("Ett. Två.", "a\ud800b")
    segments = segment(article)
    assert len(script(article, None, segments[:2]).utterances) == 2
    assert all(one.id for one in segments)
