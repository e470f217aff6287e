"""Which voice speaks which language: the order of preference, and who is ready now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..errors import EngineFailed, NoVoice, VoiceUnknown
from ..i18n import N_
from ..model import Sound, SpokenText, Voice
from .contract import Engine


class Roster:
    """All engines by name, and the preferences: engine names or voice ids, best first.

    A voice of an engine that no preference names is used only when somebody asks for it by its id.
    """

    def __init__(self, engines: Mapping[str, Engine], preferences: Sequence[str], *, offline: bool = False) -> None:
        """`offline` forbids every voice that sends the text away."""
        self.engines = engines
        self.preferences = tuple(preferences)
        self.offline = offline

    def voices(self) -> list[Voice]:
        """Every voice, ready or not."""
        return [voice for engine in self.engines.values() for voice in engine.voices()]

    def engine(self, voice: str) -> Engine:
        """The engine of a voice id. Raises VoiceUnknown."""
        try:
            return self.engines[voice.partition(":")[0]]
        except KeyError:
            raise VoiceUnknown(voice=voice) from None

    def voice(self, name: str) -> Voice:
        """The voice with this id. Raises VoiceUnknown."""
        for voice in self.engine(name).voices():
            if voice.id == name:
                return voice
        raise VoiceUnknown(voice=name)

    def why_unavailable(self, voice: Voice) -> str | None:
        """None when the voice can be used now; else what to do about it, as an English msgid."""
        if voice.online and self.offline:
            return N_("Online voices are forbidden by the setting “offline”.")
        return self.engines[voice.engine].why_unavailable()

    def ready(self) -> list[Voice]:
        """The voices that can be used now."""
        return [voice for voice in self.voices() if self.why_unavailable(voice) is None]

    def usable(self) -> list[Engine]:
        """The engines that may be used at all: not those that send the text away where that is forbidden."""
        return [
            engine
            for engine in self.engines.values()
            if not (self.offline and any(voice.online for voice in engine.voices()))
        ]

    def preferred(self, language: str) -> list[Voice]:
        """The voices of a language in order of preference, ready or not."""
        found = {voice.id: voice for voice in self._in_order() if voice.language == language}
        return list(found.values())

    def choose(self, language: str, *, wanted: str | None = None, but: Iterable[str] = ()) -> Voice:
        """The best voice that is ready, leaving out those of the engines named in `but`. Raises NoVoice.

        `wanted` is a voice id that is used where it speaks the language.
        """
        refused = set(but)
        candidates = self.preferred(language)
        if wanted and (voice := self.voice(wanted)).language == language:
            candidates.insert(0, voice)
        for voice in candidates:
            if voice.engine not in refused and self.why_unavailable(voice) is None:
                return voice
        raise NoVoice(language=language)

    def is_second_choice(self, voice: str) -> bool:
        """Whether a better voice for its language is wished for and allowed, but cannot be used now."""
        better = [v.id for v in self.preferred(self.voice(voice).language) if not (v.online and self.offline)]
        return bool(better) and better[0] != voice

    def speak(self, spoken: SpokenText, voice: str) -> Sound:
        """Say it in that voice. Raises EngineBusy, EngineFailed, VoiceUnknown.

        EngineFailed too where the voice is online and forbidden: a plan may be older than the setting.
        """
        known = self.voice(voice)
        if known.online and self.offline:
            raise EngineFailed
        sound = self.engine(voice).speak(spoken, known)
        if not sound.samples:
            raise EngineFailed
        return sound

    def close(self) -> None:
        """Let go of every engine's processes and connections."""
        for engine in self.engines.values():
            engine.close()

    def _in_order(self) -> Iterator[Voice]:
        for preference in self.preferences:
            name = preference.partition(":")[0]
            if name in self.engines:
                for voice in self.engines[name].voices():
                    if preference in {name, voice.id}:
                        yield voice
