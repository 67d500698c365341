from samspil.circles.commands.acts import (
    admit,
    close_circle,
    deliver,
    disclose,
    exclude,
    open_circle,
    release,
    set_category,
)
from samspil.circles.commands.identities import store_identity

__all__ = [
    "admit",
    "close_circle",
    "deliver",
    "disclose",
    "exclude",
    "open_circle",
    "release",
    "set_category",
    "store_identity",
]
