from django.apps import AppConfig


class CirclesConfig(AppConfig):
    name = "samspil.circles"
    verbose_name = "fortrolige rum"
