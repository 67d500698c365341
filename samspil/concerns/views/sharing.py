"""Må jeg dele dette? It explains, drafts and stores nothing; a person decides."""

from django.http import Http404, HttpResponse

from samspil.authority.doors import door
from samspil.authority.request import Request
from samspil.concerns import queries
from samspil.concerns.forms import ShareForm
from samspil.ui.forms import Option
from samspil.ui.page import page

UNPROCESSABLE = 422


@door("concerns.share")
def share(request: Request) -> HttpResponse:
    bases = queries.usable_bases(request.actor)
    if not bases:
        raise Http404
    basis = next((one for one in bases if one.slug == request.POST.get("basis")), bases[0])
    possible = queries.receivers_to_choose(request.actor, basis)
    names = [(one.agency.key, Option(one.agency.name, small=one.small)) for one in possible]
    form = ShareForm(request.POST or None, bases=bases, receivers=names)
    told = None
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        chosen = [one for one in possible if one.agency.key in typed["receivers"]]
        told = queries.verdict(basis, chosen, typed["about"], typed["source"], typed["purpose"])
    context = {
        "form": form,
        "verdict": told,
        "basis": basis,
        "bases": bases,
        "possible": {one.agency.key: one.lawful for one in possible},
        "contact": queries.municipality_contact(request.actor),
        "rules": queries.rule_lines(basis),
    }
    return page(request, "concerns/share.html", context, status=UNPROCESSABLE if form.is_bound and form.errors else 200)
