from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "samspil.documents"
    verbose_name = "tekster"
