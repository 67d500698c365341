"""Files in the circles of the world: a draft, a concern that was sent, a case, the open part of a network."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samspil.ui.forms import new_form_key
from tests.cases.conftest import case_key, patient
from tests.concerns.conftest import draft, sent

__all__ = ["case_key", "draft", "patient", "sent"]

WORD = "Kanarieflaske"
TEXT = f"{WORD} stod under sengen.".encode()
WHY = "De andre skal kende brevet."


def circle_of(acting: Any, person: str, model: Any, key: str) -> Any:
    with acting(person):
        return model.objects.select_related("circle__municipality").get(key=key).circle


@pytest.fixture
def hand_in(client_of: Any) -> Callable[..., Any]:
    """`hand_in("nanna", room_key)` sends the form as a browser does, and gives the answer."""

    def send(person: str, room: str, *, name: str = "Brev.txt", data: bytes = TEXT, ask: str = "", **typed: Any) -> Any:
        sent_file = SimpleUploadedFile(name, data, "application/octet-stream")
        facts = {"form_key": new_form_key(), "necessity": WHY, "file": sent_file, **typed}
        return client_of(person).post(f"/rum/{room}/filer/{ask}", facts)

    return send


@pytest.fixture
def rooms(acting: Any, draft: Any, case_key: str) -> dict[str, str]:
    """The keys of a draft's, a case's and an open room."""
    from samspil.cases.models import Case
    from samspil.circles.queries import open_circle_of
    from samspil.concerns.models import Concern
    from samspil.organisation.models import Body

    made = {"draft": circle_of(acting, "nanna", Concern, draft()).key}
    made["case"] = circle_of(acting, "anna", Case, case_key).key
    with acting("anna") as anna:
        body = Body.objects.get(slug="netvaerk-aaskolen", municipality_id=anna.municipality_id)
        made["open"] = open_circle_of(body).key
    return made
