"""`samspil keys rotate`: what lies sealed in the database is sealed anew under the current key of DATA_KEYS."""

from collections.abc import Sequence

from samspil.config.operation import say, start_django, stop


def run(arguments: Sequence[str]) -> None:
    """Rotate and tell how many; where a value's key is missing nothing is changed, and the command ends with 1."""
    if list(arguments) != ["rotate"]:
        stop("samspil keys rotate")
    start_django()
    from samspil.config.rotation import rotate
    from samspil.lib.sealing import SealingError

    try:
        done = rotate()
    except SealingError:
        stop("Noget er forseglet med en nøgle, der ikke står i DATA_KEYS. Ingenting er ændret.", code=1)
    say(f"CPR-numre: {done.numbers_anew} af {done.numbers} er forseglet på ny.")
    say(f"Filer: {done.files_anew} af {done.files} er forseglet på ny.")
    say(f"Apps og koder til login: {done.factors_anew} af {done.factors} er forseglet på ny.")
    say(f"Alt er forseglet med nøglen {done.key}. Når server og worker kører med den, kan de ældre fjernes.")
