from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samspil.concerns.urls")),
    path("", include("samspil.accounts.urls")),
    path("", include("samspil.cases.urls")),
    path("", include("samspil.meetings.urls")),
    path("", include("samspil.public.urls")),
    path("", include("samspil.desk.urls")),
]
