from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "samspil.meetings"
    verbose_name = "møder"
