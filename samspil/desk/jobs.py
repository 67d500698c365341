"""What the worker does for the log's screens: look-ups of the month before are drawn by lot, once."""

from django.db import connection
from procrastinate.contrib.django import app


@app.periodic(cron="23 4 * * *", periodic_id="samspil.desk")
@app.task(name="samspil.desk.draw", queueing_lock="samspil.desk.draw", pass_context=False)
def draw_spot_checks(timestamp: int) -> None:
    """Asked each night, so that a month is not lost with one night; drawn again it stays as it was drawn."""
    del timestamp
    with connection.cursor() as cursor:
        cursor.execute("select draw_spot_checks()")
