"""What will be said in which voice: from a page to the plan of its recording, and to other voices where one fails."""

from collections.abc import Collection, Iterable

import msgspec

from .. import audio, speech
from ..engines.roster import Roster
from ..errors import NoVoice
from ..extract import extract, for_host
from ..model import Article, Line, Page, Plan, Script, Utterance
from ..store import clip_key, plan_key
from .dependencies import Dependencies
from .request import ReadingPreferences


class PreparedPage(msgspec.Struct, frozen=True):
    """A page that is ready to be heard; `unvoiced` are languages in it that no voice speaks."""

    page: Page
    article: Article
    script: Script
    plan: Plan
    unvoiced: tuple[str, ...] = ()


def prepare(page: Page, preferences: ReadingPreferences, using: Dependencies) -> PreparedPage:
    """Find the article, decide what will be said in which voice. Raises NoArticle, NoVoice; makes no sound."""
    article = extract(page, region=preferences.region, rules=for_host(using.rules, page.final_address))
    if preferences.language:
        article = _in_language(article, preferences.language)
    script = speech.script(article, using.options(preferences))
    voices, unvoiced = _cast(script, preferences.voice, using.voices)
    voiced = tuple(u for u in script.utterances if u.language in voices)
    script = msgspec.structs.replace(script, utterances=voiced)
    plan = _plan(article, page, [line(u, voices[u.language], using) for u in voiced], voices[article.language])
    if _falls_back(plan, preferences.voice, using.voices):
        plan = msgspec.structs.replace(plan, provisional=True)
    return PreparedPage(page, article, script, plan, unvoiced)


def line(utterance: Utterance, voice: str, using: Dependencies) -> Line:
    """The utterance as that voice is to say it, and where its clip will be kept."""
    engine = using.voices.engine(voice)
    spoken = speech.render(utterance, engine.diction, using.accent)
    key = clip_key(spoken, using.voices.voice(voice), engine.version, audio.ENCODING)
    return Line(utterance, spoken, voice, key)


def recast(plan: Plan, made: Iterable[int], failed: Collection[str], using: Dependencies) -> Plan:
    """The plan with every line that is not made and was meant for one of the `failed` engines given to the next voice.

    Raises NoVoice where there is none.
    """
    done = set(made)
    lines = [
        kept
        if number in done or using.voices.engine(kept.voice).name not in failed
        else line(kept.utterance, using.voices.choose(kept.utterance.language, but=failed).id, using)
        for number, kept in enumerate(plan.lines)
    ]
    return msgspec.structs.replace(plan, key=plan_key(lines), lines=tuple(lines), provisional=True)


def with_line(plan: Plan, number: int, spoken: Line) -> Plan:
    """The plan with one line as it was really spoken."""
    lines = (*plan.lines[:number], spoken, *plan.lines[number + 1 :])
    return msgspec.structs.replace(plan, key=plan_key(lines), lines=lines, provisional=True)


def _cast(script: Script, wanted: str | None, voices: Roster) -> tuple[dict[str, str], tuple[str, ...]]:
    """A voice for each language of the script; the article's own language must have one."""
    chosen: dict[str, str] = {}
    unvoiced = []
    for language in dict.fromkeys([script.language, *(u.language for u in script.utterances)]):
        try:
            chosen[language] = voices.choose(language, wanted=wanted).id
        except NoVoice:
            if language == script.language:
                raise
            unvoiced.append(language)
    return chosen, tuple(unvoiced)


def _falls_back(plan: Plan, wanted: str | None, voices: Roster) -> bool:
    """Whether the voice is there for another one, the visitor's or the settings' first choice."""
    if wanted and voices.voice(wanted).language == plan.language:
        return plan.voice != wanted
    return voices.is_second_choice(plan.voice)


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
