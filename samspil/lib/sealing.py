"""Encryption of single values. Each sealed value names the key that opens it.

A sealed value is: version (1 byte), length of the key's name (1 byte), the name, nonce (12 bytes),
AES-256-GCM ciphertext. Every municipality has its own data key and its own key for blind indexes,
both derived from the master key. The context ("young_person.cpr:<public key>") is bound to the
value, so that one moved to another row does not open.
"""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = 1
KEY_BYTES = 32
NONCE_BYTES = 12
KEY_NAME = re.compile("[a-z0-9-]{1,32}")
DATA = "data"
INDEX = "blind-index"


class SealingError(Exception):
    """Its text carries neither a key nor anything that was or would be sealed."""


@dataclass(frozen=True)
class Keyring:
    """Named master keys; the first seals, all of them open.

    An empty municipality stands for what belongs to the installation itself.
    """

    keys: dict[str, bytes] = field(repr=False)

    @classmethod
    def from_environment(cls, value: str) -> "Keyring":
        """`name:base64` of each key, separated by commas or line ends, the current one first."""
        entries = [entry.strip() for entry in re.split(r"[,\n]", value) if entry.strip()]
        keys = dict(_parse_entry(number, entry) for number, entry in enumerate(entries, 1))
        if not keys:
            message = "the keyring is empty"
            raise SealingError(message)
        if len(keys) < len(entries):
            message = "two keys in the keyring have the same name"
            raise SealingError(message)
        return cls(keys)

    @classmethod
    def from_file(cls, path: Path) -> "Keyring":
        return cls.from_environment(path.read_text(encoding="ascii"))

    @property
    def current(self) -> str:
        return next(iter(self.keys))

    def derive(self, purpose: str, municipality: str, key_name: str | None = None) -> bytes:
        """32 bytes for one purpose in one municipality, from the current or the named key."""
        info = b"".join(_length_and(part) for part in ("samspil", purpose, municipality))
        master = self.keys[key_name or self.current]
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(master)

    def seal(self, plain: bytes, context: str, municipality: str = "") -> bytes:
        header = bytes((VERSION, len(self.current))) + self.current.encode()
        nonce = secrets.token_bytes(NONCE_BYTES)
        cipher = AESGCM(self.derive(DATA, municipality))
        return header + nonce + cipher.encrypt(nonce, plain, _bound(header, context))

    def open_sealed(self, sealed: bytes, context: str, municipality: str = "") -> bytes:
        name = self.key_name(sealed)
        body = 2 + len(name)
        header, nonce = sealed[:body], sealed[body : body + NONCE_BYTES]
        cipher = AESGCM(self.derive(DATA, municipality, name))
        try:
            return cipher.decrypt(nonce, sealed[body + NONCE_BYTES :], _bound(header, context))
        except (InvalidTag, ValueError):
            message = "a sealed value does not open: altered, or of another row or municipality"
            raise SealingError(message) from None

    def reseal(self, sealed: bytes, context: str, municipality: str = "") -> bytes:
        """The same under the current key, to be stored instead; unchanged if it already is."""
        if self.key_name(sealed) == self.current:
            return sealed
        return self.seal(self.open_sealed(sealed, context, municipality), context, municipality)

    def key_name(self, sealed: bytes) -> str:
        """The name of the key that sealed it, which is on this ring."""
        name = sealed[2 : 2 + sealed[1]] if sealed[:1] == bytes((VERSION,)) and sealed[1:] else b""
        known = next((known for known in self.keys if known.encode() == name), None)
        if known is None:
            message = "no sealed value, or its key is not on the keyring"
            raise SealingError(message)
        return known

    def blind_index(self, value: str, municipality: str, column: str = "") -> bytes:
        """Finds a sealed value by equality; equal values differ between columns."""
        return self._index(self.current, value, municipality, column)

    def blind_indexes(self, value: str, municipality: str, column: str = "") -> list[bytes]:
        """One by each key, to search while a rotation is under way."""
        return [self._index(name, value, municipality, column) for name in self.keys]

    def _index(self, key_name: str, value: str, municipality: str, column: str) -> bytes:
        key = self.derive(INDEX, municipality, key_name)
        return hmac.digest(key, _length_and(column) + value.encode(), hashlib.sha256)


def new_key(name: str) -> str:
    """A new random master key as an entry for the keyring's file or variable."""
    if not KEY_NAME.fullmatch(name):
        message = "a key's name has 1 to 32 lower-case letters, digits or hyphens"
        raise SealingError(message)
    return f"{name}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}"


def _parse_entry(number: int, entry: str) -> tuple[str, bytes]:
    name, _, encoded = entry.partition(":")
    try:
        key = base64.b64decode(encoded.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES or not KEY_NAME.fullmatch(name.strip()):
        message = f"entry {number} of the keyring is not name:base64 of {KEY_BYTES} bytes"
        raise SealingError(message) from None
    return name.strip(), key


def _bound(header: bytes, context: str) -> bytes:
    return header + context.encode()


def _length_and(text: str) -> bytes:
    """Unambiguous when several are joined."""
    encoded = text.encode()
    return len(encoded).to_bytes(4, "big") + encoded
