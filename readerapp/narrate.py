"""THE STORY: from an address to sound.

    address ─fetch→ Page ─extract→ Article ─speech→ Script ─plan→ Plan ─make→ Clips ─finish→ Recording

Each stage is a plain function of its input. This module alone couples the store with the engines.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import msgspec

from . import audio, speech
from .engines.roster import Roster
from .errors import EngineFailed, HostClosed, NoVoice, ReaderError
from .extract import Region, SiteRules, extract, for_host
from .fetch import candidates
from .model import Article, Clip, Cue, Line, Page, Plan, Recording, Script, Utterance
from .store import Store, clip_key, plan_key


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """What the story needs; `wiring` chooses them."""

    store: Store
    roster: Roster
    fetch: Callable[[str, Page | None], Page]
    options: Callable[[str, "Ask"], speech.SpeechOptions]
    """The spoken structure words and lexicons for an article's language and a visitor's wishes."""
    rules: Mapping[str, SiteRules] = {}
    """What to read and to skip on the pages of a host, by host pattern."""
    timekeeper: str = "espeak"
    """The engine whose word times stand in for those of a voice that tells none."""
    accent: speech.Accent | None = None
    """Tells how Russian words are stressed, for the voices that obey it."""
    fresh: timedelta = timedelta(minutes=5)
    """For how long a fetched page is not asked for again."""


class Ask(msgspec.Struct, frozen=True):
    """What a visitor asks for beyond the address."""

    language: str | None = None
    voice: str | None = None
    region: Region | None = None
    choices: speech.Choices = speech.Choices()
    """What of the article is said, and what is said about its structure."""


class Narration(msgspec.Struct, frozen=True):
    """A page that is ready to be heard; `unvoiced` are languages in it that no voice speaks."""

    page: Page
    article: Article
    script: Script
    plan: Plan
    unvoiced: tuple[str, ...] = ()


def read(address: str, parts: Parts) -> Page:
    """The page, from the store while fresh, else from the site; the stored one where the site is down."""
    kept = parts.store.page(address)
    if kept and datetime.now(UTC) - kept.checked_at < parts.fresh:
        return kept
    try:
        page = parts.fetch(address, kept)
    except ReaderError as problem:
        if kept and problem.recoverable:
            return kept
        raise
    parts.store.keep_page(page)
    return page


def read_typed(typed: str, parts: Parts) -> Page:
    """The page at what somebody typed: a bare name over https, or over http where nothing answers there."""
    first, *others = candidates(typed)
    try:
        return read(first, parts)
    except HostClosed as closed:
        for other in others:
            with suppress(HostClosed):
                return read(other, parts)
        raise closed from None


def prepare(page: Page, ask: Ask, parts: Parts) -> Narration:
    """Find the article, decide what will be said in which voice. Raises NoArticle, NoVoice; makes no sound."""
    article = extract(page, region=ask.region, rules=for_host(parts.rules, page.final_address))
    if ask.language:
        article = _in_language(article, ask.language)
    script = speech.script(article, parts.options(article.language, ask))
    voices, unvoiced = _cast(script, ask.voice, parts.roster)
    voiced = tuple(u for u in script.utterances if u.language in voices)
    script = msgspec.structs.replace(script, utterances=voiced)
    plan = _plan(article, page, [line(u, voices[u.language], parts) for u in voiced], voices[article.language])
    if _stands_in(plan, ask.voice, parts.roster):
        plan = msgspec.structs.replace(plan, provisional=True)
    return Narration(page, article, script, plan, unvoiced)


def line(utterance: Utterance, voice: str, parts: Parts) -> Line:
    """The utterance as that voice is to say it, and where its clip will be kept."""
    engine = parts.roster.engine(voice)
    spoken = speech.render(utterance, engine.style, parts.accent)
    key = clip_key(spoken, parts.roster.voice(voice), engine.version, audio.ENCODING)
    return Line(utterance, spoken, voice, key)


def make(wanted: Line, parts: Parts) -> Clip:
    """The line's clip, from the store or made now and kept, by one process only. Raises EngineFailed, StoreFull."""
    if clip := parts.store.clip(wanted.clip):
        return clip
    with parts.store.making(wanted.clip):
        if clip := parts.store.clip(wanted.clip):
            return clip
        clip = audio.encode(parts.roster.speak(wanted.spoken, wanted.voice), wanted.clip)
        parts.store.keep_clip(clip)
        return clip


