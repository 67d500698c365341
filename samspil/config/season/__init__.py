"""A season of invented work in the demo: made by the real commands, as the people themselves, under the one clock."""

from samspil.config.season.making import make

__all__ = ["make"]
