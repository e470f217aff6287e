"""Which voice speaks which language, and the plan of a recording where another one has to fall in."""

from collections.abc import Collection, Iterable

import msgspec

from ..audio import ENCODING
from ..engines.voice_registry import VoiceRegistry
from ..errors import NoVoice
from ..model import Plan, PlannedUtterance, Utterance, Voice
from ..store import plan_key
from .dependencies import Dependencies
from .preparing import Speaker, planned


def speakers(choice: str | None, voices: VoiceRegistry, favourites: Iterable[str] = ()) -> dict[str, Speaker]:
    """The voice of each language: the wanted one in its own, else one that is liked.

    Raises VoiceUnknown, VoiceForbidden.
    """
    choices = {voice.language: voice.id for voice in map(voices.voice, (*favourites, *([choice] if choice else [])))}
    cast: dict[str, Speaker] = {}
    ranking = voices.ranking()
    for language in sorted(ranking):
        own = choices.get(language)
        try:
            voice = voices.choose(language, choice=own, ranking=ranking)
        except NoVoice:
            continue
        stands_in = voice.id != own if own else voices.is_second_choice(voice.id, ranking)
        cast[language] = speaker(voice, voices, stands_in=stands_in)
    return cast


def speaker(voice: Voice, voices: VoiceRegistry, *, stands_in: bool = False) -> Speaker:
    """What of a voice decides how it sounds."""
    engine = voices.engine(voice.id)
    return Speaker(voice, engine.diction, engine.version, stands_in)


def planned_for(utterance: Utterance, voice: str, using: Dependencies) -> PlannedUtterance:
    """The utterance as that voice is to say it, and where its clip will be kept."""
    return planned(utterance, speaker(using.voices.voice(voice), using.voices), ENCODING, using.accent)


def with_other_voices(plan: Plan, numbers: Iterable[int], engines: Collection[str], using: Dependencies) -> Plan:
    """The plan with what was meant for one of these engines given to the next voice; `numbers` are made already.

    Raises NoVoice where there is none.
    """
    unchanging = set(numbers)
    utterances = [
        line
        if number in unchanging or using.voices.engine(line.voice).name not in engines
        else planned_for(line.utterance, using.voices.choose(line.utterance.language, but=engines).id, using)
        for number, line in enumerate(plan.utterances)
    ]
    return msgspec.structs.replace(plan, key=plan_key(utterances), utterances=tuple(utterances), provisional=True)


def with_utterance(plan: Plan, number: int, line: PlannedUtterance) -> Plan:
    """The plan with one utterance as it was really spoken."""
    utterances = (*plan.utterances[:number], line, *plan.utterances[number + 1 :])
    return msgspec.structs.replace(plan, key=plan_key(utterances), utterances=utterances, provisional=True)
