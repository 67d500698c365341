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
    path("rum/<str:key>/set/", views.seen, name="seen"),
    path("unge/<str:key>/set/", views.seen_young, name="seen_young"),
    path("set/", views.kept_rooms, name="kept_rooms"),
    path("set/stikproever/<str:key>/", views.spot_check, name="spot_check"),
    path("log/", views.log, name="log"),
    path("log/fagpersoner/<str:key>/", views.look_up, name="look_up"),
    path("log/opslag/<str:key>/", views.lookup, name="lookup"),
    path("log/moenstre/", views.oddities, name="oddities"),
    path("log/moenstre/<slug:pattern>/<str:month>/<str:key>/", views.judgement, name="judgement"),
    path("log/indsigt/", views.access_requests, name="access_requests"),
    path("log/indsigt/<str:key>/", views.access_request, name="access_request"),
    path("set/indsigt/<str:key>/", views.access_answer, name="access_answer"),
    path("hvem-kan-jeg-spoerge/", views.ask, name="ask"),
    path("sadan-goer-du/", views.guide, name="guide"),
    path("haandbog/", views.handbook, name="handbook"),
    path("haandbog/<slug:name>/", views.chapter, name="chapter"),
    path("organisation/", views.organisation, name="organisation"),
    path("organisation/rytme/", views.rhythms, name="rhythms"),
    path("find/", views.find, name="find"),
    path("mere/", views.more, name="more"),
]
