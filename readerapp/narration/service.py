"""THE STORY: from an address to sound.

    address ─fetch→ Document ─extract→ Article ─speech→ Script ─plan→ Plan ─engines→ Clips ─audio→ Recording

Each stage is a plain function of its input, in a file of its own: `pages`, `preparing`, `clips`, `recordings`. A
visitor opens a page and is told a key; under that key the player asks for sentences, for the times of their words, and
for the whole sound. Doors call these verbs and nothing else; this room alone couples the store with the engines.
"""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any, Final

from .. import speech
from ..audio import captions, cue, milliseconds
from ..errors import RecordingUnknown
from ..model import Article, Plan, PlannedUtterance, Recording, Voice
from ..sites import Site
from . import learning, samples
from .clips import sound_of
from .dependencies import Dependencies
from .fallbacks import effective, effective_anew
from .learning import Lesson
from .making import Making
from .outlines import chapters, opened, outline
from .pages import Pages, in_hand
from .prepared import PreparedPages
from .recordings import Recordings
from .request import NarrationRequest
from .sites import Sites
from .views import (
    Chapter,
    Explanation,
    Finished,
    Growing,
    Mention,
    OpenedPage,
    Outline,
    Sample,
    Sentence,
    State,
    TimedSentence,
)

_KEY: Final = re.compile(r"[0-9a-f]{64}")


