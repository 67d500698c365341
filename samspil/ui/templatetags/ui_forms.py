"""Drawing a form's fields: label, hint, error in words, field. Loaded beside `ui`."""

from typing import Any, Literal

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

from samspil.ui.fields import DateField, NumberField, TimeField

register = template.Library()

Look = Literal["pick", "choices", "choices-2"]


@register.inclusion_tag("ui/parts/field.html", takes_context=True)
def field(  # noqa: PLR0913  # one name for each thing that a template says of a field
    context: template.Context,
    bound: BoundField,
    *,
    label: str = "",
    hint: str = "",
    optional: bool = False,
    look: Look = "pick",
    legend: Literal["", "h1", "h2", "h3"] = "",
    css: str = "",
) -> dict[str, Any]:
    """One field with all that belongs to it.

    `look` of a choice: big rows to read (choices, choices-2 for two columns) or a plain line (pick); `legend`
    makes its label a heading; `optional` adds "(kan udelades)".
    """
    hint = hint or str(bound.help_text or "")
    return {
        "bound": bound,
        "kind": _kind(bound),
        "id": bound.id_for_label or bound.auto_id,
        "label": label or bound.label,
        "hint": hint,
        "optional": optional,
        "look": look,
        "legend": legend,
        "css": css,
        "widget": _drawn(bound, hint),
        "practice": isinstance(bound.field.widget, forms.Textarea) and getattr(context.get("shell"), "practice", False),
    }


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(form: forms.BaseForm, *, focus: bool = True) -> dict[str, Any]:
    """All that is missing, as links to the fields; takes the focus when the page comes back."""
    faulty = [bound for bound in form if form.is_bound and bound.errors and not bound.is_hidden]
    return {
        "focus": focus,
        "wholes": form.non_field_errors() if form.is_bound else [],
        "faulty": faulty,
        "missing": any(form.has_error(bound.name, "required") for bound in faulty),
        "hidden": [bound for bound in form.hidden_fields() if form.is_bound and bound.errors],
    }


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        return "choices"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "field"


def _drawn(bound: BoundField, hint: str) -> SafeString | str:
    widget = bound.field.widget
    if _kind(bound) == "choices":
        return ""
    brief = isinstance(bound.field, DateField | TimeField | NumberField)
    attrs: dict[str, Any] = {"class": _class_of(widget) + (" form-input-brief" if brief else "")}
    tellers = [f"{bound.auto_id}-hint"] if hint else []
    tellers += [f"{bound.auto_id}-error"] if bound.errors else []
    if tellers:
        attrs["aria-describedby"] = " ".join(tellers)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return bound.as_widget(attrs=attrs)


def _class_of(widget: forms.Widget) -> str:
    if isinstance(widget, forms.Select):
        return "form-select"
    return "form-checkbox" if isinstance(widget, forms.CheckboxInput) else "form-input"
