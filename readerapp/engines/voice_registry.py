"""Which voice speaks which language: the order of preference, and who is ready now."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..errors import EngineFailed, NoVoice, VoiceForbidden, VoiceUnknown
from ..i18n import N_
from ..model import Sound, SpokenText, Voice
from .contract import Engine, NeedsWarming
from .failures import Failures
from .promises import heard
from .warming import warm

Ranking = Mapping[str, tuple[Voice, ...]]
"""The voices of each language, best first."""


class VoiceRegistry:
    """All engines by name, and the preferences: engine names or voice ids, best first.

    What no preference names is used by nobody and for nothing that is heard, not even when asked for by its id.
    """

    def __init__(
        self,
        engines: Mapping[str, Engine],
        preferences: Sequence[str],
        *,
        offline: bool = False,
        expected: bool = True,
        failures: Failures | None = None,
    ) -> None:
        """`offline` forbids every voice that sends the text away.

        `expected` says that the best voice is missed from the start where it is not ready, as when the operator
        named it; else only after it has been ready once, so that a machine without internet is not told of it.
        `failures` is told why a voice failed.
        """
        self.engines = engines
        self.preferences = tuple(preferences)
        self.offline = offline
        self.failures = failures or Failures()
        self._expected = expected
        self._seen: set[str] = set()
        self._ranked: tuple[list[Sequence[Voice]], Ranking] = [], {}

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
        if not self.allows(voice):
            return N_("The setting “voices” does not name it.")
        why = self.engines[voice.engine].why_unavailable()
        if why is None:
            self._seen.add(voice.engine)
        return why

    def allows(self, voice: Voice) -> bool:
        """Whether the settings let anybody use the voice, ready or not."""
        named = voice.engine in self.preferences or voice.id in self.preferences
        return named and not (voice.online and self.offline)

    def ready(self) -> list[Voice]:
        """The voices that can be used now."""
        return [voice for voice in self.voices() if self.why_unavailable(voice) is None]

    def usable(self) -> list[Engine]:
        """The engines of which some voice may be used."""
        return [engine for engine in self.engines.values() if any(map(self.allows, engine.voices()))]

    def preferred(self, language: str) -> list[Voice]:
        """The voices of a language in order of preference, ready or not."""
        return list(self.ranking().get(language, ()))

    def ranking(self) -> Ranking:
        """The voices of each language in order of preference, ready or not; found anew where an engine has others."""
        there = [engine.voices() for engine in self.engines.values()]
        before, ranking = self._ranked
        if before != there:
            order: dict[str, tuple[Voice, ...]] = {}
            for voice in dict.fromkeys(self._in_order()):
                order[voice.language] = (*order.get(voice.language, ()), voice)
            self._ranked = there, order
            return order
        return ranking

    def choose(
        self, language: str, *, choice: str | None = None, but: Iterable[str] = (), ranking: Ranking | None = None
    ) -> Voice:
        """The best voice that is ready, leaving out those of the engines named in `but`.

        `choice` is a voice id that is used where it speaks the language. Who chooses for many gives the `ranking`.
        Raises NoVoice; VoiceUnknown and VoiceForbidden for a `choice` that nobody may use.
        """
        exclusions = set(but)
        candidates = (ranking or self.ranking()).get(language, ())
        if choice:
            voice = self.voice(choice)
            if not self.allows(voice):
                raise VoiceForbidden(voice=choice)
            candidates = (voice, *candidates) if voice.language == language else candidates
        for voice in candidates:
            if voice.engine not in exclusions and self.why_unavailable(voice) is None:
                return voice
        raise NoVoice(language=language)

    def is_second_choice(self, voice: str, ranking: Ranking | None = None) -> bool:
        """Whether a better voice for its language is allowed and expected, but cannot be used now."""
        for better in (ranking or self.ranking()).get(self.voice(voice).language, ()):
            if better.id == voice:
                return False
            if self.allows(better) and (self._expected or better.engine in self._seen):
                return True
        return False

    def speak(self, utterance: SpokenText, voice: str) -> Sound:
        """Say it in that voice. Raises EngineBusy, EngineFailed, VoiceUnknown.

        EngineFailed too where the voice is forbidden: a plan may be older than the setting.
        """
        speaker = self.voice(voice)
        if not self.allows(speaker):
            raise EngineFailed(reason="the settings forbid it")
        try:
            return heard(self.engine(voice).speak(utterance, speaker))
        except EngineFailed as problem:
            self.failures.note(speaker.engine, voice, problem)
            raise

    def warm(self, more: Mapping[str, Callable[[], object]]) -> None:
        """Start the engines that take a while, and what else does, by name. What fails in it is noted."""
        tasks = {engine.name: engine.warm for engine in self.usable() if isinstance(engine, NeedsWarming)}
        warm({**tasks, **more}, lambda name, problem: self.failures.note(name, name, problem))

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
