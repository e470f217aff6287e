"""Where long words may be parted, for browsers that have no patterns for their language."""

from typing import Final

from flask import Response, jsonify, request

from ...text import syllables as parts

MOST: Final = 100
"""Words of one request that are looked at; a browser asks for fewer, by the length of its address."""
LONGEST: Final = 60
"""Letters of a word that is parted."""


def syllables() -> Response:
    """The places in each word, in code points; none in a language that is not known."""
    words = (word if len(word) <= LONGEST else "" for word in request.args.getlist("word")[:MOST])
    language = request.args.get("language", "")
    response = jsonify([parts.hyphens(word, language) for word in words])
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
