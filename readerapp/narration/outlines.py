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
    plan: Plan,
    recording: RecordingFacts | None,
    choice: str | None,
    using: Dependencies,
) -> OpenedPage:
    """The page with the voices that are heard on it; `plan` is how it is really spoken, `choice` a voice's id."""
    version, document, page = about
    article, voices = page.article, using.voices
    voice = voices.voice(plan.voice)
    return OpenedPage(
        key=page.plan.key,
        version=version,
        document=document,
        article=article,
        script=page.script,
        plan=page.plan,
        voice=voice,
        used=[voices.voice(name) for name in _heard(page, plan)],
        voice_idle=_idle(page, choice, using),
        others=[each for each in voices.ready() if each.language == article.language and each.id != voice.id],
        unvoiced=page.unvoiced,
        provisional=plan.provisional,
        recording=recording,
    )


def _idle(page: PreparedPage, choice: str | None, using: Dependencies) -> bool:
    return choice is not None and using.voices.voice(choice).language not in page.languages


def _heard(page: PreparedPage, plan: Plan) -> tuple[str, ...]:
    if plan is page.plan:
        return page.voices
    return tuple(sorted({line.voice for line in plan.utterances}))


def outline(plan: Plan, effective_plan: Plan, recording: Recording | None) -> Outline:
    """The sentences of a recording, and how long each is where it is finished."""
    lengths: Iterable[float | None] = _lengths(recording) if recording else itertools.repeat(None)
    return Outline(
        key=plan.key,
        language=plan.language,
        title=plan.title,
        complete=recording is not None,
        provisional=effective_plan.provisional,
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
                zip((each.utterance for each in effective_plan.utterances), lengths, strict=False)
            )
        ],
    )


def chapters(article: Article, utterances: Sequence[PlannedUtterance], recording: Recording) -> list[Chapter]:
    """The parts of a recording: the title's, and one for each heading of its article that is said, in their order."""
    headings = {TITLE: (article.title, 1)}
    headings |= {n: (block.text, block.level) for n, block in enumerate(article.blocks) if block.kind == "heading"}
    first: dict[int, int] = {}
    for number, line in enumerate(utterances):
        if line.utterance.block in headings:
            first.setdefault(line.utterance.block, number)
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
