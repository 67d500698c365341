from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "samspil.intake"
    verbose_name = "startimport"
