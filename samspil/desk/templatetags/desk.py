from django import template

from samspil.ui.forms import new_form_key

register = template.Library()


@register.simple_tag
def new_key() -> str:
    """A one-time key for each of many small forms on one page."""
    return new_form_key()
