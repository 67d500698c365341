from django.urls import path

from samspil.words import views

app_name = "words"

urlpatterns = [
    path("rum/<str:key>/beskeder/", views.words, name="words"),
    path("rum/<str:key>/beskeder/<str:word_key>/", views.word, name="word"),
]
