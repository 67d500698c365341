"""The same turn in the other four municipalities: their people, their bodies, their words."""

from typing import Any

import pytest

from tests.journeys.hands import Worry
from tests.journeys.keys import KeysAlone
from tests.journeys.story import Cast, Story

pytestmark = pytest.mark.long

GLOSTRUP = Cast(
    worry=Worry("Bastian Ydunsen"),
    worried="Tove Lauge",
    receiver="Hanne Vestergaard",
    door="Hanne Vestergaard",
    body="SSP-gruppe Nordvang",
    convener="Jakob Riis",
    police="Mads Bording",
    social="Sanne Hviid",
    silent="Mona Dal",
    promises="Simon Klit",
    lead="Sanne Hviid",
)
HALSNAES = Cast(
    worry=Worry("Elias Ydunsen"),
    worried="Jeppe Lykke",
    receiver="Maren Ottosen",
    door="Maren Ottosen",
    body="SSP-team Frederiksværk Skole",
    convener="Maren Ottosen",
    police="Robert Kjems",
    social="Susanne Egelund",
    silent="Lotte Brinck",
    promises="Amir Saleh",
    lead="Tanja Flor",
)
HOLSTEBRO = Cast(
    worry=Worry("Villads Ydunsen"),
    worried="Malthe Bak",
    receiver="Jytte Damgård",
    door="Jytte Damgård",
    body="Nøglepersongruppen",
    convener="Jytte Damgård",
    police="Svend Houe",
    social="Tina Overby",
    silent="Rasmus Ejsing",
    promises="Hassan Yildiz",
    lead="Anni Kvistgård",
)
KOEBENHAVN = Cast(
    worry=Worry("Noah Ydunsen"),
    worried="Viola Nyhavn",
    receiver="SSP Sekretariatet",
    door="Camille Rosendahl",
    body="SSP-lokaludvalg Valby",
    convener="Camille Rosendahl",
    police="Patrick Vesterby",
    social="Rebekka Lynge",
    silent="Felix Holmen",
    promises="Mikas Brønnum",
    lead="Zenia Balder",
)


def test_glostrup_where_the_department_s_own_leader_calls(be: Any) -> None:
    Story(be, GLOSTRUP).told()


def test_halsnaes_on_phones(be: Any) -> None:
    Story(be, HALSNAES, phone=True).told()


def test_holstebro_by_keyboard_alone(be: Any) -> None:
    Story(be, HOLSTEBRO, walks=KeysAlone).told()


def test_koebenhavn_where_the_line_is_cut_while_minutes_are_typed(be: Any) -> None:
    Story(be, KOEBENHAVN, cut=True).told()
