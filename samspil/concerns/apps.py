from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    name = "samspil.concerns"
    verbose_name = "bekymringer"

    def ready(self) -> None:
        from samspil.concerns.queries.drafts import why_no_more_files
        from samspil.concerns.queries.places import place_of_concern
        from samspil.documents.rules import register_bar
        from samspil.words.queries import register_place

        register_bar("concern", why_no_more_files)
        register_place("concern", place_of_concern)
