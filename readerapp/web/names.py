"""Under which names and which path the service is asked, and whom it believes about that.

A Host that no address could have, or that the setting “hosts” does not list, is refused, and by then it is forgotten:
no answer, link or redirect is made from it. Headers about what a proxy saw are believed from nobody, unless the setting
“proxies” says how many stand in front.
"""

import functools
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from ..errors import ReaderError
from ..fetch import Policy, clean
from ..serving.environ import REFUSED

ALWAYS = ("/healthz", "/readyz")
"""Asked by machines, which know this one by its number."""


class Names:
    """Gives the application only names that it may use, and takes the path under which it is served off the address."""

    def __init__(self, application: WSGIApplication, hosts: Iterable[str], prefix: str) -> None:
        self._application = application
        self._prefix = prefix
        self._fits = functools.lru_cache(256)(_judge(tuple(hosts)))

    def __call__(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        """Hand the request on."""
        host, path = environ.get("HTTP_HOST", ""), environ.get("PATH_INFO", "")
        prefix = environ.get("SCRIPT_NAME") or self._prefix
        if prefix and (path == prefix or path.startswith(f"{prefix}/")):  # a proxy may have taken it off, or not
            path = path[len(prefix) :]
        environ.update(SCRIPT_NAME=prefix, PATH_INFO=path or "/")
        if host and not (len(host) <= 300 and host.isascii() and self._fits(host)):
            environ["HTTP_HOST"] = f"{_bracketed(environ['SERVER_NAME'])}:{environ['SERVER_PORT']}"
            if path not in ALWAYS:
                environ[REFUSED] = 400
        return self._application(environ, start)


def install(app: Flask, hosts: Iterable[str], prefix: str, proxies: int) -> None:
    """Judge the name of every request, the one that the outermost trusted proxy was asked by where there is one."""
    app.wsgi_app = Names(app.wsgi_app, hosts, prefix)  # type: ignore[method-assign, assignment]  # as Flask says
    if proxies:
        proxy = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies, x_prefix=proxies)
        app.wsgi_app = proxy  # type: ignore[method-assign]  # as above


def _judge(hosts: tuple[str, ...]) -> Callable[[str], bool]:
    policy = Policy(sites=hosts)

    def fits(host: str) -> bool:
        try:
            name = urlsplit(clean(f"http://{host}/")).hostname or ""
        except ReaderError:
            return False
        return not set(host) & set("/?#@") and policy.lists(name)

    return fits


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
