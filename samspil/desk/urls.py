from django.urls import path

from samspil.desk import views

urlpatterns = [
    path("", views.home),
    path("loefter/", views.kept),
    path("loefter/<str:key>/", views.promise),
    path("loefter/<str:key>/gjort/", views.tick),
    path("loefter/<str:key>/fortrydelse/", views.undo),
    path("rum/<str:key>/hvem/", views.who),
    path("rum/<str:key>/ud/", views.step_out),
    path("hvem-kan-jeg-spoerge/", views.ask),
    path("sadan-goer-du/", views.guide),
    path("organisation/", views.organisation),
    path("mere/", views.more),
]
