"""What the worker does by itself, every few seconds."""

from procrastinate.contrib.django import app

from samspil.post.jobs.sending import send_due


@app.periodic(cron="* * * * * */5", periodic_id="samspil.post")
@app.task(name="samspil.post.send", queueing_lock="samspil.post.send", pass_context=False)
def send_waiting_mails(timestamp: int) -> None:
    del timestamp
    send_due()
