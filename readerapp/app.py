"""The web application: the doors hung on one Flask app."""

from functools import partial

from flask import Blueprint, Flask
from flask_limiter import Limiter

from .settings import Settings, bracketed, load
from .web import assets, compression, demo, guards, health, locale, names, policy, problems, requests
from .web.reader import pages, sound
from .web.reader.policy import PAGES, SOUND
from .wiring import House, build

DOORS = {"reader": PAGES, "sound": SOUND, "health": health.POLICY}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names under which the service is found on its own machine."""


def create_app(settings: Settings | None = None, house: House | None = None) -> Flask:
    """The app, with a house of its own unless one is given. Raises SettingsWrong."""
    house = house or build(settings or load())
    settings = house.settings
    app = Flask("readerapp.web", static_folder=None)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # of the provider that Flask uses
    compression.install(app)  # the last to see an answer
    requests.install(app, settings.proxies)
    locale.install(app, house.catalogues)
    policy.install(app, DOORS)
    problems.install(app)
    limiter = guards.install(app, settings.rate_storage)
    assets.install(app)
    app.register_blueprint(health.blueprint(partial(ailments, house)))
    app.register_blueprint(_reader(house, limiter))
    app.register_blueprint(sound.blueprint(house.narrator, limiter, settings.sounds_per_minute))
    if settings.demo:
        app.register_blueprint(demo.blueprint, url_prefix="/demo")
    names.install(app, settings.hosts, settings.prefix, settings.proxies)
    app.extensions["house"] = house
    return app


def ailments(house: House) -> list[str]:
    """What keeps the service from doing its work now: no voice, or nothing can be written."""
    found = [] if house.parts.roster.ready() else ["voice"]
    return [*found, "store"] if house.parts.store.trouble() else found


def _reader(house: House, limiter: Limiter) -> Blueprint:
    """The reader's pages, with the demo articles unless the operator wants none."""
    settings = house.settings
    if not settings.demo:
        return pages.blueprint(house.narrator, limiter, settings.pages_per_minute)
    articles = [pages.Demo(demo.TITLES[tag], tag, f"/demo/{tag}/{name}") for tag, name in demo.ARTICLES.items()]
    places = [f"{host}:{settings.port}" for host in (*LOOPBACK, bracketed(settings.host))]
    own = partial(demo.own_page, places=places)
    return pages.blueprint(house.narrator, limiter, settings.pages_per_minute, articles, own)
