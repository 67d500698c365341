"""The parts of a day as they stand under each other in the list of meetings."""

from datetime import date

from django import template

from samspil.lib import danish_dates

register = template.Library()


@register.filter
def weekday_short(day: date) -> str:
    return danish_dates.short_day(day).split(" ")[0]


@register.filter
def month_short(day: date) -> str:
    return danish_dates.short_day(day).split(" ")[2]
