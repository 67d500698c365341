"""Every change of a model has its migration. Needs no database."""

import os
import sys
import warnings

import django
from django.core.management import call_command


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
    django.setup()
    with warnings.catch_warnings():
        # Without a database Django cannot look for migrations applied out of order, and says so.
        warnings.filterwarnings("ignore", "Got an error checking a consistent migration history", RuntimeWarning)
        try:
            call_command("makemigrations", "--check", "--dry-run", verbosity=1)
        except SystemExit as told:
            return int(told.code or 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
