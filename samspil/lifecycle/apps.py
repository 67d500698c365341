from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    name = "samspil.lifecycle"
    verbose_name = "ind og ud"
