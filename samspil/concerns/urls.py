from django.urls import path

from samspil.concerns.views import reporting, sharing, triage

app_name = "concerns"

urlpatterns = [
    path("bekymret/", reporting.begin, name="begin"),
    path("bekymret/raad/", reporting.advice, name="advice"),
    path("bekymret/<slug:key>/", reporting.reported, name="reported"),
    path("bekymret/<slug:key>/ord/", reporting.own_words, name="own_words"),
    path("bekymret/<slug:key>/hvad/", reporting.kinds, name="kinds"),
    path("bekymret/<slug:key>/set/", reporting.seen, name="seen"),
    path("bekymret/<slug:key>/kladde/", reporting.saving, name="saving"),
    path("bekymret/<slug:key>/afsendelse/", reporting.look, name="look"),
    path("bekymret/<slug:key>/kvittering/", reporting.receipt, name="receipt"),
    path("bekymringer/", triage.queue, name="queue"),
    path("bekymringer/<slug:key>/", triage.one, name="one"),
    path("bekymringer/<slug:key>/vurdering/", triage.triage, name="triage"),
    path("bekymringer/<slug:key>/underretning/", triage.notice, name="notice"),
    path("bekymringer/<slug:key>/svar/", triage.answer, name="answer"),
    path("bekymringer/<slug:key>/sammenligning/", triage.likeness, name="likeness"),
    path("bekymringer/<slug:key>/identitet/", triage.identity, name="identity"),
    path("maa-jeg-dele/", sharing.share, name="share"),
]