def timed(wanted: Line, parts: Parts) -> Clip:
    """The line's clip with the times of its words, found by ear where its voice does not tell them.

    That takes longer than to speak, so nothing waits for it but the light on the words.
    """
    clip = make(wanted, parts)
    keeper = f"{parts.timekeeper}:{wanted.spoken.language}"
    if clip.marks or wanted.voice == keeper or parts.timekeeper not in parts.roster.engines:
        return clip
    with parts.store.making(wanted.clip):
        if (kept := parts.store.clip(wanted.clip)) and kept.marks:
            return kept
        with suppress(EngineFailed):
            heard_by = parts.roster.engine(keeper).speak(wanted.spoken, parts.roster.voice(keeper))
            marks = audio.align(audio.sound(clip), heard_by)
            clip = msgspec.structs.replace(clip, marks=marks)
            parts.store.keep_clip(clip)
        return clip


def recast(plan: Plan, made: Iterable[int], failed: Collection[str], parts: Parts) -> Plan:
    """The plan with every line that is not made and was meant for one of the `failed` engines given to the next voice.

    Raises NoVoice where there is none.
    """
    done = set(made)
    lines = [
        kept
        if number in done or parts.roster.engine(kept.voice).name not in failed
        else line(kept.utterance, parts.roster.choose(kept.utterance.language, but=failed).id, parts)
        for number, kept in enumerate(plan.lines)
    ]
    return msgspec.structs.replace(plan, key=plan_key(lines), lines=tuple(lines), provisional=True)


def with_line(plan: Plan, number: int, spoken: Line) -> Plan:
    """The plan with one line as it was really spoken."""
    lines = (*plan.lines[:number], spoken, *plan.lines[number + 1 :])
    return msgspec.structs.replace(plan, key=plan_key(lines), lines=lines, provisional=True)


def sound_of(wanted: Line, clip: Clip) -> bytes:
    """The clip with the pause that follows it, as it stands in a recording."""
    return clip.audio + audio.pause(wanted.utterance.pause)


def finish(plan: Plan, parts: Parts) -> Recording:
    """Join the clips, all of them made, into the recording and keep it."""
    cues: list[Cue] = []

    def frames() -> Iterator[bytes]:
        at = 0.0
        for number, wanted in enumerate(plan.lines):
            clip = timed(wanted, parts)
            cues.append(audio.cue(number, at, clip, wanted.spoken, wanted.voice))
            sound = sound_of(wanted, clip)
            at += audio.milliseconds(sound)
            yield sound

    size = parts.store.keep_audio(plan.key, frames())
    recording = _recording(plan, tuple(cues), audio.milliseconds(size))
    parts.store.keep_recording(recording)
    return recording


def _cast(script: Script, wanted: str | None, roster: Roster) -> tuple[dict[str, str], tuple[str, ...]]:
    """A voice for each language of the script; the article's own language must have one."""
    voices: dict[str, str] = {}
    unvoiced = []
    for language in dict.fromkeys([script.language, *(u.language for u in script.utterances)]):
        try:
            voices[language] = roster.choose(language, wanted=wanted).id
        except NoVoice:
            if language == script.language:
                raise
            unvoiced.append(language)
    return voices, tuple(unvoiced)


def _stands_in(plan: Plan, wanted: str | None, roster: Roster) -> bool:
    """Whether the voice is there for another one, the visitor's or the settings' first choice."""
    if wanted and roster.voice(wanted).language == plan.language:
        return plan.voice != wanted
    return roster.is_second_choice(plan.voice)


def _in_language(article: Article, language: str) -> Article:
    """The article with its main language put right by whoever asks; passages in other languages stay as they are."""
    blocks = tuple(
        msgspec.structs.replace(block, language=language) if block.language == article.language else block
        for block in article.blocks
    )
    return msgspec.structs.replace(article, language=language, blocks=blocks)


def _plan(article: Article, page: Page, lines: list[Line], voice: str) -> Plan:
    return Plan(
        key=plan_key(lines),
        address=page.address,
        title=article.title,
        language=article.language,
        voice=voice,
        lines=tuple(lines),
        page_fingerprint=page.fingerprint,
        page_fetched_at=page.fetched_at,
    )


def _recording(plan: Plan, cues: tuple[Cue, ...], milliseconds: float) -> Recording:
    return Recording(
        key=plan.key,
        address=plan.address,
        title=plan.title,
        language=plan.language,
        voice=plan.voice,
        cues=cues,
        milliseconds=milliseconds,
        made_at=datetime.now(UTC),
        page_fingerprint=plan.page_fingerprint,
        page_fetched_at=plan.page_fetched_at,
        provisional=plan.provisional,
    )
