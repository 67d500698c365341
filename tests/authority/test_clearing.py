"""What a login leaves behind goes after the days that municipalities state, and not a day before."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.accounts.jobs import clear_what_logins_left
from samspil.authority.jobs import clear_what_visits_left
from samspil.lib import clock
from tests.conftest import World, as_owner, fresh_copy, read_world

AGE = {"young": "1 day", "old": "3 days"}
LEFT = {
    "authority_visit": "insert into authority_visit (digest, person_id, municipality_id, on_behalf, opened_at, ends_at)"
    " select sha256('{age}'), 1, 1, false, samspil_now() - interval '9 days', samspil_now() - interval '{ago}'",
    "authority_formkey": "insert into authority_formkey (key, person_id, answer, at)"
    " select '{age}', 1, '/', samspil_now() - interval '{ago}'",
    "accounts_attempt": "insert into accounts_attempt (subject, address, kind, at, passed)"
    " select '{age}', '', 'password', samspil_now() - interval '{ago}', false",
    "accounts_link": "insert into accounts_link"
    " (digest, purpose, person_id, municipality_id, made_at, ends_at, used_at)"
    " select '{age}', 'invitation', 1, 1, samspil_now(), samspil_now() + interval '1 day',"
    " samspil_now() - interval '{ago}'",
    "django_session": "insert into django_session (session_key, session_data, expire_date)"
    " select '{age}', '', samspil_now() + case '{age}' when 'old' then -1 else 1 end * interval '1 minute'",
}
COUNTS = " union all ".join(f"select '{table}', count(*) from {table}" for table in LEFT)


@pytest.fixture
def left_behind(django_db_setup: None, django_db_blocker: Any) -> Any:
    """A row that is a day too old and one that is not, in each table; the longest of two municipalities is 2 days."""
    from django.db import connections

    with django_db_blocker.unblock():
        fresh_copy()
        connections["default"].settings_dict["USER"] = "samspil_worker"
        names = ("visit_days", "form_days", "attempt_days", "link_days")
        for slug, days in (("lillerup", 2), ("storerup", 1)):
            for name in names:
                as_owner(
                    f"update organisation_municipality set settings = jsonb_set(settings, '{{housekeeping,{name}}}',"
                    f" '{days}') where slug = %s",
                    [slug],
                )
        for table, insert in LEFT.items():
            as_owner(f"delete from {table}")
            for age, ago in AGE.items():
                as_owner(insert.format(age=age, ago=ago))
        yield read_world()
        connections["default"].settings_dict["USER"] = "samspil_web"
        fresh_copy()


def test_only_what_is_over_its_days_goes(left_behind: World) -> None:
    clear_what_visits_left(0)
    clear_what_logins_left(0)
    assert dict(as_owner(COUNTS)) == dict.fromkeys(LEFT, 1)
    assert as_owner("select key from authority_formkey") == [("young",)]
    assert as_owner("select subject from accounts_attempt") == [("young",)]
    assert as_owner("select digest from accounts_link") == [("young",)]
    assert as_owner("select session_key from django_session") == [("young",)]


def test_an_open_visit_and_an_open_link_stay_however_old(left_behind: World) -> None:
    later = clock.now() + timedelta(hours=1)
    as_owner("update authority_visit set ends_at = %s", [later])
    as_owner("update accounts_link set used_at = null, ends_at = %s", [later])
    clear_what_visits_left(0)
    clear_what_logins_left(0)
    left = dict(as_owner(COUNTS))
    assert (left["authority_visit"], left["accounts_link"]) == (2, 2)
