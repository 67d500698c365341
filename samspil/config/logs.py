import logging


class Bare(logging.Filter):
    """Keeps names out of the server's log: of an exception only kind and place are written, never text or values."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1] is not None:
            error, trace = record.exc_info[1], record.exc_info[2]
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
            record.msg, record.args = f"{type(error).__name__} at {place}", ()
            record.exc_info = record.exc_text = None
        return True
