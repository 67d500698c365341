"""What the API answers with. The same words as the pages; nothing that a page would not show."""

from datetime import date, datetime

from ninja import Schema


class Me(Schema):
    key: str
    name: str
    title: str
    municipality: str
    capabilities: list[str]


class CaseLine(Schema):
    key: str
    name: str
    age: str
    school: str
    lead: str
    follow_up: date | None


class CasePage(Schema):
    cases: list[CaseLine]
    more: bool


class Happening(Schema):
    on: date
    who: str
    text: str
    child_words: str


class CaseAnswer(Schema):
    key: str
    name: str
    problem: str
    level: str
    closed_at: datetime | None
    room: str
    seen_by: int
    course: list[Happening]


class MeetingLine(Schema):
    key: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    my_answer: str
