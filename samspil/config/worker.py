"""`samspil worker`: the process that acts on others' behalf, under its own login to the database."""

import os
from collections.abc import Sequence


def run(arguments: Sequence[str] = ()) -> None:
    """Run until stopped. Works as the login of DATABASE_WORKER_URL, the only one that may act for another."""
    del arguments
    os.environ["DATABASE_URL"] = os.environ["DATABASE_WORKER_URL"]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
    import django

    django.setup()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    from samspil.config.startup import refuse_unsafe

    refuse_unsafe()
    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError(type(connector).__name__)
    with app.replace_connector(connector.get_worker_connector()) as running:
        running.run_worker(delete_jobs="always", fetch_job_polling_interval=1.0)
