from django.urls import path

from samspil.practice import views

app_name = "practice"

urlpatterns = [
    path("oev-dig/", views.room, name="room"),
    path("oev-dig/start/", views.enter, name="enter"),
    path("oev-dig/slut/", views.leave, name="leave"),
    path("oev-dig/mails/", views.mails, name="mails"),
]
