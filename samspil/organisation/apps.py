from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OrganisationConfig(AppConfig):
    name = "samspil.organisation"
    verbose_name = "organisation"

    def ready(self) -> None:
        from samspil.organisation.loading import defaults

        post_migrate.connect(defaults.after_migrate, sender=self, dispatch_uid="settings")
