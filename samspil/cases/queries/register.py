"""What has been shared in the case: who told whom, when, on what basis, and why (A8)."""

from dataclasses import dataclass
from datetime import datetime

from samspil.authority.actor import Actor
from samspil.cases.models import Case
from samspil.cases.queries.doors import basis_names, disclosures
from samspil.circles.models import Disclosure


@dataclass(frozen=True)
class Shared:
    at: datetime
    act: str
    who: str
    text: str
    basis: str
    necessity: str


def register(actor: Actor, case: Case) -> list[Shared]:
    names = basis_names(actor)
    return [_sentence(row, names) for row in disclosures(case)]


def _sentence(row: Disclosure, names: dict[str, str]) -> Shared:
    person = row.sender_tenure.person.name
    to = ", ".join(str(one["name"]) for one in row.receivers)
    act = {"sent": "gav oplysninger fra sagen videre", "received": "tog oplysninger med ind i sagen"}.get(
        row.direction, "delte i sagen"
    )
    kind = "Videregivet til" if row.nature == "disclosure" else "Delt inden for samme myndighed med"
    text = f"{act}. {kind} {to}." if to else f"{act}."
    return Shared(
        row.at, row.act_key, f"{person}, {row.sender.name},", text, names.get(row.basis, row.basis), row.necessity
    )
