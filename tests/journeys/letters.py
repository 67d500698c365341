"""What stands in a mail, envelope and enclosures included."""

from email.header import decode_header, make_header
from email.message import Message


def contents(mail: Message) -> str:
    told = [str(make_header(decode_header(value))) for value in mail.values()]
    for part in mail.walk():
        raw = part.get_payload(decode=True)
        told += [str(part.get_filename() or ""), raw.decode() if isinstance(raw, bytes) else ""]
    return "\n".join(told)
