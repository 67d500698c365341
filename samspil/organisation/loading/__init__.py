"""Applying an organisation file: one act, all or nothing, on the operator's own connection."""

from samspil.organisation.loading.apply import apply_organisation

__all__ = ["apply_organisation"]
