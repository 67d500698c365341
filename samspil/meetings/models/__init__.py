from samspil.meetings.models.agenda import AgendaItem, Declination, ItemText, SharedNote
from samspil.meetings.models.calendar import CalendarAddress
from samspil.meetings.models.meeting import Attendance, Convening, Ending, Guest, Meeting, MinutesSending, Opening

__all__ = [
    "AgendaItem",
    "Attendance",
    "CalendarAddress",
    "Convening",
    "Declination",
    "Ending",
    "Guest",
    "ItemText",
    "Meeting",
    "MinutesSending",
    "Opening",
    "SharedNote",
]
