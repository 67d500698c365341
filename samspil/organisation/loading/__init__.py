"""Applying an organisation file: one act, all or nothing, on the operator's own connection."""

from samspil.organisation.loading.apply import apply_organisation
from samspil.organisation.loading.counting import count_rows

__all__ = ["apply_organisation", "count_rows"]
