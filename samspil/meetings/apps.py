from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "samspil.meetings"
    verbose_name = "møder"

    def ready(self) -> None:
        """Mails are known wherever the outbox is sent from, and what comes of a matter where it is brought."""
        import samspil.meetings.exports.mails  # noqa: F401  # registers itself
        from samspil.decisions.rules import came_of
        from samspil.meetings.queries.coming import came_of_item, place_of_item
        from samspil.words.queries import register_place

        came_of["item"] = came_of_item
        register_place("item", place_of_item)
