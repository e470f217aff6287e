"""Whether the service lives, and whether it can work: for those who watch over it and for proxies that choose."""

from collections.abc import Callable, Sequence
from typing import Final

from flask import Blueprint, Response, jsonify

from .policy import NO_INDEX, Policy

POLICY: Final = Policy(headers={**NO_INDEX, "Cache-Control": "no-store"}, pages=False)
ROBOTS: Final = """User-agent: *
Disallow: /*/read
Disallow: /*/choose
Disallow: /audio/
"""


def blueprint(ailments: Callable[[], Sequence[str]]) -> Blueprint:
    """`ailments` names what keeps the service from working now."""
    health = Blueprint("health", __name__)

    @health.get("/healthz")
    def alive() -> Response:
        return jsonify(alive=True)

    @health.get("/readyz")
    def ready() -> Response:
        causes = list(ailments())
        response = jsonify(ready=not causes, ailments=causes)
        response.status_code = 503 if causes else 200
        return response

    @health.get("/robots.txt")
    def robots() -> Response:
        return Response(ROBOTS, mimetype="text/plain")

    return health
