from django.urls import path

from samspil.desk import views

app_name = "desk"

urlpatterns = [
    path("", views.home, name="home"),
    path("skridt/<slug:slug>/", views.step, name="step"),
    path("loefter/", views.kept, name="kept"),
    path("loefter/<str:key>/", views.promise, name="promise"),
    path("loefter/<str:key>/gjort/", views.tick, name="tick"),
    path("loefter/<str:key>/fortrydelse/", views.undo, name="undo"),
    path("rum/<str:key>/hvem/", views.who, name="who"),
    path("rum/<str:key>/ud/", views.step_out, name="step_out"),
    path("hvem-kan-jeg-spoerge/", views.ask, name="ask"),
    path("sadan-goer-du/", views.guide, name="guide"),
    path("organisation/", views.organisation, name="organisation"),
    path("mere/", views.more, name="more"),
]
