"""What the worker does by itself, every few seconds."""

from procrastinate.contrib.django import app

from samspil.audit.months import ensure_months
from samspil.audit.sealing import seal
from samspil.post.jobs.sending import send_due


@app.periodic(cron="* * * * * */5", periodic_id="samspil.post")
@app.task(name="samspil.post.send", queueing_lock="samspil.post.send", pass_context=False)
def send_waiting_mails(timestamp: int) -> None:
    del timestamp
    send_due()


@app.periodic(cron="* * * * * */30", periodic_id="samspil.audit")
@app.task(name="samspil.audit.seal", queueing_lock="samspil.audit.seal", pass_context=False)
def seal_the_log(timestamp: int) -> None:
    del timestamp
    seal()


@app.periodic(cron="17 3 * * *", periodic_id="samspil.audit.months")
@app.task(name="samspil.audit.months", queueing_lock="samspil.audit.months", pass_context=False)
def make_months_of_the_log(timestamp: int) -> None:
    del timestamp
    ensure_months()
