"""What the player plays: whole recordings with byte ranges, and their sentences one by one as they are made.

Addresses contain the recording's key, so what they give never changes and may be kept for ever; what a voice of
second choice said in an emergency is marked not to be kept.
"""

import itertools
import re
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, jsonify, request, send_file
from flask_limiter import Limiter

from ... import audio, narrate
from ...errors import RecordingUnknown
from ...jobs import Narrator
from ...model import Plan
from ...serving.environ import LATER

_KEY = re.compile(r"[0-9a-f]{64}")
_FOR_EVER = "public, max-age=31536000, immutable"
_MIME = "audio/mpeg"


def blueprint(narrator: Narrator, limiter: Limiter, per_minute: int) -> Blueprint:  # noqa: C901 - a function a route
    """The sound; one client may ask for `per_minute` sentences a minute."""
    sound = Blueprint("sound", __name__, url_prefix="/audio")
    store = narrator.parts.store

    @lru_cache(maxsize=128)
    def kept(key: str) -> Plan:
        found = store.plan(key) if _KEY.fullmatch(key) else None
        if found is None:
            raise RecordingUnknown
        return found

    def kept_line(key: str, number: int) -> Plan:
        found = kept(key)
        if number >= len(found.lines):
            raise RecordingUnknown
        return found

    @sound.get("/<key>.mp3")
    def whole(key: str) -> Response:
        wanted = kept(key)
        spoken = narrator.settled(wanted)
        file = store.audio(spoken.key)
        if file is None:
            with limiter.limit(f"{per_minute}/minute"):  # what is kept costs nothing and is not counted
                file = narrator.join(spoken)
        if file is None:
            return _growing(narrator, wanted)
        return _finished(file, spoken.key, for_ever=spoken.key == key)

    @sound.get("/<key>/plan.json")
    @limiter.limit(f"{per_minute}/minute")
    def plan(key: str) -> Response:
        wanted = kept(key)
        spoken = narrator.settled(wanted)
        return _unkept(jsonify(_outline(wanted, spoken, narrator)))

    @sound.get("/<key>/state.json")
    @limiter.limit(f"{per_minute}/minute")
    def state(key: str) -> Response:
        found = narrator.state(kept(key))
        return _unkept(jsonify(made=found.made, of=found.of, complete=found.complete, provisional=found.provisional))

    @sound.get("/<key>/<int:number>.mp3")
    @limiter.limit(f"{per_minute}/minute")
    def sentence(key: str, number: int) -> Response:
        wanted = kept_line(key, number)
        line, clip = narrator.clip(wanted, number)
        response = Response(narrate.sound_of(line, clip), mimetype=_MIME)
        return _kept_while(response, same=line == wanted.lines[number])

    @sound.get("/<key>/<int:number>.json")
    @limiter.limit(f"{per_minute}/minute")
    def cue(key: str, number: int) -> Response:
        wanted = kept_line(key, number)
        line, _ = narrator.clip(wanted, number)
        clip = narrate.timed(line, narrator.parts)
        found = audio.cue(number, 0.0, clip, line.spoken, line.voice)
        response = jsonify(
            utterance=number,
            milliseconds=audio.milliseconds(narrate.sound_of(line, clip)),
            begin=found.begin,
            finish=found.finish,
            voice=found.voice,
            marks=[[mark.start, mark.end, mark.begin, mark.finish] for mark in found.marks],
        )
        return _kept_while(response, same=line == wanted.lines[number])

    return sound


def _outline(wanted: Plan, spoken: Plan, narrator: Narrator) -> dict[str, object]:
    """What the player needs to know of a recording before it plays."""
    recording = narrator.parts.store.recording(spoken.key)
    lengths = _lengths(spoken, narrator) if recording else itertools.repeat(None)
    return {
        "key": wanted.key,
        "language": wanted.language,
        "title": wanted.title,
        "complete": recording is not None,
        "provisional": spoken.provisional,
        "utterances": [
            {
                "n": number,
                "block": line.utterance.block,
                "start": line.utterance.start,
                "end": line.utterance.end,
                "language": line.utterance.language,
                "characters": len(line.utterance.text),
                "milliseconds": length,
            }
            for number, (line, length) in enumerate(zip(spoken.lines, lengths, strict=False))
        ],
    }


def _lengths(plan: Plan, narrator: Narrator) -> list[float]:
    """How long each sentence of a finished recording lasts, its pause included."""
    recording = narrator.parts.store.recording(plan.key)
    starts = [cue.begin for cue in recording.cues] if recording else []
    ends = [*starts[1:], recording.milliseconds] if recording else []
    return [end - start for start, end in zip(starts, ends, strict=True)]


def _finished(file: Path, key: str, *, for_ever: bool) -> Response:
    name = "".join(letter for letter in request.args.get("download", "") if letter.isprintable())
    response = send_file(
        file,
        mimetype=_MIME,
        conditional=True,
        as_attachment=bool(name),
        download_name=f"{name or key}.mp3",
        etag=f"{key}-{file.stat().st_size}",
    )
    response.headers["Cache-Control"] = _FOR_EVER if for_ever else "no-store"
    return response


def _growing(narrator: Narrator, plan: Plan) -> Response:
    """The recording while it is being made; what goes wrong with its first sentence is told with a status."""
    later = request.environ.get(LATER)
    if later is None:
        pieces = narrator.stream(plan)
        response = Response(itertools.chain([next(pieces)], pieces), mimetype=_MIME)
    else:
        narrator.clip(plan, 0)
        later.append(narrator.stream_later(plan))
        response = Response(mimetype=_MIME)
    response.headers["Accept-Ranges"] = "none"
    return _unkept(response)


def _kept_while(response: Response, *, same: bool) -> Response:
    response.headers["Cache-Control"] = _FOR_EVER if same else "no-store"
    return response


def _unkept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
