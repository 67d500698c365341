"""`samspil audit verify`: whether the log is as it was sealed; for the operator and the data protection officer."""

import sys
from collections.abc import Sequence

from samspil.audit.sealing import copied, verify


def run(arguments: Sequence[str]) -> None:
    """Print the findings in Danish and end with 1 where there are any."""
    if list(arguments) != ["verify"]:
        sys.stderr.write("samspil audit verify\n")
        raise SystemExit(2)
    findings = verify()
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    if findings:
        raise SystemExit(1)
    sys.stdout.write(f"Loggen er hel. {len(copied())} segl er prøvet.\n")
