"""Lays tables, rights and one organisation into the database that the environment names."""

import django

from samspil.config.local import ROOT


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from samspil.organisation.files.check import parse
    from samspil.organisation.files.expand import expand
    from samspil.organisation.loading import apply_organisation

    call_command("migrate", database="owner", verbosity=0)
    apply_organisation(expand(parse(ROOT / "organisations" / "frederiksberg.toml")), "bench")


main()
