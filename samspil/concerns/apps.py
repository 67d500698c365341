from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    name = "samspil.concerns"
    verbose_name = "bekymringer"

    def ready(self) -> None:
        from samspil.concerns.queries.drafts import why_no_more_files
        from samspil.documents.rules import register_bar

        register_bar("concern", why_no_more_files)
