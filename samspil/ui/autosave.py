"""The three answers that the saving script understands; what else it gets, it keeps on the device."""

from datetime import datetime
from http import HTTPStatus

from django.http import JsonResponse

from samspil.lib import danish_dates


def saved(version: int, at: datetime) -> JsonResponse:
    """The text is stored and is now this version."""
    words = f"Gemt {danish_dates.clock_time(at)}"
    return _answer({"version": version, "words": words}, HTTPStatus.OK)


def written_by_other(name: str, compare_href: str) -> JsonResponse:
    """Somebody else wrote since this text was loaded; both are stored, a person chooses."""
    words = f"{name} skrev her, mens du skrev."
    return _answer({"words": words, "compare": compare_href}, HTTPStatus.CONFLICT)


def refused(words: str) -> JsonResponse:
    """The text cannot be stored as it is, and `words` says why in a Danish sentence."""
    return _answer({"words": words}, HTTPStatus.UNPROCESSABLE_ENTITY)


def _answer(content: dict[str, object], status: HTTPStatus) -> JsonResponse:
    answer = JsonResponse(content, status=status)
    answer["Cache-Control"] = "no-store"
    return answer
