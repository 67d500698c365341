"""`samspil municipality`: what the operator does with a whole municipality, and always with a reason."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from samspil.config.operation import say, start_django, stop

BECAUSE = "--because"


def run(arguments: Sequence[str]) -> None:
    asked = _asked(arguments)
    if not asked.because.strip():
        stop(f"Skriv hvorfor efter {BECAUSE}. Det står i loggen.")
    start_django()
    ACTS[asked.act](asked)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="samspil municipality", add_help=False)
    acts = parser.add_subparsers(required=True, dest="act")
    export = acts.add_parser("export")
    export.add_argument("slug")
    export.add_argument("folder", type=Path)
    export.add_argument("--with-cpr", action="store_true")
    export.add_argument(BECAUSE, required=True)
    remove = acts.add_parser("remove")
    remove.add_argument("slug")
    remove.add_argument("--export-made", type=Path, required=True, dest="folder")
    remove.add_argument(BECAUSE, required=True)
    return parser.parse_args(list(arguments))


def _export(asked: argparse.Namespace) -> None:
    from samspil.lib.sealing import SealingError
    from samspil.lifecycle.exports.folder import Unfinished
    from samspil.lifecycle.exports.municipality import export
    from samspil.organisation.models import Municipality

    try:
        done = export(asked.slug, asked.folder, asked.because, with_cpr=asked.with_cpr)
    except Municipality.DoesNotExist:
        stop(f"Der er ingen kommune med kortnavnet {asked.slug}. Ingenting er skrevet.", code=1)
    except Unfinished as told:
        stop(f"{told} er et udtræk, der er i gang eller blev afbrudt. Er det afbrudt, så slet mappen.", code=1)
    except FileExistsError as told:
        stop(f"{told} findes allerede. Vælg en ny mappe. Ingenting er skrevet.", code=1)
    except FileNotFoundError:
        stop(f"Mappen {asked.folder.parent} findes ikke. Ingenting er skrevet.", code=1)
    except SealingError:
        stop("Noget er forseglet med en nøgle, der ikke står i DATA_KEYS. Ingenting er skrevet.", code=1)
    say(f"{done.rows} rækker og {done.files} filer er skrevet til {asked.folder}. Det står i loggen.")
    say("CPR-numre er med." if asked.with_cpr else "CPR-numre er ikke med.")
    say(f"Fingeraftryk: {done.digest}")


def _remove(asked: argparse.Namespace) -> None:
    from samspil.lifecycle.commands.removing import NotRemoved, remove
    from samspil.organisation.models import Municipality

    say(f"Alt om kommunen {asked.slug} destrueres nu: sager, organisation, folk og konti. Det kan ikke fortrydes.")
    try:
        done = remove(asked.slug, input("Skriv kommunens navn: "), asked.folder, asked.because)
    except Municipality.DoesNotExist:
        stop(f"Der er ingen kommune med kortnavnet {asked.slug}. Ingenting er ændret.", code=1)
    except NotRemoved as told:
        stop(f"{told} Ingenting er ændret.", code=1)
    say(f"Kommunen er fjernet. {done.rows} rækker af organisationen gik med, da sagerne var tømt. Det står i loggen.")
    say(f"Kvittering {done.receipt}, fingeraftryk {done.digest}.")
    say("Lad workeren køre, til kvitteringen står i SEAL_FOLDER: så fjerner en gendannelse kommunen igen.")


ACTS: dict[str, Callable[[argparse.Namespace], None]] = {"export": _export, "remove": _remove}
