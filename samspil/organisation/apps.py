from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "samspil.organisation"
    verbose_name = "organisation"
