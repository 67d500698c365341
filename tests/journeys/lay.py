"""Lays the demo's municipalities and people into a database, in a process of its own: settings are read once."""

import django


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from samspil.config import demo_world

    call_command("migrate", database="owner", verbosity=0)
    demo_world.fill(lambda _text: None)


if __name__ == "__main__":
    main()
