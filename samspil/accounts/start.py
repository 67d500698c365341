"""`samspil start KOMMUNE`: the first administrator's one-time link, on the operator's own terminal."""

import sys
from collections.abc import Sequence

from django.conf import settings
from django.db import connections

from samspil.accounts import links
from samspil.lib.sort_key import sort_key

WORDS = {
    "unknown municipality": "Kommunen findes ikke. Indlæs dens organisationsfil først: samspil organisation apply FIL",
    "no seat": "Organisationsfilen har ingen plads til en lokal administrator. Tilføj en, og indlæs filen igen.",
    "already started": "Kommunen har en administrator med en konto. Nye administratorer inviteres på siden Konti.",
    "mail taken": "Arbejdsmailen hører allerede til en konto.",
}
USAGE = 'samspil start KOMMUNE --name "For- og efternavn" --mail navn@kommunen.dk'


def start(arguments: Sequence[str]) -> None:
    """Print a link that is open for a day. Name and address are asked for where they are not given."""
    slug, name, mail = _read(arguments)
    address, refusal = make_first_administrator(slug, name, mail)
    if refusal:
        raise SystemExit(f"samspil start: {WORDS[refusal]}")
    sys.stdout.write(f"Åbn dette link i en browser inden et døgn. Det virker én gang:\n\n{address}\n")


def make_first_administrator(slug: str, name: str, mail: str) -> tuple[str, str]:
    """The link's address, or what stands in the way."""
    token = links.new_token()
    with connections[settings.OWNER_ALIAS].cursor() as cursor:
        values = [slug, name, sort_key(name), mail, links.digest(token)]
        cursor.execute("select first_administrator(%s, %s, %s, %s, %s)", values)
        refusal = str(cursor.fetchone()[0])
    return ("" if refusal else links.address(token)), refusal


def _read(arguments: Sequence[str]) -> tuple[str, str, str]:
    given = dict(zip(arguments[1::2], arguments[2::2], strict=False))
    if not arguments or len(arguments) % 2 == 0 or not set(given) <= {"--name", "--mail"}:
        raise SystemExit(USAGE)
    name = given.get("--name") or _asked("Den første administrators navn: ")
    mail = given.get("--mail") or _asked("Arbejdsmail: ")
    if not name.strip() or "@" not in mail:
        raise SystemExit(USAGE)
    return arguments[0], name.strip(), mail.strip()


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise SystemExit(USAGE)
    return input(question)
