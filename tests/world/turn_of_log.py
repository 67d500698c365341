"""What the log's own pages speak of: a colleague looked up, a look at night, a look-up drawn by lot."""

from typing import Any

from samspil.lib import clock


def look(turn: Any, acting: Any) -> None:
    from samspil.circles.models import YoungPerson
    from samspil.desk import commands
    from samspil.desk.queries import access
    from samspil.desk.queries import officer as queries

    with acting("anna"):
        turn.keys["young_case"] = YoungPerson.objects.filter(circle_id=turn.circles["case"]).earliest("pk").key
    with acting("officer") as officer:
        office = queries.open_log(officer)
        colleague = queries.open_colleague(officer, turn.keys["person_bo"])
        turn.keys["lookup"] = commands.look_up(officer, office, colleague, reason="En borger har klaget.")
        place = next(one for one in access.places(officer) if one.name == "SSP-netværk Åskolen")
        key = commands.begin_access_request(
            officer, office, journal="27.03.00-G01-1-26", place=place, due=clock.today()
        )
        turn.keys["access_request"] = key
    turn.keys["this_month"] = f"{clock.today():%Y-%m}"
    _lay(turn)


def _lay(turn: Any) -> None:
    """By lot and by night, so laid by the operator's hand."""
    from tests.conftest import as_owner

    as_owner(
        "insert into audit_reading (at, chain, xact, municipality_id, person_id, door, circles, subjects)"
        " values ((date_trunc('month', samspil_today()::timestamp) + interval '23 hours 30 minutes')"
        " at time zone 'Europe/Copenhagen', 1, 1, %s, %s, 'cases.case', array[%s::bigint], '{}')",
        [turn.numbers["lillerup"], turn.people["bo"], turn.circles["case"]],
    )
    turn.keys["spot_check"] = "sptchcksps"
    as_owner(
        "insert into desk_spotcheck (key, municipality_id, month, number, person_id, room, door, at)"
        " values (%s, %s, date_trunc('month', samspil_today())::date, 1, %s, %s, 'cases.case', samspil_now())",
        [turn.keys["spot_check"], turn.numbers["lillerup"], turn.people["mette"], turn.circles["case"]],
    )
