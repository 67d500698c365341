"""`samspil restore`: what is done after a back-up was put back, before server and worker may start again."""

import os
from collections.abc import Sequence
from pathlib import Path

from samspil.config.operation import say, start_django, stop

WITHOUT = "--without-receipts"
ACCEPT = "--accept-open"


def run(arguments: Sequence[str]) -> None:
    """Carry out again what ended since the back-up and begin a new chain of seals; ends with 1 where it did not."""
    if set(arguments) - {WITHOUT, ACCEPT}:
        stop(f"samspil restore [{WITHOUT}] [{ACCEPT}]")
    start_django()
    from samspil.audit.receipts import ForgedReceipt
    from samspil.audit.restoring import StillOpen, restore

    _demand_folder(accept=WITHOUT in arguments)
    try:
        done, left = restore(accept_open=ACCEPT in arguments)
    except ForgedReceipt as told:
        stop(f"Kvittering {told} i SEAL_FOLDER er ikke skrevet med LOG_KEY. Ingenting er ændret.", code=1)
    except StillOpen as told:
        stop(f"Det kunne ikke lukkes igen: {told}. Ingenting er ændret. Se docs/drift/gendannelse.md.", code=1)
    say(f"{done} kvitteringer er gennemgået. Alle er logget ud.")
    for one in left:
        say(f"Se selv på {one.place} {one.row}.")
    say("Samspil kan starte igen. Prøv loggen med: samspil audit verify")


def _demand_folder(*, accept: bool) -> None:
    from django.conf import settings

    from samspil.audit import outside

    if not accept and not outside.place_of(outside.SEALS).exists():
        stop(
            f"Der er ingen segl i {Path(settings.SEAL_FOLDER)}. Læg mappen tilbage."
            f" Er den gået tabt, så se docs/drift/gendannelse.md om {WITHOUT}.",
            code=1,
        )
    if not os.access(outside.place_of("").parent, os.W_OK) and outside.place_of("").exists():
        stop(f"{Path(settings.SEAL_FOLDER)} kan ikke skrives.", code=1)
