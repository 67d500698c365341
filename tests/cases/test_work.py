"""Lead person, follow-up, notes: a yes and a no on the same case."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.authority.errors import NotAllowed, Refusal
from samspil.cases import queries
from samspil.cases.commands import add_note, appoint_lead, correct_note, hold_follow_up, set_follow_up
from samspil.cases.models import CaseNote, FollowUp, LeadPerson
from samspil.cases.queries.course import act_of
from samspil.circles.models import Disclosure
from samspil.lib import clock
from samspil.lib.danish_dates import short_day
from samspil.ui.forms import new_form_key


def note(actor: Any, key: Any, **more: Any) -> Any:
    facts: dict[str, Any] = {
        "slot": "entry",
        "text": "Ringede til mor.",
        "happened_on": clock.today(),
        "necessity": "Vi følger op.",
    } | more
    return add_note(actor, queries.open_case(actor, key), **facts)


def test_the_consultant_chooses_a_lead_among_those_who_see_the_case_and_a_teacher_may_not(
    acting: Any, case_key: Any
) -> None:
    with acting("mette") as mette, pytest.raises(NotAllowed):
        appoint_lead(mette, queries.open_case(mette, case_key), tenure_id=mette.tenure_id)
    with acting("anna") as anna:
        case = queries.open_case(anna, case_key)
        ali = next(holder for holder in queries.holders(case) if holder.name == "Ali Demir")
        appoint_lead(anna, case, tenure_id=ali.tenure_id)
        assert LeadPerson.objects.get(case=case).tenure_id == ali.tenure_id
        with pytest.raises(Refusal, match="skal kunne se sagen"):
            appoint_lead(anna, case, tenure_id=anna.tenure_id + 10_000)
        bo = next(holder for holder in queries.holders(case) if holder.name == "Bo Lauritsen")
        with pytest.raises(Refusal, match="følge op på den"):
            appoint_lead(anna, case, tenure_id=bo.tenure_id)


def test_the_lead_person_agrees_on_a_day_and_holds_it_and_another_member_does_not(
    acting: Any, case_key: Any, client_of: Any
) -> None:
    with acting("anna") as anna:
        case = queries.open_case(anna, case_key)
        ali = next(holder for holder in queries.able_to_lead(case) if holder.name == "Ali Demir")
        appoint_lead(anna, case, tenure_id=ali.tenure_id)
    with acting("mette") as mette, pytest.raises(Refusal, match="Det er tovholderen"):
        set_follow_up(mette, queries.open_case(mette, case_key), due=clock.today())
    with acting("ali") as lead:
        set_follow_up(lead, queries.open_case(lead, case_key), due=clock.today())
        hold_follow_up(lead, queries.open_case(lead, case_key), words="Vi talte sammen.")
        set_follow_up(lead, queries.open_case(lead, case_key), due=clock.today() + timedelta(days=14))
        assert queries.open_case(lead, case_key).due == clock.today() + timedelta(days=14)
    for who, shown, status in (("ali", True, 200), ("mette", False, 404), ("anna", True, 200), ("bo", False, 404)):
        client = client_of(who)
        assert ("Flyt opfølgningen" in client.get(f"/sager/{case_key}/").content.decode()) is shown, who
        assert client.get(f"/sager/{case_key}/opfoelgning/").status_code == status, who


def test_a_new_follow_up_moves_the_old_one_and_holding_it_writes_how_it_went(acting: Any, case_key: Any) -> None:
    soon = clock.today() + timedelta(days=7)
    with acting("bo") as bo, pytest.raises(NotAllowed):
        set_follow_up(bo, queries.open_case(bo, case_key), due=soon)
    with acting("anna") as anna:
        case = queries.open_case(anna, case_key)
        with pytest.raises(Refusal, match="er gået"):
            set_follow_up(anna, case, due=clock.today() - timedelta(days=1))
        set_follow_up(anna, case, due=soon)
        set_follow_up(anna, case, due=soon + timedelta(days=1))
        assert getattr(queries.waiting_follow_up(case), "due", None) == soon + timedelta(days=1)
        hold_follow_up(anna, case, words="Det går fremad.")
        assert queries.waiting_follow_up(case) is None
        assert FollowUp.objects.filter(case=case).count() == 2
        assert CaseNote.objects.get(case=case).text == "Det går fremad."
        with pytest.raises(Refusal, match="allerede holdt"):
            hold_follow_up(anna, case, words="Igen")


def test_a_day_that_was_moved_is_told_as_moved_and_the_button_says_what_it_does(
    acting: Any, case_key: Any, client_of: Any
) -> None:
    first, second = (clock.today() + timedelta(days=days) for days in (7, 9))
    anna = client_of("anna")
    here = f"/sager/{case_key}/"
    assert "Aftal opfølgning" in anna.get(f"{here}opfoelgning/").content.decode()
    for due in (first, second):
        with acting("anna") as lead:
            set_follow_up(lead, queries.open_case(lead, case_key), due=due)
    text = anna.get(here).content.decode()
    assert f"satte en opfølgning senest {short_day(first)}" in text
    assert f"flyttede opfølgningen fra {short_day(first)} til {short_day(second)}" in text
    assert "Flyt opfølgningen" in text
    assert "Flyt opfølgningen" in anna.get(f"{here}opfoelgning/").content.decode()
    with acting("anna") as lead:
        hold_follow_up(lead, queries.open_case(lead, case_key), words="Det går.")
        set_follow_up(lead, queries.open_case(lead, case_key), due=second + timedelta(days=7))
    assert f"satte en opfølgning senest {short_day(second + timedelta(days=7))}" in anna.get(here).content.decode()


def test_everybody_in_the_case_writes_notes_with_an_act_and_nobody_else_does(acting: Any, case_key: Any) -> None:
    with acting("bo") as bo:
        written = note(bo, case_key)
        written.refresh_from_db()
        act = Disclosure.objects.get(pk=written.act_id)
        assert (act.sender.slug, act.necessity) == ("politiet", "Vi følger op.")
    for stranger in ("nanna", "uffe", "olga"):
        with acting(stranger) as actor, pytest.raises(Exception, match="No Case matches"):
            note(actor, case_key)


def test_the_childs_own_words_say_who_listened(acting: Any, case_key: Any) -> None:
    with acting("mette") as mette:
        with pytest.raises(Refusal, match="hvem der lyttede"):
            note(mette, case_key, slot="child_words")
        with pytest.raises(Refusal, match="ikke kommet endnu"):
            note(mette, case_key, happened_on=clock.today() + timedelta(days=1))
        note(mette, case_key, slot="child_words", text="Jeg vil gerne i klubben.", listener="Mette Rahbek")
        (words,) = queries.voice_of(queries.open_case(mette, case_key))
        assert (words.text, words.listener) == ("Jeg vil gerne i klubben.", "Mette Rahbek")


def test_a_correction_is_a_new_version_and_the_old_one_stays(acting: Any, case_key: Any) -> None:
    with acting("mette") as mette:
        old = note(mette, case_key)
        new = correct_note(mette, CaseNote.objects.get(pk=old.pk), text="Ringede til far.")
        assert (new.version, new.thread) == (2, old.thread)
        assert CaseNote.objects.filter(thread=old.thread).count() == 2
        new.act, new.earlier = None, (old,)
        assert old.act is not None
        assert act_of(new) == old.act, "the words were shared, also where a correction shares nothing more"
        with pytest.raises(Refusal, match="rettet, mens du skrev"):
            correct_note(mette, CaseNote.objects.get(pk=old.pk), text="Tredje")
    with acting("anna") as anna, pytest.raises(Refusal, match="Kun den, der skrev noten"):
        correct_note(anna, CaseNote.objects.get(pk=new.pk), text="Ikke min")


def test_whoever_wrote_a_note_corrects_it_on_its_page_and_the_old_words_can_be_read(
    acting: Any, case_key: Any, client_of: Any
) -> None:
    with acting("mette") as mette:
        written = note(mette, case_key)
    here = f"/sager/{case_key}/note/{written.thread}"
    assert "Ret noten" in client_of("mette").get(f"/sager/{case_key}/").content.decode()
    assert "Ret noten" not in client_of("anna").get(f"/sager/{case_key}/").content.decode()
    assert client_of("anna").get(f"{here}/1/rettelse/").status_code == 404
    words = {"text": "Ringede til far.", "form_key": new_form_key()}
    assert "Du skrev noten i dag kl. " in client_of("mette").get(f"{here}/1/rettelse/").content.decode()
    assert client_of("mette").post(f"{here}/1/rettelse/", words).status_code == 303
    shown = client_of("anna").get(f"/sager/{case_key}/").content.decode()
    assert "skrev: Ringede til far." in shown
    assert "<del>Ringede til mor.</del>" in shown
    assert "Rettet af Mette Rahbek i dag kl. " in shown
    late = client_of("mette").post(f"{here}/1/rettelse/", {"text": "Tredje", "form_key": new_form_key()})
    assert late.status_code == 422
    assert "rettet, mens du skrev" in late.content.decode()
