from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuthorityConfig(AppConfig):
    name = "samspil.authority"
    verbose_name = "adgang"

    def ready(self) -> None:
        from django.conf import settings

        from samspil.authority import install, movable_clock

        post_migrate.connect(install.after_migrate, sender=self, dispatch_uid="install")
        if settings.DEMO and settings.MOVABLE_CLOCK:
            movable_clock.follow_database()
