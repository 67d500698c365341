from django.urls import path

from samspil.public import views

urlpatterns = [
    path("kommuner/", views.municipalities),
    path("kommuner/<slug:slug>/", views.municipality),
    path("kommuner/<slug:slug>/oplysninger/", views.privacy),
    path("kommuner/<slug:slug>/tilgaengelighed/", views.accessibility),
    path("oplysninger/", views.municipalities, {"rest": "oplysninger/"}),
    path("tilgaengelighed/", views.municipalities, {"rest": "tilgaengelighed/"}),
    path("farver/<slug:slug>.css", views.colour_sheet),
    path("sundhed/", views.health),
]
