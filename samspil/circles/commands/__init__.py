from samspil.circles.commands.acts import (
    admit,
    ask_act,
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
    "ask_act",
    "close_circle",
    "deliver",
    "disclose",
    "exclude",
    "open_circle",
    "release",
    "set_category",
    "store_identity",
]
