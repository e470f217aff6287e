"""OpenID Connect: a provider that the operator names tells who somebody is.

The browser is sent there and comes back with a code; the code is exchanged by this machine, which asks nobody but the
issuer's own host. What is checked of the token: its signature, issuer, receiver, age, and the nonce of this very try.
"""

import secrets
import ssl
import time
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, NoReturn
from urllib.parse import quote, urlsplit

import certifi
import httpx
import structlog
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from ..errors import ProviderFailed, ProviderRefused, SignInOver

log = structlog.get_logger(__name__)

SIGNED: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""Signatures that only the provider can make; never “none”, nor one made with our own secret."""
_ITS_OWN_FAULTS: Final = frozenset(("server_error", "temporarily_unavailable"))
"""What a provider answers where it fails. All else that it calls an error ends the try, as when somebody cancels."""
_TRUSTED_SECONDS: Final = 3600
_PATIENCE_SECONDS: Final = 10.0
_LARGEST: Final = 1_000_000
_LEEWAY_SECONDS: Final = 60


class Identity(NamedTuple):
    """Who somebody is: for ever, and by the claim that names an account."""

    subject: str
    name: str


class Provider:
    """One issuer, and what we are there. Safe for threads."""

    def __init__(self, issuer: str, client: str, secret: str, claim: str) -> None:
        self._issuer, self._client, self._secret, self._claim = issuer, client, secret, claim
        self._known: tuple[float, dict[str, Any]] = (0.0, {})
        self._keys: KeySet | None = None

    def question(self, back: str, state: str) -> tuple[str, dict[str, str]]:
        """Where to send the browser, and what to remember of the try. Raises ProviderFailed."""
        nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        address = prepare_grant_uri(
            self._told("authorization_endpoint"),
            self._client,
            "code",
            back,
            "openid email profile",
            state,
            nonce=nonce,
            code_challenge=create_s256_code_challenge(verifier),
            code_challenge_method="S256",
        )
        return str(address), {"state": state, "nonce": nonce, "verifier": verifier}

    def identity(self, facts: Mapping[str, str], answer: Mapping[str, str], back: str) -> Identity:
        """Who came back with an answer. Raises SignInOver, ProviderRefused, ProviderFailed."""
        if not facts or not secrets.compare_digest(answer.get("state", "").encode(), facts["state"].encode()):
            raise SignInOver
        if answer.get("iss", self._issuer) != self._issuer:
            raise SignInOver
        if "error" in answer or not answer.get("code"):
            reason = answer.get("error", "no code")[:100]
            log.warning("openid not answered", reason=reason)
            if reason in _ITS_OWN_FAULTS:
                raise ProviderFailed(host=urlsplit(self._issuer).hostname or "")
            raise SignInOver
        token = self._exchanged(answer["code"], facts["verifier"], back)
        claims = self._checked(token, facts["nonce"])
        if self._claim not in claims and token.get("access_token"):
            claims = {**self._more(token["access_token"], claims["sub"]), **claims}
        return Identity(f"{self._issuer} {claims['sub']}", self._name(claims))

    def _name(self, claims: Mapping[str, Any]) -> str:
        """The claim that names an account. An address of mail counts only where the provider has seen it work."""
        name = claims.get(self._claim)
        unproved = self._claim == "email" and claims.get("email_verified") not in (True, "true")
        if not isinstance(name, str) or unproved:
            log.warning("openid refused", reason="no claim", claim=self._claim, unproved=unproved)
            raise ProviderRefused
        return name

    def _exchanged(self, code: str, verifier: str, back: str) -> dict[str, Any]:
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
        ways = self._metadata().get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        basic = bool(self._secret) and "client_secret_basic" in ways
        if not basic:
            form |= {"client_id": self._client, **({"client_secret": self._secret} if self._secret else {})}
        proof = httpx.BasicAuth(quote(self._client, safe=""), quote(self._secret, safe="")) if basic else None
        return self._ask("POST", self._told("token_endpoint"), data=form, auth=proof)

    def _checked(self, token: Mapping[str, Any], nonce: str) -> CodeIDToken:
        demands = {"iss": {"essential": True, "value": self._issuer}, "aud": {"essential": True, "value": self._client}}
        params = {"nonce": nonce, "client_id": self._client, "access_token": token.get("access_token", "")}
        try:
            jwt = self._decoded(str(token.get("id_token", "")))
            claims = CodeIDToken(jwt.claims, jwt.header, demands, params)
            claims.validate(leeway=_LEEWAY_SECONDS)
        except (JoseError, ValueError, TypeError, KeyError) as wrong:
            log.warning("openid token refused", reason=repr(wrong)[:200])
            raise ProviderRefused from wrong
        return claims

    def _decoded(self, token: str) -> jwt.Token:
        names = self._metadata().get("id_token_signing_alg_values_supported", ["RS256"])
        rules = JWSRegistry(algorithms=[name for name in names if name in SIGNED], strict_check_header=False)
        try:
            return jwt.decode(token, self._key_set(), registry=rules)
        except (InvalidKeyIdError, BadSignatureError):  # the provider may have new keys
            return jwt.decode(token, self._key_set(anew=True), registry=rules)

    def _key_set(self, *, anew: bool = False) -> KeySet:
        """The keys that the provider signs with; those it has withdrawn are forgotten with what else it told."""
        self._metadata()
        keys = self._keys
        if keys is None or anew:
            keys = KeySet.import_key_set(self._ask("GET", self._told("jwks_uri")))  # type: ignore[arg-type]  # it checks that itself
            self._keys = keys
        return keys

    def _more(self, token: str, subject: str) -> dict[str, Any]:
        """What the provider tells only who asks with the token."""
        if not self._metadata().get("userinfo_endpoint"):
            return {}
        proof = {"Authorization": f"Bearer {token}"}
        profile = self._ask("GET", self._told("userinfo_endpoint"), headers=proof)
        return profile if profile.get("sub") == subject else {}

    def _told(self, what: str) -> str:
        return str(self._metadata().get(what, ""))

    def _metadata(self) -> dict[str, Any]:
        until, metadata = self._known
        if time.monotonic() >= until:
            metadata = self._ask("GET", f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
            if metadata.get("issuer") != self._issuer:
                self._fail(f"it calls itself {str(metadata.get('issuer'))[:200]}")
            self._known, self._keys = (time.monotonic() + _TRUSTED_SECONDS, metadata), None
        return metadata

    def _ask(self, method: str, address: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - what httpx takes
        """One request to the issuer's host: not redirected, not through a proxy, and no longer than it should be."""
        if _origin(address) != _origin(self._issuer):
            self._fail(f"it names another host: {address[:200]}")
        trust = ssl.create_default_context()
        trust.load_verify_locations(certifi.where())  # beside what this machine trusts, an authority's own among it
        try:
            with (
                httpx.Client(timeout=_PATIENCE_SECONDS, trust_env=False, verify=trust) as client,
                client.stream(method, address, **options) as answer,
            ):
                body = b""
                for piece in answer.iter_bytes(_LARGEST):
                    body += piece
                    if len(body) > _LARGEST:
                        self._fail("its answer is too long")
                if answer.status_code != httpx.codes.OK:
                    self._fail(f"it answered {answer.status_code}")
                content = httpx.Response(200, content=body).json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as wrong:
            self._fail(type(wrong).__name__)
        return content if isinstance(content, dict) else {}

    def _fail(self, reason: str) -> NoReturn:
        log.warning("openid provider failed", issuer=self._issuer, reason=reason)
        raise ProviderFailed(host=urlsplit(self._issuer).hostname or "")


def _origin(address: str) -> tuple[str, str | None, int | None]:
    try:
        parts = urlsplit(address)
        return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:  # no address, or a port that is none
        return "", None, None
