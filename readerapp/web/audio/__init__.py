"""What the player plays: whole recordings with byte ranges, and their sentences one by one as they are made.

Addresses contain the recording's key, so what they give never changes and may be kept for ever; what a voice of
second choice said in an emergency is marked not to be kept.
"""

from functools import partial, update_wrapper

from flask import Blueprint

from ..rates import Rates
from . import views


def blueprint(rates: Rates, per_minute: int) -> Blueprint:
    """The sound; one client may ask for `per_minute` sentences a minute, and for what is kept as often as it likes."""
    sound = Blueprint("sound", __name__, url_prefix="/audio")
    limit = rates.limit(per_minute)
    whole = update_wrapper(partial(views.whole, limit(views.unfinished)), views.whole)
    sound.add_url_rule("/<key>.mp3", view_func=whole)
    for address, view in (
        ("/<key>/plan.json", views.plan),
        ("/<key>/state.json", views.state),
        ("/<key>/captions.vtt", views.captions),
        ("/<key>/chapters.vtt", views.chapters),
        ("/<key>/syllables.json", views.parted),
        ("/<key>/<int:number>.mp3", views.sentence),
        ("/<key>/<int:number>.json", views.cue),
        ("/sample/<voice>.mp3", views.sample),
    ):
        sound.add_url_rule(address, view.__name__, limit(view))
    return sound
