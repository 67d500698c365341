from django.conf import settings
from django.db import connections


def count_rows() -> None:
    """Let the server count its tables: it plans by what it knows of them, and of new ones it knows nothing.

    Until its own round comes by, every page asks ten times as long.
    """
    with connections[settings.OWNER_ALIAS].cursor() as cursor:
        cursor.execute("analyze")
