"""One function an address of sound: ask the service, and say how long the answer may be kept."""

import hashlib
import io
import itertools
from collections.abc import Callable
from urllib.parse import quote

import msgspec
from flask import Response, current_app, jsonify, request, send_file

from ... import audio
from ...narration.views import Finished
from ...serving.environ import LATER
from ...text.syllables import of_page
from ..awaiting import awaited
from ..services import narration

_FOR_EVER = "public, max-age=31536000, immutable"
_MIME = "audio/mpeg"
_VTT = "text/vtt"


def whole(live: Callable[[str], Response], key: str) -> Response:
    """The whole recording: its file, or what `live` answers, which is counted."""
    recording = narration().finished(key)
    return _file(recording) if recording else live(key)


def unfinished(key: str) -> Response:
    """The recording joined now, or while it is being made; what goes wrong with its first sentence has a status."""
    awaited(lambda: narration().asked_sound(key))
    sound = narration().sound(key)
    if isinstance(sound, Finished):
        return _file(sound)
    later = request.environ.get(LATER)
    if later is None:
        response = Response(itertools.chain([next(sound.pieces)], sound.pieces), mimetype=_MIME)
    else:
        narration().sentence(key, 0)
        later.append(sound.later)
        response = Response(mimetype=_MIME)
    response.headers["Accept-Ranges"] = "none"
    return _kept(_to_download(response, "mp3"), lasting=False)


def plan(key: str) -> Response:
    """What the player needs to know before it plays."""
    return _kept(jsonify(msgspec.to_builtins(narration().outline(key))), lasting=False)


def state(key: str) -> Response:
    """How far the recording has come."""
    return _kept(jsonify(msgspec.to_builtins(narration().state(key))), lasting=False)


def captions(key: str) -> Response:
    """The words of a finished recording, for players that show captions."""
    return _kept(_to_download(Response(narration().captions(key), mimetype=_VTT), "vtt"), lasting=False)


def chapters(key: str) -> Response:
    """The parts of a finished recording, by the headings of its article."""
    parts = [(part.begin, part.finish, part.title) for part in narration().chapters(key)]
    return _kept(_to_download(Response(audio.chapters(parts), mimetype=_VTT), "chapters.vtt"), lasting=False)


def parted(key: str) -> Response:
    """Where the words of each sentence part into syllables."""
    lines = (line.utterance for line in narration().utterances(key))
    return _kept(jsonify(of_page((line.text, line.language) for line in lines)), lasting=False)


def sentence(key: str, number: int) -> Response:
    """One sentence with the pause after it."""
    awaited(lambda: narration().asked_sentence(key, number))
    clip = narration().sentence(key, number)
    return _kept(Response(clip.audio, mimetype=_MIME), lasting=clip.lasting)


def cue(key: str, number: int) -> Response:
    """When the words of one sentence are heard."""
    awaited(lambda: narration().asked_cue(key, number))
    timing = narration().cue(key, number)
    response = jsonify(
        utterance=number,
        milliseconds=timing.milliseconds,
        begin=timing.cue.begin,
        finish=timing.cue.finish,
        voice=timing.cue.voice,
        marks=[[mark.start, mark.end, mark.begin, mark.finish] for mark in timing.cue.marks],
    )
    return _kept(response, lasting=timing.lasting)


def sample(voice: str) -> Response:
    """A voice's own sentence; what it gives changes with the voice, so it is kept for a day."""
    sound = narration().sample(voice)
    response = send_file(io.BytesIO(sound), mimetype=_MIME, etag=hashlib.sha256(sound).hexdigest())
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _file(sound: Finished) -> Response:
    """The file, or where the server in front finds it; that one then sees to ranges."""
    name = _download_name()
    response = send_file(
        sound.file.path,
        mimetype=_MIME,
        conditional="accel" not in current_app.extensions,
        as_attachment=bool(name),
        download_name=f"{name or sound.key}.mp3",
        etag=f"{sound.key}-{sound.file.size}",
    )
    if accel := current_app.extensions.get("accel"):
        response.response, response.direct_passthrough = [], False
        response.headers["X-Accel-Redirect"] = accel(sound.file.path)
        del response.headers["Content-Length"]
    return _kept(response, lasting=sound.lasting)


def _to_download(response: Response, ending: str) -> Response:
    """The answer, as a file with a name where the visitor wants to have one."""
    if name := _download_name():
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}.{ending}"
    return response


def _download_name() -> str:
    """What the visitor's file shall be called; empty where the sound is to be played."""
    return "".join(letter for letter in request.args.get("download", "") if letter.isprintable())


def _kept(response: Response, *, lasting: bool) -> Response:
    response.headers["Cache-Control"] = _FOR_EVER if lasting else "no-store"
    return response
