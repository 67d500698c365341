from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "samspil.ui"
    verbose_name = "sider"
