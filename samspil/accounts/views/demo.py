"""Being somebody in the demo, without a password. The door is shut everywhere else."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from samspil.accounts import entering, queries
from samspil.accounts.entry_door import entry_door
from samspil.accounts.views.login import redirect_to


@entry_door("accounts.demo")
@require_POST
def be_somebody(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    wanted = (request.POST.get("person", ""), request.POST.get("municipality", ""))
    everybody = [one for _, first, more in queries.characters() for one in (*first, *more)]
    chosen = next((one for one in everybody if (one.key, str(one.municipality_id)) == wanted), None)
    if chosen is None:
        raise Http404
    entering.be(request, chosen.person_id, chosen.municipality_id, account_id=None)
    return redirect_to(entering.safe_onward(request, request.POST.get("next", "/")))
