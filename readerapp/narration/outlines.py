"""What a door shows of a page and its recording, made from plans that doors need not know."""

import itertools
from collections.abc import Iterable, Sequence

from ..model import Article, Document, Plan, PlannedUtterance, Recording
from ..speech import TITLE
from .dependencies import Dependencies
from .preparing import PreparedPage
from .views import Chapter, OpenedPage, Outline, OutlinedSentence, RecordingFacts


def opened(
    about: tuple[str, Document, PreparedPage],
    spoken: Plan,
    recording: RecordingFacts | None,
    wanted: str | None,
    using: Dependencies,
) -> OpenedPage:
    """The page with the voices that are heard on it; `spoken` is its plan as it is spoken, `wanted` a voice's id."""
    version, document, prepared = about
    article, voices = prepared.article, using.voices
    voice = voices.voice(spoken.voice)
    return OpenedPage(
        key=prepared.plan.key,
        version=version,
        document=document,
        article=article,
        script=prepared.script,
        plan=prepared.plan,
        voice=voice,
        used=[voices.voice(name) for name in _heard(prepared, spoken)],
        voice_idle=_idle(prepared, wanted, using),
        others=[each for each in voices.ready() if each.language == article.language and each.id != voice.id],
        unvoiced=prepared.unvoiced,
        provisional=spoken.provisional,
        recording=recording,
    )


def _idle(prepared: PreparedPage, wanted: str | None, using: Dependencies) -> bool:
    return wanted is not None and using.voices.voice(wanted).language not in prepared.languages


def _heard(prepared: PreparedPage, spoken: Plan) -> tuple[str, ...]:
    if spoken is prepared.plan:
        return prepared.voices
    return tuple(sorted({planned.voice for planned in spoken.utterances}))


def outline(planned: Plan, spoken: Plan, recording: Recording | None) -> Outline:
    """The sentences of a recording, and how long each is where it is finished."""
    lengths: Iterable[float | None] = _lengths(recording) if recording else itertools.repeat(None)
    return Outline(
        key=planned.key,
        language=planned.language,
        title=planned.title,
        complete=recording is not None,
        provisional=spoken.provisional,
        utterances=[
            OutlinedSentence(
                n=number,
                block=utterance.block,
                start=utterance.start,
                end=utterance.end,
                language=utterance.language,
                characters=len(utterance.text),
                milliseconds=length,
            )
            for number, (utterance, length) in enumerate(
                zip((each.utterance for each in spoken.utterances), lengths, strict=False)
            )
        ],
    )


def chapters(article: Article, utterances: Sequence[PlannedUtterance], recording: Recording) -> list[Chapter]:
    """The parts of a recording: the title's, and one for each heading of its article that is said, in their order."""
    headings = {TITLE: (article.title, 1)}
    headings |= {n: (block.text, block.level) for n, block in enumerate(article.blocks) if block.kind == "heading"}
    first: dict[int, int] = {}
    for number, planned in enumerate(utterances):
        if planned.utterance.block in headings:
            first.setdefault(planned.utterance.block, number)
    begins = [recording.cues[number].begin for number in first.values()]
    return [
        Chapter(*headings[block], number, begin, finish)
        for (block, number), begin, finish in zip(
            first.items(), begins, [*begins[1:], recording.milliseconds], strict=False
        )
    ]


def _lengths(recording: Recording) -> list[float]:
    """How long each sentence lasts, its pause included."""
    starts = [cue.begin for cue in recording.cues]
    ends = [*starts[1:], recording.milliseconds][: len(starts)]
    return [end - start for start, end in zip(starts, ends, strict=True)]
