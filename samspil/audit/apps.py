from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "samspil.audit"
    verbose_name = "log"
