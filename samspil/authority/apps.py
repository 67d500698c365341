from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuthorityConfig(AppConfig):
    name = "samspil.authority"
    verbose_name = "adgang"

    def ready(self) -> None:
        from samspil.authority import install

        post_migrate.connect(install.after_migrate, sender=self, dispatch_uid="install")
