from django.urls import path

from samspil.cases import views

urlpatterns = [
    path("sager/", views.case_list),
    path("sager/ny/<str:key>/", views.opening),
    path("sager/<str:key>/", views.case),
    path("sager/<str:key>/stemme/", views.voice),
    path("sager/<str:key>/delt/", views.shared),
    path("sager/<str:key>/note/", views.note),
    path("sager/<str:key>/tovholder/", views.lead),
    path("sager/<str:key>/opfoelgning/", views.follow_up),
    path("sager/<str:key>/opfoelgning/holdt/", views.follow_up_held),
    path("sager/<str:key>/moede/", views.meeting),
    path("sager/<str:key>/lukning/", views.closure),
    path("sager/<str:key>/genaabning/", views.reopening),
]
