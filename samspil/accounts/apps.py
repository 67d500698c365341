from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "samspil.accounts"
    verbose_name = "konti"
