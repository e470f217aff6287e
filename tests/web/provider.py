"""A real OpenID Connect provider on a port of loopback, made with Authlib's server side: codes, PKCE, signed tokens.

It signs everybody in as `person` without asking. What is `spoilt` stands in the token instead of what should.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, Response, jsonify, redirect, request
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

from tests.listening import listening

CLIENT, SECRET = "lyssna", "hemligt & svårt"


class Client(ClientMixin):
    """The service, as the provider knows it."""

    client_id = CLIENT

    def get_client_id(self) -> str:
        return CLIENT

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, address: str) -> bool:
        return address == "http://localhost/translate/openid"

    def check_client_secret(self, secret: str) -> bool:
        return secrets.compare_digest(secret.encode(), SECRET.encode())

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, kind: str) -> bool:
        return kind == "code"

    def check_grant_type(self, kind: str) -> bool:
        return kind == "authorization_code"


@dataclass
class Code(AuthorizationCodeMixin):
    """A code that was given out, and what it was asked with."""

    code: str
    asked: dict[str, str]
    person: dict[str, Any]
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return self.asked["redirect_uri"]

    def get_scope(self) -> str:
        return self.asked["scope"]

    def get_nonce(self) -> str:
        return self.asked["nonce"]

    def get_auth_time(self) -> None:
        return None

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


@dataclass
class Provider:
    """The server, and a hand on what it says."""

    issuer: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    told: set[str] = field(default_factory=lambda: {"email", "email_verified"})
    """Which of what is known of the person stands in the token; the rest is told who asks."""
    spoilt: dict[str, Any] = field(default_factory=dict)
    description: dict[str, Any] = field(default_factory=dict)
    """What its description says otherwise."""
    keys: list[RSAKey] = field(default_factory=list)
    codes: dict[str, Code] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    published: list[RSAKey] = field(default_factory=list)

    def renew(self, *, publish: bool = True) -> None:
        """Sign with a new key from now on, which others are told of or not."""
        self.keys.append(_key())
        if publish:
            self.published = self.keys[-1:]


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that runs."""
    provider, app = Provider(), Flask(__name__)
    provider.renew()
    server = AuthorizationServer(app, lambda _: Client(), lambda _token, _request: None)
    server.register_grant(_grant(provider), [_identity(provider)(), CodeChallenge(required=True)])
    _routes(app, provider, server)
    listener = make_server("127.0.0.1", 0, app, threaded=True)
    provider.issuer = f"http://127.0.0.1:{listener.server_port}/realms/town"
    with listening(listener):
        yield provider


def _grant(provider: Provider) -> type[AuthorizationCodeGrant]:
    class Grant(AuthorizationCodeGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic",)

        def save_authorization_code(self, code: str, request: Any) -> None:
            asked = dict(request.payload.data)
            pair = asked["code_challenge"], asked["code_challenge_method"]
            provider.codes[code] = Code(code, asked, dict(provider.person), *pair)

        def query_authorization_code(self, code: str, client: Client) -> Code | None:
            return provider.codes.get(code)

        def delete_authorization_code(self, code: Code) -> None:
            del provider.codes[code.code]

        def authenticate_user(self, code: Code) -> dict[str, Any]:
            return code.person

    return Grant


def _identity(provider: Provider) -> type[OpenIDCode]:
    class Identity(OpenIDCode):
        def exists_nonce(self, nonce: str, request: Any) -> bool:
            return any(code.asked["nonce"] == nonce for code in provider.codes.values())

        def resolve_client_private_key(self, client: Client) -> RSAKey:
            return provider.keys[-1]

        def get_client_algorithm(self, client: Client) -> str:
            return "RS256"

        def get_client_claims(self, client: Client) -> dict[str, Any]:
            return {"iss": provider.issuer, "aud": [CLIENT]}

        def get_encode_header(self, client: Client) -> dict[str, Any]:
            return {"alg": "RS256", "kid": provider.keys[-1].kid}

        def get_authorization_code_claims(self, authorization_code: Code) -> dict[str, Any]:
            return {"nonce": authorization_code.get_nonce()}

        def generate_user_info(self, user: dict[str, Any], scope: str) -> dict[str, Any]:
            told = {name: value for name, value in user.items() if name == "sub" or name in provider.told}
            return {**told, **provider.spoilt}

    return Identity


def _routes(app: Flask, provider: Provider, server: AuthorizationServer) -> None:
    @app.before_request
    def note() -> None:
        provider.asked.append(request.path)

    @app.get("/realms/town/.well-known/openid-configuration")
    def description() -> Response:
        base = provider.issuer
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        told = {name: f"{base}/{path}" for name, path in places.items()}
        told |= {"issuer": base, "userinfo_endpoint": f"{base}/me"}
        algorithms = {"id_token_signing_alg_values_supported": ["RS256", "HS256", "none"]}
        return jsonify({**told, **algorithms, **provider.description})

    @app.get("/realms/town/authorize")
    def authorize() -> Response:
        grant = server.get_consent_grant(end_user=provider.person)
        found: Response = server.create_authorization_response(grant_user=provider.person, grant=grant)
        return found

    @app.post("/realms/town/token")
    def token() -> Response:
        found: Response = server.create_token_response()
        return found

    @app.get("/realms/town/keys")
    def keys() -> Response:
        return jsonify(keys=[key.as_dict(private=False) for key in provider.published])

    @app.get("/realms/town/me")
    def me() -> Response:
        assert request.headers["Authorization"].startswith("Bearer ")
        return jsonify(provider.person)

    @app.get("/realms/town/moved")
    def moved() -> Any:
        return redirect(f"{provider.issuer}/keys")


def _key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": secrets.token_hex(4)})
