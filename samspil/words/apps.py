from django.apps import AppConfig


class WordsConfig(AppConfig):
    name = "samspil.words"
    verbose_name = "beskeder"

    def ready(self) -> None:
        """The mail is known wherever the outbox is sent from."""
        import samspil.words.exports  # noqa: F401  # registers itself
