"""What the worker clears by itself: expired logins, tries at logging in, links that were used or are over."""

from django.contrib.sessions.models import Session
from django.db import connection
from procrastinate.contrib.django import app

from samspil.lib import clock


@app.periodic(cron="12 3 * * *", periodic_id="samspil.accounts")
@app.task(name="samspil.accounts.clear", queueing_lock="samspil.accounts.clear", pass_context=False)
def clear_what_logins_left(timestamp: int) -> None:
    del timestamp
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    with connection.cursor() as cursor:
        cursor.execute("select clear_attempts(), clear_links()")
