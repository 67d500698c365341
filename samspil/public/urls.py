from django.urls import path

from samspil.public import views

app_name = "public"

urlpatterns = [
    path("kommuner/", views.municipalities, name="municipalities"),
    path("kommuner/<slug:slug>/", views.municipality, name="municipality"),
    path("kommuner/<slug:slug>/oplysninger/", views.privacy, name="privacy"),
    path("kommuner/<slug:slug>/tilgaengelighed/", views.accessibility, name="accessibility"),
    path("oplysninger/", views.municipalities, {"rest": "oplysninger/"}, name="choose_privacy"),
    path("tilgaengelighed/", views.municipalities, {"rest": "tilgaengelighed/"}, name="choose_accessibility"),
    path("farver/<slug:slug>.css", views.colour_sheet, name="colour_sheet"),
    path("sundhed/", views.health, name="health"),
]
