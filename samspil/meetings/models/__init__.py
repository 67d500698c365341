from samspil.meetings.models.agenda import AgendaItem, Declination, ItemText, SharedNote
from samspil.meetings.models.calendar import CalendarAddress
from samspil.meetings.models.meeting import (
    Attendance,
    Cancellation,
    Convening,
    Ending,
    Guest,
    Meeting,
    MinutesSending,
    MinuteTaker,
    Moving,
    Opening,
)

__all__ = [
    "AgendaItem",
    "Attendance",
    "CalendarAddress",
    "Cancellation",
    "Convening",
    "Declination",
    "Ending",
    "Guest",
    "ItemText",
    "Meeting",
    "MinuteTaker",
    "MinutesSending",
    "Moving",
    "Opening",
    "SharedNote",
]
