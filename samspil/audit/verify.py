"""`samspil audit verify | drop`: whether the log is as it was sealed; dropping months whose term is over."""

import sys
from collections.abc import Sequence

from samspil.audit.discarding import LogNotWhole, drop_due
from samspil.audit.sealing import copied
from samspil.audit.verifying import notes, verify


def run(arguments: Sequence[str]) -> None:
    match list(arguments):
        case ["verify"]:
            _verify()
        case ["drop"]:
            _drop()
        case _:
            sys.stderr.write("samspil audit verify | drop\n")
            raise SystemExit(2)


def _verify() -> None:
    """Print the findings in Danish and end with 1 where there are any."""
    faults = verify()
    for sentence in (*notes(), *faults):
        sys.stdout.write(f"{sentence}\n")
    if faults:
        raise SystemExit(1)
    sys.stdout.write(f"Loggen er hel. {len(copied())} segl er prøvet.\n")


def _drop() -> None:
    try:
        dropped = drop_due()
    except LogNotWhole as told:
        sys.stdout.write(f"Ingenting er slettet, for loggen er ikke hel: {told}\n")
        raise SystemExit(1) from told
    told_months = ", ".join(dropped)
    sys.stdout.write(f"Slettet: {told_months}.\n" if dropped else "Ingen måned er over sin frist.\n")
