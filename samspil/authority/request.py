from django.http import HttpRequest

from samspil.authority.actor import Actor
from samspil.ui.shell import Shell


class Request(HttpRequest):
    """A request that came through the boundary: somebody acts, and the shell is theirs."""

    actor: Actor
    shell: Shell
    failure: Exception | None
    refused: Exception
