"""The log lies in one table a month, so that a term of keeping ends by dropping a month."""

from samspil.audit.sealing import worker_login

AHEAD = 2


def ensure_months() -> int:
    """Make this month's tables and those of the months ahead; how many were missing. Run daily by the worker."""
    with worker_login() as connection:
        row = connection.execute("select ensure_log_months(%s)", [AHEAD]).fetchone()
    return int(row[0]) if row else 0
