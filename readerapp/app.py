"""The web application: the doors hung on one Flask app."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from .settings import Settings, load
from .web import demo, guards, locale, problems
from .web.reader import pages, sound
from .wiring import House, build


def create_app(settings: Settings | None = None, house: House | None = None) -> Flask:
    """The app, with a house of its own unless one is given. Raises SettingsWrong."""
    house = house or build(settings or load())
    settings = house.settings
    app = Flask("readerapp.web", static_url_path="/static")
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    locale.install(app, house.catalogues)
    problems.install(app)
    limiter = guards.install(app, settings.rate_storage)
    demos = [pages.Demo(demo.TITLES[tag], tag, f"/demo/{tag}/{name}") for tag, name in demo.ARTICLES.items()]
    app.register_blueprint(
        pages.blueprint(house.narrator, limiter, settings.pages_per_minute, demos if settings.demo else [])
    )
    app.register_blueprint(sound.blueprint(house.narrator, limiter, settings.sounds_per_minute))
    if settings.demo:
        app.register_blueprint(demo.blueprint, url_prefix="/demo")
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app.extensions["house"] = house
    return app
