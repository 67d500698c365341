"""A passkey in software: what a browser and its device would answer."""

import base64
import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class SoftKey:
    """`verifies` is whether the device knows its owner, by finger, face or PIN."""

    verifies: bool = True
    origin: str = "http://localhost"
    identity: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    private: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    owner: str = ""

    def make(self, options: dict[str, Any]) -> str:
        asked = options["publicKey"]
        self.owner = asked["user"]["id"]
        cose: Any = ES256
        public = cbor.encode(cose.from_cryptography_key(self.private.public_key()))
        attested = bytes(16) + struct.pack(">H", len(self.identity)) + self.identity + public
        about = self._about(asked["rp"]["id"], ATTESTED) + attested
        told = packed(cbor.encode({"fmt": "none", "attStmt": {}, "authData": about}))
        return self._answer({"clientDataJSON": packed(self._client("create", asked)), "attestationObject": told})

    def show(self, options: dict[str, Any]) -> str:
        asked = options["publicKey"]
        client, about = self._client("get", asked), self._about(asked["rpId"], 0)
        signature = self.private.sign(about + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        told = {"clientDataJSON": client, "authenticatorData": about, "signature": signature}
        return self._answer({**{name: packed(value) for name, value in told.items()}, "userHandle": self.owner})

    def _about(self, place: str, more: int) -> bytes:
        marks = PRESENT | (VERIFIED if self.verifies else 0) | more
        return hashlib.sha256(place.encode()).digest() + bytes([marks]) + struct.pack(">I", 0)

    def _client(self, act: str, asked: dict[str, Any]) -> bytes:
        told = {"type": f"webauthn.{act}", "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _answer(self, response: dict[str, str]) -> str:
        own = packed(self.identity)
        told = {"id": own, "rawId": own, "type": "public-key", "clientExtensionResults": {}, "response": response}
        return json.dumps(told)
