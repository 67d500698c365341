"""`/api/v1/`: the session of the pages, their boundary, their doors and their log. Reading only."""

from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from pydantic import Field

from samspil.api import queries
from samspil.api.schemas import CaseAnswer, CasePage, Me, MeetingLine
from samspil.authority.errors import Refusal

Page = Annotated[int, Field(ge=1)]

api = NinjaAPI(title="Samspil", version="1", urls_namespace="api", docs_url=None)


@api.get("/me", response=Me, operation_id="api.me")
def me(request: Any) -> Me:
    return queries.me(request.actor)


@api.get("/cases", response=CasePage, operation_id="api.cases")
def cases(request: Any, page: Page = 1, closed: bool = False) -> CasePage:  # noqa: FBT001, FBT002  # ninja reads it from the address
    return queries.case_page(request.actor, closed=closed, page=page)


@api.get("/cases/{key}", response=CaseAnswer, operation_id="api.case")
def case(request: Any, key: str) -> CaseAnswer:
    return queries.one_case(request.actor, key)


@api.get("/meetings", response=list[MeetingLine], operation_id="api.meetings")
def meetings(request: Any) -> list[MeetingLine]:
    return queries.coming_meetings(request.actor)


@api.exception_handler(Http404)
def missing(request: HttpRequest, failure: Exception) -> HttpResponse:
    """Hidden and missing are one answer; the boundary records the attempt."""
    request.failure = failure  # type: ignore[attr-defined]  # read by the boundary
    return api.create_response(request, {"detail": "Findes ikke, eller du har ikke adgang."}, status=404)


@api.exception_handler(Refusal)
def refused(request: HttpRequest, failure: Refusal) -> HttpResponse:
    request.failure = failure  # type: ignore[attr-defined]  # read by the boundary
    return api.create_response(request, {"detail": failure.sentence}, status=409)
