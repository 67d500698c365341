from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "samspil.post"
    verbose_name = "post"
