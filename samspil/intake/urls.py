from django.urls import path

from samspil.intake import views

app_name = "intake"

urlpatterns = [
    path("startimport/", views.file, name="file"),
    path("startimport/linjer/", views.lines, name="lines"),
    path("startimport/sager/", views.cases, name="cases"),
    path("startimport/skabelon/<str:sheet>/<str:ending>/", views.template, name="template"),
]
