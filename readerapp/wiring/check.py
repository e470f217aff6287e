"""Settings tried with the parts that they choose, so that what leads nowhere is told at the start."""

from collections.abc import Iterator
from contextlib import closing

from .. import speech
from ..engines.voice_registry import VoiceRegistry
from ..errors import Fault, SettingsWrong
from ..i18n import N_
from ..settings import PREFIX, Settings, read, required
from .build import voices
from .site_rules import site_rules


def settle(**overrides: object) -> Settings:
    """The settings in force, tried with the parts that they choose. Raises SettingsWrong with all faults at once."""
    settings, faults = read(**overrides)
    faults = [*faults, *_untenable(settings)]
    if faults:
        raise SettingsWrong(faults)
    return settings


def _untenable(settings: Settings) -> Iterator[Fault]:
    """What is well formed but leads nowhere."""
    try:
        site_rules(settings.site_rules)
    except SettingsWrong as wrong:
        yield from wrong.faults
    speech.LexiconSet(settings.lexicon_paths)  # tells the faults of a lexicon in a way of its own
    if settings.openid_issuer and not settings.openid_client:
        yield Fault(f"{PREFIX}OPENID_ISSUER", N_("needs %(settings)s"), {"settings": f"{PREFIX}OPENID_CLIENT"})
    with closing(voices(settings)) as registry:
        for name in settings.voices if settings.names_voices else ():
            if fault := _unspeakable(name, registry):
                yield fault


def _unspeakable(name: str, registry: VoiceRegistry) -> Fault | None:
    """What is wrong with an engine or voice that the setting “voices” names."""
    where = f"{PREFIX}VOICES={name}"
    engine = registry.engines.get(name.partition(":")[0])
    if engine is None:
        names = " ".join(PREFIX + name.upper() for name in required(name.partition(":")[0]))
        return Fault(where, N_("needs %(settings)s"), {"settings": names})
    ids = " ".join(voice.id for voice in engine.voices())
    if ":" not in name or name in ids.split():
        return None
    if not ids:
        return Fault(where, N_("there is no such voice yet; “readerapp voices” tells what its engine needs"))
    return Fault(where, N_("there is no such voice; there are: %(known)s"), {"known": ids})
