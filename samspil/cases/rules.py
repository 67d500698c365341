"""What makes sense with a case now, as sentences; and the municipality's own words for levels and reasons."""

from collections.abc import Mapping
from datetime import date
from typing import Any


def levels(settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(str(level["key"]), str(level["name"])) for level in settings.get("seriousness_levels", [])]


def level_name(settings: Mapping[str, Any], slug: str) -> str:
    return dict(levels(settings)).get(slug, "")


def closing_reasons(settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    given = settings["closing_reasons"]
    return [(str(reason["key"]), str(reason["name"])) for reason in given if "case" in reason["closes"]]


def reading_days(settings: Mapping[str, Any]) -> int:
    return int(settings["closed_reading_days"])


def why_not_open(*, people: int, already: bool) -> str | None:
    if already:
        return "Der er allerede åbnet en sag om det. Du finder den under Sager."
    if people == 0:
        return "Der står ikke, hvem det drejer sig om. Skriv barnets eller den unges navn på punktet først."
    return None


def why_not_work(*, closed: bool) -> str | None:
    return "Sagen er lukket. Åbn den igen, hvis der skal ske mere." if closed else None


def why_not_lead(*, closed: bool, able: bool) -> str | None:
    if not able:
        return "Tovholderen skal kunne se sagen og følge op på den. Vælg en af dem, der kan."
    return why_not_work(closed=closed)


def why_not_their_turn(*, leads: bool) -> str | None:
    return None if leads else "Det er tovholderen, der aftaler og holder opfølgningen."


def why_not_follow_up(*, closed: bool, due: date, today: date) -> str | None:
    if due < today:
        return "Dagen er gået. Vælg en dag, der kommer."
    return why_not_work(closed=closed)


def why_not_hold(*, closed: bool, held: bool) -> str | None:
    if held:
        return "Opfølgningen er allerede holdt."
    return why_not_work(closed=closed)


def why_not_note(*, closed: bool, happened_on: date, today: date, child_words: bool, listener: str) -> str | None:
    if happened_on > today:
        return "Dagen er ikke kommet endnu. Skriv den dag, det skete."
    if child_words and not listener:
        return "Skriv, hvem der lyttede."
    return why_not_work(closed=closed)


def why_not_correct(*, closed: bool, own: bool, brought: bool, same: bool) -> str | None:
    if not own:
        return "Kun den, der skrev noten, kan rette den. Skriv en ny note, hvis noget er anderledes."
    if brought:
        return "Det er taget med, som det blev sagt, og kan ikke rettes. Skriv en note, hvis noget er anderledes."
    if same:
        return "Der er ikke rettet noget endnu."
    return why_not_work(closed=closed)


def why_not_replace(*, replaced: bool) -> str | None:
    if replaced:
        return "Noten er rettet, mens du skrev. Din tekst er her endnu. Se den nye i forløbet, før du retter igen."
    return None


def why_not_close(*, closed: bool, commitments: int, notifications: int) -> str | None:
    if closed:
        return "Sagen er allerede lukket."
    if notifications:
        return "Der er en underretning, som ikke er afgjort. Gør den færdig, før I lukker sagen."
    if commitments == 1:
        return "Der er en aftale, som ikke er færdig. Meld den færdig, eller opgiv den, før I lukker sagen."
    if commitments:
        return (
            f"Der er {commitments} aftaler, som ikke er færdige. Meld dem færdige, eller opgiv dem, før I lukker sagen."
        )
    return None


def why_not_reopen(*, closed: bool) -> str | None:
    return None if closed else "Sagen er åben."


def why_not_bring(*, closed: bool, waiting: bool) -> str | None:
    if waiting:
        return "Sagen kommer allerede på det næste møde."
    return why_not_work(closed=closed)


def why_not_there(*, member: bool) -> str | None:
    return None if member else "Du har ikke plads der. Bed en, der har, om at tage sagen med."
