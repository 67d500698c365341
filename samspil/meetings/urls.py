from django.urls import path

from samspil.meetings.views import acts, agenda, lists, meeting, people, planning, prints, writing

app_name = "meetings"

urlpatterns = [
    path("moeder/", lists.meetings, name="meetings"),
    path("moeder/maaned/", lists.month, name="month"),
    path("moeder/nyt/", lists.plan, name="plan"),
    path("moeder/skoleaar/", planning.year, name="year"),
    path("moeder/kalenderlink/", lists.calendar_link, name="calendar_link"),
    path("kalender/<str:secret>.ics", prints.feed, name="feed"),
    path("moeder/<str:key>/", meeting.meeting, name="meeting"),
    path("moeder/<str:key>/storskaerm/", meeting.wall, name="wall"),
    path("moeder/<str:key>/referat/", prints.minutes, name="minutes"),
    path("moeder/<str:key>/indkaldelse.ics", prints.invitation, name="invitation"),
    path("moeder/<str:key>/indkaldelse/", acts.convene, name="convene"),
    path("moeder/<str:key>/flytning/", planning.move, name="move_meeting"),
    path("moeder/<str:key>/aflysning/", planning.cancel, name="cancel"),
    path("moeder/<str:key>/svar/", acts.answer, name="answer"),
    path("moeder/<str:key>/start/", acts.start, name="start"),
    path("moeder/<str:key>/fremmoede/", acts.presence, name="presence"),
    path("moeder/<str:key>/referent/", acts.stand_in, name="stand_in"),
    path("moeder/<str:key>/invitation/", people.invite, name="invite"),
    path("moeder/<str:key>/invitation/<str:seat>/tilbagetraekning/", people.withdraw, name="withdraw"),
    path("moeder/<str:key>/stedfortraeder/<str:seat>/", people.deputy, name="deputy"),
    path("moeder/<str:key>/gaester/", acts.guests, name="guests"),
    path("moeder/<str:key>/afslutning/", acts.end, name="end"),
    path("moeder/<str:key>/udsendelse/", acts.send, name="send"),
    path("moeder/<str:key>/dagsorden/", agenda.build, name="build"),
    path("moeder/<str:key>/nyt-punkt/", agenda.add, name="add"),
    path("moeder/<str:key>/nyt-lukket-punkt/", agenda.add_closed, name="add_closed"),
    path("moeder/<str:key>/punkt/<str:item_key>/", meeting.item, name="item"),
    path("moeder/<str:key>/punkt/<str:item_key>/flytning/", agenda.move, name="move"),
    path("moeder/<str:key>/punkt/<str:item_key>/deling/", writing.share, name="share"),
    path("moeder/<str:key>/punkt/<str:item_key>/undladelse/", writing.decline, name="decline"),
    path("moeder/<str:key>/punkt/<str:item_key>/beslutning/", writing.decide, name="decide"),
    path("moeder/<str:key>/punkt/<str:item_key>/tekst/", writing.text, name="text"),
    path("moeder/<str:key>/punkt/<str:item_key>/sammenligning/", writing.compare, name="compare"),
]