class NarrationService:
    """Reads pages aloud. Safe to call from any thread. Every verb raises a ReaderError that says what to do."""

    def __init__(self, using: Dependencies, workers: int) -> None:
        """`workers` sentences are made at once."""
        self._using = using
        self._pages = Pages(using)
        self._sites = Sites(using.store)
        self._prepared = PreparedPages(using, using.prepared_bytes, self._sites)
        self._making = Making(using, workers)
        self._recordings = Recordings(using)

    def open(self, request: NarrationRequest) -> OpenedPage:
        """The page that is meant, found and planned; no sound is made before somebody asks for it."""
        preferences = request.preferences
        source = in_hand(request.document) if request.document else self._pages.read(request.address, request.client)
        ready = self._prepared.get(source, preferences, request.client)
        if ready is None:  # its text was pruned since it was read
            self._pages.forget(source.facts.address)
            return self.open(request)
        version, page = ready
        plan = page.plan
        effective_plan = effective_anew(plan, self._using, self._making)
        facts = self._recordings.facts(effective_plan.key)
        return opened((version, source.facts, page), effective_plan, facts, preferences.voice, self._using)

    def sentence(self, key: str, number: int) -> Sentence:
        """A sentence's sound, made now if need be; those after it are made ahead."""
        plan = self._plan(key, number)
        line, clip = self._making.clip(plan, number)
        return Sentence(sound_of(line, clip), line == plan.utterances[number])

    def asked_sentence(self, key: str, number: int) -> Future[Any]:
        """Done when `sentence` has nothing to wait for; it raises what that would."""
        return self._making.asked(self._plan(key, number), number)

    def asked_cue(self, key: str, number: int) -> Future[Any]:
        """Done when `cue` has nothing to wait for; it raises what that would."""
        return self._making.asked_times(self._plan(key, number), number)

    def asked_sound(self, key: str) -> Future[Any]:
        """Done when the whole recording is joined, or its first sentence made."""
        plan = self._plan(key)
        return self._making.asked_join(plan) or self._making.asked(plan, 0)

    def cue(self, key: str, number: int) -> TimedSentence:
        """When the words of a sentence are heard, found by ear where its voice does not tell."""
        plan = self._plan(key, number)
        line, clip = self._making.timed(plan, number)
        times = cue(number, 0.0, clip, line.spoken, line.voice)
        return TimedSentence(times, milliseconds(sound_of(line, clip)), line == plan.utterances[number])

    def sound(self, key: str) -> Finished | Growing:
        """The whole recording: its file, joined now where all is made, else what there is while it grows."""
        plan = self._plan(key)
        if (recording := self.finished(key)) or (self._making.join(plan) and (recording := self.finished(key))):
            return recording
        return Growing(self._making.stream(plan), self._making.stream_later(plan))

    def finished(self, key: str) -> Finished | None:
        """The whole recording where it is kept, at no cost."""
        name = effective(self._plan(key), self._using).key
        file = self._using.store.sound(name)
        if file is None:
            return None
        self._using.store.noted(key)  # what is heard is kept together with what it says
        return Finished(name, file, lasting=name == key)

    def recording(self, key: str) -> Recording | None:
        """What is in that file, and when."""
        return self._using.store.recording(effective(self._plan(key), self._using).key)

    def article(self, key: str) -> Article:
        """What is said under that key, with its structure; its page is not asked for again. Raises RecordingUnknown."""
        article = self._using.store.article(self._plan(key).key)
        if article is None:
            raise RecordingUnknown
        return article

    def chapters(self, key: str) -> Sequence[Chapter]:
        """The parts of a finished recording under its article's headings. Raises RecordingUnknown."""
        return chapters(self.article(key), self.utterances(key), self._finished(key))

    def captions(self, key: str) -> str:
        """The words of a finished recording as WebVTT. Raises RecordingUnknown."""
        return captions(self._finished(key), [line.utterance.text for line in self.utterances(key)])

    def outline(self, key: str) -> Outline:
        """What a player needs to know before it plays."""
        plan = self._plan(key)
        effective_plan = effective(plan, self._using)
        return outline(plan, effective_plan, self._using.store.recording(effective_plan.key))

    def utterances(self, key: str) -> Sequence[PlannedUtterance]:
        """What is said under that key, sentence by sentence, and by whom."""
        return effective(self._plan(key), self._using).utterances

    def state(self, key: str) -> State:
        """How far the recording has come, here or in another process."""
        plan = self._plan(key)
        effective_plan, of = effective(plan, self._using), len(plan.utterances)
        if self._using.store.sound(plan.key):
            return State(of, of, complete=True, provisional=plan.provisional)
        return State(self._making.made(plan), of, complete=False, provisional=effective_plan.provisional)

    def can_keep(self) -> bool:
        """Whether what is made can be kept: the store's place can be written to."""
        return not self._using.store.trouble()

    def voices(self) -> list[Voice]:
        """The voices that can be used now."""
        return self._using.voices.ready()

    def speak(self, text: str, language: str, voice: str | None = None, trial: speech.Entry | None = None) -> Sample:
        """A text by itself, in the voice that is named or the best one; with a word said as `trial` has it."""
        return samples.speak(text, language, voice, self._using, trial)

    def sample(self, voice: str) -> bytes:
        """A voice's own sentence, as MP3, for who has to choose one."""
        return samples.of_voice(voice, self._using)

    def restressed(self, word: str, place: int) -> str:
        """The sounds of a Russian word with its stress on another vowel; empty where they cannot be told."""
        return samples.restressed(word, place, self._using)

    def mentions(self, word: str, most: int) -> list[Mention]:
        """The sentences of kept pages that say a word, so many at most."""
        return samples.mentions(word, most, self._using)

    def words(self, text: str, language: str) -> str:
        """What is said for a text, without saying it."""
        return samples.words(text, language, self._using)

    def explain(self, text: str, language: str, voice: str | None = None) -> Explanation:
        """What in a text is read how, and by which rule."""
        return samples.explain(text, language, voice, self._using)

    def learn(self, address: str) -> Iterator[Lesson]:
        """Read some of a site's pages, politely, so that its frame is known before the first visitor; each is told."""
        return learning.learn(address, self._using, self._sites)

    def site(self, host: str) -> Site:
        """What is known of a site."""
        return self._sites.known(host)

    def forget_site(self, host: str) -> bool:
        """Know nothing of a site any more; whether anything was known."""
        return self._sites.forget(host) > 0

    def warm(self) -> None:
        """Start the engines that take a while to start, so that the first visitor does not wait for it."""
        self._using.prepare.warm()
        accent = self._using.accent
        self._using.voices.warm({"stress": partial(accent, "")} if accent else {})

    def close(self) -> None:
        """Stop the threads, processes and connections."""
        self._making.close()
        self._using.prepare.close()
        self._using.voices.close()

    def _finished(self, key: str) -> Recording:
        recording = self.recording(key)
        if recording is None:
            raise RecordingUnknown
        return recording

    def _plan(self, key: str, number: int = 0) -> Plan:
        """Raises RecordingUnknown for what is no key, or a sentence that is not there."""
        plan = self._making.plan(key) if _KEY.fullmatch(key) else None
        if plan is None or number >= len(plan.utterances):
            raise RecordingUnknown
        return plan
