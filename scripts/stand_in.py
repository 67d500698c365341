"""Settings that load without an installation: for types, migrations and static files, which need no database."""

import os
import sys

SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "samspil.config.settings",
    "SECRET_KEY": "stand-in",
    "VISIT_SECRET": "stand-in",
    "LOG_KEY": "stand-in",
    "DATA_KEYS": "stand-in:" + "A" * 43 + "=",
    "DATABASE_URL": "postgresql://nobody@/nowhere?host=/nonexistent",
    "DATABASE_OWNER_URL": "postgresql://nobody@/nowhere?host=/nonexistent",
}


def main() -> None:
    """Run one of Django's own commands: python -m scripts.stand_in collectstatic."""
    os.environ.update(SETTINGS)
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - after the settings stand

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
