from django.urls import path

from samspil.cases import views

app_name = "cases"

urlpatterns = [
    path("sager/", views.case_list, name="list"),
    path("sager/ny/<str:key>/", views.opening, name="opening"),
    path("sager/laaste/", views.locked, name="locked"),
    path("sager/laaste/<str:key>/genaabning/", views.unlocking, name="unlocking"),
    path("sager/<str:key>/", views.case, name="case"),
    path("sager/<str:key>/stemme/", views.voice, name="voice"),
    path("sager/<str:key>/delt/", views.shared, name="shared"),
    path("sager/<str:key>/note/", views.note, name="note"),
    path("sager/<str:key>/note/<str:thread>/<int:version>/rettelse/", views.correction, name="correction"),
    path("sager/<str:key>/tovholder/", views.lead, name="lead"),
    path("sager/<str:key>/opfoelgning/", views.follow_up, name="follow_up"),
    path("sager/<str:key>/opfoelgning/holdt/", views.follow_up_held, name="follow_up_held"),
    path("sager/<str:key>/moede/", views.meeting, name="meeting"),
    path("sager/<str:key>/lukning/", views.closure, name="closure"),
    path("sager/<str:key>/genaabning/", views.reopening, name="reopening"),
]
