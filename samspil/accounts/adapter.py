"""What allauth's second factors ask of us: names, and secrets that lie sealed in the database."""

import base64
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from samspil.lib.sealing import Keyring

CONTEXT = "accounts.factor"


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth brings no types
    error_messages = {"incorrect_code": "Koden passede ikke. Prøv igen."}

    def get_totp_issuer(self) -> str:
        return "Samspil"

    def _get_site_name(self) -> str:
        return "Samspil"

    def encrypt(self, text: str) -> str:
        return base64.b64encode(own_keys().seal(text.encode(), CONTEXT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return own_keys().open_sealed(base64.b64decode(encrypted_text), CONTEXT).decode()

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return {"id": user_pk_to_url_str(user).encode(), "display_name": user.email, "name": user.email}


def own_keys() -> Keyring:
    return Keyring.from_environment(settings.DATA_KEYS)
