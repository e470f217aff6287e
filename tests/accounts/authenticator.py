"""A device that makes passkeys, as WebAuthn describes it: keys on the curve P-256, counted uses, no attestation."""

import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url as told

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Device:
    """Answers what a browser asks it. `verified` is whether its owner showed a finger."""

    origin: str = "https://lyssna.example.se"
    verified: bool = True
    uses: int = 0
    keys: dict[bytes, tuple[ec.EllipticCurvePrivateKey, str]] = field(default_factory=dict)

    def create(self, options: str) -> str:
        """A new key."""
        asked = json.loads(options)
        name, key = secrets.token_bytes(16), ec.generate_private_key(ec.SECP256R1())
        self.keys[name] = key, asked["user"]["id"]
        point = key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
        attested = bytes(16) + struct.pack(">H", len(name)) + name + cbor2.dumps(public)
        data = self._data(asked["rp"]["id"], ATTESTED) + attested
        statement = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", asked["challenge"])
        return _answer(name, {"clientDataJSON": told(client), "attestationObject": told(statement)})

    def get(self, options: str) -> str:
        """Use its newest key."""
        asked = json.loads(options)
        name, (key, handle) = list(self.keys.items())[-1]
        self.uses += 1
        data = self._data(asked["rpId"], 0)
        client = self._client("webauthn.get", asked["challenge"])
        signature = key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        parts = {"clientDataJSON": client, "authenticatorData": data, "signature": signature}
        return _answer(name, {**{part: told(content) for part, content in parts.items()}, "userHandle": handle})

    def _data(self, site: str, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verified else 0)
        return hashlib.sha256(site.encode()).digest() + bytes([flags]) + struct.pack(">I", self.uses)

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()


def _answer(name: bytes, response: dict[str, str]) -> str:
    return json.dumps({"id": told(name), "rawId": told(name), "type": "public-key", "response": response})
