"""Asking about one matter alone, on the pages that show one (architecture 4)."""

from django.db import connection

from samspil.authority import reading
from samspil.authority.models import InCircle


def narrow_to_matter(model: type[InCircle], key: str) -> None:
    """Until this transaction ends the actor sees the matter of this row and nothing else.

    For pages only: no command decides on the part of the picture that is left.
    """
    reading.current().narrowed = True
    with connection.cursor() as cursor:
        cursor.execute("select narrow_to_matter(%s, %s)", [model._meta.db_table, key])
