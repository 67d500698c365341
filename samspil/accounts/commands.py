"""What an administrator of accounts does. Each is asked again in the database (`sql/40_office.sql`)."""

from typing import Any

from django.db import connection

from samspil.accounts import links, rules
from samspil.accounts.credentials import changing
from samspil.accounts.factors import take_all_away
from samspil.accounts.models import Account
from samspil.accounts.rules import Colleague
from samspil.authority.actor import Actor
from samspil.authority.capability import Can
from samspil.authority.command import command
from samspil.authority.errors import Refusal
from samspil.authority.visits import close_visits_of


@command(Can.ACCOUNT_MANAGE)
def invite(actor: Actor, colleague: Colleague) -> None:
    """Mail a one-time link to the colleague's work address; an earlier link is worth nothing then."""
    del actor
    _refuse(rules.why_not_invite(colleague))
    if Account.objects.filter(email=colleague.email.lower()).exists():
        raise Refusal(f"{colleague.email} hører allerede til en anden konto. Ret arbejdsmailen i organisationen.")
    token = links.new_token()
    values = (colleague.circle_id, colleague.key, links.digest(token), links.DAYS)
    email, municipality = _ask("select * from invite_person(%s, %s, %s, %s)", *values)
    links.send("invitation", email, token, municipality)


@command(Can.ACCOUNT_MANAGE)
def lock(actor: Actor, colleague: Colleague) -> None:
    """Nobody comes in by this account, and whoever is in is out at the next statement."""
    del actor
    _refuse(rules.why_not_lock(colleague))
    person_id = _set_active(colleague, active=False)
    close_visits_of(person_id)


@command(Can.ACCOUNT_MANAGE)
def unlock(actor: Actor, colleague: Colleague) -> None:
    del actor
    _refuse(rules.why_not_unlock(colleague))
    _set_active(colleague, active=True)


@command(Can.ACCOUNT_MANAGE)
def ask_recovery(actor: Actor, colleague: Colleague, *, reason: str) -> None:
    """The first of two administrators."""
    del actor
    _refuse(rules.why_not_ask_recovery(colleague))
    _ask("select ask_recovery(%s, %s, %s)", colleague.circle_id, colleague.key, reason)


@command(Can.ACCOUNT_MANAGE)
def approve_recovery(actor: Actor, colleague: Colleague) -> None:
    """The second: password and factors are gone, all visits end, a one-time link goes to the account's own address."""
    del actor
    _refuse(rules.why_not_approve(colleague))
    token = links.new_token()
    person_id, account_id, email, municipality = _settle(colleague, approve=True, digest=links.digest(token))
    with changing(account_id):
        account = Account.objects.get(pk=account_id)
        account.set_unusable_password()
        account.save(update_fields=["password"])
    take_all_away(account_id)
    close_visits_of(person_id)
    links.send("recovery", email, token, municipality)


@command(Can.ACCOUNT_MANAGE)
def refuse_recovery(actor: Actor, colleague: Colleague) -> None:
    del actor
    _refuse(rules.why_not_refuse(colleague))
    _settle(colleague, approve=False, digest="")


def _settle(colleague: Colleague, *, approve: bool, digest: str) -> tuple[int, int, str, str]:
    values = (colleague.circle_id, colleague.recovery_key, approve, digest, links.DAYS)
    person_id, account_id, email, municipality = _ask("select * from settle_recovery(%s, %s, %s, %s, %s)", *values)
    return person_id, account_id, email, municipality


def _set_active(colleague: Colleague, *, active: bool) -> int:
    person_id, account_id, _ = _ask("select * from account_in_office(%s, %s)", colleague.circle_id, colleague.key)
    with changing(account_id):
        Account.objects.filter(pk=account_id).update(is_active=active)
    return int(person_id)


def _ask(call: str, *values: Any) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(call, values)
        return tuple(cursor.fetchone())


def _refuse(sentence: str | None) -> None:
    if sentence:
        raise Refusal(sentence)
