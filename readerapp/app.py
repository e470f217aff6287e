"""The web application: the doors hung on one Flask app."""

from functools import partial
from pathlib import Path

from flask import Blueprint, Flask

from .catalogs import Texts
from .settings import Settings, bracketed, load
from .web import (
    assets,
    audio,
    compression,
    demo,
    guards,
    health,
    locale,
    names,
    operator,
    policy,
    problems,
    reader,
    requests,
    translate,
)
from .web.audio.policy import SOUND
from .web.rates import Rates
from .web.reader.policy import PAGES
from .web.translate.policy import DESK
from .wiring import Services, build

DOORS = {"reader": PAGES, "translate": DESK, "sound": SOUND, "health": health.POLICY}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names under which the service is found on its own machine."""


def create_app(settings: Settings | None = None, services: Services | None = None) -> Flask:
    """The app, with services of its own unless some are given. Raises SettingsWrong."""
    services = services or build(settings or load())
    settings = services.settings
    app = Flask("readerapp.web", static_folder=None)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # of the provider that Flask uses
    compression.install(app)  # the last to see an answer
    requests.install(app, settings.proxies)
    locale.install(app, services.catalogues)
    policy.install(app, DOORS)
    problems.install(app)
    operator.install(app, settings.operator, settings.contact)
    rates = guards.install(app, settings.rate_storage)
    assets.install(app)
    app.register_blueprint(health.blueprint(partial(ailments, services)))
    app.register_blueprint(_reader(services, rates))
    app.register_blueprint(audio.blueprint(rates, settings.sounds_per_minute))
    app.register_blueprint(translate.blueprint(rates, settings.sounds_per_minute, settings.sign_ins_per_minute))
    if settings.demo:
        app.register_blueprint(demo.blueprint)
    names.install(app, settings.hosts, settings.prefix, settings.proxies)
    if settings.accel:
        app.extensions["accel"] = partial(_in_front, settings.accel, settings.cache.absolute())
    if services.follower:
        app.before_request(services.follower.follow)
    app.extensions["services"] = services
    app.extensions["catalogue_texts"] = Texts(services.translations)
    return app


def _in_front(accel: str, folder: Path, file: Path) -> str:
    """The address of a file of the cache for the server in front."""
    return f"{accel}/{file.relative_to(folder).as_posix()}"


def ailments(services: Services) -> list[str]:
    """What keeps the service from doing its work now: no voice, or nothing can be written."""
    causes = [] if services.narration.voices() else ["voice"]
    return causes if services.narration.can_keep() else [*causes, "store"]


def _reader(services: Services, rates: Rates) -> Blueprint:
    """The reader's pages, with the demo articles unless the operator wants none."""
    settings = services.settings
    if not settings.demo:
        return reader.blueprint(rates, settings.pages_per_minute, settings.reports_per_hour)
    articles = [reader.Demo(demo.TITLES[tag], tag, f"/demo/{tag}/{name}") for tag, name in demo.ARTICLES.items()]
    places = [f"{host}:{settings.port}" for host in (*LOOPBACK, bracketed(settings.host))]
    own = partial(demo.own_page, places=places)
    return reader.blueprint(rates, settings.pages_per_minute, settings.reports_per_hour, articles, own)
