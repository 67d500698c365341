"""What the worker does with the log by itself: seals and receipts every half minute, months every night."""

from procrastinate.contrib.django import app

from samspil.audit.discarding import drop_due
from samspil.audit.months import ensure_months
from samspil.audit.receipts import tell_receipts
from samspil.audit.sealing import seal


@app.periodic(cron="* * * * * */30", periodic_id="samspil.audit")
@app.task(name="samspil.audit.seal", queueing_lock="samspil.audit.seal", pass_context=False)
def seal_the_log(timestamp: int) -> None:
    del timestamp
    tell_receipts()
    seal()


@app.periodic(cron="17 3 * * *", periodic_id="samspil.audit.months")
@app.task(name="samspil.audit.months", queueing_lock="samspil.audit.months", pass_context=False)
def make_months_of_the_log(timestamp: int) -> None:
    del timestamp
    ensure_months()


@app.periodic(cron="37 3 * * *", periodic_id="samspil.audit.drop")
@app.task(name="samspil.audit.drop", queueing_lock="samspil.audit.drop", pass_context=False)
def drop_months_over_their_term(timestamp: int) -> None:
    del timestamp
    drop_due()
