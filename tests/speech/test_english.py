"""English sentences, and those of languages that have no rules of their own."""

import pytest

from readerapp.speech.en import LANGUAGE


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Smith came.", "He left."],
        ["It costs 3.5 dollars.", "Cheap!"],
        ["See e.g. the U.S. report.", "Really?", "Yes…"],
        ["J. R. R. Tolkien wrote it.", "So did I.", "Fine."],
        ["“Stop!” she said.", "“Go.”"],
        ["Open from 8 a.m. to 5 p.m. daily.", "Call us."],
        ["Apples, pears etc. are sold.", "We said no.", "See no. 5 and fig. 2."],
        ["We sell apples etc.", "Come at 5 p.m.", "Thanks."],
        ["One line", "Another line"],
    ],
)
def test_sentences_are_found(sentences: list[str]) -> None:
    """Abbreviations, initials and decimals end no sentence; a line break does."""
    joint = "\n" if sentences[0] == "One line" else " "
    text = joint.join(sentences)
    assert [text[start:end] for start, end in LANGUAGE.sentences(text)] == sentences


def test_numbers_are_left_to_the_engine() -> None:
    """The voices read English numbers well themselves."""
    assert LANGUAGE.read("On 5 May 2017 at 13:30.") == ()
