"""`samspil worker`: the process that acts on others' behalf, under its own login to the database."""

import os
from collections.abc import Sequence


def worker(arguments: Sequence[str] = ()) -> None:
    """Run until stopped: send mail, seal the log. Works as `samspil_worker`, the only login that may act for another."""
    del arguments
    if "DATABASE_WORKER_URL" not in os.environ:
        from samspil.config.local import set_up

        os.environ.setdefault("SAMSPIL_DEMO", "yes")
        os.environ.setdefault("SAMSPIL_MOVABLE_CLOCK", "yes")
        set_up("demo")
    os.environ["DATABASE_URL"] = os.environ["DATABASE_WORKER_URL"]
    import django

    django.setup()
    from procrastinate.contrib.django import app

    with app.replace_connector(app.connector.get_worker_connector()) as running:  # type: ignore[attr-defined]  # Django's own connector
        running.run_worker(delete_jobs="always", listen_notify=False, fetch_job_polling_interval=1.0)
