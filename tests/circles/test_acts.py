"""Opening, admitting, delivering: who may, and what the database refuses whoever asks."""

from samspil.circles import commands
from samspil.circles.models import Circle, YoungPerson
from samspil.circles.queries import unit_circle
from samspil.organisation.models import Unit


def test_a_teacher_opens_a_concern_and_only_the_teacher_sees_it(world, acting):
    with acting("nanna") as nanna:
        school = Unit.objects.get(slug="aaskolen")
        circle = commands.open_circle(
            nanna,
            unit_circle(school),
            kind="concern",
            purpose="forebygge",
            title="Bekymring fra Åskolen",
            unit=school,
            own_part="follower",
        )
        YoungPerson.objects.create(circle=circle, name="Karim Haddad", sort_key="x")
        assert YoungPerson.objects.get(circle=circle).name == "Karim Haddad"
        key = circle.key
    with acting("anna"):
        assert not Circle.objects.filter(key=key).exists()
        assert YoungPerson.objects.count() == 0
