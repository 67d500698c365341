from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class Headers:
    """Headers that every answer carries; pages of somebody logged in are kept by nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"
        )
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if hasattr(request, "actor"):
            response["Cache-Control"] = "no-store"
        return response
