"""What the worker does for practice rooms by itself."""

from procrastinate.contrib.django import app

from samspil.practice.jobs.nights import renew_due


@app.periodic(cron="*/20 * * * *", periodic_id="samspil.practice")
@app.task(name="samspil.practice.renew", queueing_lock="samspil.practice.renew", pass_context=False)
def renew_practice_rooms(timestamp: int) -> None:
    """Asked every twentieth minute, done once a day: soon after midnight in Copenhagen, summer and winter."""
    del timestamp
    renew_due()
