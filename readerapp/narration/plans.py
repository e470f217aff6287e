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


def speakers(wanted: str | None, voices: VoiceRegistry, liked: Iterable[str] = ()) -> dict[str, Speaker]:
    """The voice of each language: the wanted one in its own, else one that is liked.

    Raises VoiceUnknown, VoiceForbidden.
    """
    asked = {voice.language: voice.id for voice in map(voices.voice, (*liked, *([wanted] if wanted else [])))}
    cast: dict[str, Speaker] = {}
    ranking = voices.ranking()
    for language in sorted(ranking):
        own = asked.get(language)
        try:
            voice = voices.choose(language, wanted=own, ranking=ranking)
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


def with_other_voices(plan: Plan, made: Iterable[int], failed: Collection[str], using: Dependencies) -> Plan:
    """The plan with what is not made yet and was meant for one of the `failed` engines given to the next voice.

    Raises NoVoice where there is none.
    """
    done = set(made)
    utterances = [
        kept
        if number in done or using.voices.engine(kept.voice).name not in failed
        else planned_for(kept.utterance, using.voices.choose(kept.utterance.language, but=failed).id, using)
        for number, kept in enumerate(plan.utterances)
    ]
    return msgspec.structs.replace(plan, key=plan_key(utterances), utterances=tuple(utterances), provisional=True)


def with_utterance(plan: Plan, number: int, spoken: PlannedUtterance) -> Plan:
    """The plan with one utterance as it was really spoken."""
    utterances = (*plan.utterances[:number], spoken, *plan.utterances[number + 1 :])
    return msgspec.structs.replace(plan, key=plan_key(utterances), utterances=utterances, provisional=True)
