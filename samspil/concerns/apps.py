from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    name = "samspil.concerns"
    verbose_name = "bekymringer"
