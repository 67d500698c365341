from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "samspil.practice"
    verbose_name = "øvelse"
