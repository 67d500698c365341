from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from samspil.authority.doors import Reach, door
from samspil.ui import errors
from samspil.ui.urls import urlpatterns as gallery

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samspil.concerns.urls")),
    path("", include("samspil.accounts.urls")),
    path("", include("samspil.cases.urls")),
    path("", include("samspil.intake.urls")),
    path("", include("samspil.documents.urls")),
    path("", include("samspil.words.urls")),
    path("", include("samspil.meetings.urls")),
    path("", include("samspil.public.urls")),
    path("", include("samspil.desk.urls")),
    path("", include("samspil.practice.urls")),
    path("", include("samspil.api.urls")),
]

if settings.DEMO:
    for one in gallery:
        one.callback = door(f"ui.{one.name}", Reach.PUBLIC)(one.callback)
    urlpatterns.append(path("galleri/", include((gallery, "ui"))))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
