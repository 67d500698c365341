from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "samspil.accounts"
    verbose_name = "konti"

    def ready(self) -> None:
        from samspil.accounts import demo

        post_migrate.connect(demo.after_migrate, sender=self, dispatch_uid="demo_people")
