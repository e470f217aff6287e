"""Who may speak: the operator's list and the word “offline” decide it for everybody."""

import pytest

from readerapp.engines.voice_registry import VoiceRegistry
from readerapp.errors import EngineFailed, NoVoice, VoiceForbidden, VoiceUnknown
from readerapp.model import SpokenText
from tests.hummer import Hummer

HI = SpokenText("Hej", "sv", ())


@pytest.fixture
def engines() -> dict[str, Hummer]:
    return {"cloud": Hummer("cloud", online=True), "local": Hummer("local")}


@pytest.mark.parametrize(
    ("preferences", "offline", "allowed"),
    [
        (["cloud", "local"], False, {"cloud:sv", "local:sv"}),
        (["cloud", "local"], True, {"local:sv"}),
        (["local"], False, {"local:sv"}),
        (["cloud"], False, {"cloud:sv"}),
        (["local:sv"], False, {"local:sv"}),
        (["local:ru"], False, set()),
        ([], False, set()),
    ],
)
def test_what_is_not_named_is_used_by_nobody(engines, preferences, offline, allowed) -> None:
    """A voice outside the list, or an online one offline, is not offered, not chosen, not spoken with."""
    registry = VoiceRegistry(engines, preferences, offline=offline)
    assert {voice.id for voice in registry.ready() if voice.language == "sv"} == allowed
    assert {engine.name for engine in registry.usable()} == {v.partition(":")[0] for v in allowed} | (
        {"local"} if preferences == ["local:ru"] else set()
    )
    for name in ("cloud:sv", "local:sv"):
        if name in allowed:
            assert registry.choose("sv", choice=name).id == name
            assert registry.speak(HI, name).samples
            continue
        assert registry.why_unavailable(registry.voice(name))
        with pytest.raises(VoiceForbidden):
            registry.choose("sv", choice=name)
        with pytest.raises(EngineFailed):
            registry.speak(HI, name)
    if not allowed:
        with pytest.raises(NoVoice):
            registry.choose("sv")


def test_a_name_that_nobody_has(engines) -> None:
    """An invented voice is unknown, not forbidden."""
    for name in ("nobody:sv", "local:xx", "local"):
        with pytest.raises(VoiceUnknown):
            VoiceRegistry(engines, ["local"]).choose("sv", choice=name)


def test_a_voice_is_missed_when_it_was_expected(engines) -> None:
    """By default a voice that never answered is not missed; one that the operator named, or that once spoke, is."""
    engines["cloud"].unavailable = "no network"
    by_default = VoiceRegistry(engines, ["cloud", "local"], expected=False)
    assert by_default.choose("sv").id == "local:sv"
    assert not by_default.is_second_choice("local:sv")
    assert VoiceRegistry(engines, ["cloud", "local"]).is_second_choice("local:sv")
    assert not VoiceRegistry(engines, ["cloud", "local"], offline=True).is_second_choice("local:sv")

    engines["cloud"].unavailable = None
    assert by_default.choose("sv").id == "cloud:sv"
    assert not by_default.is_second_choice("cloud:sv")
    engines["cloud"].unavailable = "no network"
    assert by_default.is_second_choice("local:sv")
