"""What the worker clears by itself: ended visits, and the one-time keys of forms that were sent."""

from django.db import connection
from procrastinate.contrib.django import app


@app.periodic(cron="7 3 * * *", periodic_id="samspil.authority")
@app.task(name="samspil.authority.clear", queueing_lock="samspil.authority.clear", pass_context=False)
def clear_what_visits_left(timestamp: int) -> None:
    del timestamp
    with connection.cursor() as cursor:
        cursor.execute("select clear_visits(), clear_form_keys()")
