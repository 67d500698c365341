from django.urls import path

from samspil.documents import views

app_name = "documents"

urlpatterns = [
    path("rum/<str:key>/filer/", views.files, name="files"),
    path("rum/<str:key>/filer/<str:file_key>/", views.file, name="file"),
    path("rum/<str:key>/filer/<str:file_key>/fjernelse/", views.withdraw, name="withdraw"),
]
