from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """What one logs in with. It gives no access: that hangs on the person's seats."""

    table_class: ClassVar[str] = "accounts"

    email = models.EmailField("arbejdsmail", unique=True)
    is_active = models.BooleanField("aktiv", default=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "konto"
        verbose_name_plural = "konti"

    def __str__(self) -> str:
        return self.email
