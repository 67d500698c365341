"""Tables as somebody fills them in, and the three steps as a browser sends them."""

import html
import json
import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from samspil.intake.rules import CASES, COMMITMENTS
from samspil.lib import clock
from tests.conftest import as_owner

KARIM = {"Navn": "Karim Kanariebo", "Fødselsdag": date(2012, 3, 14), "Problem": "Fravær", "Anledning": "Skolen."}
SOFIE = {"Navn": "Sofie Kanarielund", "CPR": "740312-4567", "Problem": "Hash i frikvarteret", "Anledning": "Klubben."}
BASIS, CATEGORY = "ssp115", "sag"


def promise(**other: Any) -> dict[str, Any]:
    due = clock.today() + timedelta(days=14)
    first = {"Navn": KARIM["Navn"], "Fødselsdag": KARIM["Fødselsdag"], "Hvem": "Dorthe Winther", "Hvad": "Ringer hjem"}
    return {**first, "Senest": due, **other}


def book(cases: list[dict[str, Any]] | None, commitments: list[dict[str, Any]] | None = None) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for sheet, rows in ((CASES, cases), (COMMITMENTS, commitments)):
        if rows is not None:
            laid = made.create_sheet(sheet.name)
            laid.append(list(sheet.names))
            for row in rows:
                laid.append([row.get(name) for name in sheet.names])
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def network(slug: str = "netvaerk-aaskolen") -> str:
    """The key of a body of Lillerup."""
    asked = """select b.key from organisation_body b join organisation_municipality m on m.id = b.municipality_id
                where m.slug = 'lillerup' and b.slug = %s"""
    return str(as_owner(asked, [slug])[0][0])


def handed(client: Any, data: bytes, *, name: str = "Kanariefil.xlsx", body: str = "") -> Any:
    """The dry run."""
    sent = SimpleUploadedFile(name, data, "application/octet-stream")
    return client.post("/startimport/linjer/", {"form_key": "en-noegle", "body": body or network(), "file": sent})


def carried(answer: Any) -> dict[str, str]:
    """The hidden boxes of the page, as the browser sends them back."""
    page = answer.content.decode()
    form = page[page.index('action="/startimport/sager/"') :]
    found = {}
    for box in re.findall(r"<input[^>]*>", form):
        facts = dict(re.findall(r'(\w+)="([^"]*)"', box))
        if facts.get("type") == "hidden":
            found[facts["name"]] = html.unescape(facts["value"])
    return found


def lines_of(boxes: dict[str, str]) -> Any:
    return json.loads(boxes["lines"])


def fetched(client: Any, answer: Any, **chosen: str) -> Any:
    """The act, with the same basis and term for all unless something else is chosen."""
    first = {"basis": BASIS, "category": CATEGORY, "necessity": "Vi følger op sammen."}
    return client.post("/startimport/sager/", {**carried(answer), **first, **chosen})
