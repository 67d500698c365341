from django.urls import path

from samspil.ui import views

app_name = "ui"

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("ark/", views.gallery_sheet, name="gallery_sheet"),
    path("storskaerm/<int:item>/", views.gallery_wall, name="gallery_wall"),
    path("fejl/<slug:state>/", views.gallery_error, name="gallery_error"),
    path("kladde/", views.gallery_autosave, name="gallery_autosave"),
]
