"""The web application: the doors hung on one Flask app."""

from functools import partial

from flask import Blueprint, Flask
from flask_limiter import Limiter
from werkzeug.middleware.proxy_fix import ProxyFix

from .settings import Settings, bracketed, load
from .web import audio, demo, guards, locale, problems, reader
from .wiring import Services, build

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names under which the service is found on its own machine."""


def create_app(settings: Settings | None = None, services: Services | None = None) -> Flask:
    """The app, with services of its own unless some are given. Raises SettingsWrong."""
    services = services or build(settings or load())
    settings = services.settings
    app = Flask("readerapp.web", static_url_path="/static")
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # of the provider that Flask uses
    locale.install(app, services.catalogues)
    problems.install(app)
    limiter = guards.install(app, settings.rate_storage)
    app.register_blueprint(_reader(services, limiter))
    app.register_blueprint(audio.blueprint(limiter, settings.sounds_per_minute))
    if settings.demo:
        app.register_blueprint(demo.blueprint, url_prefix="/demo")
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]  # as Flask says
    app.extensions["services"] = services
    return app


def _reader(services: Services, limiter: Limiter) -> Blueprint:
    """The reader's pages, with the demo articles unless the operator wants none."""
    settings = services.settings
    if not settings.demo:
        return reader.blueprint(limiter, settings.pages_per_minute)
    articles = [reader.Demo(demo.TITLES[tag], tag, f"/demo/{tag}/{name}") for tag, name in demo.ARTICLES.items()]
    places = [f"{host}:{settings.port}" for host in (*LOOPBACK, bracketed(settings.host))]
    own = partial(demo.own_page, places=places)
    return reader.blueprint(limiter, settings.pages_per_minute, articles, own)
