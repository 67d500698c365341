from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "samspil.decisions"
    verbose_name = "beslutninger"
