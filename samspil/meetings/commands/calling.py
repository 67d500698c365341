from samspil.lib import clock
from samspil.meetings.models import Attendance, Meeting
from samspil.meetings.queries.people import members_of


def call_members(meeting: Meeting) -> None:
    """A row for everybody with a seat in the body on the meeting's day; who has one already keeps it."""
    day = clock.in_copenhagen(meeting.starts_at).date()
    rows = [
        Attendance(circle=meeting.circle, meeting=meeting, tenure=tenure) for tenure in members_of(meeting.body, day)
    ]
    Attendance.objects.bulk_create(rows, ignore_conflicts=True)
