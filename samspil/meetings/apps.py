from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "samspil.meetings"
    verbose_name = "møder"

    def ready(self) -> None:
        """The room's mails are known wherever the outbox is sent from."""
        import samspil.meetings.exports.mails  # noqa: F401  # registers itself
