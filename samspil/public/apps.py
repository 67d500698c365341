from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "samspil.public"
    verbose_name = "offentlige sider"
