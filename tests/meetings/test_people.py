"""Who is asked, who answers, and who is there: the people of a meeting on its page."""

from typing import Any

from samspil.meetings.commands import planning, running
from tests.meetings.matters import (
    form_data,
    meeting_of,
)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_my_answer_is_sent_by_a_button_and_the_call_goes_away(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, _ = laid
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    bo = client_of("bo")
    assert "1 indkaldelse venter på dit svar" in text_of(bo.get("/moeder/"))
    assert bo.post(f"/moeder/{key}/svar/", form_data(answer="yes")).status_code == 303
    after = text_of(bo.get("/moeder/"))
    assert "venter på dit svar" not in after
    assert "Du deltager" in after


def test_nobody_is_asked_for_an_answer_once_the_meeting_has_begun(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, _ = laid
    bo = client_of("bo")
    assert "Kommer du?" not in text_of(bo.get(f"/moeder/{key}/"))
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    asked = text_of(bo.get(f"/moeder/{key}/"))
    assert asked.index("Kommer du?") < asked.index('id="punkt"')
    assert "Sig, om du kommer" in text_of(bo.get("/"))
    with acting("anna") as anna:
        running.start_meeting(anna, meeting_of(anna, key))
    assert "Kommer du?" not in text_of(bo.get(f"/moeder/{key}/"))
    assert "venter på dit svar" not in text_of(bo.get("/moeder/"))
    assert "Sig, om du kommer" not in text_of(bo.get("/"))
    late = bo.post(f"/moeder/{key}/svar/", form_data(answer="yes"))
    assert late.status_code == 422
    assert "Mødet er begyndt" in text_of(late)


def test_the_list_of_people_says_who_answered_what_and_later_who_is_there(
    world: Any, acting: Any, client_of: Any, laid: Any
) -> None:
    key, _ = laid
    anna_s = client_of("anna")
    assert "I organet" in text_of(anna_s.get(f"/moeder/{key}/"))
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    with acting("bo") as bo:
        planning.answer_invitation(bo, meeting_of(bo, key), answer="no")
    called = text_of(anna_s.get(f"/moeder/{key}/"))
    assert "Indkaldt" in called
    assert "I organet" not in called
    assert ", afbud" in called
    assert ", har ikke svaret" in called
    assert ", har ikke svaret" not in text_of(client_of("mette").get(f"/moeder/{key}/"))
    with acting("anna") as anna:
        running.start_meeting(anna, meeting_of(anna, key))
    for who in ("anna", "mette"):
        seen = text_of(client_of(who).get(f"/moeder/{key}/"))
        aside = seen[seen.index('class="attendance"') :]
        away = aside.index("Ikke til stede")
        assert aside.index("Anna Holm") < away < aside.index("Bo Lauritsen")


def test_the_outsider_hears_of_a_meeting_when_it_is_called(world: Any, acting: Any, client_of: Any, laid: Any) -> None:
    key, _ = laid
    uffe, bo = client_of("uffe"), client_of("bo")
    for path in ("", "referat/", "storskaerm/", "indkaldelse.ics", "nyt-punkt/"):
        assert uffe.get(f"/moeder/{key}/{path}").status_code == 404
    assert key not in text_of(uffe.get("/moeder/"))
    assert key in text_of(bo.get("/moeder/"))
    with acting("anna") as anna:
        planning.convene(anna, meeting_of(anna, key))
    assert key in text_of(uffe.get("/moeder/"))
    assert uffe.get(f"/moeder/{key}/").status_code == 200
    assert (uffe.get(f"/moeder/{key}/nyt-punkt/").status_code, bo.get(f"/moeder/{key}/nyt-punkt/").status_code) == (
        404,
        200,
    )
