"""After `samspil keys rotate` the older key may go: everything opens with the new one alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator

from samspil.accounts import factors
from samspil.accounts.credentials import changing
from samspil.circles.commands import disclose, store_identity
from samspil.circles.models import Circle, Identity, YoungPerson
from samspil.circles.queries import masked_cpr
from samspil.config import keys
from samspil.config.rotation import Rotation, rotate
from samspil.documents.commands import Incoming, attach_file, attach_to_concern
from samspil.documents.models import ReportedFile, StoredFile
from samspil.documents.queries.sealed import content_of
from samspil.lib.sealing import SealingError, new_key
from tests.accounts.hands import account_of
from tests.authority.matter import BASIS, WHY, open_concern
from tests.conftest import World, acting_person, fresh_copy, read_world

SECRET = "JBSWY3DPEHPK3PXP"
LETTER = b"Kaere skole"


@pytest.fixture
def sealed(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """A committed world with one CPR number, one app and one sheet of codes, all under the first key."""
    with django_db_blocker.unblock():
        fresh_copy()
        world = read_world()
        _seal_a_number_and_files(world)
        _seal_factors()
        yield world
        fresh_copy()


def _seal_a_number_and_files(world: World) -> None:
    circle_id = open_concern(world)["concern"]
    with acting_person(world, "anna", "test.test") as anna:
        circle = Circle.objects.get(pk=circle_id)
        act = disclose(anna, circle, basis=BASIS, necessity=WHY)
        young = YoungPerson.objects.create(circle=circle, name="Barn Prøvesen", sort_key="barn", act_id=act)
        store_identity(anna, young, cpr="140313-4321")
        attach_file(anna, circle, incoming=Incoming("Brev.txt", [LETTER], necessity=WHY))
    with acting_person(world, "nanna", "test.test") as nanna:
        attach_to_concern(nanna, Circle.objects.get(pk=circle_id), incoming=Incoming("Seddel.txt", [LETTER], "", WHY))


def _seal_factors() -> None:
    from allauth.mfa.totp.internal.auth import TOTP

    account = account_of("anna")
    with changing(account.pk):
        TOTP.activate(account, SECRET)
    factors.new_codes(account)


def opens(world: World) -> tuple[str, str, int, set[bytes]]:
    """The number as shown, the app's secret, how many codes there are, and what the files hold."""
    app = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    codes = factors.codes_to_show(account_of("anna"))
    with acting_person(world, "anna", "test.test") as anna:
        number = masked_cpr(anna, YoungPerson.objects.get())
        rows: list[Any] = [*StoredFile.objects.all(), *ReportedFile.objects.all()]
        files = {content_of(row) for row in rows}
    return number, get_adapter().decrypt(app.data["secret"]), len(codes), files


WHOLE = ("140313-xxxx", SECRET, 10, {LETTER})


def test_the_older_key_may_go_after_a_rotation(sealed: World, settings: Any) -> None:
    old, new = settings.DATA_KEYS, new_key("second")
    settings.DATA_KEYS = f"{new},{old}"
    codes = factors.codes_to_show(account_of("anna"))
    assert opens(sealed) == WHOLE
    assert rotate() == Rotation("second", numbers=1, numbers_anew=1, factors=2, factors_anew=2, files=2, files_anew=2)
    assert rotate() == Rotation("second", numbers=1, numbers_anew=0, factors=2, factors_anew=0, files=2, files_anew=0)
    settings.DATA_KEYS = new
    assert opens(sealed) == WHOLE
    assert factors.codes_to_show(account_of("anna")) == codes
    settings.DATA_KEYS = old
    with pytest.raises(SealingError):
        opens(sealed)


def test_without_the_older_key_nothing_is_changed(sealed: World, settings: Any, capsys: Any) -> None:
    old = settings.DATA_KEYS
    settings.DATA_KEYS = new_key("second")
    with pytest.raises(SystemExit) as told:
        keys.run(["rotate"])
    assert (told.value.code, capsys.readouterr().err) == (
        1,
        "Noget er forseglet med en nøgle, der ikke står i DATA_KEYS. Ingenting er ændret.\n",
    )
    settings.DATA_KEYS = old
    assert opens(sealed) == WHOLE


def test_a_number_alone_under_a_missing_key_holds_the_factors_back(sealed: World, settings: Any) -> None:
    old, new = settings.DATA_KEYS, new_key("second")
    Authenticator.objects.using(settings.OWNER_ALIAS).exclude(type=Authenticator.Type.TOTP).delete()
    app = Authenticator.objects.using(settings.OWNER_ALIAS).get()
    settings.DATA_KEYS = new
    before = app.data["secret"] = get_adapter().encrypt(SECRET)
    app.save(using=settings.OWNER_ALIAS)
    settings.DATA_KEYS = f"{new_key('third')},{new}"
    with pytest.raises(SealingError):
        rotate()
    app.refresh_from_db()
    assert app.data["secret"] == before
    settings.DATA_KEYS = old
    with acting_person(sealed, "anna", "test.test") as anna:
        assert masked_cpr(anna, YoungPerson.objects.get()) == WHOLE[0]
        assert Identity.objects.count() == 1


def test_the_command_tells_how_many(sealed: World, settings: Any, capsys: Any) -> None:
    settings.DATA_KEYS = f"{new_key('second')},{settings.DATA_KEYS}"
    keys.run(["rotate"])
    assert capsys.readouterr().out.splitlines() == [
        "CPR-numre: 1 af 1 er forseglet på ny.",
        "Filer: 2 af 2 er forseglet på ny.",
        "Apps og koder til login: 2 af 2 er forseglet på ny.",
        "Alt er forseglet med nøglen second. Når server og worker kører med den, kan de ældre fjernes.",
    ]
