from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "samspil.desk"
    verbose_name = "min SSP"
