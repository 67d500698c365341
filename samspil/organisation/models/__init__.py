from samspil.organisation.models.agency import Agency, Controller, Unit
from samspil.organisation.models.body import Body, BodyTie, Rhythm
from samspil.organisation.models.law import ConcernKind, Lawful, LegalBasis, RetentionCategory, Routing
from samspil.organisation.models.mandate import Function, Mandate
from samspil.organisation.models.municipality import Municipality, MunicipalText, OrganisationEdition
from samspil.organisation.models.seat import Person, Seat, Tenure

__all__ = [
    "Agency",
    "Body",
    "BodyTie",
    "ConcernKind",
    "Controller",
    "Function",
    "Lawful",
    "LegalBasis",
    "Mandate",
    "MunicipalText",
    "Municipality",
    "OrganisationEdition",
    "Person",
    "RetentionCategory",
    "Rhythm",
    "Routing",
    "Seat",
    "Tenure",
    "Unit",
]
