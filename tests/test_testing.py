"""The parts that others' tests and measurements stand on do what they say."""

from readerapp.testing import ipa, sentences


def test_the_voice_is_asked_for_what_it_is_told() -> None:
    """A number's sounds are those of its words."""
    assert ipa("Vi är 8.", "sv") == ipa("Vi är åtta.", "sv") != ipa("Vi är sju.", "sv")
    assert "ʲ" in ipa("день", "ru")


def test_the_voice_can_be_asked_for_by_build() -> None:
    """Each build of the voice answers for itself."""
    assert ipa("да", "ru", build="loader")


def test_sentences_are_those_of_a_paragraph() -> None:
    """They are given as displayed, in order."""
    assert sentences("Läs kap. 2 m.m. Ring oss!", "sv") == ["Läs kap. 2 m.m.", "Ring oss!"]
